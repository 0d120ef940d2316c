"""Ask the areas: what was received, what does not fit together, what we think, and where the answer goes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from crossfoot import __version__
from crossfoot.campaign.answers import QuestionKey
from crossfoot.campaign.rows import counts_whole
from crossfoot.campaign.units import KNOWN_UNITS
from crossfoot.engine import Engine
from crossfoot.engine.files import make_folder, write_whole
from crossfoot.errors import AlreadyThereError, NotFoundError
from crossfoot.pipeline.check import OPEN, Checked, check, read_findings
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.ledger import Progress
from crossfoot.pipeline.opening import today
from crossfoot.pipeline.question_book import question_book
from crossfoot.pipeline.question_page import question_page
from crossfoot.pipeline.question_text import question_text
from crossfoot.pipeline.suggesting import Change, Suggested, plain
from crossfoot.pipeline.telling import UNKNOWN, Names
from crossfoot.pipeline.trace import area_of
from crossfoot.terms.finding import Finding
from crossfoot.terms.question import Question, QuestionSheet
from crossfoot.wording.culprits import against, cause
from crossfoot.wording.questions import ask, ask_of, joined

WORTH_ASKING = f"{OPEN} AND severity <> 'information'"
# What an area cannot answer: it is told by the file alone, or is past mending.
NOT_ASKED = frozenset({"return-late", "return-duplicated", "return-unexpected", "name-unknown", "text-left-aside"})
MISSING = "return-missing"
MOST_KEYS = 200  # findings that one question is about; a cell of a spreadsheet holds 32,767 characters
MOST_CHANGES = 3  # other figures that would have to change with the one asked about
MOST_TROUBLES = 4  # sentences about one figure; the others are counted
WRITERS = {"text": (question_text, ".txt"), "xlsx": (question_book, ".xlsx"), "html": (question_page, ".html")}
CELLS = """
    SELECT p.key, p.role, f.figure_id, f.area, f.data_element, f.disaggregation, f.period, f.status, f.value, f.stated,
           f.sheet, f.cell, f.column_name, f.row_number, r.name
    FROM (SELECT key, role, figure_id FROM proofs
          UNION ALL SELECT finding_key, 'suggested', figure_id FROM suggestions WHERE rank = 1) p
    JOIN findings n ON n.key = p.key AND n.outcome = 'failed' AND n.exempted = ''
    JOIN figures f ON f.figure_id = p.figure_id
    JOIN receipts r ON r.return_id = f.return_id AND r.copy_of = '' AND r.layout NOT IN ('(areas)', '(accepted)')
    ORDER BY p.key, f.figure_id, p.role
