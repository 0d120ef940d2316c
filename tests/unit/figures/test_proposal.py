"""An unknown file: the layout proposed for it places what can be placed, and names what cannot."""

import io

import pytest
import xlsxwriter
import yaml

from crossfoot.errors import AlreadyThereError, CampaignError, NotFoundError
from crossfoot.figures import layout_for
from crossfoot.pipeline.folder import open_folder
from crossfoot.pipeline.propose import accept_name, propose

CAMPAIGN = """# The campaign of the tests.
name: Test
levels: [country, county]
calendar: {frequency: week, starts: 2026-01-05}
data_elements:
  # what we count
  doses:
    name: Doses given     # all vaccines
    disaggregations: {sex: [m, f]}
  cases: {name: Cases, aliases: [New cases]}
  deaths:
    name: Deaths
    aliases:
      - Deaths to date  # the old form
  tests: {name: Tests}
  visits: {name: Visits, aliases: Calls}
"""
AREAS = """code,name,level,parent,aliases,valid_from
LR,Liberia,country,,,
BM,Bomi,county,LR,Bomi County,
MG,Margibi,county,LR,,
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "campaign.yaml").write_text(CAMPAIGN, "utf-8")
    (tmp_path / "areas.csv").write_text(AREAS, "utf-8")
    return open_folder(tmp_path)


def _proposed(folder, text, name="counties 2026-01-09.csv"):
    path = folder.path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return propose(folder, path)


SHAPES = {
    "areas in rows, week in a column": (
        "Week,County,Doses given,Cases\n2026-W02,Bomi,1,2\n2026-W02,Margibi,3,4\n",
        {"area": {"column": "County"}, "data_element": {"header": 1}, "period": {"column": "Week"}}, 4,
    ),
    "areas in columns, dates by a format": (
        "Date;Variable;Bomi;Margibi\n31/01/2026;Cases;1;2\n31/01/2026;Tests;3;4\n",
        {"area": {"header": 1}, "data_element": {"column": "Variable"},
         "period": {"column": "Date", "format": ["%d/%m/%Y"]}}, 4,
    ),
    "long, with sex and a title": (
        "Return of the counties\n\nPlace,What,When,Sex,Number\nBomi,Doses given,2026-W02,m,1\n"
        "Bomi,Doses given,2026-W02,f,2\nMargibi,Doses given,2026-W02,Total,9\n",
        {"area": {"column": "Place"}, "data_element": {"column": "What"}, "period": {"column": "When"},
         "disaggregations": {"sex": {"column": "Sex"}}, "value": {"column": "Number"}}, 3,
    ),
    "two rows of headings, date in the file's name": (
        "County,Doses given,,,Cases\n,m,f,Total,\nBomi,1,2,3,4\nMargibi,5,6,11,7\n",
        {"area": {"column": "County"}, "data_element": {"header": 1}, "disaggregations": {"sex": {"header": 2}},
         "header_rows": 2, "fill_headings": True}, 8,
    ),
    "one place, in a cell": (
        "County,Bomi\nWeek,2026-W02\n\nItem,Number\nCases,1\nTests,2\n",
        {"area": {"cell": "B1"}, "data_element": {"column": "Item"}, "period": {"cell": "B2"},
         "value": {"column": "Number"}}, 2,
    ),
    "weeks across": (
        "County,2026-W02,2026-W03\nBomi,1,2\n", None, 0,  # nothing says what is counted
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_the_shape_of_a_file_is_found(folder, name):
    text, expected, figures = SHAPES[name]
    proposed = _proposed(folder, text)
    assert proposed.proposal.figures == figures
    if expected is None:
        assert (proposed.proposal.shape, proposed.text) == (None, "")
    else:
        assert expected.items() <= proposed.proposal.shape.items()
        assert proposed.proposal.unread == 0


def test_what_is_proposed_can_be_pasted_and_reads_the_same(folder):
    proposed = _proposed(folder, SHAPES["areas in columns, dates by a format"][0])
    pasted = CAMPAIGN + "layouts:\n" + proposed.text
    (folder.path / "campaign.yaml").write_text(pasted, "utf-8")
    again = open_folder(folder.path).campaign
    assert proposed.code == "counties"
    assert layout_for("counties 2026-02-13.csv", again) == "counties"
    assert yaml.safe_load(proposed.text)["counties"]["files"] == "counties *.csv"


def test_near_names_are_proposed_and_never_bound(folder):
    proposed = _proposed(folder, "Week,County,Cases,Testz\n2026-W02,Bomi,1,2\n2026-W02,Margibbi,3,4\n2026-W02,Xy,3,4\n")
    found = {(u.stated, u.cell): u.suggestion for u in proposed.proposal.unplaced}
    assert found == {("Testz", "D1"): "Tests", ("Margibbi", "B3"): "Margibi", ("Xy", "B4"): ""}
    assert proposed.proposal.figures == 1


def test_a_date_that_may_be_read_in_two_ways_is_said_so(folder):
    proposed = _proposed(folder, "Date,County,Cases\n03/04/2026,Bomi,1\n")
    assert proposed.proposal.shape["period"]["format"] == ["%d/%m/%Y"]
    assert "%m/%d/%Y" in proposed.proposal.doubts


def test_a_workbook_with_a_sheet_of_notes(folder):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet("Notes").write("A1", "Please fill in")
    sheet = book.add_worksheet("Data")
    sheet.merge_range("A1:D1", "Weekly return")
    for row, cells in enumerate([["Week", "County", "Cases"], ["2026-W02", "Bomi", 5]], start=2):
        sheet.write_row(row, 0, cells)
    book.close()
    proposed = _proposed(folder, out.getvalue(), "r.xlsx")
    assert (proposed.proposal.shape["sheet"], proposed.proposal.figures) == ("Data", 1)


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("doses", '    aliases: ["Shots: all"]\n    name: Doses given     # all vaccines\n'),
        ("cases", '  cases: {name: Cases, aliases: [New cases, "Shots: all"]}\n'),
        ("deaths", '      - "Shots: all"\n      - Deaths to date  # the old form\n'),
        ("tests", '  tests: {name: Tests, aliases: ["Shots: all"]}\n'),
        ("visits", '  visits: {name: Visits, aliases: [Calls, "Shots: all"]}\n'),
        ("MG", "MG,Margibi,county,LR,Shots: all,\n"),
        ("BM", "BM,Bomi,county,LR,Bomi County;Shots: all,\n"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_an_accepted_name_is_one_change_of_the_text(folder, code, line, ending, mark):
    for name in ("campaign.yaml", "areas.csv"):
        path = folder.path / name
        path.write_bytes(mark + path.read_text("utf-8").replace("\n", ending).encode())
    before = {name: (folder.path / name).read_bytes() for name in ("campaign.yaml", "areas.csv")}
    path = accept_name(folder, " Shots:  all ", code)
    after = path.read_bytes()
    assert line.replace("\n", ending).encode() in after
    old, new = before[path.name].splitlines(), after.splitlines()
    assert len([text for text in old if text not in new]) <= 1
    assert len([text for text in new if text not in old]) == 1
    other = folder.path / ({"campaign.yaml", "areas.csv"} - {path.name}).pop()
    assert other.read_bytes() == before[other.name]
    again = open_folder(folder.path)
    aliases = again.tree.by_code[code][0].aliases if code.isupper() else again.campaign.data_elements[code].aliases
    assert "Shots: all" in aliases


def test_a_name_that_cannot_be_added_changes_nothing(folder):
    before = (folder.path / "campaign.yaml").read_bytes()
    with pytest.raises(AlreadyThereError, match="already means cases"):
        accept_name(folder, "new CASES", "doses")
    with pytest.raises(NotFoundError, match="neither an area nor a data element"):
        accept_name(folder, "Shots", "shots")
    with pytest.raises(CampaignError, match="semicolon"):
        accept_name(folder, "A;B", "BM")
    (folder.path / "areas.csv").write_text("code,name,level,parent\nLR,Liberia,country,\n", "utf-8")
    with pytest.raises(CampaignError, match="no column 'aliases'"):
        accept_name(open_folder(folder.path), "The Republic", "LR")
    assert (folder.path / "campaign.yaml").read_bytes() == before
