"""The layouts that occur, each with the figures and the evidence that come of it."""

import io
from datetime import date

import pytest
import xlsxwriter

WEEK = "2026-W02"
CONSTANT = {"period": {"value": WEEK}}


def _xlsx(fill):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    fill(book.add_worksheet("Return"))
    book.close()
    return out.getvalue()


def test_areas_in_rows_with_a_total_row_title_and_notes(place):
    given = place(
        {"area": {"column": "County"}, "data_element": {"header": 1}, "period": {"value": WEEK}},
        "Weekly return,,\n,,\nCounty,Doses given,Cases\nBomi,10,1\nBong,20,\nNational,30,1\n\nSource: the counties,,\n",
    )
    assert given.said == {
        "B4": ("BM", "doses", "", WEEK, "10"),
        "C4": ("BM", "cases", "", WEEK, "1"),
        "B5": ("BG", "doses", "", WEEK, "20"),
        "C5": ("BG", "cases", "", WEEK, "missing"),
        "B6": ("LR", "doses", "", WEEK, "30"),
        "C6": ("LR", "cases", "", WEEK, "1"),
    }
    assert given.told == [
        ("text-left-aside", "A1", "Weekly return"),
        ("text-left-aside", "A8", "Source: the counties"),
    ]
    [first, *_] = given.figures
    assert (first["row_number"], first["line"], first["column_name"], first["row_name"], first["stated"]) == (
        4, 4, "Doses given", "Bomi", "10",
    )  # fmt: skip
    assert first["figure_id"] == "ffffffffffff:B4"


def test_areas_in_columns_with_a_total_column(place):
    given = place(
        {"area": {"header": 1}, "data_element": {"column": "Item"}, "period": {"column": "Week"}},
        "Title\nWeek,Item,National,Bomi County,Bong,Remarks\n2026-W02,Doses given,30,10,20,\n2026-W02,Cases,3,1,2,\n",
    )
    assert given.said["C3"] == ("LR", "doses", "", WEEK, "30")
    assert given.said["E4"] == ("BG", "cases", "", WEEK, "2")
    assert len(given.figures) == 6
    assert given.told == [("name-unknown", "F2", "Remarks"), ("text-left-aside", "A1", "Title")]


def test_a_long_list_with_units_and_a_disaggregation(place):
    given = place(
        {
            "area": {"column": "Place"}, "data_element": {"column": "What"}, "period": {"column": "When"},
            "value": {"column": "Value"}, "unit": {"column": "Unit"}, "disaggregations": {"sex": {"column": "Sex"}},
            "category_names": {"Hommes": "m", "Femmes": "f"},
        },
        "Place;What;When;Sex;Unit;Value\n"
        "Bomi;Doses given;2026-W02;Hommes;;4\nBomi;Doses given;2026-W02;Femmes;;6\n"
        "Bomi;Doses given;2026-W02;Total;;10\n"
        "Bomi;Opium seized;2026-W02;;tael;32\nBomi;Doses given;2026-W02;;;10\nBomi;Cases;2026-W02;m;;1\n",
    )  # fmt: skip
    assert given.said == {
        "F2": ("BM", "doses", "sex=m", WEEK, "4"),
        "F3": ("BM", "doses", "sex=f", WEEK, "6"),
        "F4": ("BM", "doses", "", WEEK, "10"),
        "F5": ("BM", "seized", "", WEEK, "1.000000"),
    }
    assert given.figures[3]["unit"] == "tael"
    # A blank sex is not both sexes, and cases are not counted by sex.
    assert [(t["kind"], t["cell"], t["data_element"]) for t in given.troubles] == [
        ("name-unknown", "F6", "doses"), ("name-unknown", "F7", "cases"),
    ]  # fmt: skip


def test_several_header_rows_with_merged_cells_and_total_columns(place):
    def fill(sheet):
        sheet.merge_range("A1:A3", "Area")
        sheet.merge_range("B1:D1", "Doses given")
        sheet.merge_range("E1:E3", "Cases")
        sheet.merge_range("B2:C2", "by sex")
        sheet.merge_range("D2:D3", "Total")
        sheet.write_row("B3", ["m", "f"])
        sheet.write_row("A4", ["Bomi", 4, 6, 10, 1])

    given = place(
        {
            "area": {"column": "Area"}, "data_element": {"header": 1}, "disaggregations": {"sex": {"header": 3}},
            "header_rows": 3, **CONSTANT,
        },
        _xlsx(fill),
        name="r.xlsx",
    )  # fmt: skip
    assert given.said == {
        "B4": ("BM", "doses", "sex=m", WEEK, "4"),
        "C4": ("BM", "doses", "sex=f", WEEK, "6"),
        "D4": ("BM", "doses", "", WEEK, "10"),
        "E4": ("BM", "cases", "", WEEK, "1"),
    }
    assert given.figures[0]["figure_id"] == "ffffffffffff:Return!B4"
    assert given.figures[2]["column_name"] == "Total"


