"""What may be wrong is said where sums of a document do not add up."""

import json

from crossfoot.proof import proof
from crossfoot.proof.output.annotated import render_annotated
from crossfoot.proof.output.as_json import render_json

TABLE = """
| County | Confirmed | Probable | Total |
|---|---|---|---|
| Bomi | 120 | 31 | 151 |
| Bong | 311 | 42 | 353 |
| Nimba | {nimba} | 17 | 811 |
| Lofa | 205 | 66 | 271 |
| Sinoe | 96 | 12 | 108 |
| Total | 1526 | 168 | 1694 |
"""


def test_the_cell_in_which_a_failed_row_and_column_cross():
    document = proof(TABLE.format(nimba=749), language="en")
    assert len(document.failed) == 2
    for relation in document.failed:
        best = relation.suggestions[0]
        assert best.line == "If 749 were 794, both sums would add up. (likely: two adjacent digits exchanged)"
        assert set(best.repairs) == {failed.id for failed in document.failed}
        [change] = best.changes
        assert (document.figure(change.cell).text, change.suggested) == ("749", 794)


def test_nothing_is_suggested_where_all_adds_up():
    document = proof(TABLE.format(nimba=794))
    assert all(relation.suggestions == () for relation in document.relations)


def test_a_sum_in_words():
    document = proof("353 people came (115 men and 283 women).", language="en")
    [relation] = document.failed
    assert relation.suggestions[0].sentence == "If 283 were 238, this would add up."


def test_a_difference_that_nothing_explains_has_no_suggestion():
    document = proof("Of 51627 offenders 33786 were sentenced, 2138 went to labour, 6843 to control.")
    assert all(relation.suggestions == () for relation in document.relations)


def test_a_suggestion_in_french_and_in_chinese():
    french = proof(TABLE.format(nimba=749), language="fr").failed[0]
    assert french.suggestions[0].sentence == "Si 749 était 794, les deux sommes seraient justes."
    chinese = proof(TABLE.format(nimba=749), language="zh").failed[0]
    assert chinese.suggestions[0].sentence == "如果 749 应为 794，两处合计就都相符。"


def test_the_json_and_the_annotated_copy_carry_it():
    document = proof(TABLE.format(nimba=749), language="en")
    rows = json.loads(render_json([document]))["relations"]
    [row] = [row["suggestions"] for row in rows if row["id"] == document.failed[0].id]
    assert row[0]["changes"] == [{"figure": document.failed[0].parts[0], "stated": "749", "suggested": "794"}]
    assert (row[0]["cause"], row[0]["confidence"]) == ("adjacent-digits-swapped", "likely")
    assert "If 749 were 794, both sums would add up." in render_annotated(document, "en")
