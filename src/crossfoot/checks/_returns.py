"""Pieces of SQL about returns as such: what was due, what arrived, what could not be read."""

# The returns that were received, each once; the areas file and what an office accepted (their layouts are written
# like this) are none.
RETURNS = "(SELECT * FROM receipts WHERE copy_of = '' AND layout NOT IN ('(areas)', '(accepted)'))"

# Each return that is due, with the moment at which the first figure that it asks for arrived.
# A return for a week has arrived when any day of it was reported.
ARRIVALS = """
    CREATE OR REPLACE TABLE arrivals AS
    SELECT e.obligation, e.area, e.period, e.due, min(c.received_at) AS received_at
    FROM expected e
    LEFT JOIN (
        SELECT DISTINCT k.obligation, f.area, w.longer AS period, f.return_id
        FROM figures f
        JOIN asked k ON k.data_element = f.data_element
        JOIN within w ON w.period = f.period
        WHERE f.status <> 'missing'
    ) f ON f.obligation = e.obligation AND f.area = e.area AND f.period = e.period
    LEFT JOIN receipts c ON c.return_id = f.return_id AND c.copy_of = ''
    GROUP BY e.obligation, e.area, e.period, e.due
"""

# Each figure that stands, with when its return came.
SAID_SINCE = f"""(
    SELECT s.area, s.data_element, s.disaggregation, s.period, max(c.received_at) AS received_at,
           max(c.sequence) AS sequence
    FROM current_figures s JOIN {RETURNS} c ON c.return_id = s.return_id
    WHERE s.status <> 'missing'
    GROUP BY s.area, s.data_element, s.disaggregation, s.period
)"""


def plain(text: str) -> str:
    """Return a text as one field of `detail`: without the tabs and line breaks that part the fields."""
    return f"replace(replace(replace({text}, chr(9), ' '), chr(13), ' '), chr(10), ' ')"


def fields(*texts: str) -> str:
    """Return several texts as one `detail`, tabs between them."""
    return " || chr(9) || ".join(plain(text) for text in texts)


def troubles_query(*kinds: str) -> str:
    """Return the query of a check on what could not be read: each trouble failed, each return without one passed.

    A cell whose figure stands since in a return that came later is settled: it is no finding any more.

    `detail` holds the text as written, the suggestion, the file, the cell, the row and the column's heading. The
    key's extra is the return (12 digits of its hash) with the cell, or the row and heading where there is none.
    """
    chosen = ", ".join(f"'{kind}'" for kind in kinds)
    cell = "CASE WHEN t.cell <> '' THEN t.cell ELSE cast(t.row_number AS VARCHAR) || '.' || t.column_name END"
    sheet = "CASE WHEN t.sheet = '' THEN '' ELSE t.sheet || '!' END"
    detail = fields(
        "min(t.stated)", "min(t.suggestion)", "min(c.name)", "min(t.cell)", "cast(min(t.row_number) AS VARCHAR)",
        "min(t.column_name)",
    )  # fmt: skip
    return f"""
        SELECT 'failed' AS outcome, t.area, t.data_element, t.disaggregation, t.period,
               substr(t.return_id, 1, 12) || ':' || {plain(sheet)} || {plain(cell)} AS extra,
               NULL AS stated, NULL AS computed, NULL AS parts_reported, NULL AS parts_expected, '' AS holds_if,
               {detail} AS detail
        FROM troubles t JOIN {RETURNS} c ON c.return_id = t.return_id
        LEFT JOIN {SAID_SINCE} l ON l.area = t.area AND l.data_element = t.data_element
         AND l.disaggregation = t.disaggregation AND l.period = t.period
         AND (l.received_at > c.received_at OR (l.received_at = c.received_at AND l.sequence > c.sequence))
        WHERE t.kind IN ({chosen}) AND l.area IS NULL
        GROUP BY t.area, t.data_element, t.disaggregation, t.period, t.return_id,
                 {plain(sheet)}, {plain(cell)}
        UNION ALL
        SELECT 'passed', '', '', '', '', substr(c.return_id, 1, 12), NULL, NULL, NULL, NULL, '',
               {fields("''", "''", "c.name", "''", "''", "''")}
        FROM {RETURNS} c
        LEFT JOIN (SELECT DISTINCT return_id FROM troubles WHERE kind IN ({chosen})) t ON t.return_id = c.return_id
        WHERE t.return_id IS NULL
    """


TROUBLE_FIELDS = ("written", "suggestion", "file", "cell", "row", "column")
