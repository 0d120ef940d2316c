"""One figure stated in several places: a headline, the text under it, the total row of a table, another language.

Two statements are of the same figure only if all their words say the same, in whichever words and
language, but for those that say nothing about what is counted, where or when; the words of the
headings above them included.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from crossfoot.documents import BlockKind
from crossfoot.footing import differs
from crossfoot.proof.document import Evidence, Figure, RelationKind
from crossfoot.proof.relations.breakdowns import by_sentence
from crossfoot.proof.relations.claim import Claim, verdict
from crossfoot.proof.relations.concepts import idea_of, in_ideas
from crossfoot.proof.relations.words import TOTAL
from crossfoot.proof.source import Grid, Source
from crossfoot.prose import Kind

SAYING_NOTHING = """
a an the of in at on to as by so far there have has had been were was is are and st nd rd th er which who that
this with for
reported recorded registered notified documented counted seen
total totals cumulative overall all table figure summary overview highlights situation report date now
le la les l un une des du de d en au aux à dans il y ont a eu été sont est était et qui que ce cette avec pour
notifié notifiée rapporté rapportée enregistré enregistrée déclaré déclarée
cumul cumulé tableau résumé total totaux ensemble jour
"""
EMPTY = frozenset(idea_of(word) for word in SAYING_NOTHING.split())
HAN_EMPTY = re.compile("截至|累计|报告|共计|共有|总计|合计|共|目前|已有|已|发生|例|人|名|表")
BROKEN_DOWN = re.compile(
    r"[,，(（:：]?\s*\b(?:of wh(?:ich|om)|including|comprising|dont|parmi)\b|[,，]?其中|[(（]\s*\d|[:：]\s*\d"
)
BY = re.compile(r"\b(?:by|per|par)\b.*", re.DOTALL)
NUMBERED = re.compile(r"\b(?:table|tableau|figure)\s*\d+|表\s*\d+")
WORD = re.compile(r"[^\W\d_]+|\d+")
TOTALLED = re.compile(
    r"(?:\ba total of|\bin total,?|\bin all,?|\bcumulative total of|\bun total de|\bau total,?|"
    r"(?:共有|共计|共|累计|总计)(?:报告|发生)?)\s*$"
)
LONGEST_CLAUSE = 200
LEAST_WORDS = 1
TELLING = 100  # a smaller number may be stated twice in the same words by accident
PERSON = "person"
COUNTED_IDEAS = frozenset("death displaced injured vaccinated affected recovered hospitalised tested".split())
CAPTION = re.compile(r"\s*\W*(?:table|tableau|表)\b|\s*表\s*\d")


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure as one place of the document states it."""

    figure: Figure
    where: str  # headline, text or table
    sure: bool  # the place calls it a total, or is a headline
    words: frozenset[str]

    @property
    def anchored(self) -> bool:
        """Tell whether its words name a day, a week or a place."""
        return bool(self.figure.area) or any(word.isdigit() for word in self.words)


def find_restated(source: Source) -> Iterator[Claim]:
    """Yield figures that a headline, the text and a table state alike, in the same words."""
    alike: dict[frozenset[str], list[Statement]] = defaultdict(list)
    for statement in statements(source):
        if len(statement.words) >= LEAST_WORDS:
            alike[statement.words].append(statement)
    for group in alike.values():
        yield from compared(group)


def compared(group: list[Statement]) -> Iterator[Claim]:
    """Yield each statement against the first; where three values compete none is accused."""
    first, *others = group
    values = {statement.figure.value for statement in group}
    for other in others:
        failed = differs(other.figure.interval, first.figure.interval)
        sure = first.sure and other.sure and len(values) == 2  # noqa: PLR2004
        if not comparable(first, other, failed=failed) or (failed and not sure):
            continue
        cue = other.figure.counted or " ".join(sorted(other.words))
        yield Claim(
            RelationKind.SAME, other.figure, (first.figure,), verdict(failed=failed), Evidence.DECLARED, cue,
            first.figure.lower, first.figure.upper, other.figure.value - first.figure.value,
        )  # fmt: skip


