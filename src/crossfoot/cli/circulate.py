"""crossfoot circulate"""

from pathlib import Path

import click

from crossfoot.cli.arguments import FOLDER, JSON, Said


@click.command("circulate")
@FOLDER
@click.argument("number", metavar="NUMBER")
@click.option("--levels", metavar="LEVEL,…", default="", help="Levels it goes to; by default the one directly below.")
@click.option("--as", "sender", metavar="AREA", help="The area that sends it on; by default the whole campaign.")
@click.option("--cover", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="A note in Markdown, printed above the briefing and kept.")  # fmt: skip
@click.option("--from", "office", type=Said(), default=None, metavar="OFFICE",
              help="The office that signs the note; no person's name.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Write the messages to this folder.")
@click.option("--send", is_flag=True, help="Send by e-mail, over the server that campaign.yaml names.")
@click.option("--resend", is_flag=True, help="Send again what may have been sent, under the same Message-ID.")
@JSON
def command(  # noqa: PLR0913, PLR0917 - one for each option
    campaign: Path, number: str, levels: str, sender: str | None, cover: Path | None, office: str | None,
    out: Path | None, send: bool, resend: bool, as_json: bool,
) -> None:  # fmt: skip
    """Send the published issue NUMBER down the hierarchy, with a note above it.

    Without --send or --out nothing is sent: what would go where is told. Each area gets an issue once,
    however often this runs. Exit code 1 says that a message failed or that its fate is not known.
    """
    from crossfoot.cli.circulating import note_of, one_way, show_circulated
    from crossfoot.pipeline.circulate import circulate
    from crossfoot.pipeline.folder import open_folder
    from crossfoot.pipeline.publishing import asked_number

    one_way(out, send=send)
    folder = open_folder(campaign)
    chosen = [level.strip() for level in levels.split(",") if level.strip()]
    done = circulate(
        folder, asked_number(number), levels=chosen, sender=sender, office=office or "", cover=note_of(cover),
        out=out, send=send, resend=resend,
    )  # fmt: skip
    show_circulated(done, folder, out, as_json=as_json)
