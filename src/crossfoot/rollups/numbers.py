"""The figures that have a number, and wholes made of their parts where nobody stated the whole."""

from crossfoot.engine import Engine

# Figures that say how much, be it only between which ends: what is rolled up.
NUMBERS = """
    CREATE OR REPLACE TABLE rollup_numbers AS
    SELECT f.area, f.data_element, f.disaggregation, f.period,
           f.value, f.lo, f.hi, f.lo_closed, f.hi_closed
    FROM current_figures f
    JOIN (
        SELECT area, data_element, disaggregation, period, min(occurrence) AS occurrence
        FROM current_figures WHERE status IN ('reported', 'nil', 'withheld')
        GROUP BY area, data_element, disaggregation, period
    ) k ON k.area = f.area AND k.data_element = f.data_element AND k.disaggregation = f.disaggregation
       AND k.period = f.period AND k.occurrence = f.occurrence
    WHERE f.area <> '' AND f.status IN ('reported', 'nil', 'withheld')
"""
ORIGINS = """
    CREATE OR REPLACE TABLE rollup_origins AS
    SELECT f.area, f.data_element, f.disaggregation, f.period, f.figure_id
    FROM current_figures f
    JOIN (
        SELECT area, data_element, disaggregation, period, min(occurrence) AS occurrence
        FROM current_figures WHERE status IN ('reported', 'nil', 'withheld')
        GROUP BY area, data_element, disaggregation, period
    ) k ON k.area = f.area AND k.data_element = f.data_element AND k.disaggregation = f.disaggregation
       AND k.period = f.period AND k.occurrence = f.occurrence
    WHERE f.area <> '' AND f.status IN ('reported', 'nil', 'withheld')
"""
# A whole that nobody stated, from a dimension that is there: all of its parts, or, where the
# campaign says that a blank part means none, those that there are. Of several dimensions a
# complete one comes first.
WHOLES = """
    CREATE OR REPLACE TABLE rollup_wholes AS
    SELECT k.* FROM (
        SELECT d.*, row_number() OVER (
            PARTITION BY d.area, d.data_element, d.disaggregation, d.period
            ORDER BY CASE WHEN d.there = d.parts THEN 0 ELSE 1 END, d.relation) AS choice
        FROM (
            SELECT n.area, s.whole_element AS data_element, s.whole_disaggregation AS disaggregation, n.period,
                   s.relation, c.parts, count(*) AS there,
                   CASE WHEN count(n.value) = count(*) THEN sum(n.value) END AS value,
                   CASE WHEN count(n.lo) = count(*) THEN sum(n.lo) END AS lo,
                   CASE WHEN count(n.hi) = count(*) THEN sum(n.hi) END AS hi,
                   bool_and(n.lo_closed) AS lo_closed, bool_and(n.hi_closed) AS hi_closed
            FROM rollup_numbers n
            JOIN sums s ON s.part_element = n.data_element AND s.part_disaggregation = n.disaggregation
             AND s.whole_element = s.part_element
            JOIN elements e ON e.data_element = s.whole_element AND e.over_areas IN ('sum', 'count')
            JOIN (
                SELECT relation, whole_disaggregation, count(*) AS parts FROM sums
                GROUP BY relation, whole_disaggregation
            ) c ON c.relation = s.relation AND c.whole_disaggregation = s.whole_disaggregation
            GROUP BY n.area, s.whole_element, s.whole_disaggregation, n.period, s.relation, c.parts, e.missing
            HAVING count(*) = c.parts OR e.missing IN ('partial_zero', 'non_zero', 'always_zero')
        ) d
    ) k
    LEFT JOIN rollup_numbers w ON w.area = k.area AND w.data_element = k.data_element
     AND w.disaggregation = k.disaggregation AND w.period = k.period
    WHERE k.choice = 1 AND w.area IS NULL
"""
ADD_WHOLES = (
    """
    INSERT INTO rollup_origins
    SELECT w.area, w.data_element, w.disaggregation, w.period, o.figure_id
    FROM rollup_wholes w
    JOIN sums s ON s.relation = w.relation AND s.whole_disaggregation = w.disaggregation
     AND s.whole_element = w.data_element
    JOIN rollup_origins o ON o.area = w.area AND o.data_element = s.part_element
     AND o.disaggregation = s.part_disaggregation AND o.period = w.period
    """,
    """
    INSERT INTO rollup_numbers
    SELECT area, data_element, disaggregation, period, value, lo, hi, lo_closed, hi_closed FROM rollup_wholes
    """,
)


def find_numbers(engine: Engine) -> None:
    """Fill `rollup_numbers`, a row for each area, data element, disaggregation and period with a number.

    `rollup_origins` names the figures that each of them comes from.
    """
    engine.run(NUMBERS)
    engine.run(ORIGINS)
    # A whole made of parts may itself be a part: of the cells by age and sex, the sexes, then all.
    [(dimensions,)] = engine.rows(
        "SELECT coalesce(max(1 + length(disaggregation) - length(replace(disaggregation, ';', ''))), 0)"
        " FROM rollup_numbers WHERE disaggregation <> ''"
    )
    for _ in range(dimensions):
        engine.run(WHOLES)
        for statement in ADD_WHOLES:
            engine.run(statement)
