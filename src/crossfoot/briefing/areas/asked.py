"""What is asked of an area: the returns it owes, the questions about its figures, and its follow-ups."""

from crossfoot.briefing.areas.gathered import Gathered
from crossfoot.briefing.closing import task_note
from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Block, Listing, Prose, Text
from crossfoot.wording.messages import word


def asked_blocks(desk: Desk, area: str, gathered: Gathered) -> list[Block]:
    """Return what the area is asked for, as a list; one sentence where that is nothing."""
    language = desk.language
    items: list[tuple[Block, ...]] = []
    if any(one.area == area for one in gathered.owed.get(area, ())):
        items.append((Prose((Text(word("area.ask.return", language)),)),))
    if any(fault.severity != "information" for fault in gathered.faults.get(area, ())):
        told = word("area.ask.questions", language)
        before, _, after = told.partition("{command}")
        command = Text(f"crossfoot questions CAMPAIGN --area {area}", code=True)
        items.append((Prose((Text(before), command, Text(after))),))
    for task in desk.issue.campaign.follow_ups:
        if area in task.areas:
            note = task_note(desk, task)
            items.append((Prose((Text(task.text, strong=True),)), *([Prose((Text(note),), "note")] if note else [])))
    return [Listing(tuple(items))] if items else [Prose((Text(word("area.ask.nothing", language)),))]
