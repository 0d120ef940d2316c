"""A sheet of questions goes out, comes back filled in, and settles what it asked; in three languages."""

import hashlib
import io
import re
import zipfile

import pytest
import xlsxwriter

from crossfoot.campaign.answers import CODES, QuestionKey, answer_sheet, read_key
from crossfoot.pipeline.question_text import columns_of, wrapped
from crossfoot.returns import read_return
from crossfoot.tables import SUGGESTIONS

SUBJECT = ("vaccinated", "--area", "North", "--period", "2026-W03", "--json")
STATED = """
    SELECT n.key, f.figure_id, f.area, f.data_element, f.disaggregation, f.period, n.stated, n.computed
    FROM findings n JOIN proofs p ON p.key = n.key AND p.role = 'stated'
    JOIN figures f ON f.figure_id = p.figure_id
    WHERE n.outcome = 'failed' AND n.check_code IN ('areas-do-not-sum', 'part-exceeds-whole') ORDER BY n.key
"""


@pytest.fixture
def suggested(monkeypatch):
    """Every total that is not the sum of its areas is suggested to be that sum."""

    def suggest(engine):
        engine.create(SUGGESTIONS)
        for key, figure, *subject, stated, computed in engine.rows(STATED):
            name = hashlib.sha256(f"{key} {figure} {computed}".encode()).hexdigest()[:16]
            row = (key, name, 1, "adjacent-digits-swapped", "likely", 1, figure, *subject, stated, computed, 1, 0, "")
            engine.add(SUGGESTIONS, [row])

    monkeypatch.setattr("crossfoot.pipeline.check.suggest", suggest)


@pytest.fixture
def wrong(campaign, run, suggested):
    """The campaign with North's 310 typed as 130, and a cell that cannot be read."""
    file = campaign / "inbox/week-3.csv"
    text = file.read_text("utf-8").replace("North,2026-W03,1,310,310", "North,2026-W03,1,130,310")
    file.write_text(text.replace("Cora,2026-W03,1,95,95", "Cora,2026-W03,1,9_5,95"), "utf-8")
    run("receive", campaign, "--received", "2026-01-20")
    return campaign


def filled(blob, answers):
    """The workbook written anew, with answers typed into it: {question: {code: value}}."""
    [sheet] = read_return(blob)
    columns, below = answer_sheet([sheet]).columns, answer_sheet([sheet]).below
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    page = book.add_worksheet(sheet.name)
    for r, row in enumerate(sheet.rows):
        for c, cell in enumerate(row):
            page.write(r, c, str(cell))
    for question, said in answers.items():
        for code, value in said.items():
            page.write(below + question - 1, columns[code], value)
    book.close()
    return out.getvalue()


def asked(run, campaign, area, *words):
    """The questions to an area, as JSON."""
    [sheet] = run("questions", campaign, "--area", area, "--json", *words).objects
    return sheet["questions"]


def answer(run, campaign, area, answers, name="answers from an office.xlsx"):
    """Send the sheet of an area out, and take it in as it came back."""
    out = campaign / "sheet.xlsx"
    out.unlink(missing_ok=True)
    assert run("questions", campaign, "--area", area, "--format", "xlsx", "--out", out).code == 0
    back = campaign / name
    back.write_bytes(filled(out.read_bytes(), answers))
    return run("receive", campaign, back)


def number_of(run, campaign, area, said):
    """The number of the question that says this."""
    [number] = [q["number"] for q in asked(run, campaign, area) if any(said in t for t in q["troubles"])]
    return number


def failed(run, campaign, check):
    found = run("check", campaign, "--json").objects
    return [f for f in found if f["check"] == check and f["outcome"] == "failed"]


def test_what_is_asked(run, wrong):
    [question] = asked(run, wrong, "North")
    assert question["about"] == "People vaccinated, week 3 of 2026 (12 January 2026 – 18 January 2026)"
    assert (question["received"], question["place"]) == ("130", "week-3.csv, D5")
    assert question["troubles"][0].startswith("North states 130 for People vaccinated")
    assert question["thought"].startswith("With 310 in place of 130, it would fit together. We think that this is")
    key = read_key(question["key"])
    assert (key.area, key.data_element, key.period, key.stated) == ("XX-N", "vaccinated", "2026-W03", "130")


