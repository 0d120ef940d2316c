"""crossfoot approve"""

from pathlib import Path

import click

from crossfoot.cli.arguments import FOLDER, JSON, print_json


@click.command("approve")
@FOLDER
@click.argument("number", metavar="NUMBER")
@click.option("--by", required=True, help="The office that approves; never a person's name.")
@JSON
def command(campaign: Path, number: str, by: str, as_json: bool) -> None:
    """Note that an office found the draft NUMBER right, as it is now: only then can it be published."""
    from crossfoot.pipeline.folder import open_folder
    from crossfoot.pipeline.publishing import approve, asked_number
    from crossfoot.wording.terminal import say

    folder = open_folder(campaign)
    entry = approve(folder, asked_number(number), by=by)
    if as_json:
        print_json({"number": entry.number, "digest": entry.digest, "by": entry.by, "recorded_at": entry.recorded_at})
        return
    click.echo(say("approved", folder.campaign.language, number=entry.number, by=entry.by, folder=folder.path))
