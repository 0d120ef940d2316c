"""The end of a briefing: how to read it."""

from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Block, Listing, Prose, Text
from crossfoot.wording.messages import word

READ = ("link", "incomplete", "stated", "marked", "accepted", "absent", "change")


def how_to_read(desk: Desk) -> list[Block]:
    """Return what the marks and words of the page mean."""
    said = [name for name in READ if name != "accepted" or desk.lookup.accepted]
    items = tuple((Prose((Text(word(f"read.{name}", desk.language)),)),) for name in said)
    return [Listing(items)]