def test_a_right_figure_supersedes_with_its_cell_as_evidence(run, wrong):
    ran = answer(run, wrong, "North", {1: {"figure": 310, "remark": "the tally sheet says so"}})
    assert "Cells: 1 with figures" in ran.out, ran.out + ran.err
    assert failed(run, wrong, "areas-do-not-sum") == []
    [traced] = run("trace", wrong, *SUBJECT).objects
    told = [(c["file"], c["sheet"], c["cell"], c["stated"], c["stands"]) for c in traced["stated"]]
    assert told == [
        ("week-3.csv", "", "D5", "130", False), ("answers from an office.xlsx", "Questions", "H9", "310", True),
    ]  # fmt: skip
    assert asked(run, wrong, "North") == []
    run("withdraw", wrong, "answers from an office.xlsx", "--why", "another campaign's")
    assert len(failed(run, wrong, "areas-do-not-sum")) == 1


def test_a_confirmation_silences_nothing_and_is_said_beside_the_finding(run, wrong):
    answer(run, wrong, "North", {1: {"right": "yes", "remark": "a camp is counted apart"}})
    [finding] = failed(run, wrong, "areas-do-not-sum")
    assert finding["exempted"] is None
    [said] = finding["answers"]
    assert (said["kind"], said["area"], said["remark"], said["cell"]) == (
        "confirmed", "XX-N", "a camp is counted apart", "G9",
    )  # fmt: skip
    assert "Confirmed as it stands by North on" in " ".join(run("check", wrong).out.split())
    assert run("check", wrong).code == 1, "a contradiction stays one"
    assert asked(run, wrong, "North") == [], "nobody is asked twice"
    later = wrong / "later.csv"
    later.write_text("City,Week,People vaccinated\nNorth,2026-W03,131\n", "utf-8")
    run("receive", wrong, later)
    [finding] = failed(run, wrong, "areas-do-not-sum")
    assert finding["answers"] == [], "another figure was confirmed"
    assert len(asked(run, wrong, "North")) == 1


def test_an_unreadable_cell_is_asked_about_and_settled_by_the_answer(run, wrong):
    [question] = asked(run, wrong, "Cora", "--period", "2026-W03")
    assert (question["received"], question["kind"]) == ("nothing", "whole")
    assert "“9_5” cannot be read as a number or a day (week-3.csv, cell D4)." in question["troubles"]
    assert len(failed(run, wrong, "value-unreadable")) == 1
    answer(run, wrong, "Cora", {number_of(run, wrong, "Cora", "9_5"): {"figure": "95"}})
    assert failed(run, wrong, "value-unreadable") == []
    assert run("trace", wrong, "vaccinated", "--period", "2026-W03", "--json").objects[0]["value"] == "405"


@pytest.mark.parametrize(
    "said, cell, written",
    [
        ({"figure": "about 3 or 4?"}, "H9", "about 3 or 4?"),
        ({"figure": "1.234"}, "H9", "1.234"),
        ({"right": "perhaps"}, "G9", "perhaps"),
        ({"right": "yes", "figure": 310}, "G9", "yes / 310"),
    ],
)
def test_an_unreadable_answer_is_a_finding_with_its_cell(run, wrong, said, cell, written):
    answer(run, wrong, "North", {1: said})
    found = [f for f in failed(run, wrong, "value-unreadable") if f["area"] == "XX-N"]
    [finding] = found
    fields = finding["detail"].split("\t")
    assert (fields[0], fields[2], fields[3]) == (written, "answers from an office.xlsx", cell)
    assert len(failed(run, wrong, "areas-do-not-sum")) == 1
    answer(run, wrong, "North", {1: {"figure": 310}}, name="second.xlsx")
    assert [f for f in failed(run, wrong, "value-unreadable") if f["area"] == "XX-N"] == []


def test_a_question_whose_key_was_changed_is_told(run, wrong):
    ran = answer(run, wrong, "North", {1: {"figure": 310, "key": "mine"}})
    assert "J9: the name 'mine' is not known" in ran.out
    stranger = QuestionKey("", "", "YY-1", "vaccinated", "", "2026-W03", "").written()
    ran = answer(run, wrong, "North", {1: {"figure": 310, "key": stranger}}, name="b.xlsx")
    assert "J9: the name 'YY-1' is not known" in ran.out
    assert len(failed(run, wrong, "areas-do-not-sum")) == 1


def test_a_sheet_without_answers_changes_nothing(run, wrong):
    before = run("check", wrong, "--json").objects
    ran = answer(run, wrong, "North", {})
    assert ran.code == 0
    after = run("check", wrong, "--json").objects
    keys = {f["key"] for f in before if f["outcome"] == "failed"}
    assert {f["key"] for f in after if f["outcome"] == "failed"} == keys


