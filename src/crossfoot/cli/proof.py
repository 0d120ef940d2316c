"""The command `crossfoot proof`: a spelling checker for the figures of any document."""

from pathlib import Path

import click


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--json", "shown", flag_value="json", help="Print figures and relations as JSON; write no copy."
)
@click.option(
    "--text", "shown", flag_value="text", help="Print the text that offsets count in; write no copy."
)
@click.option("--no-copy", "shown", flag_value="bare", help="Print the findings; write no annotated copy.")
@click.option("--write-baseline", "shown", flag_value="baseline", help="Print a baseline of all that fails.")
@click.option(
    "--baseline", type=click.Path(path_type=Path), help="JSON file of accepted findings, with reasons."
)
@click.option("--copies", type=click.Path(path_type=Path), help="Folder for the annotated copies.")
@click.option("--language", type=click.Choice(["en", "fr", "zh"]), help="Language of the findings.")
@click.option(
    "--fail-on",
    type=click.Choice(["declared", "repeated", "never"]),
    default="repeated",
    show_default=True,
    help="What makes the exit code 1: only what words declare, also what tables repeat, or nothing.",
)
@click.pass_context
def proof(
    context: click.Context,
    files: tuple[str, ...],
    shown: str | None,
    baseline: Path | None,
    copies: Path | None,
    language: str | None,
    fail_on: str,
) -> None:
    """Find the figures of documents and say which do not add up.

    FILE is a text, Markdown, HTML, DOCX, PDF, CSV or spreadsheet, or - for standard input.
    An annotated copy is written beside each file.
    """
    from crossfoot.pipeline import proof as pipeline

    proofed = pipeline.proof_files(files, language=language, baseline=baseline, fail_on=fail_on)
    pipeline.show(proofed, shown, language=language, copies=copies)
    context.exit(1 if proofed.failed else 0)


command = proof
