"""crossfoot diff"""

from dataclasses import asdict
from pathlib import Path

import click

from crossfoot.cli.arguments import FOLDER, JSON, print_json


@click.command("diff")
@FOLDER
@click.argument("before", metavar="BEFORE")
@click.argument("after", metavar="AFTER")
@JSON
def command(campaign: Path, before: str, after: str, as_json: bool) -> None:
    """Say what changed from the issue BEFORE to the issue AFTER: revised figures, new ones, findings."""
    from crossfoot.cli.differing import show
    from crossfoot.pipeline.diff import diff
    from crossfoot.pipeline.folder import open_folder
    from crossfoot.pipeline.publishing import asked_number

    folder = open_folder(campaign)
    found = diff(folder, asked_number(before), asked_number(after))
    if not as_json:
        show(found, before, after, folder.campaign.language)
        return
    told = asdict(found)
    for name in ("revised", "moved"):
        for one in told[name]:
            one["values"] = [None if v is None else f"{v:f}" for v in one["values"]]
    print_json(told)
