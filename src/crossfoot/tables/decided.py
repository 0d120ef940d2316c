"""What offices decided about figures and findings: acceptances, and the answers that areas gave."""

from crossfoot.tables.shape import SUBJECT, Column, Table, count, text

ACCEPTANCES = Table(
    "acceptances",
    "One row for each figure that an office accepted in place of one as received, as of the asked moment.",
    (
        text("figure_id", "The accepted figure; its evidence is the entry in the journal."),
        text("corrects", "The figure as received; empty where the cell was not there at all."),
        *SUBJECT,
        text("finding_key", "Key of the finding that it was about."),
        text("suggestion_key", "Key of the suggestion that was accepted."),
        text("why", "The reason, in the words of who accepted it."),
        text("by_whom", "Who accepted it: an office, not a person's record."),
        Column("recorded_at", "TIMESTAMP", "When it was accepted, by our clock; UTC."),
        count("sequence", "Order in the journal: a later one supersedes."),
    ),
)
ANSWERS = Table(
    "answers",
    "One row for each question that an area answered on a sheet that came back.",
    (
        text("return_id", "SHA-256 of the sheet."),
        text("kind", "confirmed (right as it stands), corrected (with a figure), wrong (without one) or remark."),
        text("finding_key", "Key of the finding that was asked about."),
        text("figure_id", "The figure that was asked about; empty where nothing was received."),
        *SUBJECT,
        text("remark", "What the area wrote beside it; empty where it wrote nothing."),
        text("sheet", "Sheet of the workbook; empty in a CSV."),
        count("row_number", "Row, counted from 1."),
        text("cell", "The cell of the answer as a spreadsheet names it."),
    ),
)
