"""The briefing as plain text: for e-mail, and in 480 characters for a short message."""

import re
from collections.abc import Iterable
from typing import assert_never

from rich.cells import cell_len

from crossfoot.briefing.document import (
    Block,
    Chart,
    Document,
    Entry,
    Fold,
    Heading,
    KeyFigures,
    Listing,
    Prose,
    Row,
    Table,
)  # fmt: skip
from crossfoot.briefing.formats.paper import text_of

WIDTH = 72
# A word with the space behind it; or one wide sign, with the mark behind it that may not begin a line.
WORDS = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff](?:[\u3001-\u3011\uff01-\uff1f]|\s)*|[^\s\u2e80-\u9fff\uf900-\ufaff]+\s*|\s+"
)
SHORT = 480  # characters: three messages of 160
RULES = {1: "=", 2: "=", 3: "-"}
LAST = frozenset({"evidence", "records"})  # sections that stand in the other formats


def render_text(document: Document) -> bytes:
    """Return a briefing as plain text in UTF-8, 72 columns wide; where the numbers come from is left to the page."""
    head = document.head
    lines = [head.campaign, head.title, "=" * max(cell_len(head.campaign), cell_len(head.title))]
    lines += [f"{label}: {text_of(content)}" for label, content in head.facts]
    lines += [text_of(head.notice), ""] if head.notice else [""]
    lines += _blocks(_told(document.blocks))
    lines += ["", *_wrapped(document.words["footer"])]
    return ("\n".join(line.rstrip() for line in lines).strip() + "\n").encode()


def render_short(document: Document) -> bytes:
    """Return a briefing as one message of at most 480 characters: the key figures, as many as find room."""
    head = document.head
    out = f"{head.campaign}, {head.title}"
    period = next((text_of(content) for _, content in head.facts), "")
    out += f" ({period}):" if period else ":"
    items = [i for b in document.blocks if isinstance(b, KeyFigures) for i in b.items]
    told = [f"{i.label} {text_of(i.number)}" + (f" ({text_of(i.change)})" if i.change else "") for i in items]
    for n, one in enumerate(told):
        longer = f"{out}{';' if n else ''} {one}"
        if len(longer) + 1 > SHORT:
            break
        out = longer
    return (out[: SHORT - 1] + ".\n").encode()


def _told(blocks: Iterable[Block]) -> list[Block]:
    """All but the sections that lead each number to its cells, and what is folded away."""
    out: list[Block] = []
    keeps = True
    for block in blocks:
        if isinstance(block, Heading) and block.level <= 2 and block.anchor:  # noqa: PLR2004 - a section
            keeps = block.anchor not in LAST
        if keeps and not isinstance(block, Fold):
            out.append(block)
    return out


def _blocks(blocks: Iterable[Block]) -> list[str]:
    return [line for block in blocks for line in _block(block)]


def _block(block: Block) -> list[str]:
    match block:
        case Heading():
            text = text_of(block.content)
            return ["", text, RULES.get(block.level, "-") * cell_len(text), ""]
        case Prose():
            return [] if block.role == "back" else [*_wrapped(text_of(block.content)), ""]
        case Listing():
            return _listing(block)
        case Table():
            return _table(block)
        case KeyFigures():
            return _key_figures(block)
        case Chart():
            return [*_wrapped(f"[{block.title}. {block.description}]"), ""]
        case Entry():
            return [*_wrapped(text_of(block.heading)), *_blocks(block.blocks)]
        case Fold():
            return []
        case _:
            assert_never(block)


def _wrapped(text: str, first: str = "", later: str = "") -> list[str]:
    """Break a text over lines: at spaces, and between Chinese signs, each of which is two columns wide."""
    lines, line = [], first
    for word in WORDS.findall(text):
        if cell_len(line + word.rstrip()) > WIDTH and line.strip():
            lines.append(line.rstrip())
            line = later
        line += word if line.strip() else word.lstrip()
    return [*lines, line.rstrip()]


def _listing(block: Listing) -> list[str]:
    out = []
    for n, item in enumerate(block.items, start=1):
        mark = f"{n}. " if block.ordered else "- "
        text = " ".join(text_of(b.content) for b in item if isinstance(b, Prose))
        out += _wrapped(text, mark, " " * len(mark))
    return [*out, ""]


def _key_figures(block: KeyFigures) -> list[str]:
    room = max((cell_len(i.label) for i in block.items), default=0) + 2
    out = []
    for item in block.items:
        beside = " ".join(filter(None, (text_of(item.change), text_of(item.note))))
        out.append(_padded(item.label, room) + text_of(item.number) + (f"  ({beside})" if beside else ""))
    return [*out, ""]


def _table(table: Table) -> list[str]:
    """A table in columns where it fits; otherwise row by row, each value with the name of its column."""
    heads = [text_of(c.heading) for c in table.columns]
    rows = [[text_of(cell) for cell in row.cells] for row in table.rows]
    widths = [max(cell_len(line[n]) for line in [heads, *rows] if n < len(line)) for n in range(len(heads))]
    caption = [*_wrapped(text_of(table.caption)), ""]
    note = [*_wrapped(text_of(table.note))] if table.note else []
    if sum(widths) + 2 * len(widths) > WIDTH:
        return [*caption, *(line for row in table.rows for line in _by_name(row, heads)), *note, ""]
    right = [c.numeric for c in table.columns]
    drawn = [_line(line, widths, right) for line in [heads, ["-" * w for w in widths], *rows]]
    return [*caption, *drawn, *note, ""]


def _by_name(row: Row, heads: list[str]) -> list[str]:
    name, *values = [text_of(cell) for cell in row.cells]
    told = "; ".join(f"{head} {value}" for head, value in zip(heads[1:], values, strict=False) if value)
    return _wrapped(f"{name}: {told}", later="  ")


def _line(cells: list[str], widths: list[int], right: list[bool]) -> str:
    return "  ".join(_padded(c, w, right=r) for c, w, r in zip(cells, widths, right, strict=False))


def _padded(text: str, width: int, *, right: bool = False) -> str:
    space = " " * max(0, width - cell_len(text))
    return space + text if right else text + space
