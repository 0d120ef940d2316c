"""What `check` shows of its findings."""

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
from crossfoot.pipeline.telling import Names
from crossfoot.terms.finding import Evidence, Finding, Outcome
from crossfoot.wording.terminal import grouped, say

STYLES = {"error": "bold red", "warning": "yellow", "information": "dim"}
MOST_EVIDENCE = 3


def print_all(checked: Checked) -> None:
    """Print every outcome as JSON, one object a line, worst first."""
    evidence = checked.all_evidence()
    for finding in checked.findings:
        print_json(as_json(finding, evidence.get(finding.key, [])))


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
        console.print(Text(say("worst", language), style="bold"))
    for finding in wrong[:most]:
        console.print()
        show_finding(console, finding, checked.evidence(finding.key), names, language)
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


def show_finding(console: Console, finding: Finding, evidence: list[Evidence], names: Names, language: str) -> None:
    """Print one finding: its key, a sentence, and the cells that show it."""
    head = Text(f"{say(finding.severity.value, language)}  ", style=STYLES[finding.severity.value])
    head.append(finding.key, style="cyan")  # begins with the check; by it the finding can be exempted
    console.print(head)
    console.print(Padding(Text(names.sentence(finding)), (0, 0, 0, 2)))
    for one in evidence[:MOST_EVIDENCE]:
        where = ", ".join(filter(None, (one.file, one.sheet, one.cell)))
        console.print(Padding(Text(f"{where}  {one.column}: “{one.stated}”", style="dim"), (0, 0, 0, 4)))
    if len(evidence) > MOST_EVIDENCE:
        console.print(Padding(Text(f"… +{len(evidence) - MOST_EVIDENCE}", style="dim"), (0, 0, 0, 4)))
    if finding.exempted:
        console.print(Padding(Text(say("exempted", language, why=finding.exempted)), (0, 0, 0, 4)))
