"""Print the reference pages from the code: docs/checks.md, docs/commands.md and docs/tables.md.

`make docs` writes them; a test refuses a stale page.
"""

import sys
from pathlib import Path

import click

from crossfoot.cli.main import COMMANDS, crossfoot
from crossfoot.pipeline.documented import checks_page
from crossfoot.tables import TABLES

HERE = Path(__file__).parent


def commands() -> str:
    """Return the page of commands: the help of each."""
    context = click.Context(crossfoot, info_name="crossfoot")
    out = ["# Commands", "", "Printed from the code by `make docs`.", "", *_help(crossfoot, context)]
    for name in COMMANDS:
        command = crossfoot.get_command(context, name)
        if command is not None:
            inner = click.Context(command, info_name=name, parent=context)
            out += ["", f"## crossfoot {name}", "", *_help(command, inner)]
    return "\n".join(out) + "\n"


def tables() -> str:
    """Return the page of tables: every column with its type and meaning."""
    out = ["# Tables", "", "What the stages hand on. Printed from `src/crossfoot/tables/` by `make docs`."]
    for table in TABLES:
        out += ["", f"## {table.name}", "", table.means, "", "| column | type | means |", "|---|---|---|"]
        out += [f"| `{c.name}` | {c.type} | {c.means} |" for c in table.columns]
    return "\n".join(out) + "\n"


def checks() -> str:
    """Return the page of checks: what each says of itself, and what its specification shows."""
    return checks_page(HERE.parent / "tests" / "spec")


PAGES = {"checks.md": checks, "commands.md": commands, "tables.md": tables}


def _help(command: click.Command, context: click.Context) -> list[str]:
    context.terminal_width = context.max_content_width = 80
    return ["```text", command.get_help(context), "```"]


if __name__ == "__main__":
    for name, make in PAGES.items():
        (HERE / name).write_text(make(), "utf-8")
        sys.stdout.write(f"wrote docs/{name}\n")
