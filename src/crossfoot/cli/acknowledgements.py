"""crossfoot acknowledgements"""

from pathlib import Path

import click

from crossfoot.cli.arguments import FOLDER, JSON


@click.command("acknowledgements")
@FOLDER
@click.argument("number", metavar="NUMBER")
@click.option("--import", "files", type=click.Path(path_type=Path, dir_okay=False), multiple=True,
              help="Take in a reply (.eml), or a list (CSV: area and date, or token).")  # fmt: skip
@click.option("--remind", is_flag=True, help="Remind the silent areas: without --send or --out, tell whom.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Write the reminders to this folder.")
@click.option("--send", is_flag=True, help="Send the reminders by e-mail.")
@click.option("--resend", is_flag=True, help="Also reminders that may have been sent today already.")
@JSON
def command(
    campaign: Path, number: str, files: tuple[Path, ...], remind: bool, out: Path | None, send: bool, resend: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """Say which areas have acknowledged the issue NUMBER, which have sent it on, and which are silent.

    Replies in replies/ or in the inbox are taken in. Exit code 1 says that something that was to be taken in
    acknowledges nothing, or that a reminder failed.
    """
    from crossfoot.cli.acknowledging import show_acknowledged
    from crossfoot.cli.circulating import one_way, show_reminded
    from crossfoot.pipeline.acknowledge import acknowledgements
    from crossfoot.pipeline.acknowledge import remind as send_reminders
    from crossfoot.pipeline.folder import open_folder
    from crossfoot.pipeline.publishing import asked_number

    one_way(out, send=send)
    if (send or out is not None or resend) and not remind:
        raise click.UsageError("Only reminders are sent from here: add --remind.")
    folder = open_folder(campaign)
    done = acknowledgements(folder, asked_number(number), files=files)
    if not remind:
        show_acknowledged(done, folder, as_json=as_json)
        return
    show_reminded(send_reminders(folder, asked_number(number), out=out, send=send, resend=resend), folder, out,
                  as_json=as_json)  # fmt: skip
