"""The same file received again under another name."""

from crossfoot.checks._check import Check
from crossfoot.checks._returns import fields
from crossfoot.terms.finding import Severity

CHECK = Check(
    code="return-duplicated",
    severity=Severity.INFORMATION,
    what="Looks for files that are the same, byte for byte, as one received before.",
    why="It is counted once; if another return was meant, that one is missing.",
    remedy="Ask the sender whether another file was meant.",
    detail=("file", "copy_of"),
)
QUERY = f"""
    SELECT CASE WHEN c.copy_of = '' THEN 'passed' ELSE 'failed' END AS outcome,
           '' AS area, '' AS data_element, '' AS disaggregation, '' AS period,
           substr(c.return_id, 1, 12) || CASE WHEN c.copy_of = '' THEN '' ELSE ':' || c.name END AS extra,
           NULL AS stated, NULL AS computed, NULL AS parts_reported, NULL AS parts_expected, '' AS holds_if,
           {fields("c.name", "c.copy_of")} AS detail
    FROM (SELECT DISTINCT return_id, name, copy_of FROM receipts WHERE layout NOT IN ('(areas)', '(accepted)')) c
"""
PROOF = ""
