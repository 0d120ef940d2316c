"""Which figures stand: the newest return wins, and a blank in it does not wipe out a number."""

# In:  figures, receipts                     Out: current_figures, with the columns of figures
# Lines that are to be added up (occurrence 0) become one figure, named after the first of them.
CURRENT = """
    CREATE OR REPLACE TABLE current_figures AS
    WITH ranked AS (
        SELECT return_id, row_number() OVER (ORDER BY received_at, sequence, return_id) AS place
        FROM receipts WHERE copy_of = ''
    ),
    newest AS (
        SELECT f.area, f.data_element, f.disaggregation, f.period,
               coalesce(max(CASE WHEN f.status <> 'missing' THEN r.place END), max(r.place)) AS place
        FROM figures f JOIN ranked r ON r.return_id = f.return_id
        GROUP BY f.area, f.data_element, f.disaggregation, f.period
    ),
    standing AS (
        SELECT f.*
        FROM figures f
        JOIN ranked r ON r.return_id = f.return_id
        JOIN newest n ON n.area = f.area AND n.data_element = f.data_element
         AND n.disaggregation = f.disaggregation AND n.period = f.period AND n.place = r.place
    )
    SELECT figure_id, return_id, area, data_element, disaggregation, period, occurrence, status,
           value, lo, hi, lo_closed, hi_closed, qualifier
    FROM standing WHERE occurrence > 0
    UNION ALL
    SELECT min(figure_id), min(return_id), area, data_element, disaggregation, period, 1,
           CASE WHEN count(value) > 0 THEN 'reported' ELSE 'missing' END,
           sum(value),
           CASE WHEN count(lo) = count(value) THEN sum(lo) END,
           CASE WHEN count(hi) = count(value) THEN sum(hi) END,
           bool_and(lo_closed), bool_and(hi_closed), min(qualifier)
    FROM standing WHERE occurrence = 0
    GROUP BY area, data_element, disaggregation, period
"""
