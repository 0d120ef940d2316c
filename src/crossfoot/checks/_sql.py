"""Pieces of SQL that several checks are made of; `figure` is always the alias of a table."""

_LAST_DAY = "coalesce(p.ends, DATE '9999-12-31')"

# The stretch of the hierarchy `a` that holds on the last day of the period `p`.
TREE_OF_PERIOD = f"a.starts <= {_LAST_DAY} AND {_LAST_DAY} <= a.ends"


def said(figure: str) -> str:
    """Return the condition that a figure says something about its value."""
    return f"{figure}.status IN ('reported', 'nil', 'withheld')"


def same_place(left: str, right: str) -> str:
    """Return the condition that two figures stand side by side: all the same but the data element."""
    columns = ("area", "disaggregation", "period", "occurrence")
    return " AND ".join(f"{left}.{column} = {right}.{column}" for column in columns)


def repetition(figure: str) -> str:
    """Return what tells repeated statements of one return apart: '' for the first, then '2' …"""
    return f"CASE WHEN {figure}.occurrence > 1 THEN cast({figure}.occurrence AS VARCHAR) ELSE '' END"


def ends(figure: str, name: str) -> str:
    """Return a figure's interval as the columns name_lo, name_hi, name_lo_closed, name_hi_closed."""
    return ", ".join(f"{figure}.{end} AS {name}_{end}" for end in ("lo", "hi", "lo_closed", "hi_closed"))


def summed_ends(figure: str) -> str:
    """Return value, lo, hi and whether they are closed, of the sum of the figures that say something.

    An unbounded part makes the sum unbounded, and a withheld one leaves it without a value: a plain
    sum() would skip their NULL.
    """
    number = f"sum(CASE WHEN {said(figure)} THEN 1 ELSE 0 END)"
    return (
        f"CASE WHEN count({figure}.value) = {number} THEN sum({figure}.value) END AS value,"
        f" CASE WHEN count({figure}.lo) = {number} THEN sum({figure}.lo) END AS lo,"
        f" CASE WHEN count({figure}.hi) = {number} THEN sum({figure}.hi) END AS hi,"
        f" bool_and({figure}.lo_closed) AS lo_closed, bool_and({figure}.hi_closed) AS hi_closed"
    )


def above(upper: str, lower: str, tolerance: str = "0", *, widened: str = "") -> str:
    """Return the condition that all of `upper` is above all of `lower`; an unbounded end never is.

    Args:
        upper: prefix of its columns: `s.part_` stands for s.part_lo and so on.
        lower: likewise.
        tolerance: by how much one of them is widened; its ends then count as closed.
        widened: which one, by its prefix; `lower` where it is not said.
    """
    closed_up, closed_low = f"{upper}lo_closed", f"{lower}hi_closed"
    if widened == upper:
        closed_up = f"({closed_up} OR {tolerance} > 0)"
    else:
        closed_low = f"({closed_low} OR {tolerance} > 0)"
    return (
        f"(coalesce({upper}lo > {lower}hi + {tolerance}, false) OR"
        f" coalesce({upper}lo = {lower}hi + {tolerance} AND NOT ({closed_up} AND {closed_low}), false))"
    )


def differs(stated: str, computed: str, tolerance: str = "0") -> str:
    """Return the condition that two intervals have no value in common, the computed one widened."""
    over = above(stated, computed, tolerance)
    under = above(computed, stated, tolerance, widened=computed)
    return f"({over} OR {under})"


# The outcome of a sum `s`, with the columns has_total, reported, parts, nulls, mode, negative, tolerance,
# and the intervals total_ and part_. `mode` says what a blank part counts as (VTL's modes, see
# docs/missing.md). By default a sum over an incomplete set fails only if the parts so far exceed the total.
SUM_OUTCOME = f"""
    CASE
      WHEN NOT s.has_total OR (s.reported = 0 AND s.mode <> 'always_zero') THEN 'missing'
      WHEN s.mode IN ('non_null', 'partial_null', 'always_null') AND s.reported < s.parts THEN 'missing'
      WHEN s.nulls > 0 AND s.mode <> 'default' THEN 'missing'
      WHEN s.mode = 'default' AND s.reported < s.parts THEN
        CASE WHEN NOT s.negative AND {above("s.part_", "s.total_", "s.tolerance", widened="s.part_")}
             THEN 'failed' ELSE 'missing' END
      WHEN {differs("s.total_", "s.part_", "s.tolerance")} THEN 'failed'
      ELSE 'passed'
    END
"""


