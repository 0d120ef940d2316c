"""The checks as they document themselves: what each module says, and what its specification shows."""

import ast
from collections.abc import Iterator
from pathlib import Path

from crossfoot.checks import catalogue
from crossfoot.wording.findings import Explanation, explanation, title

HEAD = """# Checks

Printed by `make docs` from the checks' own modules and their specifications in `tests/spec`.

Every check ends in one of four outcomes, and each is a row: **passed**, **failed**, **missing** (a figure that it
needs was not reported: neither right nor wrong) and **broken** (the check itself could not run). Figures are intervals:
a check fails only if no true values could make it right. What a blank counts as tells [missing.md](missing.md).

A check is turned off, or given a tolerance or another severity, in `campaign.yaml`:

```yaml
checks:
  areas-do-not-sum: {data_elements: [cases], tolerance: 2, severity: warning}
```
"""


def explain(code: str, language: str) -> Explanation:
    """Return what a check compares, why it matters and what to do, in a language.

    Raises:
        KeyError: there is no such check.
    """
    check = catalogue()[code].CHECK
    return explanation(code, language) or Explanation(check.what, check.why, check.remedy)


def checks_page(specifications: Path) -> str:
    """Return the reference page of all checks as Markdown.

    Args:
        specifications: the folder of the checks' specifications; each file begins with the codes that it is about.
    """
    paragraphs = _paragraphs(specifications)
    out = [HEAD]
    for code, module in catalogue().items():
        check = module.CHECK
        out += [
            f"## {code}", "", f"*{title(code, 'en')}* · {check.severity.value}", "", check.what, "",
            f"**Why.** {check.why}", "", f"**Remedy.** {check.remedy}", "",
        ]  # fmt: skip
        if check.detail:
            fields = ", ".join(f"`{name}`" for name in check.detail)
            out += [f"**Detail** of a finding, tabs between: {fields}.", ""]
        out += paragraphs.get(code, [])
    return "\n".join(out).rstrip() + "\n"


def _paragraphs(specifications: Path) -> dict[str, list[str]]:
    """The lines that each check's specification adds, by the check's code."""
    out: dict[str, list[str]] = {}
    for path in sorted(specifications.glob("test_*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        lines = [line for node in tree.body if isinstance(node, ast.FunctionDef) for line in _paragraph(node)]
        for code in (ast.get_docstring(tree) or "").split(","):
            out.setdefault(code.strip(), []).extend(lines)
    return out


def _paragraph(test: ast.FunctionDef) -> Iterator[str]:
    """One behaviour: what the test says of it, and the first table of figures that it draws."""
    said = ast.get_docstring(test)
    if not test.name.startswith("test_") or said is None:
        return
    heading = test.name.removeprefix("test_").replace("_", " ")
    yield from (f"### {heading[0].upper()}{heading[1:]}", "", said, "")
    for node in ast.walk(test):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "-+-" in node.value:
            lines = [line.strip() for line in node.value.strip().splitlines()]
            yield from ("```text", *lines, "```", "")
            return
