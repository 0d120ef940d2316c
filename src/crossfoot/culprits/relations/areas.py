"""The areas directly below − the area = 0."""

from crossfoot.culprits.relations._sql import TREE_OF_PERIOD, repetition, same

CHECK = "areas-do-not-sum"
SLACK = False

_SUBJECT = ("area", "data_element", "disaggregation", "period", "occurrence")
PREPARE = (
    f"""
    CREATE OR REPLACE TABLE near_areas AS
    SELECT DISTINCT area, data_element, disaggregation, period, occurrence
    FROM (
        SELECT n.area, n.data_element, n.disaggregation, n.period, n.occurrence FROM near n
        UNION ALL
        SELECT a.parent, n.data_element, n.disaggregation, n.period, n.occurrence
        FROM near n
        JOIN periods p ON p.period = n.period
        JOIN areas a ON a.area = n.area AND a.parent <> '' AND {TREE_OF_PERIOD}
    ) t
    """,
)
_KEY = f"t.area, t.data_element, t.disaggregation, t.period, {repetition('t')} AS extra"
TERMS = f"""
    SELECT {_KEY}, f.figure_id, -1 AS sign
    FROM near_areas t JOIN current_figures f ON {same("f", "t", *_SUBJECT)}
    UNION ALL
    SELECT {_KEY}, f.figure_id, 1
    FROM near_areas t
    JOIN periods p ON p.period = t.period
    JOIN areas a ON a.parent = t.area AND {TREE_OF_PERIOD}
    JOIN current_figures f ON f.area = a.area AND {same("f", "t", *_SUBJECT[1:])}
"""
