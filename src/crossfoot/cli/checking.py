"""What `check` shows of its findings."""

from collections.abc import Sequence
from datetime import date

import click
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crossfoot.cli.arguments import print_json
from crossfoot.pipeline.check import Checked, as_json
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.opening import today
from crossfoot.pipeline.suggesting import Suggested
from crossfoot.pipeline.telling import Names
from crossfoot.terms.finding import Evidence, Finding, Outcome
from crossfoot.terms.passage import named_place
from crossfoot.terms.question import Answer
from crossfoot.wording.dates import day_name
from crossfoot.wording.places import place_name
from crossfoot.wording.questions import ask, joined
from crossfoot.wording.terminal import grouped, say

STYLES = {"error": "bold red", "warning": "yellow", "information": "dim"}
MOST_EVIDENCE = 3


def print_all(checked: Checked) -> None:
    """Print every outcome as JSON, one object a line, worst first."""
    evidence, answers = checked.all_evidence(), checked.all_answers()
    for finding in checked.findings:
        suggestions = checked.suggestions.get(finding.key, [])
        print_json(as_json(finding, evidence.get(finding.key, []), suggestions, answers.get(finding.key, [])))


def show(checked: Checked, folder: Folder, as_of: date | None, *, most: int | None) -> None:
    """Print a summary, and the failed findings with their evidence."""
    language = folder.campaign.language
    console = Console(highlight=False, soft_wrap=False)
    counts = checked.counts()
    totals = {o.value: sum(row[o] for row in counts.values()) for o in Outcome}
    heading = say("checked", language, campaign=folder.campaign.name, returns=checked.returns,
                  cells=checked.cells, as_of=(as_of or today()).isoformat())  # fmt: skip
    console.print(Text(heading, style="bold"))
    console.print(Text(say("outcomes", language, **totals)))
    console.print(_table(counts, language))
    wrong = [f for f in checked.findings if f.outcome in (Outcome.FAILED, Outcome.BROKEN)]
    names = Names(folder)
    if wrong:
        explained = sum(1 for finding in wrong if finding.key in checked.suggestions)
        console.print(Text(say("explained", language, count=explained, failed=len(wrong))))
        console.print(Text(say("worst", language), style="bold"))
    for finding in wrong[:most]:
        console.print()
        suggestions = checked.suggestions.get(finding.key, [])
        show_finding(console, finding, checked.evidence(finding.key), names, suggestions)
        show_answers(console, checked.answers(finding.key), names)
    if most is not None and len(wrong) > most:
        click.echo(say("more", language, count=len(wrong) - most, folder=folder.path))
    elif not wrong:
        console.print(say("nothing", language))


def _table(counts: dict[str, dict[Outcome, int]], language: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column(say("check", language))
    for outcome in ("passed", "failed", "missing"):
        table.add_column(say(outcome, language), justify="right")
    for code, row in sorted(counts.items(), key=lambda item: (-item[1][Outcome.FAILED], item[0])):
        shown = (row[Outcome.PASSED], row[Outcome.FAILED], row[Outcome.MISSING])
        table.add_row(code, *(grouped(n, language) for n in shown))
    return table


def show_finding(
    console: Console, finding: Finding, evidence: Sequence[Evidence], names: Names, suggestions: Sequence[Suggested]
) -> None:
    """Print one finding: its key, a sentence, the best suggestion, and the cells that show it."""
    language = names.language
    head = Text(f"{say(finding.severity.value, language)}  ", style=STYLES[finding.severity.value])
    head.append(finding.key, style="cyan")  # begins with the check; by it the finding can be exempted
    console.print(head)
    console.print(Padding(Text(names.sentence(finding)), (0, 0, 0, 2)))
    if suggestions:
        console.print(Padding(Text(names.suggestion(suggestions[0], finding), style="green"), (0, 0, 0, 2)))
        console.print(Padding(Text(say("suggestion_key", language, key=suggestions[0].key), style="dim"), (0, 0, 0, 4)))
    for one in evidence[:MOST_EVIDENCE]:
        where = ", ".join(filter(None, (one.file, one.sheet, place_name(one.cell, language))))
        said = one.stated if named_place(one.cell) is None else one.row_name
        console.print(Padding(Text(f"{where}  {one.column}: “{said}”", style="dim"), (0, 0, 0, 4)))
    if len(evidence) > MOST_EVIDENCE:
        console.print(Padding(Text(f"… +{len(evidence) - MOST_EVIDENCE}", style="dim"), (0, 0, 0, 4)))
    if finding.exempted:
        console.print(Padding(Text(say("exempted", language, why=finding.exempted)), (0, 0, 0, 4)))


def show_answers(console: Console, answers: Sequence[Answer], names: Names) -> None:
    """Print what areas answered about a finding: beside it, in place of nothing."""
    language = names.language
    for answer in answers:
        day = day_name(date.fromisoformat(answer.day), language)
        told = [ask(f"answered.{answer.kind}", language, area=names.area(answer.area), day=day)]
        if answer.remark:
            told.append(ask("answered.said", language, remark=answer.remark))
        where = ", ".join(filter(None, (answer.file, answer.sheet, answer.cell)))
        console.print(Padding(Text(f"{joined(told, language)} ({where})"), (0, 0, 0, 4)))
