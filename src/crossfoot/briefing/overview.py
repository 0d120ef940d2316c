"""The first things a reader sees: highlights, key figures, and the table by area."""

from decimal import Decimal

from crossfoot.briefing.adding_up import heading_of, sides_of
from crossfoot.briefing.desk import Desk, Printed
from crossfoot.briefing.document import (
    Block,
    Column,
    Inline,
    KeyFigure,
    KeyFigures,
    Listing,
    Prose,
    Row,
    Table,
    Text,
)  # fmt: skip
from crossfoot.briefing.evidence import phrase
from crossfoot.briefing.limits import returns_of
from crossfoot.briefing.lookup import Subject
from crossfoot.wording.messages import levels_of, word
from crossfoot.wording.numbers import format_number

MOST_KEY_FIGURES = 8
TOLD = 3  # key figures told as sentences
MOST_HIGHLIGHTS = 5


def key_elements(desk: Desk) -> list[str]:
    """Return the data elements and indicators to be seen first: the campaign's choice, or the first eight."""
    campaign = desk.issue.campaign
    if campaign.briefing.key_figures:
        return list(campaign.briefing.key_figures)
    chosen = [c for c, e in campaign.data_elements.items() if not e.from_areas and e.kind != "rate"]
    return [*campaign.indicators, *campaign.equivalents, *chosen][:MOST_KEY_FIGURES]


def key_subject(desk: Desk, code: str) -> Subject:
    """Return the subject of a key figure, with the disaggregation that the campaign asks for."""
    return desk.subject(code, disaggregation=desk.issue.campaign.briefing.disaggregations.get(code, ""))


def name_of(desk: Desk, code: str) -> str:
    """Return the name of a data element or an indicator."""
    if code in desk.issue.campaign.indicators:
        return desk.indicator_name(code)
    return desk.book.element_name(key_subject(desk, code))


def printed(desk: Desk, code: str, area: str = "", period: str = "") -> Printed:
    """Print a data element's figure or an indicator."""
    if code in desk.issue.campaign.indicators:
        return desk.indicator(code, area, period)
    about = key_subject(desk, code)
    return desk.figure(desk.subject(code, area, period, about.disaggregation))


def highlights(desk: Desk) -> list[Block]:
    """Return two to five sentences made from the figures."""
    told: list[Inline] = []
    for code in key_elements(desk):
        if len(told) == TOLD:
            break
        sentence = _sentence(desk, code)
        if sentence:
            told.append(sentence)
    told.append(returns_of(desk))
    told.append(_worst(desk))
    items = tuple((Prose(sentence),) for sentence in told if sentence)[:MOST_HIGHLIGHTS]
    return [Listing(items)]


def _sentence(desk: Desk, code: str) -> Inline:
    now = printed(desk, code)
    if now.value is None:
        return ()
    name = (Text(name_of(desk, code)),)
    area = desk.area_link(desk.issue.tree.top)
    described = desk.issue.campaign.indicators.get(code)
    if described is not None and described.target is not None:
        target = format_number(described.target, desk.language) + desk.percent(described)
        return phrase("highlight.target", desk.language, name=name, area=area, number=now.whole, target=(Text(target),))
    change = desk.change(key_subject(desk, code)) if described is None else None
    if change is None or change.value is None:
        return phrase("highlight.plain", desk.language, name=name, area=area, number=now.whole)
    return phrase("highlight.change", desk.language, name=name, area=area, number=now.whole, change=change.whole)


def _worst(desk: Desk) -> Inline:
    """One sentence on what does not add up; the worst of this period is told."""
    faults, language = desk.faults, desk.language
    errors = [f for f in faults.failed if f.severity == "error"]
    total = len(faults.failed) + faults.count("passed") + faults.count("missing")
    if not total:
        return ()
    every = desk.count("all", word("faults.all", language), total, "faults")
    if not errors:
        return phrase("highlight.all_hold", language, all=every)
    count = desk.count("errors", word("faults.errors", language), len(errors), "faults")
    here = [f for f in errors if f.here and f.imbalance is not None]
    if not here:
        return phrase("highlight.fail", language, len(errors), count=count, all=every)
    worst = heading_of(desk, here[0], sides_of(desk, here[0]))
    return phrase("highlight.worst", language, len(errors), count=count, all=every, worst=worst)


