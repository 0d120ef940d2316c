"""What is asked of an area: the returns it owes, the questions about its figures, and its follow-ups."""

from crossfoot.briefing.areas.gathered import Gathered
from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Block, Listing, Prose, Text
from crossfoot.briefing.follow_ups import own_progress, task_note
from crossfoot.wording.messages import word


def asked_blocks(desk: Desk, area: str, gathered: Gathered) -> list[Block]:
    """Return what the area is asked for, as a list; one sentence where that is nothing."""
    language = desk.language
    items: list[tuple[Block, ...]] = []
    if any(one.area == area for one in gathered.owed.get(area, ())):
        items.append((Prose((Text(word("area.ask.return", language)),)),))
    if gathered.faults.get(area):
        told = word("area.ask.questions", language)
        before, _, after = told.partition("{command}")
        command = Text(f"crossfoot questions CAMPAIGN --area {area}", code=True)
        items.append((Prose((Text(before), command, Text(after))),))
    for task in gathered.tasks:
        if area in task.areas:
            note = task_note(desk, task)
            items.append(
                (Prose((Text(task.text, strong=True), Text(" "), *own_progress(desk, task, area))),
                 *([Prose((Text(note),), "note")] if note else []))
            )  # fmt: skip
    return [Listing(tuple(items))] if items else [Prose((Text(word("area.ask.nothing", language)),))]
