"""One slip in each kind of relation: the figure that is wrong is named, with what it should have been."""

from decimal import Decimal

AREAS = """
    area  | parent
    ------+-------
    Land  |
    Kano  | Land
    Bichi | Land
    Tofa  | Land
    """


def best(rows, check):
    """The changes of the best suggestion under the only finding of a check."""
    found = [row for row in rows if row.finding.startswith(f"{check}/") and row.rank == 1]
    assert len({row.finding for row in found}) == 1, rows
    return {(row.area, row.data_element, row.disaggregation, row.period): row.suggested for row in found}


def test_a_part_of_a_total_over_areas_whose_row_holds_is_not_accused(suggested):
    """Where the parts of an area's own row add up, the figure is left alone: the total is wrong."""
    rows = suggested(
        """
        area  | cases | mild | severe
        ------+-------+------+-------
        Land  |   973 |  634 |    329
        Kano  |   417 |  285 |    132
        Bichi |   339 |  221 |    118
        Tofa  |   207 |  128 |     79
        """,
        AREAS,
        "data_elements: {cases: {name: C, equals: [mild, severe]}, mild: {name: M}, severe: {name: S}}",
    )
    assert best(rows, "areas-do-not-sum") == {("Land", "cases", "", "2026-W10"): Decimal(963)}
    assert {row.repairs for row in rows if row.rank == 1} == {2}


def test_a_figure_in_two_failing_sums(suggested):
    """194 for 794: the row and the column both fail by 600, and hold with the figure that both need."""
    rows = suggested(
        """
        area  | cases | mild | severe
        ------+-------+------+-------
        Land  |  1550 | 1221 |    329
        Kano  |   926 |  194 |    132
        Bichi |   417 |  299 |    118
        Tofa  |   207 |  128 |     79
        """,
        AREAS,
        "data_elements: {cases: {name: C, equals: [mild, severe]}, mild: {name: M}, severe: {name: S}}",
    )
    for check in ("areas-do-not-sum", "parts-do-not-sum"):
        assert best(rows, check) == {("Kano", "mild", "", "2026-W10"): Decimal(794)}
    [key] = {row.key for row in rows if row.rank == 1}
    assert {(row.cause, row.confidence, row.repairs, row.breaks) for row in rows if row.key == key} == {
        ("digit-wrong", "likely", 2, 0)
    }


def test_both_margins_of_a_disaggregated_table(suggested):
    """Two digits exchanged inside a table of sex by age: the sums of both directions tell the cell."""
    rows = suggested(
        """
        disaggregation | value
        ---------------+------
                       |  1000
        sex=f          |   520
        sex=m          |   480
        age=old        |   410
        age=young      |   590
        age=old;sex=f  |   173
        age=old;sex=m  |   192
        age=young;sex=f|   302
        age=young;sex=m|   288
        """,
        campaign="data_elements: {cases: {name: C, disaggregations: {age: [old, young], sex: [f, m]}}}",
    )
    assert {row.disaggregation: row.suggested for row in rows if row.rank == 1} == {"age=old;sex=f": Decimal(218)}


def test_new_and_to_date(suggested):
    """What is new agrees with the figures to date of both periods, if the one between them is put right."""
    rows = suggested(
        """
        period   | new | total
        ---------+-----+------
        2026-W08 |  12 |   312
        2026-W09 |  15 |   327
        2026-W10 |  14 |   431
        2026-W11 |  16 |   357
        """,
        campaign="data_elements: {new: {name: N, feeds: total}, total: {name: T, kind: cumulative}}",
    )
    flows = {row.finding: row for row in rows if row.finding.startswith("flow") and row.rank == 1}
    assert {f.rsplit("/", 1)[-1] for f in flows} == {"2026-W10", "2026-W11"}
    assert {(row.data_element, row.period, row.suggested) for row in flows.values()} == {
        ("total", "2026-W10", Decimal(341))
    }


def test_a_stock_account(suggested):
    """Two digits exchanged in what came in: the account tells which figure needs just that."""
    rows = suggested(
        """
        period   | begin | got | used | left
        ---------+-------+-----+------+-----
        2026-W09 |   500 | 210 |  195 |  515
        2026-W10 |   515 | 120 |  192 |  533
        """,
        campaign="data_elements: {begin: {name: B, kind: stock}, got: {name: G}, used: {name: U}, "
        "left: {name: L, kind: stock}}\n"
        "accounts: {kits: {opening: begin, in: got, out: used, closing: left}}",
    )
    row = next(r for r in rows if r.finding.startswith("stock-does-not-balance/") and r.rank == 1)
    assert (row.data_element, row.stated, row.suggested, row.cause) == (
        "got", Decimal(120), Decimal(210), "adjacent-digits-swapped",
    )  # fmt: skip


