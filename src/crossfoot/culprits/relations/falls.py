"""The figure to date before + growth (not less than nothing) − the figure to date = 0."""

from crossfoot.culprits.relations._sql import same

CHECK = "cumulative-falls"
SLACK = True

_SERIES = ("area", "data_element", "disaggregation", "frequency")
# The table near_series is made with the view: the series of the figures in `near`, in order.
PREPARE = (
    f"""
    CREATE OR REPLACE TABLE near_steps AS
    SELECT n.area, n.data_element, n.disaggregation, n.period, n.figure_id, b.figure_id AS before_id
    FROM near_series n
    JOIN near_series b ON {same("b", "n", *_SERIES)} AND b.place = n.place - 1
     AND b.is_said AND n.is_said
    JOIN elements e ON e.data_element = n.data_element AND e.kind = 'cumulative'
    WHERE n.is_near OR b.is_near
    """,
)
TERMS = """
    SELECT area, data_element, disaggregation, period, '' AS extra, figure_id, -1 AS sign FROM near_steps
    UNION ALL
    SELECT area, data_element, disaggregation, period, '', before_id, 1 FROM near_steps
"""
