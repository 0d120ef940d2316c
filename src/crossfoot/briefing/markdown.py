"""Markdown with marks in it → blocks of the document. HTML in it is text like any other."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from crossfoot.briefing.document import (
    Block,
    Column,
    Heading,
    Inline,
    Link,
    Listing,
    Prose,
    Row,
    Run,
    Table,
    Text,
)  # fmt: skip
from crossfoot.briefing.sandbox import MARK, Blocked, Inlined

LEVELS = (2, 6)  # headings of a template lie between these: the issue itself is level 1


class MisplacedError(Exception):
    """A table, chart or list stands where only words can."""


@dataclass
class _Reader:
    """Goes through the tokens once."""

    tokens: Sequence[Token]
    kept: Sequence[Inlined | Blocked]
    at: int = 0
    anchors: set[str] = field(default_factory=set)

    def blocks(self, until: str = "") -> list[Block]:
        out: list[Block] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == until:
                return out
            out += self._block(token)
        return out

    def _block(self, token: Token) -> list[Block]:
        out: list[Block] = []
        match token.type:
            case "heading_open":
                out = [self._heading(int(token.tag[1]))]
            case "paragraph_open":
                out = self._paragraph()
            case "bullet_list_open" | "ordered_list_open":
                out = [self._list(token.type.replace("open", "close"), token.type.startswith("ordered"))]
            case "blockquote_open":
                inside = self.blocks("blockquote_close")
                out = [Prose(block.content, "note") if isinstance(block, Prose) else block for block in inside]
            case "table_open":
                out = [self._table()]
            case "fence" | "code_block":
                out = [Prose(self._marked(token.content, code=True))]
        return out

    def _next_inline(self) -> Token:
        token = self.tokens[self.at]
        self.at += 2  # and what closes it
        return token

    def _heading(self, level: int) -> Heading:
        content = self._inline(self._next_inline())
        level = max(LEVELS[0], min(level, LEVELS[1]))
        anchor = f"part-{len(self.anchors) + 1}" if level == LEVELS[0] else ""
        self.anchors.add(anchor)
        return Heading(level, content, anchor)

    def _paragraph(self) -> list[Block]:
        token = self._next_inline()
        alone = MARK.fullmatch(token.content.strip())
        if alone is not None:
            found = self.kept[int(alone[1])]
            if isinstance(found, Blocked):
                return list(found.blocks)
        lines = token.content.split("\n")
        if len(lines) > 1 and all(self._is_blocked(line.strip()) for line in lines):
            return [b for line in lines for b in self._blocked(line.strip())]
        return [Prose(self._inline(token))]

    def _is_blocked(self, line: str) -> bool:
        alone = MARK.fullmatch(line)
        return alone is not None and isinstance(self.kept[int(alone[1])], Blocked)

    def _blocked(self, line: str) -> tuple[Block, ...]:
        alone = MARK.fullmatch(line)
        found = self.kept[int(alone[1])] if alone else None
        return found.blocks if isinstance(found, Blocked) else ()

    def _list(self, until: str, ordered: bool) -> Listing:
        items = []
        while self.tokens[self.at].type != until:
            self.at += 1
            items.append(tuple(self.blocks("list_item_close")))
        self.at += 1
        return Listing(tuple(items), ordered)

    def _table(self) -> Table:
        rows: list[list[Inline]] = []
        numeric: list[bool] = []
        while (token := self.tokens[self.at]).type != "table_close":
            self.at += 1
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                rows[-1].append(self._inline(self._next_inline()))
                if token.type == "th_open":
                    numeric.append("right" in str(token.attrGet("style") or ""))
        self.at += 1
        columns = tuple(Column(cell, number) for cell, number in zip(rows[0], numeric, strict=True))
        return Table((), columns, tuple(Row(tuple(row)) for row in rows[1:]), kind="figures")

    def _inline(self, token: Token) -> Inline:
        out: list[Run] = []
        strong = emphasis = 0
        target = ""
        for child in token.children or ():
            match child.type:
                case "strong_open" | "strong_close":
                    strong += 1 if child.nesting == 1 else -1
                case "em_open" | "em_close":
                    emphasis += 1 if child.nesting == 1 else -1
                case "link_open":
                    target = str(child.attrGet("href") or "")
                case "link_close":
                    target = ""
                case "softbreak" | "hardbreak":
                    out.append(Text(" "))
                case _:
                    code = child.type == "code_inline"
                    runs = self._marked(child.content, strong=strong > 0, emphasis=emphasis > 0, code=code)
                    out += [Link(r.text, target) if target and isinstance(r, Text) else r for r in runs]
        return tuple(out)

    def _marked(self, text: str, *, strong: bool = False, emphasis: bool = False, code: bool = False) -> Inline:
        out: list[Run] = []
        for n, piece in enumerate(MARK.split(text)):
            if n % 2 == 0:
                if piece:
                    out.append(Text(piece, strong, emphasis, code))
                continue
            found = self.kept[int(piece)]
            if isinstance(found, Blocked):
                raise MisplacedError
            out += [
                Text(r.text, r.strong or strong, r.emphasis or emphasis, r.code) if isinstance(r, Text) else r
                for r in found.runs
            ]
        return tuple(out)


def read_markdown(source: str, kept: Sequence[Inlined | Blocked]) -> list[Block]:
    """Return the blocks of a Markdown text in which marks stand for runs and blocks.

    Raises:
        MisplacedError: a mark for blocks stands inside a sentence.
    """
    reader = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "html_block", "html_inline"])
    return _Reader(reader.parse(source), kept).blocks()
