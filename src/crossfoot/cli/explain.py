"""crossfoot explain"""

import click

from crossfoot.cli.arguments import JSON, print_json


@click.command("explain")
@click.argument("check", required=False)
@JSON
def command(check: str | None, as_json: bool) -> None:
    """Say what CHECK compares, why it matters, and what to do; without CHECK, list all."""
    from crossfoot.pipeline.explain import explain

    for one in explain(check):
        if as_json:
            print_json(one)
        elif check is None:
            click.echo(f"{one['check']:34} {one['severity']}")
        else:
            text = "\n\n".join((f"{one['check']} ({one['severity']})", one["what"], one["why"], one["remedy"]))
            click.echo(click.wrap_text(text, 78, preserve_paragraphs=True))
