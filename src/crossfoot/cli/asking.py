"""What `questions` shows and writes."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from crossfoot.cli.arguments import print_json
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.question_text import question_text
from crossfoot.pipeline.questions import write_sheets
from crossfoot.terms.question import QuestionSheet
from crossfoot.wording.questions import ask


def show(
    sheets: Sequence[QuestionSheet], folder: Folder, style: str, out: Path | None, language: str, *, single: bool,
    as_json: bool,
) -> None:  # fmt: skip
    """Write the sheets and say where; one as text, without a file named, is printed."""
    if as_json and style == "text" and out is None:
        for sheet in sheets:
            print_json({**asdict(sheet), "day": sheet.day.isoformat()})
        return
    if single and style == "text" and out is None:
        sys.stdout.buffer.write(question_text(sheets[0]))
        return
    usual = Path(f"questions-{sheets[0].area}.{style}") if single else Path("questions")
    for sheet, path in zip(sheets, write_sheets(sheets, out or usual, style, single=single), strict=True):
        if as_json:
            asked = len(sheet.questions)
            print_json({"written": str(path), "area": sheet.area, "questions": asked, "left": sheet.left})
        else:
            click.echo(ask("written", language, path=path, count=len(sheet.questions), left=sheet.left))
    if not sheets and not as_json:
        click.echo(ask("nothing_to_ask", language))
