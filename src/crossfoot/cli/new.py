"""crossfoot new"""

from datetime import date
from pathlib import Path

import click

from crossfoot.cli.arguments import JSON, Day, print_json


@click.command("new")
@click.argument("campaign", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", help="Name of the campaign; by default made from the folder's.")
@click.option("--starts", type=Day(), default=None, help="First day; by default today.")
@JSON
def command(campaign: Path, name: str | None, starts: date | None, as_json: bool) -> None:
    """Begin a campaign: a folder with a commented campaign.yaml."""
    from crossfoot.pipeline.new import new
    from crossfoot.pipeline.opening import today

    written = new(campaign, name=name, starts=starts or today())
    if as_json:
        print_json({"written": [str(path) for path in written]})
        return
    for path in written:
        click.echo(f"wrote {path}")
    click.echo(f"\nNext: say in {campaign / 'campaign.yaml'} what is counted, in areas.csv where;")
    click.echo(f"put returns into {campaign / 'inbox'}; then: crossfoot brief {campaign}")
