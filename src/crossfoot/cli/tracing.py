"""What `trace` shows of a number."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from crossfoot.cli.arguments import print_json
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.suggesting import plain, suggestion_as_json
from crossfoot.pipeline.telling import Names
from crossfoot.pipeline.trace import Cell, Traced
from crossfoot.terms.passage import named_place
from crossfoot.wording.dates import day_name
from crossfoot.wording.places import place_name
from crossfoot.wording.terminal import say


def show(traced: Traced, folder: Folder, *, as_json: bool) -> None:
    """Print a number, what was stated for it, and the cells that it is made of."""
    if as_json:
        shown = asdict(traced)
        shown["accused"] = [
            {"finding": one.finding.key, "suggestion": suggestion_as_json(one.suggestion)} for one in traced.accused
        ]
        print_json(_plain(shown))
        return
    names = Names(folder)
    language = folder.campaign.language
    console = Console(highlight=False)
    heading = (names.data_element(traced.data_element, traced.disaggregation), names.area(traced.area),
               names.period(traced.period))  # fmt: skip
    console.print(Text(" · ".join(heading), style="bold"))
    if traced.value is not None:
        line = say("rolled_up", language, value=names.number(traced.value), reported=traced.reported,
                   expected=traced.expected)  # fmt: skip
        console.print(Text(line))
    if traced.stated:
        console.print(Text(f"\n{say('stated_here', language)}", style="bold"))
        console.print(_table(traced.stated, names, language))
    if [c.figure_id for c in traced.parts] != [c.figure_id for c in traced.stated]:
        console.print(Text(f"\n{say('made_of', language)}", style="bold"))
        console.print(_table(traced.parts, names, language))
    if traced.accused:
        console.print(Text(f"\n{say('accused', language)}", style="bold"))
    for one in traced.accused:
        console.print(Padding(Text(names.sentence(one.finding)), (0, 0, 0, 2)))
        console.print(Padding(Text(names.suggestion(one.suggestion, one.finding), style="green"), (0, 0, 0, 4)))


def _table(cells: Sequence[Cell], names: Names, language: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(justify="left")
    table.add_column(justify="right")
    table.add_column(overflow="fold")
    for cell in cells:
        where = _where(cell, language)
        note = "" if cell.stands else f"  {say('superseded', language)}"
        style = "" if cell.stands else "dim"
        table.add_row(names.area(cell.area), cell.stated.strip() or "–", where + note, style=style)
        if named_place(cell.cell) is not None and cell.accepted is None:
            table.add_row("", "", cell.row_name, style=style)
    return table


def _where(cell: Cell, language: str) -> str:
    """Where a number stands: its cell, or on whose word it counts."""
    if cell.accepted is not None:
        day = day_name(date.fromisoformat(cell.accepted.day), language)
        return say("accepted_by", language, by=cell.accepted.by, day=day, why=cell.accepted.why, file=cell.file)
    place = f"{place_name(cell.cell, language)} ({cell.column})"
    return ", ".join(filter(None, (cell.file, cell.sheet, place)))


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value
