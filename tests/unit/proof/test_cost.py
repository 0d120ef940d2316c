"""The proof of a hostile text costs in proportion to its length, tables of nothing but ones included."""

import time

import pytest

import crossfoot
from crossfoot.proof.proofing import proof_here

HOSTILE = {
    "ones.txt": b"1 ", "digits.txt": b"7", "lines.txt": b"1\n", "gaps.txt": b"1  " * 40 + b"\n", "brackets.txt": b"(1",
    "sums.txt": b"12 confirmed and 13 probable, ", "ones.csv": b"1,1,1,1,1,1,1,1,1,1\n", "wide.csv": b"1,",
    "table.md": b"|1|1|\n", "tab.txt": b"1\t", "gap.txt": b"1  ", "list.txt": b"17, ", "chain.txt": b"1 + 2 = 3 + ",
    "failing.txt": b"10 cases, of which 3 confirmed, 4 probable and 5 suspected. ",
    "han.txt": "一百万二千亿三".encode(),
    "captions.md": b"As of 3 May 2020\n\n|a|b|\n|-|-|\n|x|3|\n|y|4|\n\n", "cells.html": b"<table><tr><td>1<td>2</table>",
}  # fmt: skip


def seconds(content, name):
    began = time.process_time()
    proof_here(content, name, "en")
    return time.process_time() - began


@pytest.mark.parametrize("name", HOSTILE)
def test_eight_times_the_text_costs_no_more_than_twenty_times(name):
    piece = HOSTILE[name]
    small, great = (seconds(piece * (size // len(piece)), name) for size in (4_000, 32_000))
    assert great < 20 * small + 0.1


def test_numbers_of_thousands_of_digits_are_no_figures():
    text = f"we saw {'7' * 5000} 1/2 cases and 3 {'9' * 5000}/{'9' * 6000} people, 12 of them men"
    assert [figure.text for figure in crossfoot.proof(text).figures][-1] == "12"
