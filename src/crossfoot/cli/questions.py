"""crossfoot questions"""

from pathlib import Path

import click

from crossfoot.cli.arguments import FOLDER, JSON


@click.command("questions")
@FOLDER
@click.option("--area", help="Code or name of the area to ask.")
@click.option("--all", "every", is_flag=True, help="Write a sheet for every area that there is something to ask.")
@click.option("--period", help="Only what is about this period or lies in it: 2026-W45, 2026-11 …")
@click.option("--most", type=click.IntRange(min=1), default=20, show_default=True,
              help="Questions on a sheet, the worst first.")  # fmt: skip
@click.option("--format", "style", type=click.Choice(["text", "xlsx", "html"]), default="text", show_default=True,
              help="Of a sheet; an xlsx is read back by `receive`.")  # fmt: skip
@click.option("--language", type=click.Choice(["en", "fr", "zh"]), help="By default the campaign's.")
@click.option("--out", type=click.Path(path_type=Path),
              help="File to write (with --all: folder); by default questions-AREA.xlsx (questions/).")  # fmt: skip
@JSON
def command(
    campaign: Path, area: str | None, every: bool, period: str | None, most: int, style: str, language: str | None,
    out: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Ask an area about its figures: what was received, what does not fit together, and what may be meant.

    A sheet in XLSX has cells for the answers. Sent back, it is taken in by `crossfoot receive` like any return.
    """
    from crossfoot.cli.asking import show
    from crossfoot.cli.progress import progress
    from crossfoot.pipeline.folder import open_folder
    from crossfoot.pipeline.questions import questions

    if every == (area is not None):
        raise click.UsageError("Say whom to ask: --area NAME, or --all.")
    folder = open_folder(campaign)
    with progress(folder.campaign.name) as advance:
        sheets = questions(folder, area=area, period=period, most=most, language=language, progress=advance)
    show(sheets, folder, style, out, language or folder.campaign.language, single=not every, as_json=as_json)
