"""Where a figure stands in a running text: its page and its characters, in one short name."""

import re
from dataclasses import dataclass

_NAME = re.compile(r"(?:p(\d+):)?(\d+)-(\d+)")
OPENS, CLOSES = "⟦", "⟧"  # around the figure in a sentence that is quoted


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A stretch of a text. Offsets count its code points from 0; `end` is the one after the last."""

    page: int | None  # counted from 1; None where the format has no pages
    start: int
    end: int

    @property
    def name(self) -> str:
        """The place as the tables name it, where a table has a cell: p2:120-126, or 120-126 without pages."""
        page = "" if self.page is None else f"p{self.page}:"
        return f"{page}{self.start}-{self.end}"


def named_place(cell: str) -> TextPlace | None:
    """Return the place in a text that a name such as p2:120-126 means; None for the cell of a table."""
    match = _NAME.fullmatch(cell)
    if match is None:
        return None
    return TextPlace(int(match[1]) if match[1] else None, int(match[2]), int(match[3]))


def marked(text: str, start: int, end: int, within: tuple[int, int]) -> str:
    """Return the text from one offset to another, on one line, with a figure in it between ⟦ and ⟧."""
    first, last = within
    pieces = (text[first:start], OPENS, text[start:end], CLOSES, text[end:last])
    plain = (p if p in (OPENS, CLOSES) else p.replace(OPENS, "[").replace(CLOSES, "]") for p in pieces)
    return " ".join("".join(plain).split())
