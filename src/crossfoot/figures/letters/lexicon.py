"""The campaign's areas in a text: by whole names only, the longest first, and fast for tens of thousands of them."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from crossfoot.campaign import AreaTree, Campaign, ProseLayout
from crossfoot.campaign.names import folded
from crossfoot.figures.layout_names import MOST_PROPOSALS, TOTALS, AreaNames
from crossfoot.figures.letters.words import Keys, Word, Words, names_of

# What may follow a name and belongs to it: "Nimba County", 西安市.
_KINDS = frozenset(
    "county counties district province prefecture region city municipality governorate department state"
    " 省 市 县 縣 区 區 州 盟 旗 乡 鄉 镇 鎮".split()
)
_MOST_KEPT = 50_000  # names whose codes are kept
_LONG_NAME = 8  # letters of a name of several words that counts in lower case too
_WHOLE = frozenset({("national",), ("nationale",), ("nationwide",)})  # places only as a label: "National: 12"
_INCLUDING = (" including ", " dont ", " such as ", "包括")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the campaign that a text names."""

    name: str  # as written, without "County"
    start: int
    end: int  # after "County"


class Lexicon:
    """Finds areas by name. A name in lower case counts only where a layout writes it so, or it is long."""

    def __init__(self, layout: ProseLayout, campaign: Campaign, tree: AreaTree) -> None:
        """Gather the names and aliases of all areas, and those of the layout."""
        self._areas = AreaNames(campaign, tree)
        self._own = {folded(name): code for name, code in layout.area_names.items()}
        self._own_keys = {names_of(name) for name in layout.area_names}
        self._found: dict[tuple[str, int], str | None] = {}
        self._proposed: dict[str, str] = {}
        self._groups = campaign.groups
        self._tree = tree
        written = [*layout.area_names, *(n for area in tree.areas for n in (area.name, *area.aliases))]
        # "Total cases" is no place, whatever the totals of tables are called.
        self._names: set[Keys] = {
            keys for name in written if (keys := names_of(name)) and (keys in self._own_keys or not _is_total(name))
        }
        self._longest: dict[str, int] = {}
        for keys in self._names:
            self._longest[keys[0]] = max(self._longest.get(keys[0], 0), len(keys))

    def mentions(self, words: Words) -> list[Mention]:
        """Return the places that a text names, in order; none overlaps another."""
        found: list[Mention] = []
        spoken = words.text != words.text.lower()  # a telegram all in lower case has no capitals to go by
        at = 0
        while at < len(words.all):
            length = self._length(words, at, capitals=spoken)
            if not length:
                at += 1
                continue
            first, last = words.all[at], words.all[at + length - 1]
            after = words.all[at + length] if at + length < len(words.all) else None
            ends = after.end if after and after.name in _KINDS and after.start - last.end <= 1 else last.end
            found.append(Mention(words.text[first.start : last.end], first.start, ends))
            at += length
        return found

    def _length(self, words: Words, at: int, *, capitals: bool) -> int:
        """How many words from here on make the longest name that is known; 0 for none."""
        first = words.all[at]
        for n in range(min(self._longest.get(first.name, 0), len(words.all) - at), 0, -1):
            these = words.all[at : at + n]
            keys = tuple(word.name for word in these)
            if keys in self._names and _close(words.text, these) and self._written(words.text, keys, these, capitals):
                return n
        return 0

    def _written(self, text: str, keys: Keys, these: tuple[Word, ...], capitals: bool) -> bool:
        """Whether words stand for a place, and not for the word of the language that they also are."""
        first = text[these[0].start]
        if keys in _WHOLE and keys not in self._own_keys:
            return text[these[-1].end :].lstrip(" *_\u00a0").startswith((":", "："))
        if not capitals or not first.islower() or keys in self._own_keys:
            return True
        return len(these) > 1 and sum(map(len, keys)) >= _LONG_NAME

    def find(self, written: str, day: date | None) -> str | None:
        """Return the code of the area or group that a reader's words mean on a day, or None.

        Args:
            written: a name; "Bijie, Guizhou", the second above the first; several joined by "; "; or a
                number of places of which some are named: "15 cities including Shenyang, Beijing".
            day: the last day of the period.
        """
        found = self._one(written, day)
        if found is not None:
            return found
        for including in _INCLUDING:
            head, mark, listed = written.partition(including)
            if mark:
                count = "".join(c for c in head if c.isdigit())
                return self._group(listed.replace(",", ";").split(";"), int(count) if count else None, day)
        if ";" in written:
            names = written.split(";")
            return self._group(names, len(names), day, joined=True)
        name, comma, above = written.partition(",")
        if comma:
            code, upper = self._one(name, day), self._one(above, day)
            return code if code and upper and self._below(code, upper) else None
        return None

    def given(self, written: str, day: date | None) -> str | None:
        """Return the code of an area that a layout or a file's name gives, where a code is a code."""
        if written in self._tree.by_code or written in self._groups:
            return written
        return self._one(written, day) if written else None

    def propose(self, written: str) -> str:
        """Return the known name nearest to this one, or ""; it is slow, so not for ever."""
        if written not in self._proposed and len(self._proposed) < MOST_PROPOSALS:
            self._proposed[written] = self._areas.propose(written)
        return self._proposed.get(written, "")

    def _one(self, written: str, day: date | None) -> str | None:
        key = (written, self._areas.stretch(day))
        if key not in self._found:
            if len(self._found) > _MOST_KEPT:
                self._found.clear()
            self._found[key] = self._looked_up(written.strip(), day)
        return self._found[key]

    def _looked_up(self, name: str, day: date | None) -> str | None:
        own = self._own.get(folded(name))
        if own is not None or not names_of(name):
            return own
        if name in self._tree.by_code and names_of(name) not in self._names:
            return None  # a code in running text is a word: NE, E, IN
        found = self._areas.find(name, day)
        if found is None:
            head, _, kind = name.rpartition(" ")
            head, kind = (head, kind) if head else (name[:-1], name[-1:])
            found = self._areas.find(head, day) if folded(kind) in _KINDS and head not in self._tree.by_code else None
        return found

    def _below(self, code: str, upper: str) -> bool:
        """Whether one area lies in another."""
        seen: set[str] = set()
        ahead = [code]
        while ahead:
            at = ahead.pop()
            if at == upper:
                return True
            if at not in seen:
                seen.add(at)
                ahead.extend(area.parent for area in self._tree.by_code.get(at, ()) if area.parent)
        return False

    def _group(self, names: list[str], count: int | None, day: date | None, *, joined: bool = False) -> str | None:
        """Return the one group of the campaign that has just these members and this number; None if none has.

        Args:
            names: as written.
            count: how many places are meant; of places that are only joined, those that are named.
            day: the last day of the period.
            joined: whether the places are all that is meant, or "several of" them.
        """
        members = [self._one(name.strip().removeprefix("and ").removeprefix("et "), day) for name in names]
        known = {member for member in members if member is not None}
        left = len(members) - len(known)
        fitting = [
            code
            for code, group in self._groups.items()
            if known == set(group.members)
            and (group.count == count or (joined and group.count is None))
            and (not left or group.open)
            and not (joined and left)
        ]
        return fitting[0] if len(fitting) == 1 else None


def _is_total(name: str) -> bool:
    return folded(name) in TOTALS


def _close(text: str, these: tuple[Word, ...]) -> bool:
    """Whether words are one name: with a space, hyphen or apostrophe between them, on one line."""
    return all(
        text[before.end : after.start].strip(" \u00a0-'’·‑") == "" and after.start - before.end <= 2  # noqa: PLR2004
        for before, after in pairwise(these)
    )


def within(mentions: list[Mention], start: int, end: int) -> Iterator[Mention]:
    """Yield the mentions that begin between two offsets."""
    at = bisect_left(mentions, start, key=lambda mention: mention.start)
    while at < len(mentions) and mentions[at].start < end:
        yield mentions[at]
        at += 1
