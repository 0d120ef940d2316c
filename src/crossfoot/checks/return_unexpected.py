"""A return about a period or a place that nobody was to report on."""

from crossfoot.checks._check import Check
from crossfoot.checks._returns import RETURNS
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="return-unexpected",
    severity=Severity.WARNING,
    what="Looks for returns about a period for which no obligation asks for a return, or about areas that neither had "
    "to report, nor lie in one that had to, nor contain one.",
    why="A wrong date puts figures where nobody looks for them, and the return that was due seems to be missing.",
    remedy="Ask the sender which period and place the return is about; withdraw it if it is a trial or a template.",
    detail=("file",),
)

# A figure is expected with any period that contains its own, or lies in it, and with any area above or below.
# A period that has not ended yet cannot be judged: its returns are not due. A group of areas ("15 cities") is
# nobody's to report on, and no fault of its return.
PREPARE = (
    "CREATE OR REPLACE TABLE areas_known AS SELECT DISTINCT area FROM areas",
    """
    CREATE OR REPLACE TABLE expected_periods AS
    SELECT DISTINCT e.area, w.period FROM expected e JOIN within w ON w.longer = e.period
    UNION
    SELECT DISTINCT e.area, w.longer FROM expected e JOIN within w ON w.period = e.period
    """,
    """
    CREATE OR REPLACE TABLE expected_places AS
    SELECT DISTINCT a.area, e.period
    FROM expected_periods e JOIN ancestors a ON a.ancestor = e.area
    JOIN periods p ON p.period = e.period AND a.starts <= p.ends AND p.ends <= a.ends
    UNION
    SELECT DISTINCT a.ancestor, e.period
    FROM expected_periods e JOIN ancestors a ON a.area = e.area
    JOIN periods p ON p.period = e.period AND a.starts <= p.ends AND p.ends <= a.ends
    """,
    """
    CREATE OR REPLACE TABLE told_places AS
    SELECT f.return_id, f.period, f.area, count(*) AS cells, min(f.figure_id) AS figure_id
    FROM figures f JOIN areas_known k ON k.area = f.area
    WHERE f.status <> 'missing'
    GROUP BY f.return_id, f.period, f.area
    """,
    """
    CREATE OR REPLACE TABLE unexpected AS
    SELECT t.return_id, t.period, substr(t.return_id, 1, 12) AS extra,
           max(CASE WHEN p.ends >= d.as_of THEN 1 ELSE 0 END) AS running,
           count(*) AS places, count(e.area) AS expected_places,
           min(CASE WHEN e.area IS NULL THEN t.figure_id END) AS figure_id
    FROM told_places t
    JOIN periods p ON p.period = t.period AND p.ends IS NOT NULL
    CROSS JOIN asked_on d
    LEFT JOIN expected_places e ON e.area = t.area AND e.period = t.period
    WHERE EXISTS (SELECT 1 FROM expected)
    GROUP BY t.return_id, t.period
    """,
)
QUERY = f"""
    SELECT CASE WHEN u.expected_places = u.places THEN 'passed' WHEN u.running = 1 THEN 'missing'
                ELSE 'failed' END AS outcome,
           '' AS area, '' AS data_element, '' AS disaggregation, u.period, u.extra,
           NULL AS stated, NULL AS computed, u.expected_places AS parts_reported, u.places AS parts_expected,
           '' AS holds_if, c.name AS detail
    FROM unexpected u JOIN {RETURNS} c ON c.return_id = u.return_id
"""

PROOF = """
    SELECT '' AS area, '' AS data_element, '' AS disaggregation, period, extra, 'other' AS role, figure_id
    FROM unexpected WHERE figure_id IS NOT NULL
"""