def sum_columns(total: str, parts: str, mode: str) -> str:
    """Return the columns that SUM_OUTCOME reads, of a total's figure and its summed parts; `mode` is a column."""
    nothing = f"{parts}.reported = 0"  # then only `always_zero` comes to a verdict, with a sum of zero
    return (
        f"coalesce({said(total)}, false) AS has_total, {total}.value AS stated, {ends(total, 'total')},"
        f" CASE WHEN {nothing} THEN CASE WHEN {mode} = 'always_zero' THEN 0 END"
        # Of a sum with a withheld part, the end that comes nearest to the statement.
        f" ELSE coalesce({parts}.value, CASE WHEN {total}.lo > {parts}.hi THEN {parts}.hi"
        f" WHEN {parts}.lo > {total}.hi THEN {parts}.lo END) END AS computed,"
        f" CASE WHEN {nothing} THEN 0 ELSE {parts}.lo END AS part_lo,"
        f" CASE WHEN {nothing} THEN 0 ELSE {parts}.hi END AS part_hi,"
        f" {parts}.lo_closed AS part_lo_closed, {parts}.hi_closed AS part_hi_closed,"
        f" {parts}.reported, {parts}.nulls, {mode} AS mode, e.may_be_negative AS negative, r.tolerance"
    )


def summed_terms(side: str) -> str:
    """Return the query of one side of every indicator: its data elements added up where all say something.

    One row for each indicator, area, disaggregation, period and occurrence that has a cell for any of them:
    said (whether all say something), value, lo, hi, lo_closed, hi_closed.
    """
    return f"""
        SELECT t.indicator, f.area, f.disaggregation, f.period, f.occurrence,
               sum(CASE WHEN {said("f")} THEN 1 ELSE 0 END) = max(n.terms) AS said, {summed_ends("f")}
        FROM terms t
        JOIN (SELECT indicator, count(*) AS terms FROM terms WHERE side = '{side}' GROUP BY indicator) n
          ON n.indicator = t.indicator
        JOIN current_figures f ON f.data_element = t.data_element
        WHERE t.side = '{side}'
        GROUP BY t.indicator, f.area, f.disaggregation, f.period, f.occurrence
    """


def term_proofs(table: str) -> str:
    """Return the proof rows of a table of indicators' findings: every figure above and below the line."""
    return f"""
        SELECT k.area, k.indicator AS data_element, k.disaggregation, k.period, k.extra,
               CASE WHEN t.side = 'numerator' THEN 'part' ELSE 'other' END AS role, f.figure_id
        FROM {table} k
        JOIN terms t ON t.indicator = k.indicator
        JOIN current_figures f ON f.data_element = t.data_element AND {same_place("f", "k")}
        WHERE f.status <> 'missing'
    """


# Every figure that says something beside the one before it of the same series, whenever that was.
STEPS = f"""
    CREATE OR REPLACE TABLE steps AS
    WITH series AS (
        SELECT f.*, p.previous,
               row_number() OVER (
                   PARTITION BY f.area, f.data_element, f.disaggregation, p.frequency ORDER BY p.starts, f.period
               ) AS place, p.frequency
        FROM current_figures f JOIN periods p ON p.period = f.period
        WHERE f.occurrence = 1 AND {said("f")} AND p.starts IS NOT NULL
    )
    SELECT n.area, n.data_element, n.disaggregation, n.period, n.frequency, n.place, n.return_id, n.figure_id,
           n.value, {ends("n", "now")},
           b.period AS before_period, b.return_id AS before_return, b.figure_id AS before_id, b.value AS before_value,
           {ends("b", "before")}, b.period = n.previous AS direct
    FROM series n
    JOIN series b ON b.area = n.area AND b.data_element = n.data_element AND b.disaggregation = n.disaggregation
     AND b.frequency = n.frequency AND b.place = n.place - 1
"""
