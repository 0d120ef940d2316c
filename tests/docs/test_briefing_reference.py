"""docs/briefing.md names every function and value that a template knows, and its templates render."""

import re
import shutil
from pathlib import Path

import pytest

from crossfoot.briefing.functions import SECTIONS, functions
from crossfoot.errors import TemplateError
from crossfoot.pipeline import brief as briefing
from crossfoot.pipeline.folder import open_folder

PROJECT = Path(__file__).parents[2]
TEXT = (PROJECT / "docs" / "briefing.md").read_text("utf-8")
EXAMPLE = PROJECT / "examples" / "ebola-liberia-2014"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The Liberian campaign with one return."""
    for name in ("campaign.yaml", "areas.csv", "areas.geojson"):
        shutil.copy(EXAMPLE / name, tmp_path)
    (tmp_path / "inbox").mkdir()
    shutil.copy(EXAMPLE / "inbox" / "2014-10-31-v169.csv", tmp_path / "inbox")
    return tmp_path


def test_every_function_and_value_is_documented(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known: set[str] = set()

    def noted(desk: object) -> dict[str, object]:
        found = functions(desk)  # type: ignore[arg-type]
        known.update(found)
        return found

    monkeypatch.setattr("crossfoot.briefing.template.functions", noted)
    briefing.brief(open_folder(home))
    documented = set(re.findall(r"`(\w+)\(", TEXT)) | set(re.findall(r"`(\w+)`", TEXT))
    assert known
    assert known <= documented
    called = set(re.findall(r"^\| `(\w+)\(", TEXT, re.M)) | set(re.findall(r"or `(\w+)\(", TEXT))
    assert called <= known
    assert set(SECTIONS) <= documented


@pytest.mark.parametrize("template", re.findall(r"```jinja\n(.*?)```", TEXT, re.S))
def test_its_templates_render(home: Path, template: str) -> None:
    (home / "briefing.md").write_text(template, "utf-8")
    html = briefing.brief(open_folder(home)).path.read_text("utf-8")
    assert "Montserrado" in html


def test_its_mistake_is_told_as_it_says(home: Path) -> None:
    [told] = re.findall(r"```text\n(briefing.md:3: .*?)\n```", TEXT)
    (home / "briefing.md").write_text('# Head\n\n{{ figure("confirmd") }}\n', "utf-8")
    with pytest.raises(TemplateError) as caught:
        briefing.brief(open_folder(home))
    assert str(caught.value) == told
