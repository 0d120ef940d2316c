"""crossfoot accept"""

from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from crossfoot.cli.arguments import BY, FOLDER, JSON, WHY


class Value(click.ParamType[Decimal]):
    """A value as 794 or 7.5."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:  # noqa: ANN401 - click's
        """Return the exact decimal."""
        from crossfoot.pipeline.accept import readable_value

        try:
            return readable_value(str(value))
        except ValueError as exc:
            self.fail(str(exc), param, ctx)


@click.command("accept")
@FOLDER
@click.argument("key")
@BY
@WHY
@click.option("--value", type=Value(), help="The right value, where it is another than the suggested one.")
@JSON
def command(campaign: Path, key: str, by: str, why: str, value: Decimal | None, as_json: bool) -> None:
    """Accept the suggestion with this KEY, or a beginning of it, as `check` shows it.

    From now on the figure counts as suggested. What was received stays, and `trace` shows both.
    """
    from crossfoot.cli.deciding import show_taken
    from crossfoot.pipeline.accept import accept
    from crossfoot.pipeline.folder import open_folder

    folder = open_folder(campaign)
    show_taken(accept(folder, key, by=by, why=why, value=value), folder, as_json=as_json)
