"""crossfoot publish"""

import sys
from pathlib import Path

import click

from crossfoot.cli.arguments import FOLDER, JSON, print_json


@click.command("publish")
@FOLDER
@click.argument("number", metavar="NUMBER")
@click.option("--again", is_flag=True, help="Make the published issue again, and compare it byte by byte.")
@JSON
def command(campaign: Path, number: str, again: bool, as_json: bool) -> None:
    """Make the approved draft NUMBER final: it is never overwritten, and corrected only by an erratum."""
    from crossfoot.pipeline.folder import open_folder
    from crossfoot.pipeline.publishing import asked_number, make_again, publish
    from crossfoot.wording.terminal import say

    folder = open_folder(campaign)
    language = folder.campaign.language
    asked = asked_number(number)
    if not again:
        path = publish(folder, asked)
        if as_json:
            print_json({"number": asked.label, "path": str(path)})
        else:
            click.echo(say("published", language, number=asked.label, path=path))
        return
    remade = make_again(folder, asked)
    if as_json:
        told = {"number": asked.label, "same": remade.same, "different": remade.different, "version": remade.version}
        print_json(told)
    else:
        click.echo(say("remade", language, number=asked.label, same=len(remade.same), different=len(remade.different)))
        for name in remade.different:
            click.echo(f"  {name}")
    if remade.different:
        sys.exit(1)
