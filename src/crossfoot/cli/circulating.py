"""What `circulate` and `acknowledgements` show."""

import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from crossfoot.cli.arguments import print_json
from crossfoot.errors import UnreadableReturnError
from crossfoot.pipeline.acknowledge import Reminded
from crossfoot.pipeline.circulate import Circulated
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.posting import Line, Posted
from crossfoot.wording.circulation import tell
from crossfoot.wording.dates import day_name

LARGEST_NOTE = 100_000  # bytes


def one_way(out: Path | None, *, send: bool) -> None:
    """Refuse two ways of sending at once.

    Raises:
        UsageError: both were asked for.
    """
    if send and out is not None:
        raise click.UsageError("Choose one: --send by e-mail, or --out FOLDER.")


def note_of(path: Path | None) -> str | None:
    """Return the text of a note; None where none was given.

    Raises:
        UnreadableReturnError: it is no text in UTF-8, or longer than a note.
    """
    if path is None:
        return None
    try:
        blob = path.read_bytes()
        if len(blob) > LARGEST_NOTE:
            raise UnreadableReturnError(f"{path}: is longer than a note. Put it into the briefing.")
        return blob.decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as exc:
        raise UnreadableReturnError(f"{path}: cannot be read: {exc}. Save it as UTF-8.") from None


def show_circulated(done: Circulated, folder: Folder, out: Path | None, *, as_json: bool) -> None:
    """Print what went where, or would go; exit with 1 where a message failed or its fate is not known."""
    if as_json:
        failed = {} if done.posted is None else {s.area: s.said for s in (*done.posted.failed, *done.posted.unknown)}
        went = frozenset(() if done.posted is None else done.posted.went)
        for line in done.lines:
            told = {"sent": line.area in went, "said": failed.get(line.area, "")}
            print_json({"number": done.number, "from": done.sender, **asdict(line), **told})
    else:
        _print_circulated(done, folder, out)
    if done.posted is not None and not _well(done.posted, done.lines):
        sys.exit(1)


def _well(posted: Posted, lines: tuple[Line, ...]) -> bool:
    return not (posted.failed or posted.unknown or posted.left or any(line.outcome == "unknown" for line in lines))


def _print_circulated(done: Circulated, folder: Folder, out: Path | None) -> None:
    language = folder.campaign.language
    going = [line for line in done.lines if line.goes]
    if done.posted is None:
        click.echo(tell("would", language, number=done.number, count=len(going)))
        for line in going:
            click.echo("  " + tell("to.resend" if line.outcome == "again" else "to", language,
                                   area=line.name, to=line.to))  # fmt: skip
    else:
        show_posted(done.posted, done.number, folder, out)
    show_lines(done.lines, folder)
    if not done.lines:
        click.echo(tell("none", language, number=done.number))
    elif done.posted is None and going:
        click.echo(tell("would.send", language))


def show_posted(posted: Posted, number: str, folder: Folder, out: Path | None) -> None:
    """Print how many messages went, and which did not."""
    language = folder.campaign.language
    key = "went" if out is None else "wrote"
    click.echo(tell(key, language, number=number, count=len(posted.went), folder=out))
    for entry in posted.failed:
        click.echo("  " + tell("failed", language, area=_name(folder, entry.area), to=entry.to, said=entry.said))
    for entry in posted.unknown:
        day = day_name(date.fromisoformat(entry.recorded_at[:10]), language)
        click.echo("  " + tell("unknown", language, area=_name(folder, entry.area), day=day))
    if posted.left:
        click.echo(tell("left", language, count=posted.left))


def show_lines(lines: tuple[Line, ...], folder: Folder) -> None:
    """Print what was done before, whose fate is not known, and who cannot be reached."""
    language = folder.campaign.language
    before = sum(1 for line in lines if line.outcome == "before")
    if before:
        click.echo(tell("before", language, count=before))
    for line in lines:
        if line.outcome == "unknown":
            day = day_name(date.fromisoformat(line.since), language)
            click.echo("  " + tell("unknown", language, area=line.name, day=day))
        if line.outcome == "no_recipient":
            file = folder.campaign.circulation.recipients
            click.echo("  " + tell("no_recipient", language, area=line.name, file=file))


def show_reminded(done: Reminded, folder: Folder, out: Path | None, *, as_json: bool) -> None:
    """Print whom a reminder went to, or would go to; exit with 1 where one failed or its fate is not known."""
    language = folder.campaign.language
    going = [line for line in done.lines if line.goes]
    if as_json:
        went = frozenset(() if done.posted is None else done.posted.went)
        for line in done.lines:
            print_json({"number": done.number, **asdict(line), "sent": line.area in went})
    elif not done.lines:
        click.echo(tell("remind.none", language, number=done.number))
    elif done.posted is None:
        click.echo(tell("remind.would", language, number=done.number, count=len(going)))
        for line in going:
            click.echo("  " + tell("to", language, area=line.name, to=line.to))
        show_lines(done.lines, folder)
    else:
        show_posted(done.posted, done.number, folder, out)
        show_lines(done.lines, folder)
    if done.posted is not None and not _well(done.posted, done.lines):
        sys.exit(1)


def _name(folder: Folder, code: str) -> str:
    found = folder.tree.by_code.get(code)
    return found[-1].name if found else code
