"""The group of commands; each is imported only when it is asked for."""

import os
import sys
from importlib import import_module

import click

from crossfoot import __version__
from crossfoot.errors import CrossfootError

COMMANDS = {  # in the order of the work; the last two stand beside it
    "new": "Begin a campaign: a folder with a commented campaign.yaml.",
    "form": "Write an XLSX return to fill in.",
    "receive": "Take returns in; say what cannot be placed.",
    "withdraw": "Take a return or a decision back; the journal keeps both.",
    "check": "Say what does not add up, worst first.",
    "questions": "Ask an area about its figures, on a sheet to fill in.",
    "accept": "Let a figure count as suggested, with the reason.",
    "exempt": "Let a finding stand until a day, with the reason.",
    "trace": "Say where a number comes from, down to the cells.",
    "brief": "Write the next numbered briefing.",
    "approve": "Note that an office found a draft right.",
    "publish": "Make an approved draft final, or prove that one can be made again.",
    "circulate": "Send a published issue down the hierarchy.",
    "acknowledgements": "Say who has acknowledged an issue; remind the silent.",
    "diff": "Say what changed from one issue to another.",
    "explain": "Say what a check compares, why, and what to do.",
    "proof": "Find the figures of any document, and say which do not add up.",
}


class Commands(click.Group):
    """Commands by name; listing them imports none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"crossfoot.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from their one-line descriptions."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(__version__, prog_name="crossfoot")
def crossfoot() -> None:
    """Turn a campaign's returns into a numbered briefing.

    Every figure in it adds up, or says that it does not, and leads back to its cell.

    Exit codes: 0 done; 1 something does not add up (check); 2 wrong use; 10 campaign.yaml or
    areas.csv is wrong; 11 a file cannot be read; 12 the template is wrong; 13 not found;
    14 already there; 15 the folder cannot be read or written; 16 a number was misprinted.
    """


def main() -> None:
    """Run the command line; errors of ours are told without a traceback."""
    try:
        crossfoot(prog_name="crossfoot")
    except CrossfootError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:  # the reader of a pipe went away: `crossfoot check . --json | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
