"""crossfoot form"""

from pathlib import Path

import click

from crossfoot.cli.arguments import FOLDER, JSON, print_json


@click.command("form")
@FOLDER
@click.option("--area", required=True, help="Code or name of the area that is to report.")
@click.option("--period", help="Period that it is to report on; by default the next one due.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), 
              help="File to write; by default AREA-PERIOD.xlsx.")  # fmt: skip
@JSON
def command(campaign: Path, area: str, period: str | None, out: Path | None, as_json: bool) -> None:
    """Write an XLSX return to fill in, with both margins asked."""
    from crossfoot.pipeline.folder import open_folder
    from crossfoot.pipeline.form import make_form, next_period

    folder = open_folder(campaign)
    about = period or next_period(folder)
    path = out or Path(f"{area}-{about}.xlsx".replace("/", "-"))
    make_form(folder, area, about, path)
    if as_json:
        print_json({"written": str(path), "period": about})
    else:
        click.echo(f"wrote {path}")
