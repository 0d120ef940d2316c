"""What a document is too large for is left out and said, and the rest is done."""

import json

import pytest

from crossfoot.proof import proofing, source, suggesting
from crossfoot.proof.document import RelationKind
from crossfoot.proof.output import annotated
from crossfoot.proof.output.as_json import document_row
from crossfoot.proof.output.terminal import summary

TABLE = (
    "| area | women | men |\n|--|--|--|\n| Bo | 137 | 411 |\n| Ko | 258 | 162 |\n| Lo | 319 | 275 |\n"
    "| Total | 714 | 848 |\n\n"
)
FAILING = "10 cases, of which 3 confirmed, 4 probable and 5 suspected.\n\n"


def proof(text, language="en"):
    return proofing.proof_here(text.encode(), "a.md", language)


def test_tables_beyond_the_limit_are_read_and_not_searched(monkeypatch):
    monkeypatch.setattr(source, "MOST_SEARCHED", 17)
    document = proof("A paragraph.\n\n" + 3 * f"{TABLE}Words.\n\n")
    assert [figure.text for figure in document.figures] == 3 * ["137", "411", "258", "162", "319", "275", "714", "848"]
    assert [relation.kind for relation in document.relations].count(RelationKind.SUM) == 4  # the totals of the women and of the men in two tables
    assert document.left_out.tables == (5,)
    block = document.blocks[5]
    assert document_row(document)["tables_not_searched"] == [{"start": block.start, "end": block.end}]
    assert "8 numbers is too large to be searched" in summary(document, 0, "en").plain


def test_failed_sums_beyond_the_limit_are_told_without_a_suggestion(monkeypatch):
    monkeypatch.setattr(suggesting, "MOST_EXAMINED", 2)
    document = proof(5 * FAILING)
    assert len(document.failed) == 5
    assert document.left_out.sums == 3
    assert [bool(relation.suggestions) for relation in document.failed] == [True, True, False, False, False]
    assert document_row(document)["sums_not_examined"] == 3


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "for 2 failed sums"), ("fr", "pour 2 sommes fausses"), ("zh", "有 2 个不成立的合计")],
)
def test_what_was_left_out_is_said_in_the_language_of_the_findings(monkeypatch, language, said):
    monkeypatch.setattr(suggesting, "MOST_EXAMINED", 0)
    assert said in summary(proof(2 * FAILING), 0, language).plain


def test_sums_of_which_too_many_hang_together_are_not_examined(monkeypatch):
    text = "3 + 4 = 8. Then 1 + 2 = 4.\n\n"
    assert all(relation.suggestions for relation in proof(text).failed)
    monkeypatch.setattr(suggesting, "MOST_JOINED", 0)
    document = proof(text)
    assert [relation.suggestions for relation in document.failed] == [(), ()]
    assert document.left_out.sums == 2


def test_what_is_not_too_large_says_nothing():
    document = proof(TABLE + FAILING)
    assert document.left_out.tables == ()
    assert document.left_out.sums == 0
    assert not {"tables_not_searched", "sums_not_examined"} & set(json.loads(json.dumps(document_row(document))))
    assert "too" not in summary(document, 1, "en").plain


def test_the_annotated_copy_lists_so_many_failures_and_counts_the_others(monkeypatch):
    monkeypatch.setattr(annotated, "MOST_FAILED", 2)
    copy = annotated.render_annotated(proof(5 * FAILING), "en")
    assert copy.count('<li class="failed"') == 2
    assert "and 3 more" in copy
