"""Laws of the suggestions on tables that nobody thought of: each repairs what it says, none is applied."""

from collections import defaultdict
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.checks import find_findings
from crossfoot.culprits import find_culprits

FEW = settings(max_examples=5, deadline=None)  # each checks several ledgers
CAMPAIGN = "data_elements: {cases: {name: C, equals: [mild, severe]}, mild: {name: M}, severe: {name: S}}"
AREAS = "area | parent\n-----+---\nLand |\nA | Land\nB | Land\nC | Land"
FAILED = "SELECT key FROM findings WHERE outcome = 'failed'"
LEDGER = "SELECT * FROM current_figures ORDER BY figure_id"
ROWS = "SELECT * FROM suggestions ORDER BY finding_key, rank, suggestion_key, figure_id"

counts = st.integers(min_value=1, max_value=900)
tables = st.lists(st.tuples(counts, counts), min_size=3, max_size=3)
slips = st.lists(st.tuples(st.integers(0, 11), st.integers(1, 3000)), min_size=1, max_size=2)


def drawn(table, changed):
    """A table with both margins as drawn text, some of its cells other than they should be."""
    rows = [("Land", *(sum(column) for column in zip(*table, strict=True))), *zip("ABC", *zip(*table, strict=True), strict=True)]
    cells = [value for _, mild, severe in rows for value in (mild + severe, mild, severe)]
    for at, value in changed:
        cells[at] = value
    lines = [f"{rows[n][0]} | {cells[3 * n]} | {cells[3 * n + 1]} | {cells[3 * n + 2]}" for n in range(4)]
    return "\n".join(["area | cases | mild | severe", "-----+---+---+---", *lines])


def checked(drawing, figures):
    campaign = drawing.campaign_of(CAMPAIGN)
    cells = drawing.figure_rows(figures, campaign) if isinstance(figures, str) else figures
    engine = drawing.filled(campaign, drawing.tree_of(AREAS, set()), cells, "", "", date(2026, 12, 31))
    find_findings(engine, date(2026, 12, 31), prove_passed=False)
    return engine, cells


def failed(engine):
    return {key for (key,) in engine.rows(FAILED)}


@FEW
@given(tables, slips)
def test_a_suggestion_repairs_what_it_says_and_breaks_what_it_says(drawing, table, changed):
    """The ledger checked again with the suggested figures: the findings it names are gone, and no others came."""
    engine, cells = checked(drawing, drawn(table, changed))
    wrong = failed(engine)
    ledger = engine.rows(LEDGER)
    find_culprits(engine)
    assert engine.rows(LEDGER) == ledger, "nothing is changed"
    assert failed(engine) == wrong
    found = defaultdict(lambda: (set(), {}, set()))
    for row in engine.rows("SELECT suggestion_key, finding_key, figure_id, suggested, repairs, breaks FROM suggestions"):
        findings, changes, counted = found[row[0]]
        findings.add(row[1])
        changes[row[2]] = row[3]
        counted.add(row[4:])
    engine.close()
    for findings, changes, counted in found.values():
        again, _ = checked(drawing, [replaced(cell, changes) for cell in cells])
        left = failed(again)
        again.close()
        assert findings <= wrong
        assert not findings & left
        assert counted == {(len(wrong - left), len(left - wrong))}


def replaced(cell, changes):
    """A row of `figures` with the value that a suggestion gives it."""
    if cell[0] not in changes:
        return cell
    value = changes[cell[0]]
    return (*cell[:8], value, value, value, *cell[11:])


@FEW
@given(tables, slips, st.randoms(use_true_random=False))
def test_the_order_in_which_figures_came_does_not_matter(drawing, table, changed, chance):
    """The same rows of suggestions, whatever the order of the cells, and from run to run."""
    found = []
    first, cells = checked(drawing, drawn(table, changed))
    shuffled = list(cells)
    chance.shuffle(shuffled)
    second, _ = checked(drawing, shuffled)
    for engine in (first, second, second):
        find_culprits(engine)
        found.append(engine.rows(ROWS))
    first.close()
    second.close()
    assert found[0] == found[1] == found[2]


@FEW
@given(tables)
def test_where_everything_adds_up_nothing_is_suggested(drawing, table):
    engine, _ = checked(drawing, drawn(table, []))
    find_culprits(engine)
    assert engine.rows(ROWS) == []
    engine.close()
