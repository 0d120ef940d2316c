"""What the checks say, and the figures that show it."""

from crossfoot.tables.shape import SUBJECT, Table, amount, count, text

# A finding's key, in SQL: made of the subject and of `extra`, which tells the findings about one subject apart.
KEY = (
    "'{code}/' || q.area || '/' || q.data_element"
    " || CASE WHEN q.disaggregation = '' THEN '' ELSE '[' || q.disaggregation || ']' END"
    " || '/' || q.period || CASE WHEN q.extra = '' THEN '' ELSE '#' || q.extra END"
)

FINDINGS = Table(
    "findings",
    "One row for each outcome of each check.",
    (
        text("key", "Stable from run to run."),
        text("check_code", "Code of the check."),
        text("outcome", "passed, failed, missing or broken."),
        text("severity", "error, warning or information."),
        *SUBJECT,
        amount("stated", "The value that was stated."),
        amount("computed", "The value that the other figures make."),
        count("parts_reported", "How many parts were reported.", required=False),
        count("parts_expected", "How many parts there should be.", required=False),
        text("holds_if", "Another reading under which it would hold: truncated; empty otherwise."),
        text("detail", "What the wording needs beside the numbers."),
        amount("weight", "What the fault does to the campaign's totals."),
        text("exempted", "Why it is accepted; empty when it is not."),
    ),
)
PROOFS = Table(
    "proofs",
    "One row for each figure that shows a finding.",
    (
        text("key", "Key of the finding."),
        text("role", "stated, part or other."),
        text("figure_id", "The figure."),
    ),
)
