"""Dated areas: opened, closed, renamed, moved, merged and split; and what is wrong in the areas file."""

from datetime import date

import pytest
import xlsxwriter

from crossfoot.campaign import read_campaign
from crossfoot.errors import CampaignError
from crossfoot.figures.layout_names import AreaNames

CAMPAIGN = """name: Test
levels: [country, region, county]
areas: FILE
calendar: {frequency: day, starts: 2026-01-01, ends: 2026-12-31}
data_elements:
  cases: {name: Cases}
  population: {name: Population, from_areas: population}
groups:
  both: {name: The two, members: [N]}
"""
HISTORY = """code,name,level,parent,valid_from,valid_to,aliases,becomes
LR,Liberia,country,,,,,
N,North,region,LR,,,,
S,South,region,LR,,,,
MOVED,Moved,county,N,,2026-03-31,,
MOVED,Moved,county,S,2026-04-01,,,
NAMED,Old name,county,N,,2026-05-31,,
NAMED,New name,county,N,2026-06-01,,Fresh,
OPENED,Opened,county,N,2026-02-01,,,
CLOSED,Closed,county,N,,2026-02-28,Shut,
WEST,West,county,S,,2026-06-30,Coast,WEST-EAST
EAST,East,county,S,,2026-06-30,,WEST-EAST
WEST-EAST,Coast,county,S,2026-07-01,,,
WIDE,Wide,county,S,,2026-08-31,,WIDE-A;WIDE-B
WIDE-A,Wide,county,S,2026-09-01,,,
WIDE-B,Rest,county,S,2026-09-01,,,
"""


def _read(tmp_path, areas, name="areas.csv", campaign=CAMPAIGN):
    (tmp_path / "campaign.yaml").write_text(campaign.replace("FILE", name), "utf-8")
    if areas is not None:
        (tmp_path / name).write_bytes(areas if isinstance(areas, bytes) else areas.encode())
    return read_campaign(tmp_path / "campaign.yaml")


@pytest.fixture
def tree(tmp_path):
    return _read(tmp_path, HISTORY)[1]


@pytest.mark.parametrize(
    ("code", "day", "name", "parent"),
    [
        ("MOVED", date(2026, 3, 31), "Moved", "N"),
        ("MOVED", date(2026, 4, 1), "Moved", "S"),
        ("NAMED", date(2026, 5, 31), "Old name", "N"),
        ("NAMED", date(2026, 6, 1), "New name", "N"),
        ("OPENED", date(2026, 1, 31), None, None),
        ("OPENED", date(2026, 2, 1), "Opened", "N"),
        ("CLOSED", date(2026, 2, 28), "Closed", "N"),
        ("CLOSED", date(2026, 3, 1), None, None),
        ("WEST-EAST", date(2026, 6, 30), None, None),
        ("WEST-EAST", date(2026, 7, 1), "Coast", "S"),
    ],
)
def test_an_area_is_what_it_was_on_the_day(tree, code, day, name, parent):
    found = tree.on(code, day)
    assert (found.name, found.parent) == (name, parent) if found else name is None


def test_the_children_and_the_closed_hierarchy_follow_the_days(tree):
    assert [a.code for a in tree.children("S", date(2026, 3, 1))] == ["WEST", "EAST", "WIDE"]
    assert [a.code for a in tree.children("S", date(2026, 9, 1))] == ["MOVED", "WEST-EAST", "WIDE-A", "WIDE-B"]
    above = {(upper, starts, ends) for upper, code, _, starts, ends in tree.above() if code == "MOVED"}
    assert ("N", date(1, 1, 1), date(2026, 3, 31)) in above
    assert ("S", date(2026, 4, 1), date(9999, 12, 31)) in above
    for day in (date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1), date(2026, 12, 31)):
        alive = {a.code for a in tree.areas if a.starts <= day <= a.ends}
        under = [code for upper, code, _, starts, ends in tree.above() if upper == "LR" and starts <= day <= ends]
        assert sorted(under) == sorted(alive)  # every area lies in the country once, on every day


@pytest.mark.parametrize(
    ("written", "day", "code"),
    [
        ("Old name", date(2026, 5, 1), "NAMED"),
        ("Old name", date(2026, 7, 1), "NAMED"),  # no other area has the name: a late return may still write it
        ("Fresh", date(2026, 1, 1), "NAMED"),
        ("Coast", date(2026, 6, 30), "WEST"),
        ("Coast", date(2026, 7, 1), "WEST-EAST"),  # the alias of an area that is gone does not bind any more
        ("Wide", date(2026, 8, 31), "WIDE"),
        ("Wide", date(2026, 9, 1), "WIDE-A"),
        ("WIDE", date(2026, 9, 1), "WIDE"),  # a code is a code for ever
        ("Shut", date(2026, 12, 1), "CLOSED"),
        ("the TWO", date(2026, 1, 1), "both"),
        ("Coast", None, "WEST-EAST"),  # without a day: as at the campaign's end
        ("Costa", date(2026, 7, 1), None),
    ],
)
def test_a_name_means_what_it_meant_on_the_day(tmp_path, written, day, code):
    campaign, tree = _read(tmp_path, HISTORY)
    names = AreaNames(campaign, tree)
    assert names.find(written, day) == code


HEAD = "code,name,level,parent,valid_from,valid_to,becomes,population\nLR,Liberia,country,,,,,\n"


