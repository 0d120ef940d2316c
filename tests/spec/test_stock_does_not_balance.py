"""stock-does-not-balance"""

STOCK = """
data_elements:
  cases: {name: Cases}
  opening: {name: Opening, kind: stock}
  received: {name: Received}
  used: {name: Used}
  lost: {name: Lost}
  closing: {name: Closing, kind: stock}
accounts:
  vaccine: {opening: opening, in: received, out: [used, lost], closing: closing}
"""
BLANK_IS_NONE = STOCK.replace("name: Lost", "name: Lost, missing: partial_zero")


def test_an_account(run_check):
    """Opening + in − out must make closing."""
    good, bad = run_check("stock-does-not-balance", """
        area | opening | received | used | lost | closing
        -----+---------+----------+------+------+--------
        Bomi |     100 |       50 |   60 |    2 |      88
        Bong |     100 |       50 |   60 |    2 |      90
        """, campaign=STOCK)
    assert (good.outcome.value, bad.outcome.value) == ("passed", "failed")
    assert (bad.data_element, bad.stated, bad.computed, bad.imbalance) == ("vaccine", 90, 88, 2)
    assert len(run_check.proofs[bad.key]) == 5


def test_an_item_is_missing(run_check):
    """Without one of the items nothing can be told, unless all of them count a blank as zero."""
    figures = """
        area | opening | received | used | lost | closing
        -----+---------+----------+------+------+--------
        Bomi |     100 |       50 |   60 |      |      90
        """
    [finding] = run_check("stock-does-not-balance", figures, campaign=STOCK)
    assert finding.outcome.value == "missing"
    [finding] = run_check("stock-does-not-balance", figures, campaign=BLANK_IS_NONE)
    assert finding.outcome.value == "missing", "the other items do not say that a blank is zero"


def test_rounded_measures(run_check):
    """What went out is taken off with its rounding the other way round: 7.5 − 2.5 may be 6 in whole kilograms."""
    measured = STOCK.replace("kind: stock}", "kind: stock, unit: kg}")
    for name in ("Received", "Used", "Lost"):
        measured = measured.replace(f"name: {name}}}", f"name: {name}, unit: kg}}")
    findings = run_check("stock-does-not-balance", """
        area | opening | received | used | lost | closing
        -----+---------+----------+------+------+--------
        Bomi |       7 |        0 |    2 |    0 |       6
        Bong |       7 |        0 |    2 |    0 |       9
        """, campaign=measured)
    assert [f.outcome.value for f in findings] == ["passed", "failed"]
