"""value-out-of-line"""

import random

import pytest

WEEKS = [f"2026-W{n:02}" for n in range(2, 40)]


def series(values, area="Bomi"):
    rows = "\n".join(f"{area} | {week} | {value}" for week, value in zip(WEEKS, values, strict=False))
    return f"area | period | value\n{rows}\n"


def failed(findings):
    return [f.period for f in findings if f.outcome.value == "failed"]


@pytest.mark.parametrize(
    "values", [(310, 290, 350, 3200), (100, 100, 100, 1000), (40, 55, 31, 470), (310, 290, 350, 3200, 305, 288)]
)
def test_a_tenfold_slip_from_the_fourth_period_on(run_check, values):
    """With three figures to compare with, a slip of one digit is seen."""
    findings = run_check("value-out-of-line", series(values))
    assert failed(findings) == ["2026-W05"]
    [finding] = [f for f in findings if f.outcome.value == "failed"]
    assert float(finding.detail) > 3
    assert finding.imbalance > 0


def test_a_digit_too_few(run_check):
    """A figure that lost a digit is out of line below."""
    assert failed(run_check("value-out-of-line", series((310, 290, 350, 32, 300, 320)))) == ["2026-W05"]


def test_too_few_periods(run_check):
    """With fewer than three others nothing can be told."""
    findings = run_check("value-out-of-line", series((310, 290, 3500)))
    assert {f.outcome.value for f in findings} == {"missing"}


def test_a_slip_in_a_figure_to_date(run_check):
    """Of a figure to date, what it grew by is judged: the slip shows, as does the fall after it elsewhere."""
    findings = run_check(
        "value-out-of-line", series((310, 620, 905, 12000, 12310, 12600)),
        campaign="data_elements: {cases: {name: To date, kind: cumulative}}",
    )  # fmt: skip
    assert failed(findings) == ["2026-W05"]
    assert [f.stated for f in findings if f.outcome.value == "failed"] == [11095]


def test_small_counts_and_zeros(run_check):
    """Counts below twenty vary as they like, a zero is not judged, and the first cases are no slip."""
    assert failed(run_check("value-out-of-line", series((1, 0, 2, 19, 1, 0, 1)))) == []
    assert failed(run_check("value-out-of-line", series((300, 280, 0, 310, 290, 305)))) == []
    assert failed(run_check("value-out-of-line", series((0, 0, 0, 0, 50, 80, 120, 90)))) == []


def test_no_line(run_check):
    """Where the others lie more than tenfold apart, as deliveries in lots do, nothing is out of line."""
    assert failed(run_check("value-out-of-line", series((30, 500, 24, 900, 3000, 41, 22, 700)))) == []


@pytest.mark.parametrize("seed", range(5))
def test_ordinary_series(run_check, seed):
    """Growth, decline, seasons and chance are in line: no false alarm in forty ordinary series."""
    rng = random.Random(seed)
    shapes = (
        lambda n: 200,
        lambda n: 50 * 1.25**n,
        lambda n: 5000 * 0.8**n,
        lambda n: 300 + 200 * (n % 4 == 0),
    )
    for k, shape in enumerate(shapes * 2):
        values = [max(0, round(rng.gauss(1, 0.15) * shape(n))) for n in range(30)]
        assert failed(run_check("value-out-of-line", series(values))) == [], (k, values)