def key_figures(desk: Desk) -> list[Block]:
    """Return the key figures, each with its change and, where it differs, the total that was stated."""
    items = tuple(_key_figure(desk, code) for code in key_elements(desk))
    return [KeyFigures(items)] if items else []


def _key_figure(desk: Desk, code: str) -> KeyFigure:
    now = printed(desk, code)
    if code in desk.issue.campaign.indicators:
        return KeyFigure(name_of(desk, code), now.number, (), now.scope)
    about = key_subject(desk, code)
    if now.value is None:
        return KeyFigure(name_of(desk, code), now.number, (), _last_told(desk, about))
    change = desk.change(about)
    note = now.scope
    status, stated = desk.lookup.stated(about)
    if stated is not None and stated != now.value and status:
        told = phrase("key.stated", desk.language, stated=desk.stated(about).number)
        note = (*note, Text(" · "), *told) if note else told
    return KeyFigure(name_of(desk, code), now.number, change.whole, note)


def _last_told(desk: Desk, about: Subject) -> Inline:
    """What was reported last, where this period has nothing."""
    before = desk.lookup.carried(about, same=True)
    if before == about:
        return ()
    then = desk.figure(before)
    period = (Text(desk.book.period_name(before.period)),)
    return phrase("key.last", desk.language, number=then.whole, period=period) if then.value is not None else ()


def coverage_elements(desk: Desk) -> list[str]:
    """Return the columns of the table by area."""
    return list(desk.issue.campaign.briefing.coverage) or key_elements(desk)


def coverage(desk: Desk, elements: list[str] | None = None) -> list[Block]:
    """Return the table by area, with the row of what was stated and the row of the sum where they differ."""
    chosen = elements or coverage_elements(desk)
    language = desk.language
    if not desk.areas:
        return []
    columns = (
        Column((Text(desk.level[:1].upper() + desk.level[1:]),)),
        *(Column((Text(name_of(desk, code)),), numeric=True) for code in chosen),
    )
    rows = [_area_row(desk, area, chosen) for area in desk.areas]
    rows += _totals(desk, chosen)
    caption = word("coverage.caption", language).format(
        level=desk.level, period=desk.book.period_name(desk.issue.period.code)
    )
    return [Table((Text(caption),), columns, tuple(rows), (Text(word("coverage.note", language)),), "figures")]


def _area_row(desk: Desk, area: str, chosen: list[str]) -> Row:
    cells = tuple(printed(desk, code, area).whole for code in chosen)
    return Row((desk.area_link(area), *cells))


def _totals(desk: Desk, chosen: list[str]) -> list[Row]:
    """The sum of the areas, and above it what was stated wherever the two are not the same."""
    top = desk.issue.tree.top
    name = desk.lookup.area_name(top)
    sums: list[Inline] = []
    stated: list[Inline] = []
    differ = False
    for code in chosen:
        now = printed(desk, code, top)
        # A range or a word stands for a withheld part.
        told = now.value is not None or now.reported or code in desk.issue.campaign.indicators
        sums.append(now.whole if told else (Text(word("status.none", desk.language), quiet=True),))
        about = key_subject(desk, code)
        value = None if code in desk.issue.campaign.indicators else desk.lookup.stated(about)[1]
        if value is None:
            stated.append((Text(word("coverage.not_stated", desk.language)),))
            continue
        stated.append(desk.stated(about).number)
        differ = differ or value != now.value
    level = levels_of(desk.level, desk.language)
    label = word("coverage.sum", desk.language).format(
        count=format_number(Decimal(len(desk.areas)), desk.language), level=level
    )
    out = [Row(((Text(label),), *sums), "sum")]
    if differ:
        out.insert(0, Row(((Text(word("coverage.stated", desk.language).format(area=name)),), *stated), "stated"))
    return out
