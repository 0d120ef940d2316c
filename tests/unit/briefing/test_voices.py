"""Which remarks are quoted, which are not, and how a long one is cut."""

import pytest

from crossfoot.briefing.voices import cut, doubt

KNOWN = frozenset({"North", "Coast", "Alba"})


@pytest.mark.parametrize("text", [
    "The road to Alba was flooded for three days.",
    "North Coast had no vaccine from Monday on; 1,250 doses came on 3 March 2026.",
    "Routes coupées, 240 doses perdues.",
    "连日大雨，道路中断，三个村未能到达。",
    "",
])  # fmt: skip
def test_a_remark_about_a_place_is_quoted(text) -> None:
    assert doubt(text, KNOWN) == ""


@pytest.mark.parametrize(("text", "why"), [
    ("Call me at +231 77 012 3456.", "unquoted.telephone"),
    ("ring 0886-512-345", "unquoted.telephone"),
    ("write to north@health.example", "unquoted.telephone"),
    ("Reported by Mary Kollie, nurse.", "unquoted.person"),
    ("dr. kollie was ill", ""),
    ("Dr. Kollie was ill", "unquoted.person"),
    ("M. Diallo absent", "unquoted.person"),
    ("J. Mulbah counted them", "unquoted.person"),
    ("王主任外出，迟报一天。", "unquoted.person"),
])  # fmt: skip
def test_a_remark_that_may_hold_a_person_is_not(text, why) -> None:
    assert doubt(text, KNOWN) == why


@pytest.mark.parametrize(("length", "told"), [
    (100, "No fuel for the boat."), (12, "No fuel for…"), (11, "No fuel…"), (2, "N…"),
])  # fmt: skip
def test_a_long_remark_is_cut_at_a_space(length, told) -> None:
    assert cut("No fuel  for\nthe boat.", length) == told
    assert len(told) <= max(length, 2)
