"""Cells of tables with several figures, and the true value of a sum that stands elsewhere."""

import pytest

from crossfoot.proof import proof


@pytest.mark.parametrize(
    ("label", "cell", "outcome"),
    [
        ("Sexe - total (M/F)", "495 (220/277)", "failed"),
        ("Sexe - total (M/F)", "497 (220/277)", "passed"),
        ("Sex (M/F)", "220/277 = 495", "failed"),
        ("Sex (male/female)", "505 (220/277)", "missing"),
        ("性别（男/女）", "495（220/277）", "failed"),
    ],
)
def test_two_sexes_in_a_cell_make_its_total(label, cell, outcome):
    """More than the total fails; less may be of a sex that is not known."""
    [relation] = proof(f"| Item | Value |\n|---|---|\n| {label} | {cell} |\n| Staff | 31 |\n").relations
    assert (str(relation.kind), str(relation.outcome)) == ("sum", outcome)
    assert relation.why.startswith("220 + 277 = 497")


def test_two_sexes_beside_a_total_column():
    rows = "| Zone | M/F | Total |\n|---|---|---|\n| Nimba | 220/277 | 495 |\n| Bong | 20/60 | 80 |\n"
    assert [str(relation.outcome) for relation in proof(rows).relations] == ["failed", "passed"]


def test_the_total_of_something_else_is_not_theirs():
    rows = "| Zone | Cases M/F | Total deaths |\n|---|---|---|\n| Nimba | 220/277 | 49 |\n| Bong | 20/60 | 8 |\n"
    assert proof(rows).relations == ()


def test_a_ratio_of_the_sexes_is_no_sum():
    rows = "| Zone | Ratio M/F | Total |\n|---|---|---|\n| Nimba | 220/277 | 495 |\n| Bong | 20/60 | 80 |\n"
    assert proof(rows).relations == ()


COUNTS = {"Nimba": 120, "Bong": 45, "Lofa": 33, "Margibi": 87, "Bomi": 15}


def table(slip):
    """Return a table of counts and their shares of the column's total, one of them off by `slip`."""
    lines = [f"| {name} | {n} ({n / 3 + slip * (name == 'Lofa'):.1f}%) |" for name, n in COUNTS.items()]
    return "\n".join(["| County | Cases n (%) |", "|---|---|", *lines, "| Total | 300 (100%) |\n"])


def test_shares_in_cells_follow_the_total_of_their_column():
    """The base is the one of which the other shares hold."""
    assert {str(relation.outcome) for relation in proof(table(0)).relations} == {"passed"}
    [failed] = proof(table(3)).failed
    assert failed.why.startswith("33 of 300 is 11 %, stated 14.0%")


def test_shares_of_an_unknown_base_are_left_alone():
    """None of these is a share of the total: they are of other bases, and nothing is said."""
    lines = ["| Site | Seen n (%) |", "|---|---|", "| A | 12 (40%) |", "| B | 30 (75%) |", "| C | 9 (18%) |"]
    assert proof("\n".join([*lines, "| Total | 51 (44%) |\n"])).failed == ()


def test_the_true_value_of_a_failed_sum_is_pointed_to():
    text = "There were 360 deaths, of which 228 confirmed, 133 probable and 2 suspected.\n\n"
    rows = "| Area | Deaths |\n|---|---|\n| Nimba | 163 |\n| Bong | 200 |\n| Total | 363 |\n"
    [failed] = proof(text + rows).failed
    assert "the table on l.7 says 363" in failed.why
    [failed] = proof(text + "Later 363 tents were sent.").failed
    assert "says" not in failed.why
