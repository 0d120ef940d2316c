"""crossfoot brief"""

import sys
from datetime import date
from pathlib import Path

import click

from crossfoot.cli.arguments import AS_OF, FAIL_ON, FOLDER, JSON, severity


@click.command("brief")
@FOLDER
@click.option("--period", help="Period that the briefing is about: 2026-W45; by default the last one due.")
@click.option("--number", type=click.IntRange(min=1), help="Number of the briefing; by default the next.")
@click.option("--erratum", type=click.IntRange(min=1), help="Number of a published issue to correct: writes 3a, 3b …")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(["html", "pdf", "docx", "xlsx", "text", "short"]),
    help="A form to write it in, beside HTML; may be given again. By default what campaign.yaml says.",
)
@click.option("--areas", is_flag=True, help="Write a page for each area too: issues/NNN/areas/CODE.html.")
@click.option("--level", help="The level whose areas get a page each; by default all areas below the top.")
@click.option(
    "--template",
    type=click.Choice(["default", "daily", "weekly", "final", "minister"]),
    help="A shipped template; the campaign's own briefing.md comes before it. By default what campaign.yaml says.",
)
@AS_OF
@FAIL_ON
@JSON
def command(  # noqa: PLR0913, PLR0917 - one argument an option
    campaign: Path, period: str | None, number: int | None, erratum: int | None, formats: tuple[str, ...],
    template: str | None, areas: bool, level: str | None, as_of: date | None, fail_on: str, as_json: bool,
) -> None:  # fmt: skip
    """Take in what is new in the inbox, check it, and write the draft of the next briefing."""
    from crossfoot.cli.briefing import show
    from crossfoot.cli.progress import progress
    from crossfoot.pipeline.brief import EVERY_AREA, brief
    from crossfoot.pipeline.folder import open_folder

    if level and not areas:
        raise click.UsageError("--level says which areas get a page; it goes with --areas.")
    folder = open_folder(campaign)
    with progress(folder.campaign.name) as advance:
        briefed = brief(
            folder, period=period, number=number, erratum=erratum, as_of=as_of, formats=formats,
            template=template or "", areas=(level or EVERY_AREA) if areas else "", fail_on=severity(fail_on),
            progress=advance,
        )  # fmt: skip
    show(briefed, folder, as_json=as_json)
    if briefed.fails:
        sys.exit(1)
