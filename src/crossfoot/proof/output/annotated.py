"""The annotated copy: one HTML file with the text as it was, its figures marked and its relations drawn."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files

from crossfoot.documents import Block, BlockKind, Cell
from crossfoot.documents.plain import ITEM
from crossfoot.proof.baseline import Accepted, reason_for
from crossfoot.proof.document import Document, Figure, Relation
from crossfoot.proof.output.terminal import place_of, summary
from crossfoot.proof.wording import interval, number, words_of
from crossfoot.terms.figure import Qualifier
from crossfoot.terms.finding import Outcome

MOST_PASSED, MOST_FAILED = 2000, 2000  # relations that are listed


@cache
def part(name: str) -> str:
    """Return a file that is shipped beside this module."""
    return files("crossfoot.proof.output").joinpath(name).read_text("utf-8")


class Marker:
    """Writes stretches of the text with the figures in them marked."""

    def __init__(self, document: Document, failed: Sequence[Relation], language: str) -> None:
        self.document, self.language, self.words = document, language, words_of(language)
        self.next = 0
        self.stated: dict[str, list[int]] = {}
        self.member: dict[str, list[str]] = {}
        self.bad: set[str] = set()
        for count, relation in enumerate(failed, 1):
            self.stated.setdefault(relation.stated, []).append(count)
            self.bad |= {relation.stated, *relation.parts}
        names = {relation.id for relation in failed}
        for relation in sorted(document.relations, key=lambda relation: relation.id not in names):
            for name in (relation.stated, *relation.parts):
                self.member.setdefault(name, []).append(relation.id)

    def stretch(self, start: int, end: int) -> str:
        """Return the text from start to end, marked."""
        pieces, text = [], self.document.text
        figures = self.document.figures
        while self.next < len(figures) and figures[self.next].start < start:
            self.next += 1
        while self.next < len(figures) and figures[self.next].end <= end:
            figure = figures[self.next]
            pieces += [escape(text[start : figure.start]), self.marked(figure)]
            start = figure.end
            self.next += 1
        return "".join([*pieces, escape(text[start:end])])

    def marked(self, figure: Figure) -> str:
        """Return one figure with its reading, and with the numbers of the findings about it."""
        name = figure.id
        inside = self.member.get(name, [])
        classes = ["f", *(["failed"] if figure.id in self.bad else ["passed"] if inside else [])]
        classes += ["stated"] if figure.id in self.stated else []
        label = escape(self.words["panel"])
        numbers = "".join(
            f'<sup class="no"><a href="#n{count}" aria-label="{label} {count}">{count}</a></sup>'
            for count in self.stated.get(figure.id, [])
        )
        joined = f' data-in="{" ".join(inside[:9])}"' if inside else ""
        return (
            f'<span class="{" ".join(classes)}" id="{name}" tabindex="0" aria-describedby="t{name}"{joined}>'
            f"{escape(self.document.text[figure.start : figure.end])}"
            f'<span class="t" role="tooltip" id="t{name}">{escape(self.reading(figure))}</span>'
            f"</span>{numbers}"
        )

    def reading(self, figure: Figure) -> str:
        """Return in words how a figure was read."""
        words = self.words
        said = [f"{words['read_as']} {number(figure.value, self.language)} {figure.unit}".rstrip()]
        bounds = interval(figure.lower, figure.upper, self.language)
        if bounds != number(figure.value, self.language):
            said.append(bounds)
        if figure.qualifier is not Qualifier.EXACT:
            said.append(f"{words['qualifier']}: {figure.qualifier.replace('_', ' ')}")
        for key, value in (("counted", figure.counted), ("area", figure.area), ("period", figure.period)):
            if value:
                said.append(f"{words[key]}: {value}")
        return " · ".join(said)


def render_annotated(document: Document, language: str, baseline: Sequence[Accepted] = ()) -> str:
    """Return the annotated copy of a document."""
    words = words_of(language)
    reasons = {relation.id: reason_for(document, relation, baseline) for relation in document.failed}
    failed = [relation for relation in document.failed if reasons[relation.id] is None]
    title = escape(document.file or words["title"])
    body = "".join(blocks_of(document, Marker(document, failed, language)))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title} – {escape(words['title'])}</title>\n<style>\n{part('annotated.css')}</style>\n"
        "</head>\n<body>\n"
        f'<a class="skip" href="#findings">{escape(words["skip"])}</a>\n'
        f"<header><h1>{title}</h1><p>{escape(summary(document, len(failed), language).plain)}</p>"
        f'<p class="legend">{escape(words["legend"])}</p></header>\n'
        f'<div class="layout"><svg id="lines" aria-hidden="true"></svg>\n'
        f'<main lang="{escape(document.language)}" aria-label="{escape(words["text_heading"])}">\n'
        f"{body}</main>\n"
        f'<aside id="findings" aria-label="{escape(words["panel"])}">\n'
        f"{panel(document, failed, reasons, words, language)}</aside></div>\n"
        f"<footer><p>{escape(words['made_by'])} {escape(words['sha256'])}: {document.sha256}</p></footer>\n"
        f"<script>\n{part('annotated.js')}</script>\n</body>\n</html>\n"
    )


def panel(
    document: Document,
    failed: Sequence[Relation],
    reasons: Mapping[str, str | None],
    words: Mapping[str, str],
    language: str,
) -> str:
    """Return the findings: what fails first, then what was accepted, then what holds, folded away."""
    pieces = [f"<h2>{escape(words['failed_heading'])}</h2>\n"]
    pieces.append("" if failed else f"<p>{escape(words['none_failed'])}</p>\n")
    rows = [
        finding(document, relation, language, "failed", str(count))
        for count, relation in enumerate(failed[:MOST_FAILED], 1)
    ]
    pieces.append(f"<ol>{''.join(rows)}</ol>\n" if rows else "")
    if len(failed) > MOST_FAILED:
        pieces.append(f"<p>{escape(words['and_more'].format(count=len(failed) - MOST_FAILED))}</p>\n")
    accepted = [
        finding(document, relation, language, "accepted", "", f"{words['reason']}: {reasons[relation.id]}")
        for relation in document.failed
        if reasons[relation.id] is not None
    ]
    missing = [relation for relation in document.relations if relation.outcome is Outcome.MISSING]
    passed = [relation for relation in document.relations if relation.outcome is Outcome.PASSED]
    pieces.append(folded(words["accepted_heading"], accepted))
    pieces.append(
        folded(words["missing_heading"], [finding(document, one, language, "missing", "") for one in missing])
    )
    shown = [finding(document, relation, language, "passed", "") for relation in passed[:MOST_PASSED]]
    pieces.append(folded(f"{words['passed_heading']} ({len(passed)})", shown))
    return "".join(pieces)


def folded(heading: str, rows: Sequence[str]) -> str:
    """Return findings under a heading that opens when asked."""
    if not rows:
        return ""
    return f"<details><summary>{escape(heading)}</summary><ol>{''.join(rows)}</ol></details>\n"


def finding(
    document: Document, relation: Relation, language: str, kind: str, count: str, note: str = ""
) -> str:
    """Return one relation as an item of the panel, with a link to its place in the text."""
    marks = " ".join((relation.stated, *relation.parts[:60]))
    place = f'<a href="#{relation.stated}">{escape(place_of(document, relation, language))}</a>'
    label = f'<span class="no" id="n{count}">{count}</span> ' if count else ""
    extra = f"<br>{escape(note)}" if note else ""
    extra += "".join(f"<br>{escape(suggested.line)}" for suggested in relation.suggestions)
    inner = f"{label}{place} {escape(relation.why)}{extra}"
    return f'<li class="{kind}" id="{relation.id}" data-marks="{marks}">{inner}</li>\n'


def blocks_of(document: Document, marker: Marker) -> Iterator[str]:
    """Yield the blocks of the text in order."""
    page: int | None = None
    for block in document.blocks:
        if block.page != page:
            page = block.page
            yield f'<p class="page">{escape(marker.words["page"].format(page=page))}</p>\n'
        yield block_html(document, block, marker)


def block_html(document: Document, block: Block, marker: Marker) -> str:
    """Return one block."""
    if block.kind is BlockKind.TABLE:
        gaps = document.text[block.start : block.end]
        if "|" in gaps or "\t" not in gaps:
            return f'<pre tabindex="0">{marker.stretch(block.start, block.end)}</pre>\n'
        return (
            f'<div class="wide" tabindex="0"><table>{"".join(rows_of(block.cells, marker))}</table></div>\n'
        )
    inner = marker.stretch(block.start, block.end)
    match block.kind:
        case BlockKind.HEADING:
            level = min(max(block.level, 1) + 1, 6)
            return f"<h{level}>{inner}</h{level}>\n"
        case BlockKind.CODE:
            return f"<pre>{inner}</pre>\n"
        case BlockKind.ITEM:
            marked = ITEM.match(document.text, block.start) is not None
            return f'<p class="item{"" if marked else " bare"}">{inner}</p>\n'
    flowing = "" if block.page is None else ' class="flow"'  # lines of a page end where its paper did
    return f"<p{flowing}>{inner}</p>\n"


def rows_of(cells: Sequence[Cell], marker: Marker) -> Iterator[str]:
    """Yield the rows of a table; a place without a cell is left empty."""
    row, column = -1, 0
    for cell in cells:
        if cell.row != row:
            yield "<tr>" if row < 0 else "</tr>\n<tr>"
            row, column = cell.row, 0
        yield "<td></td>" * max(0, cell.column - column if cell.row_span == 1 else 0)
        inner = marker.stretch(cell.start, cell.end)
        spans = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
        spans += f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
        name = "th" if cell.header else "td"
        kind = ' class="n"' if 'class="f' in inner[:14] and name == "td" else ""
        yield f"<{name}{spans}{kind}>{inner}</{name}>"
        column = cell.column + cell.column_span
    yield "</tr>\n" if row >= 0 else ""
