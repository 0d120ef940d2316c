"""What may be wrong where a finding does not hold, and what areas answered about it, in words."""

from datetime import date
from decimal import Decimal

from crossfoot.briefing.desk import Desk
from crossfoot.briefing.document import Inline, Text
from crossfoot.briefing.faults import Fault, Wrong
from crossfoot.briefing.sandbox import without_private
from crossfoot.wording.dates import day_name
from crossfoot.wording.numbers import format_number
from crossfoot.wording.questions import ask, joined
from crossfoot.wording.suggestions import Changed, Told, about, suggestion_sentence


def sentence_of(desk: Desk, fault: Fault) -> Inline:
    """Return what may be wrong, as a sentence; nothing where nothing is suggested."""
    best = desk.faults.suggested.get(fault.key)
    if best is None:
        return ()
    language = desk.language
    told = Told(
        tuple(_changed(desk, one, fault) for one in best.wrong), best.repairs, best.breaks, best.confidence, best.cause,
        best.against,
    )  # fmt: skip
    return (Text(suggestion_sentence(told, language)),)


def answers_of(desk: Desk, fault: Fault) -> Inline:
    """Return what areas answered about a finding: beside it, in place of nothing; nothing where none did."""
    language, said = desk.language, []
    for one in desk.faults.answers.get(fault.key, ()):
        day = day_name(date.fromisoformat(one.day), language)
        said.append(ask(f"answered.{one.kind}", language, area=desk.lookup.area_name(one.area), day=day))
        if one.remark:
            said.append(ask("answered.said", language, remark=one.remark))
    return (Text(without_private(joined(said, language))),) if said else ()


def _changed(desk: Desk, one: Wrong, fault: Fault) -> Changed:
    subject, own = one.subject, fault.about
    unlike = (subject.data_element, subject.disaggregation) != (own.data_element, own.disaggregation)
    parts = (
        desk.name_of(subject) if unlike else "",
        desk.book.period_name(subject.period) if subject.period != own.period else "",
    )
    return Changed(
        desk.lookup.area_name(subject.area), about(parts, desk.language), _number(desk, one.stated),
        _number(desk, one.suggested),
    )  # fmt: skip


def _number(desk: Desk, value: Decimal | None) -> str:
    return "" if value is None else format_number(value, desk.language)
