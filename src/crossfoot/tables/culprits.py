"""Which figure is likely wrong where a relation does not hold, and what it should have been."""

from crossfoot.tables.shape import SUBJECT, Table, amount, count, text

SUGGESTIONS = Table(
    "suggestions",
    "One row for each change of each suggestion, under each finding that it would repair.",
    (
        text("finding_key", "Key of the finding."),
        text("suggestion_key", "Names the suggestion, stable from run to run: its findings, cells and values, hashed."),
        count("rank", "Place among the suggestions of the finding; 1 for the best."),
        text("cause", "Code of what may have happened: digit-wrong, unit-slip."),
        text("confidence", "likely, possible or weak."),
        amount("score", "The more, the better explained; comparable within a finding."),
        text("figure_id", "The figure that would change."),
        *SUBJECT,
        amount("stated", "The value as stated; empty where the cell is blank."),
        amount("suggested", "The value that it should have been; empty where only the cell is known to be wrong."),
        count("repairs", "How many findings the suggestion would repair."),
        count("breaks", "How many relations that hold it would break."),
        text("against", "Codes of what speaks against it, tabs between; empty where nothing does."),
    ),
)
