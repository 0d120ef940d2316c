"""The first statement − its repetition in the same return = 0."""

from crossfoot.culprits.relations._sql import same

CHECK = "figure-stated-twice"
SLACK = False

_SUBJECT = ("area", "data_element", "disaggregation", "period")
PREPARE = (
    f"""
    CREATE OR REPLACE TABLE near_repetitions AS
    SELECT DISTINCT a.area, a.data_element, a.disaggregation, a.period, a.occurrence,
           a.figure_id AS again_id, f.figure_id AS first_id
    FROM near n
    JOIN current_figures a ON {same("a", "n", *_SUBJECT)} AND a.occurrence > 1
    JOIN current_figures f ON {same("f", "n", *_SUBJECT)} AND f.occurrence = 1
    """,
)
_TERM = (
    "SELECT area, data_element, disaggregation, period, cast(occurrence AS VARCHAR) AS extra,"
    " {column} AS figure_id, {sign} AS sign FROM near_repetitions"
)
TERMS = " UNION ALL ".join(
    _TERM.format(column=column, sign=sign) for column, sign in (("first_id", 1), ("again_id", -1))
)
