"""The table of how issues stand with the areas that they were circulated to."""

from crossfoot.tables.shape import Table, count, day, flag, text

CIRCULATED = Table(
    "circulated",
    "One row for each issue that was circulated and each area of a level that it went to, as known at the moment.",
    (
        text("issue", "Number of the issue, as printed: 3 or 3a."),
        text("area", "Code of the area."),
        text("name", "Its name on the day whose hierarchy the issue was circulated to."),
        text("level", "Its level."),
        flag("sent", "Whether a message to it certainly went out."),
        day("acknowledged", "The day on which it acknowledged the issue; empty = it did not.", required=False),
        text("file", "File of the journal where the acknowledgement, or else the sending, stands; empty = neither."),
        count("line", "Line of that file, counted from 1; 0 where there is none."),
    ),
)
