"""The briefing in a real browser: WCAG 2.2 AA by axe-core, no page wider than a phone.

Needs Chromium and axe-core (`npm install axe-core`, its folder in AXE_CORE); skips, saying so, where
they are not there.
"""

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from crossfoot.pipeline.brief import EVERY_AREA, brief
from crossfoot.pipeline.folder import open_folder
from crossfoot.pipeline.question_page import question_page
from crossfoot.pipeline.questions import questions
from crossfoot.pipeline.receive import receive

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(os.environ.get("AXE_CORE", ROOT / "node_modules/axe-core")) / "axe.min.js"
EXAMPLES = [path.name for path in sorted((ROOT / "examples").iterdir()) if path.is_dir()]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
REPORT = re.compile(r'<pre id="crossfoot-report">(.*?)</pre>', re.DOTALL)

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed"),
]


@pytest.fixture(scope="module")
def briefings(tmp_path_factory):
    """One briefing of each example, made once."""
    folder = tmp_path_factory.mktemp("briefings")
    made = {}
    for name in EXAMPLES:
        shutil.copytree(ROOT / "examples" / name, folder / name)
        made[name] = brief(open_folder(folder / name)).path
    return made


def report(page: Path, script: str, work: Path, width: int = 1280):
    """Run a script in the page and return what it reports."""
    text = page.read_text("utf-8")
    addition = (
        f"<script>{script}\nconst tell = r => {{ const p = document.createElement('pre');"
        " p.id = 'crossfoot-report'; p.textContent = JSON.stringify(r); document.body.append(p); };"
        " measure().then(tell, e => tell({error: String(e)}));</script></body>"
    )
    copy = work / "page.html"
    head, _, _ = text.rpartition("</body>")
    copy.write_text(f"{head}{addition}</html>", "utf-8")
    done = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update", f"--user-data-dir={work / 'profile'}",
         f"--window-size={width},2000", "--virtual-time-budget=60000", "--dump-dom", copy.as_uri()],
        capture_output=True, text=True, timeout=180, check=True,
    )  # fmt: skip
    return json.loads(html.unescape(REPORT.findall(done.stdout)[-1]))


def violations(page: Path, work: Path) -> list[tuple[str, str, int]]:
    """Return what axe-core finds against WCAG 2.2 AA."""
    options = json.dumps({"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]})
    found = report(page, f"{AXE.read_text('utf-8')}\nconst measure = () => axe.run(document, {options});", work)
    return [(v["id"], v["nodes"][0]["html"][:200], len(v["nodes"])) for v in found["violations"]]


def width_on_a_phone(page: Path, work: Path) -> int:
    """A headless window cannot be narrower than 500 pixels, so the page is shown in a frame of 320."""
    inside = json.dumps(page.read_text("utf-8")).replace("</", "<\\/")
    frame = work / "frame.html"
    frame.write_text("<!doctype html><html><body></body></html>", "utf-8")
    script = (
        "const measure = () => new Promise(done => { const f = document.createElement('iframe');"
        " f.style.cssText = 'width:320px;height:800px;border:0';"
        " f.onload = () => done({width: f.contentDocument.documentElement.scrollWidth});"
        f" f.srcdoc = {inside}; document.body.append(f); }});"
    )
    return int(report(frame, script, work)["width"])


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_violation_of_wcag(briefings, name, tmp_path):
    assert violations(briefings[name], tmp_path) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_page_is_wider_than_a_phone(briefings, name, tmp_path):
    assert width_on_a_phone(briefings[name], tmp_path) <= 320


@pytest.mark.parametrize(("name", "area"), [("ebola-liberia-2014", "LR-30"), ("anti-narcotics-1952", "NE")])
def test_an_area_page_and_the_list_of_them_are_accessible_and_fit_a_phone(name, area, tmp_path):
    shutil.copytree(ROOT / "examples" / name, tmp_path / "campaign")
    home = brief(open_folder(tmp_path / "campaign"), areas=EVERY_AREA).path.parent
    for page in (home / "areas" / f"{area}.html", home / "areas.html"):
        assert violations(page, tmp_path) == []
        assert width_on_a_phone(page, tmp_path) <= 320


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_is_asked_of_the_network(briefings, name):
    text = briefings[name].read_text("utf-8")
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", text)
    assert "@import" not in text
    assert not re.search(r"url\((?!['\"]?data:)", text)


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """The campaign of one example, taken in."""
    folder = tmp_path_factory.mktemp("asked") / "campaign"
    shutil.copytree(ROOT / "examples/anti-narcotics-1952", folder)
    receive(open_folder(folder))
    return open_folder(folder)


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
def test_a_sheet_of_questions_is_accessible_and_fits_a_phone(asked, language, tmp_path):
    [sheet] = questions(asked, area="CN", language=language)
    assert sheet.questions
    page = tmp_path / "sheet.html"
    page.write_bytes(question_page(sheet))
    assert violations(page, tmp_path) == []
    assert width_on_a_phone(page, tmp_path) <= 320