def test_two_dimensions_across_columns_with_headings_filled_to_the_right(place):
    given = place(
        {
            "area": {"column": "Area"}, "data_element": {"value": "doses"}, "header_rows": 2, "fill_headings": True,
            "disaggregations": {"sex": {"header": 1}, "age": {"header": 2}}, **CONSTANT,
        },
        "Area,m,,f,,Total\n,0-4,5+,0-4,5+,\nBomi,1,2,3,4,10\n",
    )  # fmt: skip
    assert {cell: (said[2], said[4]) for cell, said in given.said.items()} == {
        "B3": ("age=0-4;sex=m", "1"), "C3": ("age=5+;sex=m", "2"), "D3": ("age=0-4;sex=f", "3"),
        "E3": ("age=5+;sex=f", "4"), "F3": ("", "10"),
    }  # fmt: skip


def test_areas_merged_downwards_name_every_row_they_cover(place):
    def fill(sheet):
        sheet.write_row("A1", ["Area", "Item", "Value"])
        sheet.merge_range("A2:A3", "Bomi")
        sheet.write_column("B2", ["Cases", "Doses given"])
        sheet.write_column("C2", [1, 2])

    given = place(
        {"area": {"column": "Area"}, "data_element": {"column": "Item"}, "value": {"column": "Value"}, **CONSTANT},
        _xlsx(fill),
    )
    assert given.said == {"C2": ("BM", "cases", "", WEEK, "1"), "C3": ("BM", "doses", "", WEEK, "2")}


def test_an_empty_area_repeats_the_one_above_even_when_that_was_not_understood(place):
    given = place(
        {
            "area": {"column": "Area"}, "data_element": {"column": "Item"}, "value": {"column": "Value"},
            "fill_rows": True, **CONSTANT,
        },
        "Area,Item,Value\nBomi,Cases,1\n,Doses given,2\nBomy,Cases,3\n,Doses given,4\n",
    )  # fmt: skip
    assert given.said == {"C2": ("BM", "cases", "", WEEK, "1"), "C3": ("BM", "doses", "", WEEK, "2")}
    # Row 5 must not go to Bomi: it stands under a name that nobody knows.
    assert given.told == [("name-unknown", "A4", "Bomy"), ("name-unknown", "A5", "Bomy")]
    assert given.troubles[0]["suggestion"] == "Bomi"


@pytest.mark.parametrize(
    ("area", "name", "text"),
    [
        ({"cell": "B1"}, "r.csv", "Place,Bomi\n\nItem,Value\nCases,7\n"),
        ({"file_name": r"^(\w+)[ _-]week"}, "Bomi_week2.csv", "x,y\n\nItem,Value\nCases,7\n"),
        ({"value": "BM"}, "r.csv", "x,y\n\nItem,Value\nCases,7\n"),
    ],
)
def test_one_file_for_one_place(place, area, name, text):
    given = place(
        {"area": area, "data_element": {"column": "Item"}, "value": {"column": "Value"}, **CONSTANT}, text, name=name
    )
    assert given.said == {"B4": ("BM", "cases", "", WEEK, "7")}


def test_a_place_in_the_name_of_its_sheet(place):
    given = place(
        {"area": {"sheet_name": "Ret(.*)"}, "data_element": {"column": "Item"}, "value": {"column": "V"}, **CONSTANT},
        _xlsx(lambda sheet: sheet.write_row("A1", ["Item", "V"])),
    )
    assert given.figures == []
    assert [(t["kind"], t["column_name"], t["stated"]) for t in given.troubles] == [("name-unknown", "area", "urn")]


