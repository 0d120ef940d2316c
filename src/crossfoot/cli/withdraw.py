"""crossfoot withdraw"""

from pathlib import Path

import click

from crossfoot.cli.arguments import FOLDER, JSON, WHY, print_json


@click.command("withdraw")
@FOLDER
@click.argument("what", metavar="WHAT")
@WHY
@click.option("--by", default="", help="The office that takes it back.")
@JSON
def command(campaign: Path, what: str, why: str, by: str, as_json: bool) -> None:
    """Take WHAT back: a return, by its file name or the beginning of its id; what was accepted, by the
    suggestion's key; an exemption, by the finding's key."""
    from crossfoot.cli.deciding import show_withdrawn
    from crossfoot.pipeline.folder import open_folder
    from crossfoot.pipeline.withdraw import withdraw

    folder = open_folder(campaign)
    withdrawn = withdraw(folder, what, why=why, by=by)
    if as_json:
        ids = {"return_id": withdrawn.key} if withdrawn.kind == "return" else {"key": withdrawn.key}
        print_json({"kind": withdrawn.kind, **ids, "names": list(withdrawn.names), "why": why})
    else:
        show_withdrawn(withdrawn, folder)
