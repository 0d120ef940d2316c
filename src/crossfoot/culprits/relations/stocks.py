"""Opening stock + what came in − what went out − closing stock = 0."""

from crossfoot.culprits.relations._sql import repetition, same

CHECK = "stock-does-not-balance"
SLACK = False

_PLACE = ("area", "disaggregation", "period", "occurrence")
PREPARE = (
    f"""
    CREATE OR REPLACE TABLE near_accounts AS
    SELECT DISTINCT b.account, {", ".join(f"n.{column}" for column in _PLACE)}
    FROM near n JOIN balances b ON b.data_element = n.data_element
    """,
)
TERMS = f"""
    SELECT t.area, t.account AS data_element, t.disaggregation, t.period, {repetition("t")} AS extra, f.figure_id,
           CASE WHEN b.role IN ('closing', 'out') THEN -1 ELSE 1 END AS sign
    FROM near_accounts t
    JOIN balances b ON b.account = t.account
    JOIN current_figures f ON f.data_element = b.data_element AND {same("f", "t", *_PLACE)}
"""