"""
CONFIRMED = "SELECT DISTINCT figure_id FROM answers WHERE kind = 'confirmed' AND figure_id <> ''"
SETTLED = "SELECT DISTINCT finding_key FROM answers WHERE figure_id = ''"


@dataclass(frozen=True, slots=True)
class Asked:
    """One cell as received."""

    figure_id: str
    area: str
    data_element: str
    disaggregation: str
    period: str
    status: str
    value: Decimal | None
    stated: str
    sheet: str
    cell: str
    column: str
    row: int
    file: str


@dataclass
class _Point:
    """What one question is about, and all that leads to it."""

    subject: tuple[str, str, str, str]  # area, data element, disaggregation, period
    cell: Asked | None
    findings: list[Finding] = field(default_factory=list)
    suggested: Suggested | None = None


def questions(
    folder: Folder, *, area: str | None = None, period: str | None = None, most: int | None = None,
    language: str | None = None, progress: Progress | None = None,
) -> list[QuestionSheet]:  # fmt: skip
    """Return the sheets of questions: of one area, or of every area that there is something to ask.

    Args:
        folder: of the campaign.
        area: code or name of the area; by default all.
        period: code of the period that is asked about, with all that lies in it; by default all.
        most: how many questions an area is asked at once, the worst first; by default all.
        language: en, fr or zh; by default the campaign's.
        progress: is told how many returns are read, of how many.

    Raises:
        NotFoundError: there is no such area, or nothing came in for the period.
        StorageError: the journal is damaged, or the ledger cannot be written.
    """
    code = None if area is None else area_of(folder, area)
    if code is not None and code not in folder.tree.by_code:
        raise NotFoundError(f"'{area}' is not an area of this campaign. Give its code or its name.")
    checked = check(folder, progress=progress)
    try:
        within = None if period is None else _within(checked.engine, period)
        points = _points(checked, within)
    finally:
        checked.engine.close()
    by_area: dict[str, list[_Point]] = {} if code is None else {code: []}
    for point in points:
        if point.subject[0] in folder.tree.by_code and code in (None, point.subject[0]):
            by_area.setdefault(point.subject[0], []).append(point)
    teller = _Teller(folder, language or folder.campaign.language)
    return [teller.sheet(found, by_area[found], most) for found in sorted(by_area)]


def write_sheets(sheets: Iterable[QuestionSheet], out: Path, style: str, *, single: bool) -> list[Path]:
    """Write sheets in a format (text, xlsx or html) and return their paths.

    Args:
        sheets: of the areas.
        out: the file of a single sheet, else the folder that gets a file for each area.
        style: one of the names in WRITERS.
        single: whether `out` is a file.

    Raises:
        AlreadyThereError: a file is there already; then none is written.
        StorageError: a file cannot be written.
    """
    writer, ending = WRITERS[style]
    chosen = [(sheet, out if single else out / f"questions-{sheet.area}{ending}") for sheet in sheets]
    for _, path in chosen:
        if path.exists():
            raise AlreadyThereError(f"{path}: is already there. Give another name with --out, or move it away.")
    make_folder(out.parent if single else out)
    for path, blob in [(path, writer(sheet)) for sheet, path in chosen]:
        write_whole(path, blob)
    return [path for _, path in chosen]


def _within(engine: Engine, period: str) -> set[str]:
    """The codes of a period and of all that lie in it."""
    found = {row[0] for row in engine.rows("SELECT period FROM within WHERE longer = $1", [period])}
    if not found:
        raise NotFoundError(f"Nothing came in or is due for '{period}'. Write a period as 2026-W45, 2026-11 or 2026.")
    return found


def _points(checked: Checked, within: set[str] | None) -> list[_Point]:
    """What is to be asked, worst first; one figure is asked about once, whatever number of findings it has."""
    engine = checked.engine
    cells: dict[str, list[tuple[str, Asked]]] = {}
    for key, role, *row in engine.rows(CELLS):
        cells.setdefault(key, []).append((role, Asked(*row)))
    best = {key: found[0] for key, found in checked.suggestions.items()}
    confirmed = {row[0] for row in engine.rows(CONFIRMED)}
    settled = {row[0] for row in engine.rows(SETTLED)}
    points: dict[tuple[str, ...], _Point] = {}
    for finding in _worth_asking(engine, settled):
        if within is not None and finding.period not in within:
            continue
        for subject, cell, suggested_ in _asked(finding, best.get(finding.key), cells.get(finding.key, [])):
            if cell is not None and cell.figure_id in confirmed:
                continue
            about: tuple[str, ...] = (cell.figure_id,) if cell is not None else (finding.key, *subject)
            if finding.check == MISSING:  # one question for all returns that an area owes, not one for each
                about = subject
            point = points.setdefault(about, _Point(subject, cell, suggested=suggested_))
            point.findings.append(finding)
    return list(points.values())


def _worth_asking(engine: Engine, settled: set[str]) -> Iterator[Finding]:
    for finding in read_findings(engine, WORTH_ASKING):
        if finding.check not in NOT_ASKED and finding.key not in settled:
            yield finding


def _asked(
    finding: Finding, suggested: Suggested | None, cells: Sequence[tuple[str, Asked]]
) -> Iterator[tuple[tuple[str, str, str, str], Asked | None, Suggested | None]]:
    """The figures that a finding is asked about: those likely wrong, else the one that was stated, else none."""
    by_id = {cell.figure_id: cell for _, cell in cells}
    if suggested is not None and _followed(suggested):
        for change in suggested.changes:
            subject = (change.area, change.data_element, change.disaggregation, change.period)
            yield subject, by_id.get(change.figure_id), suggested
        return
    if finding.check == MISSING:
        yield (finding.area, "", "", ""), None, None
        return
    for roles in (("stated",), ("stated", "part"), ("stated", "part", "other")):
        chosen = {c.figure_id: c for role, c in cells if role in roles}
        if len(chosen) == 1:
            [cell] = chosen.values()
            yield (cell.area, cell.data_element, cell.disaggregation, cell.period), cell, None
            return
    yield (finding.area, finding.data_element, finding.disaggregation, finding.period), None, None


def _followed(suggested: Suggested) -> bool:
    """Whether a suggestion is good enough to ask about its figures; several at once are asked about only if likely."""
    return suggested.confidence == "likely" or (suggested.confidence == "possible" and len(suggested.changes) == 1)


class _Teller:
    """Words the questions in one language."""

    def __init__(self, folder: Folder, language: str) -> None:
        self._folder, self._language = folder, language
        self._names = Names(folder, language)

    def sheet(self, area: str, points: Sequence[_Point], most: int | None) -> QuestionSheet:
        """Return the sheet of one area, with at most so many questions."""
        campaign = self._folder.campaign
        told = tuple(self._question(n, point) for n, point in enumerate(points[:most], start=1))
        return QuestionSheet(
            self._language, campaign.name, campaign.contact, area, self._names.area(area), today(), __version__, told,
            len(points) - len(told),
        )  # fmt: skip

    def _question(self, number: int, point: _Point) -> Question:
        area, code, disaggregation, period = point.subject
        worst, cell = point.findings[0], point.cell
        element = self._folder.campaign.data_elements.get(code)
        figure_id, value = ("", None) if cell is None else (cell.figure_id, cell.value)
        asks = element is not None and worst.check != MISSING
        findings = "\t".join(finding.key for finding in point.findings[:MOST_KEYS])
        key = QuestionKey(
            findings, figure_id, area, code if asks else "", disaggregation if asks else "", period, plain(value) or ""
        )
        kind = unit = ""
        if element is not None and asks:
            kind = "milestone" if element.kind == "milestone" else "whole" if counts_whole(element) else "decimal"
            unit = self._unit(element.unit)
        return Question(
            number, self._about(code, disaggregation, period), self._received(cell), self._place(cell),
            self._troubles(point), self._thought(point), kind, unit, key.written(),
        )  # fmt: skip

    def _unit(self, code: str) -> str:
        unit = self._folder.campaign.units.get(code) or KNOWN_UNITS.get(code)
        return code if unit is None else unit.name

    def _about(self, element: str, disaggregation: str, period: str) -> str:
        named = self._names.data_element(element, disaggregation) if element else ""
        told = (named, self._names.period(period) if period else "")
        return (", " if self._language != "zh" else "，").join(filter(None, told)) or ask("returns", self._language)

    def _received(self, cell: Asked | None) -> str:
        if cell is None:
            return ask("nothing", self._language)
        return cell.stated.strip() or ask("blank", self._language)

    def _place(self, cell: Asked | None) -> str:
        return "" if cell is None else ", ".join(filter(None, (cell.file, cell.sheet, cell.cell)))

    def _troubles(self, point: _Point) -> tuple[str, ...]:
        # Of returns that have not come, those due last are most likely on somebody's desk.
        if point.findings[0].check == MISSING:
            findings = point.findings[::-1]
        else:  # what the area itself states comes before what others make of it
            findings = sorted(point.findings, key=lambda finding: finding.area != point.subject[0])
        sentences = list(dict.fromkeys(self._names.sentence(finding) for finding in findings))
        more = len(sentences) - MOST_TROUBLES
        rest = [ask_of("more", more, self._language)] if more > 0 else []
        return (*sentences[:MOST_TROUBLES], *rest)

    def _thought(self, point: _Point) -> str:
        """What may have happened; or, where nothing is suggested, what would help."""
        language, suggested = self._language, point.suggested
        if any(finding.check == MISSING for finding in point.findings):
            return ask("send_or_say", language)
        if suggested is None:
            return ask("no_thought", language) if point.cell is not None else ""
        this = next(c for c in suggested.changes if (c.area, c.data_element, c.disaggregation, c.period)
                    == point.subject)  # fmt: skip
        if this.suggested is None:
            return ask("unsure", language)
        others = [change for change in suggested.changes if change != this]
        told = [self._fits(this, suggested, point.findings)]
        if others:
            changes = "; ".join(self._change(change, this) for change in others[:MOST_CHANGES])
            told.append(ask("together", language, changes=changes))
        if len(others) > MOST_CHANGES:
            told.append(ask_of("more", len(others) - MOST_CHANGES, language))
        told.append(ask(suggested.confidence, language, cause=cause(suggested.cause, language)))
        if suggested.against:
            reasons = joined([against(code, language) for code in suggested.against], language)
            told.append(ask("against", language, reasons=reasons))
        return joined(told, language)

    def _fits(self, change: Change, suggested: Suggested, findings: Sequence[Finding]) -> str:
        values = self._values(change)
        repaired = sum(finding.key in suggested.findings for finding in findings)
        if repaired == len(findings):
            return ask_of("fits", repaired, self._language, **values)
        return ask("fits_some", self._language, repaired=repaired, count=len(findings), **values)

    def _change(self, change: Change, asked: Change) -> str:
        """Another figure that would change: its area, and what tells it from the one asked about."""
        same = (change.data_element, change.disaggregation) == (asked.data_element, asked.disaggregation)
        element = "" if same else self._names.data_element(change.data_element, change.disaggregation)
        period = "" if change.period == asked.period else self._names.period(change.period)
        about = ", ".join(filter(None, (self._names.area(change.area), element, period)))
        return ask("change", self._language, about=about, **self._values(change))

    def _values(self, change: Change) -> Mapping[str, str]:
        blank = ask("blank", self._language)
        return {
            "suggested": UNKNOWN if change.suggested is None else self._names.number(change.suggested),
            "stated": blank if change.stated is None else self._names.number(change.stated),
        }
