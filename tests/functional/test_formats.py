"""One document, six forms: each is read back by other software, and prints the figures that facts.json holds."""

import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import docx
import jsonschema
import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from crossfoot.pipeline.brief import brief
from crossfoot.pipeline.folder import open_folder

EXAMPLE = Path(__file__).parents[2] / "examples" / "anti-narcotics-1952"
ALL = ("pdf", "docx", "xlsx", "text", "short")
NO_BREAK = dict.fromkeys(map(ord, "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"), " ")


def _copy(home: Path, language: str = "en") -> Path:
    shutil.copytree(EXAMPLE, home, ignore=shutil.ignore_patterns("issues", "ledger"))
    described = home / "campaign.yaml"
    text = re.sub(r"(?m)^language: .*\n", "", described.read_text("utf-8"))
    described.write_text(f"{text}\nlanguage: {language}\n", "utf-8")
    return home


@pytest.fixture(scope="module", params=["en", "fr", "zh"])
def issue(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an issue in all forms, in each language."""
    home = _copy(tmp_path_factory.mktemp("made") / "campaign", request.param)
    return brief(open_folder(home), formats=ALL).path.parent


def _printed(issue: Path) -> set[str]:
    """The figures as printed, by the facts that go with them."""
    facts = json.loads((issue / "facts.json").read_text("utf-8"))["facts"].values()
    return {str(fact["printed"]).translate(NO_BREAK) for fact in facts}


def _pdf_words(blob: bytes) -> str:
    pdf = pypdfium2.PdfDocument(blob)
    return "\n".join(page.get_textpage().get_text_bounded() for page in pdf).translate(NO_BREAK)


def _docx_words(blob: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(blob)) as members:
        body = members.read("word/document.xml").decode()
    paragraphs = re.findall(r"<w:p[ >].*?</w:p>", body, re.S)
    return "\n".join("".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", p)) for p in paragraphs).translate(NO_BREAK)


def test_every_printed_figure_stands_in_the_pdf_and_in_the_word_document(issue: Path) -> None:
    printed = _printed(issue)
    assert len(printed) > 20
    for words in (
        _pdf_words((issue / "briefing.pdf").read_bytes()),
        _docx_words((issue / "briefing.docx").read_bytes()),
    ):
        flat = re.sub(r"\s+", " ", words)
        assert {text for text in printed if text not in flat} == set()


def test_the_facts_keep_to_their_schema(issue: Path) -> None:
    schema = json.loads((Path(__file__).parents[2] / "docs" / "facts.schema.json").read_text("utf-8"))
    facts = json.loads((issue / "facts.json").read_text("utf-8"))
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(facts)] == []
    told = facts["facts"]["indicator/reached/CN/first_phase"]
    assert told["decimals"] == 2
    assert told["dimensions"]["unit"] == "percent"
    assert [part["printed"].translate(NO_BREAK) for part in told["evidence"]["parts"]] == _terms(issue)


def _terms(issue: Path) -> list[str]:
    """What is above and below the line of the share reached, in the digits of the issue's language."""
    language = re.search(r'<html lang="(..)', (issue / "briefing.html").read_text("utf-8"))
    assert language is not None
    return ["14 939", "189 338"] if language[1] == "fr" else ["14,939", "189,338"]


def test_the_pdf_is_tagged_and_says_its_language_and_title(issue: Path) -> None:
    blob = (issue / "briefing.pdf").read_bytes()
    assert b"/StructTreeRoot" in blob or b"/MarkInfo" in blob
    assert pypdfium2.PdfDocument(blob).get_metadata_value("Title")


def test_the_word_document_has_real_headings_and_links_that_lead_somewhere(issue: Path) -> None:
    word = docx.Document(str(issue / "briefing.docx"))
    assert sum(p.style.name == "Heading 1" for p in word.paragraphs) > 3
    with zipfile.ZipFile(issue / "briefing.docx") as members:
        body = members.read("word/document.xml").decode()
    places = set(re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', body))
    led_to = set(re.findall(r'<w:hyperlink w:anchor="([^"]+)"', body))
    assert led_to
    assert led_to <= places


def test_the_workbook_holds_numbers_as_numbers_and_nothing_as_a_formula(issue: Path) -> None:
    book = CalamineWorkbook.from_path(str(issue / "briefing.xlsx"))
    cells = [cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row]
    numbers = {c for c in cells if isinstance(c, float | int) and not isinstance(c, bool)}
    facts = json.loads((issue / "facts.json").read_text("utf-8"))["facts"].values()
    assert numbers & {float(f["value"]) for f in facts if f["value"] is not None}
    with zipfile.ZipFile(issue / "briefing.xlsx") as members:
        for name in members.namelist():
            assert "<f>" not in members.read(name).decode("utf-8", "replace")


def test_the_short_message_fits_and_gives_only_figures_that_were_printed(issue: Path) -> None:
    short = (issue / "short.txt").read_text("utf-8")
    assert len(short) <= 480
    page = re.sub(r"<[^>]*>", "", (issue / "briefing.html").read_text("utf-8")).translate(NO_BREAK)
    for figure in re.findall(r"\d[\d,]*\d", short.translate(NO_BREAK)):
        assert figure in page


def test_no_line_of_the_text_is_wider_than_80_columns(issue: Path) -> None:
    from rich.cells import cell_len

    text = (issue / "briefing.txt").read_text("utf-8")
    assert len(text) > 500
    assert max(cell_len(line) for line in text.splitlines()) <= 80


def test_the_same_issue_made_again_gives_the_same_bytes(tmp_path: Path) -> None:
    from datetime import date

    folder = open_folder(_copy(tmp_path / "campaign"))
    made = []
    for _ in range(2):
        home = brief(folder, as_of=date(2026, 11, 1), formats=ALL).path.parent
        # draft.json says when the draft was made; what is published takes that moment over.
        made.append({path.name: path.read_bytes() for path in home.iterdir() if path.name != "draft.json"})
    assert made[0].keys() == made[1].keys()
    assert [name for name in made[0] if made[0][name] != made[1][name]] == []


def test_a_house_template_gives_its_styles_and_none_of_its_text(tmp_path: Path) -> None:
    home = _copy(tmp_path / "campaign")
    house = docx.Document()
    house.add_paragraph("Lorem ipsum of the house")
    house.styles["Heading 1"].font.name = "House Sans"
    house.save(str(home / "briefing.docx"))
    made = docx.Document(str(brief(open_folder(home), formats=["docx"]).path.with_suffix(".docx")))
    assert made.styles["Heading 1"].font.name == "House Sans"
    assert all("Lorem ipsum" not in p.text for p in made.paragraphs)


def test_a_house_template_that_is_no_word_document_is_told_with_a_remedy(tmp_path: Path, run) -> None:
    home = _copy(tmp_path / "campaign")
    (home / "briefing.docx").write_bytes(b"not a zip")
    ran = run("brief", home, "--format", "docx")
    assert ran.code != 0
    assert "briefing.docx: is not a Word document" in ran.err
