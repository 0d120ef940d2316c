"""Follow-ups: what an issue asks of areas, and how far those that were asked in earlier issues have come."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from crossfoot.briefing.adding_up import running
from crossfoot.briefing.desk import Desk, Printed
from crossfoot.briefing.document import Block, Heading, Inline, Listing, Prose, Run, Scope, Text
from crossfoot.briefing.evidence import phrase
from crossfoot.briefing.previous import Task
from crossfoot.campaign.conditions import Condition, read_condition
from crossfoot.campaign.description import FollowUp
from crossfoot.wording.dates import day_name
from crossfoot.wording.messages import levels_of, word
from crossfoot.wording.numbers import format_number

MOST_NAMED = 12  # areas named under a task that is asked for the first time


@dataclass(frozen=True, slots=True)
class Progress:
    """The areas of a task: those that have reached it, those that have not, and those that nothing is known of."""

    reached: tuple[str, ...]
    open: tuple[str, ...]
    silent: tuple[str, ...]


def tasks(desk: Desk) -> tuple[Task, ...]:
    """Return the tasks of an issue: those of earlier issues that are still told, then those it asks for itself.

    A task is known again by its text. Its areas are those that it was first asked of, so that a later
    issue tells of the same ones. One that was taken out of the description is told once more, and as
    long as it was not due when it was last told.
    """
    described = {one.text: one for one in desk.issue.campaign.follow_ups}
    out: list[Task] = []
    last = _last_told(desk)
    for task in desk.previous.tasks if desk.previous is not None else ():
        standing = task.text in described
        still = task.due is not None and last is not None and last < task.due
        if standing or task.standing or still:
            out.append(Task(task.text, task.areas, task.due, task.measure, task.success, task.number, standing))
    known = {task.text for task in out}
    number = desk.issue.number.number
    out += [
        Task(one.text, _areas(desk, one), one.due, one.measure, one.success, number, standing=True)
        for one in described.values() if one.text not in known
    ]  # fmt: skip
    return tuple(out)


def _last_told(desk: Desk) -> date | None:
    """The last day of the period of the issue before; None where there is none, or its phase is described no longer."""
    try:
        return desk.lookup.period(desk.previous.period).ends if desk.previous is not None else None
    except ValueError:
        return None


def _areas(desk: Desk, one: FollowUp) -> tuple[str, ...]:
    """The areas that a task is asked of: as listed, or those of a level whose figure fulfils its condition."""
    if not one.where:
        return one.areas
    condition = read_condition(one.where)
    level, day = one.level or desk.level, desk.issue.day
    among = one.areas or [a.code for a in desk.issue.tree.areas if a.level == level and a.starts <= day <= a.ends]
    values = {code: exact(desk, condition.code, code) for code in among}
    return tuple(code for code, value in values.items() if value is not None and condition.holds(value))


def exact(desk: Desk, code: str, area: str) -> Fraction | None:
    """Return an area's figure of the period, unrounded; None where there is none."""
    period = desk.issue.period.code
    described = desk.issue.campaign.indicators.get(code)
    if described is not None:
        found = desk.lookup.ratio(code, area, period)
        if found is None or found.numerator is None or not found.denominator:
            return None
        return Fraction(found.numerator) * described.factor / Fraction(found.denominator)
    about = desk.subject(code, area)
    rolled = desk.lookup.rolled(about)
    value = rolled.value if rolled is not None else desk.lookup.stated(about)[1]
    return None if value is None else Fraction(value)


def progress_of(desk: Desk, task: Task) -> Progress | None:
    """Return how far the areas of a task have come; None where its success is measured in words alone."""
    if not task.success:
        return None
    condition = _condition(desk, task)
    if condition is None:
        return None
    values = {area: exact(desk, condition.code, area) for area in task.areas}
    told = {area: condition.holds(value) for area, value in values.items() if value is not None}
    return Progress(
        tuple(area for area, holds in told.items() if holds), tuple(area for area, holds in told.items() if not holds),
        tuple(area for area in task.areas if area not in told),
    )  # fmt: skip


def _condition(desk: Desk, task: Task) -> Condition | None:
    """A task's measure; None where an earlier issue names what the campaign no longer has."""
    campaign = desk.issue.campaign
    try:
        found = read_condition(task.success)
    except ValueError:
        return None
    return found if found.code in {*campaign.data_elements, *campaign.equivalents, *campaign.indicators} else None


def follow_ups(desk: Desk) -> list[Block]:
    """Return the section: the progress of what was asked before, then what is asked now."""
    language = desk.language
    out: list[Block] = []
    items: list[tuple[Block, ...]] = []
    for n, task in enumerate(tasks(desk), start=1):
        progress = progress_of(desk, task)
        if task.number == desk.issue.number.number:
            note = " · ".join(filter(None, (_named(desk, task), task_note(desk, task))))
            items.append((Prose((Text(task.text),)), *([Prose((Text(note),), "note")] if note else [])))
        elif progress is None or not task.areas:
            asked = word("follow_up.asked", language).format(number=task.number)
            note = " · ".join(filter(None, (asked, _named(desk, task), task_note(desk, task))))
            items.append((Prose((Text(task.text),)), Prose((Text(note),), "note")))
        else:
            out += _told(desk, task, progress, f"task-{n}")
    return [*out, *([Listing(tuple(items))] if items else [])]