def test_a_figure_stated_twice_with_its_row(suggested):
    """Of two statements in one return, the one that its row bears out stands."""
    rows = suggested(
        """
        area | cases | mild | severe
        -----+-------+------+-------
        Kano |   417 |  285 |    132
        Kano |   417 |  258 |    132
        """,
        campaign="data_elements: {cases: {name: C, equals: [mild, severe]}, mild: {name: M}, severe: {name: S}}",
    )
    [row] = [r for r in rows if r.finding.startswith("figure-stated-twice/mild") or "twice/Kano/mild" in r.finding]
    assert (row.stated, row.suggested, row.repairs) == (Decimal(258), Decimal(285), 2)


def test_a_blank_with_a_history(suggested):
    """A part left blank, where its own history and the difference agree."""
    rows = suggested(
        """
        area  | period   | value
        ------+----------+------
        Land  | 2026-W08 |   301
        Kano  | 2026-W08 |   100
        Bichi | 2026-W08 |   150
        Tofa  | 2026-W08 |    51
        Land  | 2026-W09 |   306
        Kano  | 2026-W09 |   102
        Bichi | 2026-W09 |   152
        Tofa  | 2026-W09 |    52
        Land  | 2026-W10 |   309
        Kano  | 2026-W10 |   103
        Bichi | 2026-W10 |   153
        Tofa  | 2026-W10 |
        """,
        AREAS,
        "data_elements: {cases: {name: C, missing: partial_zero}}",
    )
    assert best(rows, "areas-do-not-sum") == {("Tofa", "cases", "", "2026-W10"): Decimal(53)}
    assert [(row.cause, row.stated) for row in rows if row.rank == 1] == [("blank-instead-of-figure", None)]


def test_a_line_not_copied_to_its_end(suggested):
    """Two blanks at the end of a line; the figures of the week before in them make the total."""
    rows = suggested(
        """
        area  | period   | value
        ------+----------+------
        Land  | 2026-W08 |   305
        Kano  | 2026-W08 |   102
        Bichi | 2026-W08 |   151
        Tofa  | 2026-W08 |    52
        Land  | 2026-W09 |   306
        Kano  | 2026-W09 |   102
        Bichi | 2026-W09 |   152
        Tofa  | 2026-W09 |    52
        Land  | 2026-W10 |   307
        Kano  | 2026-W10 |   103
        Bichi | 2026-W10 |
        Tofa  | 2026-W10 |
        """,
        AREAS,
        "data_elements: {cases: {name: C, kind: cumulative, missing: partial_zero}}",
    )
    assert best(rows, "areas-do-not-sum") == {
        ("Bichi", "cases", "", "2026-W10"): Decimal(152),
        ("Tofa", "cases", "", "2026-W10"): Decimal(52),
    }
    assert {row.cause for row in rows if row.rank == 1} == {"line-broken-off"}


def test_a_total_that_came_before_all_its_parts_is_not_searched_for_more_than_it_can_tell(suggested):
    """Parts that are not in yet may be anything: only a sum that is too large already is a finding."""
    rows = suggested(
        """
        area  | value
        ------+------
        Land  |   520
        Kano  |   310
        Bichi |   100
        """,
        AREAS,
    )
    assert rows == []


def test_what_is_kept_back_is_never_accused(suggested):
    """A withheld figure is known to be there, and to be small."""
    rows = suggested(
        """
        area  | value
        ------+------
        Land  |   768
        Kano  |   417
        Bichi |   339
        Tofa  |    <5
        """,
        AREAS,
    )
    assert rows
    assert "Tofa" not in {row.area for row in rows}


def test_rounded_figures_are_no_error(suggested):
    """About 1,000 is whatever makes the sum hold."""
    rows = suggested(
        """
        area  | value
        ------+-----------
        Land  | about 1000
        Kano  |        417
        Bichi |        339
        Tofa  |        207
        """,
        AREAS,
    )
    assert rows == []
