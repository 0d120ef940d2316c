"""Remarks sent with returns, quoted as written, by place and never by person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from crossfoot.briefing.document import Inline, Link, Text
from crossfoot.briefing.evidence import phrase
from crossfoot.briefing.lookup import Lookup
from crossfoot.briefing.sandbox import without_private

LENGTH = 200  # characters of a remark that are quoted
SAID = """
    SELECT t.area, t.return_id, t.sheet, t.row_number, t.cell, t.stated FROM troubles t
    JOIN within w ON w.period = t.period AND w.longer = $1
    WHERE t.kind = 'remark' AND t.area <> ''
    UNION ALL
    SELECT a.area, a.return_id, a.sheet, a.row_number, a.cell, a.remark FROM answers a
    JOIN within w ON w.period = a.period AND w.longer = $1
    WHERE a.remark <> '' AND a.area <> ''
    ORDER BY 1, 2, 3, 4, 5
"""
# A simple rule, on the safe side: what it stops is told to the author, who may tell it in own words.
TELEPHONE = re.compile(r"\+?[0-9](?:[ ().\-/\N{NO-BREAK SPACE}]{0,2}[0-9]){6,}")
ADDRESS = re.compile(r"\S@\S")
TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sr|Sra|Mme|Mlle|MM|Madame|Monsieur)\b\.?\s*\w|\bM\.\s*[^\W\d_]|\b[^\W\d_]\.\s?[A-Z][a-z]"
    r"|[\u4e00-\u9fff]{1,3}(?:先生|女士|小姐|同志|医生|大夫|主任|书记|老师)"
)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Voice:
    """A remark as it was written, and where it stands."""

    area: str
    return_id: str
    sheet: str
    row_number: int
    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class Unquoted:
    """A remark that was asked for and not quoted, for its author to look at."""

    area: str  # name
    place: str  # file and cell
    why: str  # key of the message: unquoted.telephone or unquoted.person


@dataclass
class Voices:
    """The remarks of the issue's period, by area, those of the newest return first."""

    lookup: Lookup
    unquoted: dict[Voice, Unquoted] = field(default_factory=dict)  # those that were asked for

    @cached_property
    def _all(self) -> tuple[Voice, ...]:
        rows = self.lookup.engine.rows(SAID, [self.lookup.issue.period.code])
        came = {return_id: n for n, return_id in enumerate(self.lookup.sources())}
        newest = sorted((Voice(*row) for row in rows), key=lambda voice: (voice.area, -came.get(voice.return_id, 0)))
        return tuple(voice for voice in newest if voice.return_id in came and voice.text.strip())

    @cached_property
    def _known(self) -> frozenset[str]:
        """The words of the names of areas, in which a capital is no sign of a person."""
        tree, campaign = self.lookup.issue.tree, self.lookup.issue.campaign
        names = [name for area in tree.areas for name in (area.name, *area.aliases, area.level)]
        names += [e.name for e in campaign.data_elements.values()] + [campaign.name]
        return frozenset(word for name in names for word in WORD.findall(name))

    def quoted(self, area: str = "", length: int = LENGTH) -> Iterator[tuple[Voice, Inline]]:
        """Yield the remarks of an area (by default of all) as they are printed; those of doubt are noted instead."""
        for voice in self._all:
            if area and voice.area != area:
                continue
            why = doubt(voice.text, self._known)
            if why:
                place = f"{self.lookup.sources()[voice.return_id].name}, {voice.cell}"
                self.unquoted[voice] = Unquoted(self.lookup.area_name(voice.area), place, why)
            else:
                yield voice, self._printed(voice, length)

    def _printed(self, voice: Voice, length: int) -> Inline:
        sheet = f" · {voice.sheet}" if voice.sheet else ""
        place = f"{self.lookup.sources()[voice.return_id].name}{sheet}, {voice.cell}"
        return phrase(
            "voice", self.lookup.issue.language, text=(Text(without_private(cut(voice.text, length))),),
            area=(Text(self.lookup.area_name(voice.area)),), place=(Link(place, f"#s-{voice.return_id[:12]}"),),
        )  # fmt: skip


def doubt(text: str, known: frozenset[str]) -> str:
    """Return why a remark is not quoted, as the key of a message; empty where nothing speaks against it.

    It may hold a telephone number (seven digits or more with at most two signs between them), an address for
    mail, or a person's name: a title (Mr, Dr, Mme, 先生, 主任 …), an initial before a capital, or two words
    side by side that begin with a capital, neither of them of a place. A Chinese name without a title, and a
    name in small letters, cannot be told.

    Args:
        text: the remark.
        known: words of places and of the campaign.
    """
    if TELEPHONE.search(text) or ADDRESS.search(text):
        return "unquoted.telephone"
    if TITLE.search(text):
        return "unquoted.person"
    words = list(WORD.finditer(text))
    for first, second in pairwise(words):
        together = text[first.end() : second.start()].isspace()
        if together and all(_named(one[0]) and one[0] not in known for one in (first, second)):
            return "unquoted.person"
    return ""


def _named(word: str) -> bool:
    """Whether a word begins with a capital and goes on otherwise, as names do, or is all capitals as in lists."""
    return word[0].isupper() and len(word) > 1


def cut(text: str, length: int) -> str:
    """Return a text of at most so many characters, cut at a space where there is one, with … where it was cut."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    head, _, _ = text[:length].rpartition(" ")
    return f"{head or text[: max(1, length - 1)]}…"
