"""What `acknowledgements` shows: a tree of areas, each with how the issue stands there."""

import sys
from dataclasses import asdict
from datetime import date

import click
from rich.console import Console
from rich.text import Text
from rich.tree import Tree

from crossfoot.cli.arguments import print_json
from crossfoot.pipeline.acknowledge import Acknowledged, AreaStanding
from crossfoot.pipeline.folder import Folder
from crossfoot.wording.circulation import tell
from crossfoot.wording.dates import day_name
from crossfoot.wording.messages import levels_of

STYLES = {"acknowledged": "green", "forwarded": "green", "silent": "yellow", "unknown": "bold red", "failed": "red",
          "nothing": "dim"}  # fmt: skip


def show_acknowledged(done: Acknowledged, folder: Folder, *, as_json: bool) -> None:
    """Print what came in and how the issue stands; exit with 1 where something was refused."""
    if as_json:
        for one in done.areas:
            print_json({"number": done.number, **asdict(one), "silent": one.state == "silent"})
        for refused in done.refused:
            print_json({"number": done.number, "refused": asdict(refused)})
    else:
        _print_acknowledged(done, folder)
    if done.refused:
        sys.exit(1)


def _print_acknowledged(done: Acknowledged, folder: Folder) -> None:
    language = folder.campaign.language
    for taken in done.taken:
        key = "taken.one" if taken.new else "taken.known"
        click.echo(tell(key, language, area=_name(folder, taken.area), day=_day(taken.day, language)))
    for refused in done.refused:
        place = refused.name if refused.line is None else f"{refused.name}:{refused.line}"
        said = _name(folder, refused.said)
        click.echo(f"{place}: {tell(refused.trouble, language, number=done.number, said=said)}")
    shown = _involved(done.areas)
    if not shown:
        click.echo(tell("not_circulated", language, number=done.number))
        return
    counts = {
        "sent": sum(1 for a in done.areas if a.sent),
        "acknowledged": sum(1 for a in done.areas if a.acknowledged),
        "forwarded": sum(1 for a in done.areas if a.forwarded and a.parent),
        "silent": sum(1 for a in done.areas if a.state == "silent"),
    }
    console = Console(highlight=False)
    console.print(Text(tell("tree", language, number=done.number, **counts), style="bold"))
    for level, (acknowledged, count) in done.levels.items():
        name = levels_of(level, language)
        console.print(Text(tell("level", language, level=name, acknowledged=acknowledged, count=count)))
    for tree in _trees(done.areas, shown, language):
        console.print(tree)


def _involved(areas: tuple[AreaStanding, ...]) -> set[str]:
    """The areas that something is known of, their neighbours of the same parent, and all above them."""
    parents = {a.parent for a in areas if a.sent or a.acknowledged or a.state in ("unknown", "failed")}
    by_code = {a.area: a for a in areas}
    out = {a.area for a in areas if a.parent in parents and parents}
    for code in parents:
        here = code
        while here in by_code and here not in out:
            out.add(here)
            here = by_code[here].parent
    return out


def _trees(areas: tuple[AreaStanding, ...], shown: set[str], language: str) -> list[Tree]:
    drawn = {a.area: Tree(_line(a, language), guide_style="dim") for a in areas if a.area in shown}
    tops = []
    for one in areas:
        if one.area in drawn:
            if one.parent in drawn:
                drawn[one.parent].children.append(drawn[one.area])
            else:
                tops.append(drawn[one.area])
    return tops


def _line(one: AreaStanding, language: str) -> Text:
    told = []
    for key, day in (("acknowledged", one.acknowledged), ("forwarded", one.forwarded)):
        if day:
            told.append(tell(f"state.{key}", language, day=_day(day, language)))
    if not told:
        told.append(tell(f"state.{one.state}", language, day=_day(one.sent, language), said=one.said))
    if one.reminded and one.state == "silent":
        told.append(tell("state.reminded", language, day=_day(one.reminded, language)))
    top_alone = not one.parent and one.state == "nothing"
    line = Text(one.name, style="bold" if top_alone else "")
    return line if top_alone else line.append(f" · {' · '.join(told)}", style=STYLES[one.state])


def _name(folder: Folder, code: str) -> str:
    found = folder.tree.by_code.get(code)
    return found[-1].name if found else code


def _day(day: str, language: str) -> str:
    return day_name(date.fromisoformat(day), language) if day else ""
