"""crossfoot exempt"""

from datetime import date
from pathlib import Path

import click

from crossfoot.cli.arguments import BY, FOLDER, JSON, WHY, Day


@click.command("exempt")
@FOLDER
@click.argument("key", metavar="FINDING")
@BY
@WHY
@click.option("--until", type=Day(), required=True, help="Last day on which it holds.")
@JSON
def command(campaign: Path, key: str, by: str, why: str, until: date, as_json: bool) -> None:
    """Let one FINDING stand, by its key as `check` shows it, until a day.

    It stays a finding, told apart from the others with its reason, and no longer makes `check` exit with 1.
    """
    from crossfoot.cli.deciding import show_exempted
    from crossfoot.pipeline.exempt import exempt
    from crossfoot.pipeline.folder import open_folder
    from crossfoot.pipeline.opening import today

    if until < today():
        raise click.BadParameter(f"{until} is over. Write the last day on which the exemption is to hold.")
    folder = open_folder(campaign)
    show_exempted(exempt(folder, key, by=by, why=why, until=until), folder, as_json=as_json)