def comparable(one: Statement, other: Statement, *, failed: bool) -> bool:
    """Tell whether two statements of the same words may be held against each other.

    A headline, a text and a table, and two languages, say the same thing on purpose. Two sentences of
    one text do so only if both name the day or the place, and else may only agree.
    """
    apart = one.where != other.where or one.figure.language != other.figure.language
    telling = max(one.figure.value, other.figure.value) >= TELLING
    return apart or (one.anchored and other.anchored if failed else telling)


def statements(source: Source) -> Iterator[Statement]:
    """Yield the exact counts of headlines, sentences with one figure, and total rows, in order."""
    grids = {grid.block: grid for grid in source.grids}
    above: dict[int, frozenset[str]] = {}
    for number, block in enumerate(source.blocks):
        figures = source.running[number]
        if block.kind is BlockKind.HEADING:
            above = {level: words for level, words in above.items() if level < block.level}
            above[block.level] = words_of(source, block.start, block.end, figures)
        scope = frozenset[str]().union(*above.values())
        if number in grids:
            yield from of_table(source, grids[number], scope)
        elif block.kind is not BlockKind.CODE:
            heading = block.kind is BlockKind.HEADING
            yield from of_text(source, figures, scope, heading=heading)


def of_text(
    source: Source, figures: list[Figure], scope: frozenset[str], *, heading: bool
) -> Iterator[Statement]:
    """Yield the figure of each sentence, if nothing but its parts stands behind it."""
    for figure, *others in by_sentence(figures):
        start, stop = figure.sentence
        plain = figure.kind is Kind.COUNT and figure.exact and bool(figure.counted)
        if not plain:
            continue
        parts = BROKEN_DOWN.search(source.low, figure.end, stop)
        stop = parts.start() if parts else stop
        if (others and others[0].start < stop) or stop - start > LONGEST_CLAUSE:
            continue
        inside = [figure]
        words = words_of(source, start, stop, inside) | scope
        sure = heading or TOTALLED.search(source.low, max(start, figure.start - 30), figure.start) is not None
        yield Statement(figure, "headline" if heading else "text", sure, words)


def of_table(source: Source, grid: Grid, scope: frozenset[str]) -> Iterator[Statement]:
    """Yield the figures of the one row called a total, each with the words above its column."""
    rows = [row for (row, column), text in grid.texts.items() if column == 0 and is_total(text)]
    if len(rows) != 1:
        return
    caption = frozenset[str]()
    above = grid.block - 1
    if above >= 0 and source.blocks[above].kind is not BlockKind.HEADING:
        block = source.blocks[above]
        if CAPTION.match(source.low, block.start, block.end):
            caption = words_of(source, block.start, block.end, [])
    for (row, _), figure in sorted(grid.figures.items()):
        head = plain_words(figure.counted.lower())
        if row == rows[0] and head and figure.kind is Kind.COUNT:
            yield Statement(figure, "table", True, head | caption | scope)


def is_total(text: str) -> bool:
    """Tell a label that is nothing but the word "total"."""
    return TOTAL.fullmatch(text.lower().strip(" *:：")) is not None


def words_of(source: Source, start: int, end: int, figures: list[Figure]) -> frozenset[str]:
    """Return the words of a stretch of the text that tell something, its figures left out."""
    pieces, done = [], start
    for figure in figures:
        if figure.start >= done:
            pieces.append(source.low[done : figure.start])
            done = figure.end
    return plain_words(" ".join([*pieces, source.low[done:end]]))


def plain_words(text: str) -> frozenset[str]:
    """Return the ideas that tell what is counted, where and when; people only where nothing else is counted."""
    text = HAN_EMPTY.sub(" ", in_ideas(BY.sub("", NUMBERED.sub(" ", text))))
    ideas = frozenset(idea_of(word) for word in WORD.findall(text)) - EMPTY
    return ideas - {PERSON} if ideas & COUNTED_IDEAS else ideas