@pytest.mark.parametrize(
    ("period", "name", "first", "code"),
    [
        ({"value": "2026-W02"}, "r.csv", "", "2026-W02"),
        ({"cell": "B1", "format": ["%d/%m/%Y"]}, "r.csv", "Date,09/01/2026", "2026-W02"),
        ({"cell": "B1"}, "r.csv", "Date,2026-01-09T10:00:00Z", "2026-W02"),
        ({"cell": "B1"}, "r.csv", "Phase,first phase", "first"),
        ({"cell": "B1"}, "r.csv", "Length,P5D", "P5D"),
        ({"file_name": r"(\d{4}-\d\d-\d\d)"}, "counties 2026-01-09 final.csv", "", "2026-W02"),
    ],
)
def test_the_period_in_a_cell_a_name_or_always_the_same(place, period, name, first, code):
    given = place(
        {"area": {"column": "Area"}, "data_element": {"header": 1}, "period": period, "frequency": "week"},
        f"{first}\n\nArea,Cases\nBomi,7\n",
        name=name,
    )
    assert given.said["B4"] == ("BM", "cases", "", code, "7")


def test_periods_across_the_columns(place):
    given = place(
        {"area": {"column": "Area"}, "data_element": {"value": "cases"}, "period": {"header": 1}},
        "Area,2026-W02,2026-W03,Week 4\nBomi,1,2,3\n",
    )
    assert given.said == {"B2": ("BM", "cases", "", WEEK, "1"), "C2": ("BM", "cases", "", "2026-W03", "2")}
    assert given.told == [("period-unreadable", "D1", "Week 4")]


def test_typed_dates_and_an_ambiguous_date_that_is_not_guessed(place):
    def fill(sheet):
        sheet.write_row("A1", ["Area", "Date", "Cases"])
        sheet.write_row("A2", ["Bomi"])
        sheet.write_datetime("B2", date(2026, 1, 9))
        sheet.write("C2", 5)
        sheet.write_row("A3", ["Bong", "09/01/2026", 6])

    layout = {"area": {"column": "Area"}, "data_element": {"header": 1}, "period": {"column": "Date"}}
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"default_date_format": "yyyy-mm-dd"})
    fill(book.add_worksheet())
    book.close()
    given = place(layout, out.getvalue())
    assert given.said == {"C2": ("BM", "cases", "", WEEK, "5")}
    assert given.told == [("period-unreadable", "B3", "09/01/2026")]


def test_lines_about_the_same_thing_are_added_or_kept_as_repetitions(place):
    layout = {"area": {"column": "Area"}, "data_element": {"header": 1}, **CONSTANT}
    text = "Area,Cases\nBomi,1\nBomi,2\n"
    assert [f["occurrence"] for f in place(layout, text).figures] == [1, 2]
    assert [f["occurrence"] for f in place({**layout, "repeated": "add"}, text).figures] == [0, 0]


def test_numbers_by_locale(place):
    layout = {"area": {"column": "Area"}, "data_element": {"header": 1}, **CONSTANT}
    text = "Area;Cases;Opium seized\nBomi;1.234;1.234,5\nBong;1 234;0,25\nNimba;1'234;12\n"
    given = place({**layout, "decimal_mark": ","}, text)
    assert [said[4] for said in given.said.values()] == ["1234", "1234.5", "1234", "0.25", "1234", "12"]
    # Without the mark 1.234 cases may be one or a thousand: it is asked, not guessed.
    assert place(layout, text).told == [("value-unreadable", "B2", "1.234")]


def test_other_sheets_and_a_heading_repeated_on_each_page_are_told(place):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet("Empty")
    sheet = book.add_worksheet("Return")
    for row, cells in enumerate([["Area", "Cases"], ["Bomi", 1], ["Area", "Cases"], ["Bong", 2]]):
        sheet.write_row(row, 0, cells)
    book.add_worksheet("Notes").write(0, 0, "How to fill this in")
    hidden = book.add_worksheet("Lists")
    hidden.write(0, 0, "x")
    hidden.hide()
    book.close()
    given = place({"area": {"column": "Area"}, "data_element": {"header": 1}, **CONSTANT}, out.getvalue())
    assert [said[4] for said in given.said.values()] == ["1", "2"]
    assert given.told == [
        ("text-left-aside", "A3", "Area Cases"),
        ("text-left-aside", "", "Notes: How to fill this in"),
        ("text-left-aside", "", "Lists (hidden)"),
    ]


def test_a_file_that_the_layout_does_not_fit_is_one_trouble(place):
    given = place({"area": {"column": "Area"}, "data_element": {"header": 1}, **CONSTANT}, "a,b\n1,2\n")
    assert (given.figures, given.told) == ([], [("layout-unknown", "", "")])