def _named(desk: Desk, task: Task) -> str:
    names = [desk.lookup.area_name(area) for area in task.areas[:MOST_NAMED]]
    return ", ".join(names) + (" …" if len(task.areas) > MOST_NAMED else "")


def task_note(desk: Desk, task: Task) -> str:
    """Return by when a task is due and how its success is measured; empty where neither is said."""
    said = []
    if task.due is not None:
        said.append(word("follow_up.due", desk.language).format(day=day_name(task.due, desk.language)))
    condition = _condition(desk, task) if task.success else None
    if condition is not None:
        said.append(word("follow_up.goal", desk.language).format(goal=_goal(desk, condition)))
    if task.measure:
        said.append(word("follow_up.measure", desk.language).format(measure=task.measure))
    return " · ".join(said)


def _goal(desk: Desk, condition: Condition) -> str:
    """What is to be reached, as words inside a sentence."""
    described = desk.issue.campaign.indicators.get(condition.code)
    unit = desk.percent(described) if described is not None else desk.unit(condition.code)
    return word(f"goal.{condition.words}", desk.language).format(
        name=running(desk.code_name(condition.code), desk.language),
        limit=format_number(condition.limit, desk.language) + unit,
    )


def _told(desk: Desk, task: Task, progress: Progress, anchor: str) -> list[Block]:
    """One task of an earlier issue: how many have reached it, and which have and have not, each with its figure."""
    language = desk.language
    condition = _condition(desk, task)
    if condition is None:
        return []
    counts = {"count": len(task.areas), "reached": len(progress.reached), "silent": len(progress.silent)}
    numbers = {
        name: desk.count(f"{anchor}/{name}", f"{task.text}: {word(f'follow_up.{name}', language)}", count, anchor)
        for name, count in counts.items() if count or name != "silent"
    }  # fmt: skip
    sentence: list[Run] = list(
        phrase("follow_up.progress", language, len(progress.reached), count=numbers["count"],
               reached=numbers["reached"], places=(Text(_places(desk, task)),),
               number=(Text(str(task.number)),), goal=(Text(_goal(desk, condition)),))
    )  # fmt: skip
    if progress.silent:
        sentence += [Text(" "), *phrase("follow_up.not_told", language, silent=numbers["silent"])]
    out: list[Block] = [Heading(3, (Text(task.text),), anchor), Prose(tuple(sentence))]
    for name, areas in (("have", progress.reached), ("have_not", progress.open)):
        if areas:
            head = Text(word(f"follow_up.{name}", language), strong=True)
            out.append(Prose((head, Text(" "), *_figures(desk, condition, areas))))
    if progress.silent:
        names = ", ".join(map(desk.lookup.area_name, progress.silent))
        out.append(Prose((Text(word("follow_up.silent", language), strong=True), Text(f" {names}"))))
    note = task_note(desk, task)
    return [*out, *([Prose((Text(note),), "note")] if note else [])]


def _places(desk: Desk, task: Task) -> str:
    """What the areas of a task are called: cities, where all are; else places."""
    found = [desk.issue.tree.on(area, desk.issue.day) for area in task.areas]
    levels = {area.level if area is not None else "" for area in found}
    if len(levels) != 1 or "" in levels:
        return word("places", desk.language)
    level = levels.pop()
    return level if len(task.areas) == 1 else levels_of(level, desk.language)


def _figures(desk: Desk, condition: Condition, areas: tuple[str, ...]) -> Inline:
    """Areas with their figures: Alba 12.1 %, Brio 8.0 %."""
    out: list[Run] = []
    for n, area in enumerate(areas):
        out += [Text("; " if n else ""), Text(f"{desk.lookup.area_name(area)} "), *figure_of(desk, condition, area)]
    return tuple(out)


def figure_of(desk: Desk, condition: Condition, area: str) -> Inline:
    """Return an area's figure as printed; where rounding hides how the condition was decided, it says so."""
    indicators = desk.issue.campaign.indicators
    printed: Printed = (
        desk.indicator(condition.code, area) if condition.code in indicators
        else desk.figure(desk.subject(condition.code, area))
    )  # fmt: skip
    value = exact(desk, condition.code, area)
    if printed.value is None or value is None or condition.holds(Fraction(printed.value)) == condition.holds(value):
        return printed.whole
    return (*printed.whole, Text(" "), Scope(word("follow_up.unrounded", desk.language)))


def own_progress(desk: Desk, task: Task, area: str) -> Inline:
    """Return how far one area has come with a task: reached or not yet, with its figure; nothing in words alone."""
    condition = _condition(desk, task) if task.success else None
    value = exact(desk, condition.code, area) if condition is not None else None
    if condition is None or value is None:
        return ()
    key = "follow_up.you_have" if condition.holds(value) else "follow_up.you_have_not"
    return phrase(key, desk.language, number=figure_of(desk, condition, area))


def task_facts(desk: Desk) -> list[dict[str, Any]]:
    """Return the issue's tasks for facts.json, so that later issues know what was asked in which number."""
    return [
        {
            "text": task.text,
            "areas": list(task.areas),
            "due": task.due.isoformat() if isinstance(task.due, date) else None,
            "measure": task.measure,
            "success": task.success,
            "number": task.number,
            "standing": task.standing,
        }
        for task in tasks(desk)
    ]
