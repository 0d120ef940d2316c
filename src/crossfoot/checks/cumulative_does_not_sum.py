"""The last figure to date against all that was new since the beginning."""

from crossfoot.checks._check import Check
from crossfoot.checks._sql import differs, ends, said, summed_ends
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="cumulative-does-not-sum",
    severity=Severity.ERROR,
    what="Compares an area's last figure to date with the sum of all that the area stated as new since the "
    "beginning. Only for a flow that the campaign calls `complete_since` a day: every period is in, and a period "
    "without a figure means zero. Where only a flow's disaggregations are stated, their sum stands for it.",
    why="Either new figures are missing or counted twice, or the figure to date was corrected on its own.",
    remedy="Ask the area for the list of its periods, and for what was corrected in the figure to date.",
    detail=("other",),  # code of the flow
)

# new_items: the figures that make the flow, period by period: its own, or else its parts in one dimension.
# last_to_date: the last stated figure to date of each area, and the periods up to its end.
PREPARE = (
    """
    CREATE OR REPLACE TABLE new_items AS
    SELECT f.data_element AS flow, f.area, f.disaggregation, f.period, f.figure_id
    FROM complete c JOIN current_figures f ON f.data_element = c.flow AND f.occurrence = 1
    WHERE f.status <> 'missing'
    """,
    """
    INSERT INTO new_items
    SELECT s.flow, s.area, s.disaggregation, s.period, f.figure_id
    FROM (
        SELECT s.whole_element AS flow, f.area, s.whole_disaggregation AS disaggregation, f.period,
               min(s.relation) AS relation
        FROM complete c
        JOIN sums s ON s.whole_element = c.flow AND s.part_element = c.flow
        JOIN current_figures f ON f.data_element = s.part_element AND f.disaggregation = s.part_disaggregation
         AND f.occurrence = 1 AND f.status <> 'missing'
        LEFT JOIN new_items n ON n.flow = c.flow AND n.area = f.area AND n.period = f.period
         AND n.disaggregation = s.whole_disaggregation
        WHERE n.flow IS NULL
        GROUP BY s.whole_element, f.area, s.whole_disaggregation, f.period
    ) s
    JOIN sums t ON t.relation = s.relation AND t.whole_element = s.flow
     AND t.whole_disaggregation = s.disaggregation
    JOIN current_figures f ON f.data_element = t.part_element AND f.disaggregation = t.part_disaggregation
     AND f.area = s.area AND f.period = s.period AND f.occurrence = 1 AND f.status <> 'missing'
    """,
    f"""
    CREATE OR REPLACE TABLE last_to_date AS
    SELECT l.flow, f.area, f.data_element, f.disaggregation, f.period, p.ends, f.figure_id
    FROM links l
    JOIN complete c ON c.flow = l.flow
    JOIN current_figures f ON f.data_element = l.cumulative AND f.occurrence = 1 AND {said("f")}
    JOIN periods p ON p.period = f.period AND p.ends >= c.since
    JOIN (
        SELECT f.area, f.data_element, f.disaggregation, max(p.ends) AS ends
        FROM current_figures f JOIN periods p ON p.period = f.period
        WHERE f.occurrence = 1 AND {said("f")}
        GROUP BY f.area, f.data_element, f.disaggregation
    ) z ON z.area = f.area AND z.data_element = f.data_element AND z.disaggregation = f.disaggregation
       AND z.ends = p.ends
    """,
    f"""
    CREATE OR REPLACE TABLE summed_to_date AS
    SELECT k.flow, k.area, k.data_element, k.disaggregation, k.period, k.figure_id,
           count(*) AS items, sum(CASE WHEN {said("f")} THEN 1 ELSE 0 END) AS reported,
           sum(CASE WHEN p.ends > k.ends THEN 1 ELSE 0 END) AS across,
           count(DISTINCT p.frequency) AS frequencies,
           {summed_ends("f")}
    FROM last_to_date k
    JOIN new_items n ON n.flow = k.flow AND n.area = k.area AND n.disaggregation = k.disaggregation
    JOIN periods p ON p.period = n.period AND p.starts <= k.ends
    JOIN current_figures f ON f.figure_id = n.figure_id
    GROUP BY k.flow, k.area, k.data_element, k.disaggregation, k.period, k.figure_id
    """,
)

# A period that reaches beyond the figure to date, or days beside weeks, cannot be added up.
QUERY = f"""
    SELECT CASE WHEN s.reported < s.items OR s.across > 0 OR s.frequencies > 1 THEN 'missing'
                WHEN {differs("s.stated_", "s.new_", "s.tolerance")} THEN 'failed' ELSE 'passed' END AS outcome,
           s.area, s.data_element, s.disaggregation, s.period, s.flow AS extra, s.stated, s.computed,
           s.reported AS parts_reported, s.items AS parts_expected, '' AS holds_if, s.flow AS detail
    FROM (
        SELECT k.area, k.data_element, k.disaggregation, k.period, k.flow, k.reported, k.items, k.across,
               k.frequencies, f.value AS stated, k.value AS computed, {ends("f", "stated")}, {ends("k", "new")},
               r.tolerance
        FROM summed_to_date k
        JOIN current_figures f ON f.figure_id = k.figure_id
        JOIN rule_now r ON r.data_element = k.data_element
    ) s
"""

PROOF = """
    SELECT k.area, k.data_element, k.disaggregation, k.period, k.flow AS extra, 'stated' AS role, k.figure_id
    FROM summed_to_date k
    UNION ALL
    SELECT k.area, k.data_element, k.disaggregation, k.period, k.flow, 'part', n.figure_id
    FROM last_to_date k
    JOIN new_items n ON n.flow = k.flow AND n.area = k.area AND n.disaggregation = k.disaggregation
    JOIN periods p ON p.period = n.period AND p.starts <= k.ends
"""
