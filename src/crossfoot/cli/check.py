"""crossfoot check"""

import sys
from datetime import date
from pathlib import Path

import click

from crossfoot.cli.arguments import AS_OF, FOLDER, JSON, fails


@click.command("check")
@FOLDER
@AS_OF
@click.option("--all", "show_all", is_flag=True, help="Show all findings, not only the worst.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "information", "never"]), default="error",
              show_default=True, help="Exit with 1 on a finding of this severity or worse.")  # fmt: skip
@JSON
def command(campaign: Path, as_of: date | None, show_all: bool, fail_on: str, as_json: bool) -> None:
    """Say what does not add up, worst first, with the cells that show it."""
    from crossfoot.cli.checking import print_all, show
    from crossfoot.cli.progress import progress
    from crossfoot.pipeline.check import check
    from crossfoot.pipeline.folder import open_folder

    folder = open_folder(campaign)
    with progress(folder.campaign.name) as advance:
        checked = check(folder, as_of=as_of, progress=advance)
    if as_json:
        print_all(checked)
    else:
        show(checked, folder, as_of, most=None if show_all else 10)
    if fails(checked.worst, fail_on):
        sys.exit(1)
