"""Which areas get a page, and what its file is called."""

import re
from collections.abc import Iterable
from datetime import date

from crossfoot.campaign import AreaTree
from crossfoot.campaign.names import nearest
from crossfoot.errors import NotFoundError

FOLDER = "areas"  # beside briefing.html
AREA_INDEX = "areas.html"  # beside it too: an area may have any code, "index" as well
EVERY = "*"  # in place of a level: all areas below the top
PLAIN = re.compile(r"[\w.-]")
TARGET = re.compile(r"[\w.-]+")  # what a link to another page may hold


def chosen_areas(tree: AreaTree, levels: tuple[str, ...], asked: str, day: date) -> list[str]:
    """Return the codes of the areas of a level (`EVERY`: all below the top) on a day, in the order of the areas file.

    Raises:
        NotFoundError: the campaign has no such level.
    """
    if asked != EVERY and asked not in levels:
        near = nearest(asked, levels)
        remedy = f"Did you mean '{near}'?" if near else f"There are: {', '.join(levels)}."
        raise NotFoundError(f"'{asked}' is not a level of this campaign. {remedy}")
    found = [a for a in tree.areas if a.starts <= day <= a.ends and (a.level == asked or (asked == EVERY and a.parent))]
    return list(dict.fromkeys(area.code for area in found))


def page_names(codes: Iterable[str]) -> dict[str, str]:
    """Return the file name of each area's page: its code, safe in every file system, and no two alike."""
    out: dict[str, str] = {}
    taken: set[str] = set()
    for code in codes:
        safe = "".join(c if PLAIN.match(c) else f"_{ord(c):x}_" for c in code)
        name = safe
        while name.casefold() in taken:  # some file systems do not tell A from a
            name += "_"
        taken.add(name.casefold())
        out[code] = f"{name}.html"
    return out
