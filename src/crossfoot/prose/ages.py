"""Ages without a unit: aged 25 to 34, at the age of 50. They are in years."""

from crossfoot.prose.draft import Draft
from crossfoot.prose.measures import NAMES
from crossfoot.prose.reading import Kind
from crossfoot.prose.tokens import Passage

_AGED = frozenset({"aged", "ages", "âgé", "âgée", "âgés", "âgées"})
_OLDEST = 120


def read_age(passage: Passage, draft: Draft) -> None:
    """Set years as the unit of a bare number behind "aged" or "the age of"."""
    if not draft.bare or draft.value is None or not 0 <= draft.value <= _OLDEST:
        return
    i = draft.first - 1
    before = passage.word(i)
    while i > 0 and (before in passage.language.before or before in passage.language.between or before == "from"):
        i -= 1
        before = passage.word(i)
    if before in _AGED or (before in passage.language.of and passage.word(i - 1) in ("age", "ages")):
        draft.kind, draft.unit = Kind.MEASURE, "year"


def also_aged(passage: Passage, left: Draft, right: Draft) -> None:
    """Set years for the second of "aged 9 and 12"."""
    between = passage.words[left.after : right.first]
    if right.bare and left.unit == "year" and between in (["and"], ["or"], [","]):
        if passage.word(left.after - 1) not in NAMES:
            right.kind, right.unit = Kind.MEASURE, "year"
