"""What `diff` shows: tables of figures, then findings."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from crossfoot.pipeline.diff import Changed, Difference
from crossfoot.wording.numbers import format_signed
from crossfoot.wording.terminal import say

MOST = 40  # lines of each list; --json has all


def show(found: Difference, before: str, after: str, language: str) -> None:
    """Print what changed from one issue to another."""
    console = Console(highlight=False)
    for title, changed in (("diff.revised", found.revised), ("diff.moved", found.moved)):
        if changed:
            console.print(_table(say(title, language, count=len(changed)), changed, before, after, language))
    for title, names in (
        ("diff.only", found.only_before), ("diff.added", found.only_after),
        ("diff.findings_new", found.findings_new), ("diff.findings_gone", found.findings_gone),
    ):  # fmt: skip
        _names(console, say(title, language, count=len(names), before=before, after=after), names, language)
    console.print(say("diff.findings_same", language, count=found.findings_same))


def _table(title: str, changed: Sequence[Changed], before: str, after: str, language: str) -> Table:
    table = Table(title=Text(title, style="bold"), title_justify="left", box=None, pad_edge=False)
    table.add_column("")
    for heading in (before, after, "±"):
        table.add_column(heading, justify="right")
    for one in changed[:MOST]:
        difference = one.difference
        change = "" if difference is None else format_signed(difference, language)
        table.add_row(Text(one.title), Text(one.printed[0]), Text(one.printed[1]), change)
    if len(changed) > MOST:
        table.add_row(say("diff.more", language, count=len(changed) - MOST))
    return table


def _names(console: Console, title: str, names: Sequence[str], language: str) -> None:
    if not names:
        return
    console.print(Text(f"\n{title}", style="bold"))
    for name in names[:MOST]:
        console.print(Text(f"  {name}"))
    if len(names) > MOST:
        console.print(f"  {say('diff.more', language, count=len(names) - MOST)}")
