"""Which figures stand: the newest return wins, and a blank in it does not wipe out a number.

What an office accepted in place of a figure stands as long as that figure would.
"""

ACCEPTED = "(accepted)"  # in `receipts`, where a return has the code of its layout: no code has parentheses

# In:  figures, receipts                     Out: current_figures, with the columns of figures
# Lines that are to be added up (occurrence 0) become one figure, named after the first of them.
CURRENT = """
    CREATE OR REPLACE TABLE current_figures AS
    WITH ranked AS (
        SELECT return_id, row_number() OVER (ORDER BY received_at, sequence, return_id) AS place
        FROM receipts WHERE copy_of = '' AND layout <> '(accepted)'
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

# In:  current_figures as CURRENT makes it, figures, acceptances     Out: current_figures, corrected
# An acceptance is about one figure as received: once that is superseded or withdrawn, so is the acceptance.
# Of several about the same, the newest counts; an acceptance about no cell at all counts while there is none.
CORRECTED = (
    "CREATE OR REPLACE TABLE figures_as_received AS SELECT * FROM current_figures",
    """
    CREATE OR REPLACE TABLE current_figures AS
    WITH applied AS (
        SELECT k.figure_id, k.area, k.data_element, k.disaggregation, k.period, k.sequence
        FROM acceptances k
        JOIN figures_as_received c ON c.figure_id = k.corrects AND c.area = k.area AND c.data_element = k.data_element
         AND c.disaggregation = k.disaggregation AND c.period = k.period
        UNION ALL
        SELECT k.figure_id, k.area, k.data_element, k.disaggregation, k.period, k.sequence
        FROM acceptances k
        LEFT JOIN figures_as_received c ON c.area = k.area AND c.data_element = k.data_element
         AND c.disaggregation = k.disaggregation AND c.period = k.period
        WHERE k.corrects = '' AND c.figure_id IS NULL
    ),
    newest AS (
        SELECT area, data_element, disaggregation, period, max(sequence) AS sequence
        FROM applied GROUP BY area, data_element, disaggregation, period
    )
    SELECT c.* FROM figures_as_received c
    LEFT JOIN newest n ON n.area = c.area AND n.data_element = c.data_element
     AND n.disaggregation = c.disaggregation AND n.period = c.period
    WHERE n.sequence IS NULL
    UNION ALL
    SELECT f.figure_id, f.return_id, f.area, f.data_element, f.disaggregation, f.period, f.occurrence, f.status,
           f.value, f.lo, f.hi, f.lo_closed, f.hi_closed, f.qualifier
    FROM applied a
    JOIN newest n ON n.area = a.area AND n.data_element = a.data_element
     AND n.disaggregation = a.disaggregation AND n.period = a.period AND n.sequence = a.sequence
    JOIN figures f ON f.figure_id = a.figure_id
""",
)
