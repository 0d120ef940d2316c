"""The parts of a data element or of a disaggregation − the whole = 0."""

from crossfoot.culprits.relations._sql import repetition, same

CHECK = "parts-do-not-sum"
SLACK = False

_PLACE = ("area", "period", "occurrence")
_NAMED = ("relation", "whole_element", "whole_disaggregation", *_PLACE)
# What a data element `equals` holds in each of its disaggregations as well.
PREPARE = (
    f"""
    CREATE OR REPLACE TABLE near_sums AS
    SELECT DISTINCT {", ".join(_NAMED)}
    FROM (
        SELECT s.relation, s.whole_element,
               CASE WHEN s.part_element = s.whole_element THEN s.whole_disaggregation ELSE n.disaggregation END
                   AS whole_disaggregation, n.area, n.period, n.occurrence
        FROM near n
        JOIN sums s ON s.part_element = n.data_element
         AND (s.part_element <> s.whole_element OR s.part_disaggregation = n.disaggregation)
        UNION ALL
        SELECT s.relation, s.whole_element, n.disaggregation, n.area, n.period, n.occurrence
        FROM near n
        JOIN sums s ON s.whole_element = n.data_element
         AND (s.part_element <> s.whole_element OR s.whole_disaggregation = n.disaggregation)
    ) t
    """,
)
_KEY = (
    "t.area, t.whole_element AS data_element, t.whole_disaggregation AS disaggregation, t.period,"
    " CASE WHEN t.relation = t.whole_element THEN '' ELSE t.relation END"
    f" || CASE WHEN t.occurrence > 1 THEN '.' ELSE '' END || {repetition('t')} AS extra"
)
TERMS = f"""
    SELECT {_KEY}, f.figure_id, -1 AS sign
    FROM near_sums t
    JOIN current_figures f ON f.data_element = t.whole_element AND f.disaggregation = t.whole_disaggregation
     AND {same("f", "t", *_PLACE)}
    UNION ALL
    SELECT {_KEY}, f.figure_id, 1
    FROM near_sums t
    JOIN sums s ON {same("s", "t", "relation", "whole_element")}
     AND (s.part_element <> s.whole_element OR s.whole_disaggregation = t.whole_disaggregation)
    JOIN current_figures f ON f.data_element = s.part_element AND {same("f", "t", *_PLACE)}
     AND f.disaggregation = CASE WHEN s.part_element = s.whole_element THEN s.part_disaggregation
                                 ELSE t.whole_disaggregation END
"""
