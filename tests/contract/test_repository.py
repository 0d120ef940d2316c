"""Things that must stay true of the repository as a whole."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

import crossfoot
from crossfoot.campaign import description
from crossfoot.checks import catalogue
from crossfoot.cli.main import COMMANDS
from crossfoot.tables import TABLES

PACKAGE = Path(crossfoot.__file__).parent
ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "src/crossfoot").rglob("*.py"))
MOST_LINES = 400
MOST_LINES_OF_A_FUNCTION = 60


def page(name):
    return (ROOT / "docs" / name).read_text("utf-8")


@pytest.mark.parametrize("code", catalogue())
def test_every_check_is_documented_and_specified(code):
    assert f"## {code}\n" in page("checks.md")
    assert list((ROOT / "tests/spec").rglob(f"test_{code.replace('-', '_')}.py"))


@pytest.mark.parametrize("code", catalogue())
def test_every_check_names_the_fault_it_finds(code):
    module = catalogue()[code]
    assert module.__name__.endswith(code.replace("-", "_"))
    assert module.CHECK.what and module.CHECK.why and module.CHECK.remedy


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name):
    assert f"## crossfoot {name}\n" in page("commands.md")


SECTIONS = [
    value
    for value in vars(description).values()
    if isinstance(value, type) and issubclass(value, description.Section) and value is not description.Section
]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda s: s.__name__)
def test_every_setting_is_documented(section):
    text = page("campaign.md")
    for name, field in section.model_fields.items():
        assert re.search(rf"[`{{, ]{field.alias or name}[`:]", text), f"{section.__name__}.{name}"


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_every_table_and_column_is_documented(table):
    text = page("tables.md")
    assert f"## {table.name}\n" in text
    for column in table.columns:
        assert f"| `{column.name}` |" in text.partition(f"## {table.name}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_stay_readable(module):
    text = module.read_text("utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "say in one line what lives here"
    assert text.count("\n") <= MOST_LINES
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.body[0].lineno < MOST_LINES_OF_A_FUNCTION, node.name


def test_every_import_is_declared():
    """A fresh install must not fail at an import that only a developer's machine has."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[>=\[]", line)[0].replace("-", "_").lower() for line in project["dependencies"]}
    for extra in project.get("optional-dependencies", {}).values():
        declared |= {re.split(r"[>=\[]", line)[0].replace("-", "_").lower() for line in extra}
    called = {"yaml": "pyyaml", "markdown_it": "markdown_it_py", "docx": "python_docx"}
    import sys

    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            for name in names:
                top = name.partition(".")[0]
                if top != "crossfoot" and top not in sys.stdlib_module_names:
                    assert called.get(top, top).lower() in declared, f"{module.name} imports {top}"


def test_words_of_the_glossary_only():
    """One word per idea: the names of modules, functions and arguments keep to the glossary."""
    avoided = {"orgunit", "kpi", "datapoint", "whitelist", "helpers", "utils", "manager", "breakdown"}
    for module in MODULES:
        tree = ast.parse(module.read_text("utf-8"))
        names = {module.stem} | {n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.ClassDef)}
        names |= {n.arg for n in ast.walk(tree) if isinstance(n, ast.arg)}
        for name in names:
            assert not avoided & set(name.lower().split("_")), f"{module.name}: {name}"
