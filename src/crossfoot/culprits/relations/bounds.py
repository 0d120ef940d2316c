"""The part + what is left (not less than nothing) − what it may not exceed = 0."""

from crossfoot.culprits.relations._sql import repetition, same

CHECK = "part-exceeds-whole"
SLACK = True

_PLACE = ("area", "disaggregation", "period", "occurrence")
PREPARE = (
    f"""
    CREATE OR REPLACE TABLE near_bounds AS
    SELECT DISTINCT b.part_element, b.whole_element, {", ".join(f"n.{column}" for column in _PLACE)}
    FROM near n JOIN bounds b ON b.part_element = n.data_element OR b.whole_element = n.data_element
    """,
)
_TERM = (
    "SELECT t.area, t.part_element AS data_element, t.disaggregation, t.period,"
    f" t.whole_element || CASE WHEN t.occurrence > 1 THEN '.' ELSE '' END || {repetition('t')} AS extra,"
    " f.figure_id, {sign} AS sign"
    f" FROM near_bounds t JOIN current_figures f ON f.data_element = t.{{element}} AND {same('f', 't', *_PLACE)}"
)
TERMS = " UNION ALL ".join(
    _TERM.format(element=element, sign=sign) for element, sign in (("part_element", 1), ("whole_element", -1))
)
