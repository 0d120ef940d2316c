"""crossfoot withdraw"""

from pathlib import Path

import click

from crossfoot.cli.arguments import FOLDER, JSON, print_json


@click.command("withdraw")
@FOLDER
@click.argument("return_", metavar="RETURN")
@click.option("--why", required=True, help="The reason, kept in the journal.")
@click.option("--by", default="", help="The office that takes it back.")
@JSON
def command(campaign: Path, return_: str, why: str, by: str, as_json: bool) -> None:
    """Take a return back: by its file name, or the beginning of its id."""
    from crossfoot.pipeline.folder import open_folder
    from crossfoot.pipeline.withdraw import withdraw

    receipts = withdraw(open_folder(campaign), return_, why=why, by=by)
    if as_json:
        print_json({"return_id": receipts[0].return_id, "names": [r.name for r in receipts], "why": why})
        return
    click.echo(f"{receipts[0].name} ({receipts[0].return_id[:12]}) counts no more. Its bytes stay in returns/.")
