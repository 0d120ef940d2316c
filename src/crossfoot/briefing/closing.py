"""The end of a briefing: follow-ups, and how to read it."""

from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Block, Listing, Prose, Text
from crossfoot.wording.dates import day_name
from crossfoot.wording.messages import word

READ = ("link", "incomplete", "stated", "marked", "accepted", "absent", "change")


def follow_ups(desk: Desk) -> list[Block]:
    """Return the campaign's follow-ups, each with its areas, its day and how its success is measured."""
    items: list[tuple[Block, ...]] = []
    language = desk.language
    for task in desk.issue.campaign.follow_ups:
        said = []
        if task.areas:
            said.append(", ".join(desk.lookup.area_name(area) for area in task.areas))
        if task.due is not None:
            said.append(word("follow_up.due", language).format(day=day_name(task.due, language)))
        if task.measure:
            said.append(word("follow_up.measure", language).format(measure=task.measure))
        blocks: list[Block] = [Prose((Text(task.text),))]
        if said:
            blocks.append(Prose((Text(" · ".join(said)),), "note"))
        items.append(tuple(blocks))
    return [Listing(tuple(items))] if items else []


def how_to_read(desk: Desk) -> list[Block]:
    """Return what the marks and words of the page mean."""
    said = [name for name in READ if name != "accepted" or desk.lookup.accepted]
    items = tuple((Prose((Text(word(f"read.{name}", desk.language)),)),) for name in said)
    return [Listing(items)]
