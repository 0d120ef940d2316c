"""crossfoot trace"""

from datetime import date
from pathlib import Path

import click

from crossfoot.cli.arguments import AS_OF, FOLDER, JSON


@click.command("trace")
@FOLDER
@click.argument("data_element")
@click.option("--area", help="Code or name of the area; by default the whole.")
@click.option("--period", required=True, help="Period: 2014-10-31, 2026-W45, 2026-11 …")
@click.option("--disaggregation", default="", help="Such as sex=f; by default the whole.")
@AS_OF
@JSON
def command(
    campaign: Path, data_element: str, area: str | None, period: str, disaggregation: str,
    as_of: date | None, as_json: bool,
) -> None:  # fmt: skip
    """Say where a number comes from: what was stated, what it is the sum of, down to the cells."""
    from crossfoot.cli.tracing import show
    from crossfoot.pipeline.folder import open_folder
    from crossfoot.pipeline.trace import trace

    folder = open_folder(campaign)
    traced = trace(folder, data_element, area=area, period=period, disaggregation=disaggregation, as_of=as_of)
    show(traced, folder, as_json=as_json)
