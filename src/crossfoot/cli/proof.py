"""The command `crossfoot proof`: a spelling checker for the figures of any document."""

from pathlib import Path

import click


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Print figures and relations as JSON; write no copy.")
@click.option("--text", "as_text", is_flag=True, help="Print the text that offsets count in; write no copy.")
@click.option("--language", type=click.Choice(["en", "fr", "zh"]), help="Language of the findings.")
@click.option(
    "--fail-on",
    type=click.Choice(["declared", "repeated", "never"]),
    default="repeated",
    show_default=True,
    help="What makes the exit code 1: only what words declare, also what tables repeat, or nothing.",
)
@click.option("--baseline", type=click.Path(path_type=Path), help="JSON file of accepted findings, each with its reason.")
@click.option("--write-baseline", is_flag=True, help="Print a baseline of all that fails, to be given reasons.")
@click.option("--copies", type=click.Path(path_type=Path), help="Folder for annotated copies (default: beside each file).")
@click.option("--no-copy", is_flag=True, help="Write no annotated copy.")
@click.pass_context
def proof(
    context: click.Context, /, files: tuple[str, ...], as_json: bool, as_text: bool, language: str | None, fail_on: str,
    baseline: Path | None, write_baseline: bool, copies: Path | None, no_copy: bool,
) -> None:  # fmt: skip
    """Find the figures of documents and say which do not add up.

    FILE is a text, Markdown, HTML, DOCX, PDF, CSV or spreadsheet, or - for standard input.
    """
    from crossfoot.pipeline import proof as pipeline

    proofed = pipeline.proof_files(files, language=language, baseline=baseline, fail_on=fail_on)
    if as_text:
        click.echo("".join(document.text for document in proofed.documents), nl=False)
    elif as_json:
        click.echo(pipeline.proof_as_json(proofed))
    elif write_baseline:
        click.echo(pipeline.proof_as_baseline(proofed))
    else:
        written = [] if no_copy else pipeline.write_copies(proofed, language, copies)
        pipeline.print_proofs(proofed, language, written)
    context.exit(1 if proofed.failed else 0)
