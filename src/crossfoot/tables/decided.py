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