def test_cells_beyond_the_heading_and_values_without_a_name_are_not_skipped(place):
    given = place(
        {"area": {"column": "Area"}, "data_element": {"header": 1}, **CONSTANT},
        "Area,Cases\nBomi,1,99\n,5\nBomy,\n",
    )
    assert given.said == {"B2": ("BM", "cases", "", WEEK, "1")}
    assert given.told == [
        ("name-unknown", "C1", ""),  # 99 stands under no heading
        ("name-unknown", "A3", ""),
        ("text-left-aside", "A4", "Bomy"),  # nothing is stated for it
    ]


DATED = """code,name,level,parent,valid_from,valid_to,aliases,becomes
LR,Liberia,country,,,,,
OLD,Bomi,county,LR,,2026-01-11,Old Bomi,NEW
NEW,Upper Bomi,county,LR,2026-01-12,,Bomi,
BG,Bong,county,LR,,,,
"""


def test_a_name_means_what_it_meant_in_the_period(place):
    given = place(
        {"area": {"column": "Area"}, "data_element": {"header": 1}, "period": {"column": "Week"}},
        "Week,Area,Cases\n2026-W02,Bomi,1\n2026-W03,Bomi,2\n2026-W03,Old Bomi,3\n2026-W03,OLD,4\n",
        areas=DATED,
    )
    assert [(said[0], said[4]) for said in given.said.values()] == [
        ("OLD", "1"), ("NEW", "2"), ("OLD", "3"), ("OLD", "4"),
    ]  # fmt: skip


def test_a_number_of_twenty_six_digits_is_kept_and_a_longer_one_asked_about(place):
    layout = {"area": {"column": "Area"}, "data_element": {"header": 1}, **CONSTANT}
    big = "12345678901234567890123456"
    given = place(layout, f"Area,Opium seized\nBomi,{big}.1234567\nBong,{big}7\nNimba,{'9' * 5000}\n")
    assert given.said["B2"][4] == f"{big}.123457"
    assert [(kind, cell) for kind, cell, _ in given.told] == [("value-unreadable", "B3"), ("value-unreadable", "B4")]


def test_a_measure_in_words_that_are_no_known_unit_is_asked_about(place):
    given = place(
        {"area": {"column": "County"}, "data_element": {"header": 1}, **CONSTANT},
        "County,Opium seized,Cases\nBomi,3 bags,3 cases\nBong,2 taels,\n",
    )
    # Three bags are not three kilograms; three cases are three of what is counted anyway.
    assert given.told == [("value-unreadable", "B2", "3 bags")]
    assert given.said["C2"] == ("BM", "cases", "", WEEK, "3")
    assert given.said["B3"] == ("BG", "seized", "", WEEK, "0.062500")


def test_the_unit_in_the_cell_goes_before_the_one_in_its_column(place):
    given = place(
        {
            "area": {"column": "County"}, "data_element": {"header": 1}, "unit": {"column": "Unit"}, **CONSTANT,
        },
        "County,Unit,Opium seized\nBomi,kg,1 t\nBong,kg,7\n",
    )  # fmt: skip
    assert given.said["C2"] == ("BM", "seized", "", WEEK, "1000.000000")
    assert given.said["C3"] == ("BG", "seized", "", WEEK, "7.000000")
    assert given.told == []


def test_a_blank_category_is_told_by_its_dimension_and_not_by_the_number_beside_it(place):
    given = place(
        {
            "area": {"column": "County"}, "data_element": {"column": "Item"}, "value": {"column": "Value"},
            "disaggregations": {"sex": {"column": "Sex"}, "age": {"column": "Age"}}, **CONSTANT,
        },
        "County,Item,Sex,Age,Value\nBomi,Doses given,,,7\nBong,Doses given,f,,8\n",
    )  # fmt: skip
    assert given.told == [("name-unknown", "E2", "age=;sex="), ("name-unknown", "E3", "sex=f;age=")]


def test_an_x_for_a_milestone_is_asked_about(place):
    given = place(
        {"area": {"column": "County"}, "data_element": {"header": 1}, **CONSTANT},
        "County,Started,Cases\nBomi,x,x\nBong,✓,2\n",
    )
    # A tick on one form, "does not apply" on another; of a count it is only the latter.
    assert given.told == [("value-unreadable", "B2", "x")]
    assert given.said["C2"] == ("BM", "cases", "", WEEK, "not_applicable")
    assert given.said["B3"] == ("BG", "started", "", WEEK, "1")
