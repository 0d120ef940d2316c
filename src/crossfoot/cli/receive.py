"""crossfoot receive"""

from datetime import date
from pathlib import Path

import click

from crossfoot.cli.arguments import FAIL_ON, FOLDER, JSON, Day


@click.command("receive")
@FOLDER
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--received", type=Day(), help="Day on which the files came, where it was not today.")
@click.option("--propose", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="Look at an unknown file, and print the layout that it would need.")  # fmt: skip
@click.option("--accept", nargs=2, metavar="NAME CODE", help="Write NAME as an alias of CODE into the campaign.")
@FAIL_ON
@JSON
def command(
    campaign: Path, files: tuple[Path, ...], received: date | None, propose: Path | None,
    accept: tuple[str, str] | None, fail_on: str, as_json: bool,
) -> None:  # fmt: skip
    """Take returns in: these FILES, or all that is in the inbox."""
    from crossfoot.cli import receiving
    from crossfoot.pipeline.folder import open_folder
    from crossfoot.pipeline.opening import today

    if received is not None and received > today():
        raise click.BadParameter(f"{received} is still to come. Write the day on which the files came.")
    folder = open_folder(campaign)
    if propose is not None:
        receiving.show_proposal(folder, propose, as_json=as_json)
    elif accept is not None:
        receiving.accept(folder, *accept)
    else:
        receiving.take_in(folder, files, received, fail_on, as_json=as_json)
