"""Italy's vaccination tables: every sum in them adds up, and each one is seen to."""

import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from crossfoot.checks import find_findings
from crossfoot.engine import Engine
from crossfoot.pipeline.folder import open_folder
from crossfoot.pipeline.ledger import moment
from crossfoot.pipeline.opening import open_ledger
from crossfoot.pipeline.receive import receive

pytestmark = pytest.mark.slow  # 172,069 cells are read and checked, twice
EXAMPLE = Path(__file__).parents[2] / "examples" / "italy-vaccines"
TODAY = date(2026, 11, 23)
ALL_DOSES = Decimal(145_134_032)
ROWS = 18_223  # lines of somministrazioni-vaccini-summary: one area on one day
AGES = 11  # lines of anagrafica-vaccini-summary
AREAS = 21


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder = tmp_path_factory.mktemp("italy") / "campaign"
    shutil.copytree(EXAMPLE, folder)
    opened = open_folder(folder)
    received = receive(opened)
    assert [r.outcome for r in received] == ["new"] * 5
    engine, _ = open_ledger(opened, moment())
    find_findings(engine, TODAY)
    yield engine


def outcomes(engine: Engine, check: str, *, detail: str = "", element: str = "") -> dict[str, int]:
    query = (
        "SELECT outcome, count(*) FROM findings WHERE check_code = $1 AND ($2 = '' OR detail = $2)"
        " AND ($3 = '' OR data_element = $3) GROUP BY outcome"
    )
    return {str(outcome): int(str(number)) for outcome, number in engine.rows(query, [check, detail, element])}


def one(engine: Engine, query: str) -> object:
    [[value]] = engine.rows(query)
    return value


def test_every_cell_becomes_a_figure(engine: Engine) -> None:
    assert engine.rows("SELECT * FROM troubles") == []
    of_areas_file = AREAS + 1  # the target population of each area, and of the country
    received = ROWS * 9 + 7_690 + AREAS * 3 + AGES * 9 + AREAS * 10
    assert one(engine, "SELECT count(*) FROM figures") == received + of_areas_file


def test_male_and_female_make_the_total_of_every_line(engine: Engine) -> None:
    assert outcomes(engine, "parts-do-not-sum", detail="doses[sex]") == {"passed": ROWS}
    assert outcomes(engine, "parts-do-not-sum", detail="doses_to_date[sex]") == {"passed": AGES}


def test_six_doses_make_the_total_of_every_line(engine: Engine) -> None:
    assert outcomes(engine, "parts-do-not-sum", detail="doses[dose]") == {"passed": ROWS}
    assert outcomes(engine, "parts-do-not-sum", detail="doses_to_date[dose]") == {"passed": AGES}


@pytest.mark.parametrize("element", ["doses_to_date", "deliveries_to_date"])
def test_the_days_of_each_area_make_what_it_states_to_date(engine: Engine, element: str) -> None:
    assert outcomes(engine, "cumulative-does-not-sum", element=element) == {"passed": AREAS}


def test_the_share_that_each_area_states_is_the_share_of_its_doses(engine: Engine) -> None:
    assert outcomes(engine, "percentage-misstated") == {"passed": AREAS}


def test_ten_age_groups_make_the_target_population_of_each_area(engine: Engine) -> None:
    """The areas file has the sum, as no table states it; the table has the groups."""
    query = (
        "SELECT t.area, t.value, sum(g.value) FROM current_figures t JOIN current_figures g ON g.area = t.area"
        " WHERE t.data_element = 'target_population' AND g.data_element = 'target_by_age' GROUP BY t.area, t.value"
    )
    found = engine.rows(query)
    assert len(found) == AREAS
    assert [area for area, told, made in found if told != made] == []


def test_by_area_and_by_age_it_is_the_same_total(engine: Engine) -> None:
    query = "SELECT outcome, area, stated, computed, detail FROM findings WHERE check_code = 'margins-disagree'"
    assert engine.rows(query) == [("passed", "IT", ALL_DOSES, ALL_DOSES, "areas\tdoses_to_date[age]")]
    shown = "SELECT count(*) FROM proofs WHERE key = 'margins-disagree/IT/doses_to_date/2023-11-20#doses_to_date[age]'"
    assert one(engine, shown) == AREAS + AGES


def test_by_day_it_is_the_same_total(engine: Engine) -> None:
    by_day = "SELECT sum(value) FROM current_figures WHERE data_element = 'doses' AND disaggregation = ''"
    assert one(engine, by_day) == ALL_DOSES
    proved = (
        "SELECT sum(c.value) FROM proofs p JOIN current_figures c ON c.figure_id = p.figure_id"
        " WHERE p.key LIKE 'cumulative-does-not-sum/%#doses' AND p.role = 'part'"
    )
    assert one(engine, proved) == ALL_DOSES


def test_deliveries_taken_back_are_allowed(engine: Engine) -> None:
    below = "SELECT count(*) FROM current_figures WHERE data_element = 'deliveries' AND value < 0"
    assert one(engine, below) == 56
    assert "failed" not in outcomes(engine, "negative-count")


def test_nothing_is_said_to_be_an_error(engine: Engine) -> None:
    wrong = "SELECT key FROM findings WHERE outcome = 'broken' OR (outcome = 'failed' AND severity = 'error')"
    assert engine.rows(wrong) == []


def test_a_slip_is_found_in_every_sum_that_it_spoils(engine: Engine) -> None:
    """The counts above mean something: one figure that is 100 too large fails by place and by age, and by day."""
    spoil = (
        "UPDATE current_figures SET value = value + $1, lo = lo + $1, hi = hi + $1"
        " WHERE area = 'LOM' AND data_element = 'doses_to_date'"
    )
    try:
        engine.run(spoil, [100])
        find_findings(engine, TODAY)
        failed = engine.rows(
            "SELECT check_code, area, cast(abs(stated - computed) AS INTEGER) FROM findings"
            " WHERE outcome = 'failed' AND severity = 'error' ORDER BY check_code"
        )
    finally:
        engine.run(spoil, [-100])
        find_findings(engine, TODAY)
    assert failed == [("cumulative-does-not-sum", "LOM", 100), ("margins-disagree", "IT", 100)]