def test_the_remark_alone_is_kept_and_no_figure_is_made_of_it(run, wrong):
    answer(run, wrong, "North", {1: {"right": "no", "remark": "we are counting again"}})
    [finding] = failed(run, wrong, "areas-do-not-sum")
    assert [(a["kind"], a["remark"]) for a in finding["answers"]] == [("wrong", "we are counting again")]
    assert len(asked(run, wrong, "North")) == 1, "the right figure is still wanting"


def test_a_missing_return_is_asked_for_by_a_remark(run, wrong):
    text = (wrong / "inbox/week-3.csv").read_text("utf-8").replace("2026-W03", "2026-W04").replace("Brio", "Alba")
    (wrong / "inbox/week-4.csv").write_text(text, "utf-8")
    run("receive", wrong)
    [missing] = [q for q in asked(run, wrong, "Brio") if "has not reported" in q["troubles"][0]]
    assert (missing["about"], missing["kind"], missing["received"]) == ("Returns that have not come", "", "nothing")
    assert missing["thought"].startswith("Please send")
    owed = [f["key"] for f in failed(run, wrong, "return-missing") if f["area"] == "XX-N2"]
    assert len(owed) > 1, "one question for all of them"
    answer(run, wrong, "Brio", {missing["number"]: {"remark": "no post in those weeks"}})
    told = [f for f in failed(run, wrong, "return-missing") if f["area"] == "XX-N2"]
    assert [[a["remark"] for a in f["answers"]] for f in told] == [["no post in those weeks"]] * len(owed)
    assert not [q for q in asked(run, wrong, "Brio") if "has not reported" in q["troubles"][0]]


def test_all_areas_are_written_into_a_folder_and_nothing_is_overwritten(run, wrong):
    out = wrong / "out"
    ran = run("questions", wrong, "--all", "--format", "html", "--out", out, "--json")
    assert {path.name for path in out.iterdir()} == {f"questions-{one['area']}.html" for one in ran.objects}
    assert {"XX-N", "XX-S1"} <= {one["area"] for one in ran.objects}
    again = run("questions", wrong, "--all", "--format", "html", "--out", out)
    assert (again.code, "is already there" in again.err) == (14, True)


@pytest.mark.parametrize("language, title", [("en", "Questions to"), ("fr", "Questions à"), ("zh", "核对的问题")])
@pytest.mark.parametrize("area", ["North", "Cora"])
def test_every_format_in_every_language(run, wrong, language, title, area):
    words = ("questions", wrong, "--area", area, "--language", language)
    text = run(*words).out
    assert title in text
    assert max(map(columns_of, text.splitlines())) <= 80
    page = wrong / "page.html"
    run(*words, "--format", "html", "--out", page)
    html = page.read_text("utf-8")
    assert title in html
    assert not re.search(r"""(?:src|href)\s*=\s*["']?(?:https?:)?//""", html)
    assert "<script" not in html
    labels = set(re.findall(r'<label for="([^"]+)"', html))
    assert labels == set(re.findall(r'<(?:input type="text"|textarea) id="([^"]+)"', html))
    book = wrong / "book.xlsx"
    run(*words, "--format", "xlsx", "--out", book)
    answered = answer_sheet(read_return(book.read_bytes()))
    assert set(answered.columns) == set(CODES)
    with zipfile.ZipFile(book) as box:
        sheet = box.read("xl/worksheets/sheet1.xml").decode()
        assert 'locked="0"' in box.read("xl/styles.xml").decode()
    assert "<f>" not in sheet
    assert 'hidden="1"' not in sheet
    assert "sheetProtection" in sheet
    assert 'type="list"' in sheet and 'type="whole"' in sheet


@pytest.mark.parametrize(
    "words, code, said",
    [
        (("questions", "{}"), 2, "Say whom to ask"),
        (("questions", "{}", "--all", "--area", "North"), 2, "Say whom to ask"),
        (("questions", "{}", "--area", "Nort"), 13, "Did you mean"),
        (("questions", "{}", "--area", "vaccinated"), 13, "is no area"),
        (("questions", "{}", "--area", "North", "--period", "2031-W01"), 13, "Nothing came in or is due"),
    ],
)
def test_wrong_use_names_the_remedy(run, wrong, words, code, said):
    ran = run(*(word.format(wrong) for word in words))
    assert (ran.code, said in ran.err) == (code, True), ran.err


def test_chinese_is_broken_between_characters_and_never_before_a_mark():
    lines = wrapped("数" * 39 + "，" + "字" * 50 + "。", indent=2)
    assert max(map(columns_of, lines)) <= 80
    assert all(line.lstrip()[0] not in "，。" for line in lines)
    assert "".join(line.strip() for line in lines) == "数" * 39 + "，" + "字" * 50 + "。"
