"""The layouts shown in docs/layouts.md are layouts."""

import re
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from crossfoot.campaign import Layout, ProseLayout
from crossfoot.campaign.description import AnyLayout

PAGE = Path(__file__).parents[3] / "docs" / "layouts.md"


def test_every_layout_on_the_page_is_one():
    shown = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)]
    layouts = {code: TypeAdapter(AnyLayout).validate_python(given) for block in shown for code, given in block["layouts"].items()}
    assert layouts.keys() == {"weekly-table", "long-list", "letters"}
    assert re.search(layouts["weekly-table"].period.file_name, "counties 2026-W05.csv")[1] == "2026-W05"


def test_the_page_names_every_entry_of_a_layout():
    text = PAGE.read_text("utf-8")
    known = {*Layout.model_fields, *ProseLayout.model_fields}
    assert {name for name in known if f"`{name}" not in text and f"{name}:" not in text} == set()
