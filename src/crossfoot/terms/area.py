"""Areas: the places of the hierarchy, each as it was in one stretch of time."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

EVER = date(1, 1, 1)
FOREVER = date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class Area:
    """An area while its name, level and parent stayed the same; `starts` and `ends` are both inside."""

    code: str
    name: str
    level: str
    parent: str  # "" at the top
    starts: date = EVER
    ends: date = FOREVER
    aliases: tuple[str, ...] = ()
    becomes: tuple[str, ...] = ()  # the areas that it was merged into or split into when it closed
    numbers: tuple[tuple[str, Decimal], ...] = ()  # further columns of the areas file: population
    line: int = 0  # line in the areas file
