"""What `receive` shows of its work."""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from crossfoot.cli.arguments import print_json
from crossfoot.cli.progress import progress
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.placed import PlacedReport, Unplaced, placed
from crossfoot.pipeline.receive import receive
from crossfoot.terms.passage import named_place
from crossfoot.wording.places import place_name
from crossfoot.wording.terminal import REMEDIES, say

MOST_SHOWN = 20
REMARK = "text-left-aside"


def take_in(
    folder: Folder, files: Sequence[Path], received: date | None, fail_on: str, *, as_json: bool
) -> None:
    """Receive files and tell what became of them; exit with 1 where `fail_on` asks for it."""
    language = folder.campaign.language
    done = receive(folder, list(files) or None, received_at=received.isoformat() if received else None)
    counts = Counter(one.outcome for one in done)
    with progress(folder.campaign.name) as advance:
        report = placed(folder, {one.return_id for one in done if one.outcome != "known"}, advance)
    troubles = [u for u in report.unplaced if u.kind != REMARK]
    if as_json:
        for one in done:
            print_json(asdict(one))
        for unplaced in report.unplaced:
            print_json(asdict(unplaced))
    else:
        click.echo(
            say("received", language, files=len(done), new=counts["new"], copies=counts["copy"],
                known=counts["known"])
        )  # fmt: skip
        show_placed(report, folder)
    if troubles and fail_on != "never":
        sys.exit(1)


def show_placed(report: PlacedReport, folder: Folder) -> None:
    """Print how many cells became figures, and what could not be placed, with its remedy."""
    language = folder.campaign.language
    if report.figures or report.blanks or report.unplaced:
        unplaced = len(report.unplaced)
        click.echo(say("cells", language, figures=report.figures, blanks=report.blanks, unplaced=unplaced))
    if report.unplaced:
        click.echo(f"\n{say('unplaced', language)}:")
    for one in report.unplaced[:MOST_SHOWN]:
        click.echo(f"  {place(one, language)}: {say(one.kind, language, stated=one.stated)}")
        if named_place(one.cell) is not None and one.column:
            click.echo(f"      {one.column}")  # the sentence, the figure marked
        remedy = _remedy(one, folder)
        if remedy:
            click.echo(f"      {remedy}")
    if len(report.unplaced) > MOST_SHOWN:
        click.echo(f"  … +{len(report.unplaced) - MOST_SHOWN}")


def place(one: Unplaced, language: str) -> str:
    """Return where something stands: 2014-12-01.csv, S1; letter.pdf, page 2, characters 120-126."""
    where = place_name(one.cell, language) or (f"row {one.row}" if one.row else "")
    return ", ".join(filter(None, (one.file, one.sheet, where)))


def _remedy(one: Unplaced, folder: Folder) -> str:
    language = folder.campaign.language
    if one.suggestion:
        return say("name-near", language, suggestion=one.suggestion, stated=one.stated, folder=folder.path)
    key = REMEDIES.get(one.kind)
    return say(key, language, folder=folder.path) if key else ""


def show_proposal(folder: Folder, path: Path, *, as_json: bool) -> None:
    """Print the layout that a file would need, what it would give, and what it could not place."""
    from crossfoot.pipeline.propose import propose

    language = folder.campaign.language
    proposed = propose(folder, path)
    found = proposed.proposal
    if as_json:
        print_json(
            {"layout": proposed.code, "yaml": proposed.text, "figures": found.figures, "unread": found.unread,
             "unplaced": [asdict(one) for one in found.unplaced], "doubts": list(found.doubts)}
        )  # fmt: skip
        return
    if not proposed.text:
        click.echo(say("nothing_recognised", language, file=path.name))
        return
    click.echo(say("propose", language, file=path.name, figures=found.figures, unread=found.unread))
    click.echo(f"\nlayouts:\n{proposed.text}")
    for doubt in found.doubts:
        click.echo(say("doubt", language, format=doubt))
    for one in found.unplaced:
        near = f"  {say('near', language, suggestion=one.suggestion)}" if one.suggestion else ""
        click.echo(f"  {one.cell}: {say('name-unknown', language, stated=one.stated)}{near}")


def accept(folder: Folder, written: str, meant: str) -> None:
    """Write a name as an alias of the area or data element that is meant, by code or name."""
    from crossfoot.pipeline.propose import accept_name
    from crossfoot.pipeline.trace import code_of

    path = accept_name(folder, written, code_of(folder, meant))
    click.echo(say("accepted", folder.campaign.language, written=written, meant=meant, path=path))
