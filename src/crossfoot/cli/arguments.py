"""Arguments and options that several commands share."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from crossfoot.terms.finding import Severity


class Day(click.ParamType[date]):
    """A day as 2014-10-31."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 - click's
        """Return the day."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"'{value}' is not a day. Write it as 2014-10-31.", param, ctx)


class Said(click.ParamType[str]):
    """A text that says something: not empty, on one line."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 - click's
        """Return the text with single spaces."""
        said = " ".join(str(value).split())
        if not said:
            self.fail("say it in words; it is kept in the journal.", param, ctx)
        return said


BY = click.option("--by", type=Said(), required=True, help="The office that decides; no person's name.")
WHY = click.option("--why", type=Said(), required=True, help="The reason, kept in the journal.")
FOLDER = click.argument("campaign", type=click.Path(path_type=Path, file_okay=False))
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")
AS_OF = click.option("--as-of", type=Day(), help="As known at the end of this day; by default now.")
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "information", "never"]),
    default="never",
    show_default=True,
    help="Exit with 1 on a finding of this severity or worse.",
)


def print_json(value: object) -> None:
    """Print one line of JSON, in UTF-8 whatever the terminal's own encoding."""
    sys.stdout.buffer.write(json.dumps(value, ensure_ascii=False).encode() + b"\n")


def severity(fail_on: str) -> Severity | None:
    """Return the severity that --fail-on names; None for never."""
    return None if fail_on == "never" else Severity(fail_on)


def fails(worst: Severity | None, fail_on: str) -> bool:
    """Tell whether a run whose worst failed finding is `worst` ends with exit code 1."""
    order = list(Severity)
    limit = severity(fail_on)
    return worst is not None and limit is not None and order.index(worst) <= order.index(limit)
