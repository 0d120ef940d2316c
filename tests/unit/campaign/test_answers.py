"""What a row of a sheet of questions is about comes back as it went out, or not at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.campaign.answers import CODES, MARK, QuestionKey, answer_sheet, read_key
from crossfoot.terms.sheet import Sheet


@settings(max_examples=100, deadline=None)
@given(st.tuples(*[st.text(max_size=20)] * 7))
def test_a_key_is_read_back_exactly(parts):
    key = QuestionKey(*parts)
    assert read_key(key.written()) == key


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60) | st.from_regex(r"\[.*\]", fullmatch=True))
def test_a_changed_key_is_no_key_and_nothing_is_raised(text):
    found = read_key(text)
    assert found is None or read_key(found.written()) == found


@pytest.mark.parametrize("text", ["", "[]", '["a"]', "1", "null", '["1","2","3","4","5","6",7]', "[[[[[[[]]]]]]]", "[" * 30_000])
def test_what_is_no_key(text):
    assert read_key(text) is None


def _sheet(rows, *, hidden=False):
    return Sheet("x", tuple(map(tuple, rows)), tuple(range(1, len(rows) + 1)), hidden=hidden)


def test_a_sheet_is_known_by_its_mark_and_its_codes_wherever_they_stand():
    moved = ["", *reversed(CODES)]
    found = answer_sheet([_sheet([["other"]]), _sheet([[MARK], ["a line more"], moved, ["headings"], ["1"]])])
    assert (found.columns["key"], found.below) == (1, 4)
    assert answer_sheet([_sheet([[MARK], CODES[:-1]])]) is None
    assert answer_sheet([_sheet([["Crossfoot form 1"], CODES])]) is None
    assert answer_sheet([_sheet([[MARK], CODES], hidden=True)]) is None
    assert answer_sheet([_sheet([]), _sheet([[]])]) is None
