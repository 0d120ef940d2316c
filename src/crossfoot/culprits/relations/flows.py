"""The figure to date − the one of the period before − what is new = 0."""

CHECK = "flow-disagrees-with-cumulative"
SLACK = False

PREPARE = (
    """
    CREATE OR REPLACE TABLE near_flows AS
    SELECT DISTINCT flow, cumulative, area, disaggregation, period, previous
    FROM (
        SELECT l.flow, l.cumulative, n.area, n.disaggregation, p.period, p.previous
        FROM near n
        JOIN links l ON l.flow = n.data_element OR l.cumulative = n.data_element
        JOIN periods p ON p.period = n.period
        WHERE n.occurrence = 1
        UNION ALL
        SELECT l.flow, l.cumulative, n.area, n.disaggregation, p.period, p.previous
        FROM near n
        JOIN links l ON l.cumulative = n.data_element
        JOIN periods p ON p.previous = n.period
        WHERE n.occurrence = 1
    ) t
    """,
)
_PLACE = "f.area = t.area AND f.disaggregation = t.disaggregation AND f.occurrence = 1"
_TERM = (
    "SELECT t.area, t.flow AS data_element, t.disaggregation, t.period, '' AS extra, f.figure_id, {sign} AS sign"
    f" FROM near_flows t JOIN current_figures f ON {_PLACE}"
    " AND f.data_element = t.{element} AND f.period = t.{period}"
)
TERMS = " UNION ALL ".join(
    _TERM.format(element=element, period=period, sign=sign)
    for element, period, sign in (
        ("flow", "period", -1),
        ("cumulative", "period", 1),
        ("cumulative", "previous", -1),
    )
)