@pytest.mark.parametrize(
    ("rows", "line", "entry", "trouble"),
    [
        ("N,North,region,XX,,,,\n", 3, "parent", "'XX' is not listed"),
        ("N,North,province,LR,,,,\n", 3, "level", "'province' is not a level"),
        ("N 1,North,region,LR,,,,\n", 3, "code", "'N 1' cannot be a code"),
        (",North,region,LR,,,,\n", 3, "code", "'' cannot be a code"),
        ("N,North,region,LR,1 May,,,\n", 3, "valid_from", "'1 May' is not a day"),
        ("N,North,region,LR,2026-05-01,2026-04-01,,\n", 3, "valid_to", "2026-04-01 is before 2026-05-01"),
        ("N,North,region,LR,,,GONE,\n", 3, "becomes", "'GONE' is not listed"),
        ("N,North,region,LR,,,,many\n", 3, "population", "'many' is not a number"),
        ("N,North,region,LR,,,,1e40\n", 3, "population", "'1e40' is not a number"),
        ("N,North,region,LR,,,,\nN,North,region,LR,,,,\n", 4, "valid_from", "'N' is there twice"),
        ("N,North,region,LR,,2026-05-01,,\nN,North,region,LR,2026-05-01,,,\n", 4, "valid_from", "twice on 2026-05-01"),
        ("N,North,region,S,,,,\nS,South,region,N,,,,\n", 3, "parent", "'N' lies in itself"),
        ("N,No,region,LR,,2026-01-31,,\nN,No,region,S,2026-02-01,,,\nS,South,region,N,,,,\n", 4, "parent", "itself"),
        ('"N","North\nof it",region,LR,,,,\nS,South,region,XX,,,,\n', 3, "name", "cannot be shown"),
        ('"N","North",region,LR,,"\n2026",,\nS,South,region,XX,,,,\n', 5, "level", None),
    ],
)
def test_what_is_wrong_with_an_area_is_told_with_its_line(tmp_path, rows, line, entry, trouble):
    if trouble is None:  # a cell over two lines moves the lines below it, not the rows
        rows, entry, trouble = '"N","North",region,LR,,,,"\n"\nS,South,region,XX,,,,\n', "parent", "'XX' is not listed"
    with pytest.raises(CampaignError) as caught:
        _read(tmp_path, HEAD + rows)
    found = [p for p in caught.value.problems if (p.line, p.entry) == (line, entry)]
    assert found, caught.value.problems
    assert trouble in found[0].trouble
    assert found[0].file == "areas.csv"
    assert found[0].remedy


@pytest.mark.parametrize(
    ("content", "line", "trouble"),
    [
        (None, None, "cannot be opened"),
        ("", 1, "there is no such column"),
        ("code,name,level\nLR,Liberia,country\n", 1, "there is no such column"),
        ("code,name,level,parent,name\n", 1, "the column stands twice"),
        (HEAD.splitlines()[0] + "\n\n,,,\n", 1, "lists no area"),
        (HEAD.replace("country,,", "country,LR,"), 2, "lies in itself"),
        (HEAD.encode() + "N,Nörd,region,LR\n".encode("latin-1"), 3, "not UTF-8"),
        (HEAD + 'N,"North,region,LR\n', 3, "is not a CSV file"),
    ],
)
def test_what_is_wrong_with_the_file(tmp_path, content, line, trouble):
    with pytest.raises(CampaignError) as caught:
        _read(tmp_path, content)
    assert any(p.line == line and trouble in p.trouble and p.remedy for p in caught.value.problems), caught.value


def test_an_xlsx_is_as_good_and_its_rows_are_the_lines(tmp_path):
    plain = CAMPAIGN.partition("groups:")[0]

    def write(rows):
        book = xlsxwriter.Workbook(tmp_path / "areas.xlsx", {"default_date_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet()
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                sheet.write(r, c, cell)
        book.close()

    head = ["code", "name", "level", "parent", "valid_from", "population"]
    write([head, ["LR", "Liberia", "country", ""], ["12", "North", "region", "LR", date(2026, 2, 1), 2.5]])
    _, tree = _read(tmp_path, None, "areas.xlsx", plain)
    assert tree.on("12", date(2026, 2, 1)).numbers[0][0] == "population"
    assert tree.on("12", date(2026, 1, 31)) is None
    write([head, ["LR", "Liberia", "country", ""], [], [12, "North", "region", "XX"]])
    with pytest.raises(CampaignError) as caught:
        _read(tmp_path, None, "areas.xlsx", plain)
    assert [(p.file, p.line, p.entry) for p in caught.value.problems] == [("areas.xlsx", 4, "parent")]


def test_all_troubles_of_both_files_are_told_at_once(tmp_path):
    campaign = CAMPAIGN.replace("members: [N]", "members: [Q]") + "obligations:\n  daily: {level: village}\n"
    with pytest.raises(CampaignError) as caught:
        _read(tmp_path, HISTORY.replace("MOVED,Moved,county,N", "MOVED,Moved,canton,N"), campaign=campaign)
    assert [(p.file, p.line) for p in caught.value.problems] == [("areas.csv", 5), ("campaign.yaml", 11)]
    with pytest.raises(CampaignError) as caught:
        _read(tmp_path, HISTORY, campaign=campaign)
    assert [(p.file, p.line) for p in caught.value.problems] == [("campaign.yaml", 11), ("campaign.yaml", 9)]
