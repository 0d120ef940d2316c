"""A stock account: what was there, what came in and what went out against what is left."""

from crossfoot.checks._check import Check
from crossfoot.checks._sql import differs, ends, repetition, said, same_place
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="stock-does-not-balance",
    severity=Severity.ERROR,
    what="Compares the closing stock with opening stock + what came in − what went out (`accounts` in the campaign).",
    why="Stock that does not balance was miscounted, or went somewhere that the return does not tell.",
    remedy="Ask the area to count the stock, and to look for receipts and issues that were not entered.",
)

# Which ends of a part meet: what went out is taken off, so its ends change places.
_SIGNED = """
    sum(CASE WHEN role = 'out' THEN -value ELSE value END) AS value,
    CASE WHEN count(CASE WHEN role = 'out' THEN hi ELSE lo END) = sum(told)
         THEN sum(CASE WHEN role = 'out' THEN -hi ELSE lo END) END AS lo,
    CASE WHEN count(CASE WHEN role = 'out' THEN lo ELSE hi END) = sum(told)
         THEN sum(CASE WHEN role = 'out' THEN -lo ELSE hi END) END AS hi,
    bool_and(CASE WHEN role = 'out' THEN hi_closed ELSE lo_closed END) AS lo_closed,
    bool_and(CASE WHEN role = 'out' THEN lo_closed ELSE hi_closed END) AS hi_closed
"""

# An item that is blank or absent counts as zero only where its data element says so (`missing`).
PREPARE = (
    f"""
    CREATE OR REPLACE TABLE account_items AS
    SELECT b.account, b.role, f.figure_id, f.area, f.disaggregation, f.period, f.occurrence,
           f.value, f.lo, f.hi, f.lo_closed, f.hi_closed, f.status,
           CASE WHEN {said("f")} THEN 1 ELSE 0 END AS told
    FROM balances b JOIN current_figures f ON f.data_element = b.data_element
    """,
    f"""
    CREATE OR REPLACE TABLE accounts_told AS
    SELECT account, area, disaggregation, period, occurrence, sum(told) AS reported,
           sum(CASE WHEN status = 'null' THEN 1 ELSE 0 END) AS nulls, {_SIGNED}
    FROM account_items WHERE role <> 'closing'
    GROUP BY account, area, disaggregation, period, occurrence
    """,
    """
    CREATE OR REPLACE TABLE account_sizes AS
    SELECT b.account, count(*) AS parts,
           bool_and(e.missing IN ('non_zero', 'partial_zero', 'always_zero')) AS blank_is_zero
    FROM balances b JOIN elements e ON e.data_element = b.data_element
    WHERE b.role <> 'closing' GROUP BY b.account
    """,
)

QUERY = f"""
    SELECT CASE WHEN NOT s.has_closing OR s.reported = 0 THEN 'missing'
                WHEN s.nulls > 0 OR (s.reported < s.parts AND NOT s.blank_is_zero) THEN 'missing'
                WHEN {differs("s.closing_", "s.made_", "s.tolerance")} THEN 'failed' ELSE 'passed' END AS outcome,
           s.area, s.account AS data_element, s.disaggregation, s.period, s.extra, s.stated, s.computed,
           s.reported AS parts_reported, s.parts AS parts_expected, '' AS holds_if, '' AS detail
    FROM (
        SELECT c.account, c.area, c.disaggregation, c.period, {repetition("c")} AS extra,
               c.told = 1 AS has_closing, c.value AS stated, {ends("c", "closing")},
               k.value AS computed, {ends("k", "made")}, k.reported, k.nulls, n.parts, n.blank_is_zero, r.tolerance
        FROM account_items c
        JOIN accounts_told k ON k.account = c.account AND {same_place("k", "c")}
        JOIN account_sizes n ON n.account = c.account
        JOIN rule_now r ON r.data_element = c.account
        WHERE c.role = 'closing' AND (c.told = 1 OR k.reported > 0)
    ) s
"""

PROOF = f"""
    SELECT c.area, c.account AS data_element, c.disaggregation, c.period, {repetition("c")} AS extra,
           CASE WHEN c.role = 'closing' THEN 'stated' ELSE 'part' END AS role, c.figure_id
    FROM account_items c WHERE c.status <> 'missing'
"""
