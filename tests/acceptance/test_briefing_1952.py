"""The briefing of 1952: its 42 figures stand in the ledger as they were stated, and in the rendered issue."""

import csv
import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from crossfoot.checks import find_findings
from crossfoot.engine import Engine
from crossfoot.pipeline.brief import brief
from crossfoot.pipeline.folder import open_folder
from crossfoot.pipeline.ledger import end_of, moment
from crossfoot.pipeline.opening import open_ledger
from crossfoot.pipeline.receive import receive

PROJECT = Path(__file__).parents[2]
EXAMPLE = PROJECT / "examples" / "anti-narcotics-1952"
FIGURES = PROJECT.parent / "shared" / "acceptance" / "briefing-1952" / "figures.csv"
AS_OF = date(1952, 8, 29)
UNITS = {"%": "percent", "tael": "tael", "set": "set", "day": "day", "": ""}

# area, data element, period, value, qualifier, unit: as the briefing of 1 September 1952 states them.
STATED = """
CN                | cities_started     | first_phase | 462     | exact |
N                 | cities_started     | first_phase | 84      | exact |
NE                | cities_started     | first_phase | 86      | exact |
E                 | cities_started     | first_phase | 71      | exact |
CS                | cities_started     | first_phase | 157     | exact |
SW                | cities_started     | first_phase | 53      | exact |
NW                | cities_started     | first_phase | 11      | exact |
CN                | cases_reached      | first_phase | 14939   | exact |
CN                | share_reached      | first_phase | 7.8     | exact | percent
CN                | known_cases        | first_phase | 189338  | exact |
CN                | known_cases_before | first_phase | 165000  | exact |
CN                | became_known       | first_phase | 20000   | over  |
east_and_north    | in_training        | first_phase | 4200    | over  |
CN                | drugs_seized       | first_phase | 205313  | exact | tael
CN                | machines_seized    | first_phase | 33      | exact |
CN                | equipment_seized   | first_phase | 15      | exact | set
CN                | tools_seized       | first_phase | 7774    | exact |
fifteen_cities    | cities_covered     | first_phase | 15      | exact |
fifteen_cities    | meetings           | first_phase | 34200   | exact |
fifteen_cities    | people_reached     | first_phase | 4570000 | over  |
XA                | meetings           | first_phase | 16500   | over  |
XA                | people_reached     | first_phase | 595000  | over  |
GZ                | meetings           | first_phase | 9000    | over  |
GZ                | people_reached     | first_phase | 1900000 | over  |
XA                | rally_attendance   | first_phase | 150000  | exact |
XA                | letters_received   | first_phase | 17000   | over  |
BJ                | reports_received   | P5D         | 5800    | over  |
BJ                | days_counted       | P5D         | 5       | exact | day
several_provinces | registrations      | first_phase | 22844   | exact |
CQ                | new_registrations  | P3D         | 2042    | exact |
CQ                | days_counted       | P3D         | 3       | exact | day
SY                | registrations      | first_phase | 8505    | exact |
XA                | registrations      | first_phase | 4727    | exact |
twelve_cities     | cities_covered     | first_phase | 12      | exact |
twelve_cities     | leads              | first_phase | 10688   | exact |
twelve_cities     | cases_in_leads     | first_phase | 42471   | exact |
KM                | share_reached      | first_phase | 4.6     | only  | percent
GL                | cases_reached      | first_phase | 1       | only  |
SX                | share_reached      | first_phase | 3       | only  | percent
SJ                | share_reached      | first_phase | 4.7     | exact | percent
QHD               | cases_reached      | first_phase | 3       | exact |
BD                | cases_reached      | first_phase | 1       | only  |
"""
Row = tuple[str, str, str, Decimal, str, str]


def stated() -> list[Row]:
    rows = []
    for line in STATED.strip().splitlines():
        area, element, period, value, qualifier, unit = (cell.strip() for cell in line.split("|"))
        rows.append((area, element, period, Decimal(value), qualifier, unit))
    return rows


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("briefing-1952") / "campaign"
    shutil.copytree(EXAMPLE, folder)
    return folder


@pytest.fixture(scope="module")
def engine(campaign: Path) -> Iterator[Engine]:
    folder = open_folder(campaign)
    receive(folder)
    engine, _ = open_ledger(folder, moment(end_of(AS_OF)))
    find_findings(engine, AS_OF)
    yield engine


def finding(engine: Engine, key: str) -> tuple[object, ...]:
    [row] = engine.rows("SELECT outcome, stated, computed, holds_if FROM findings WHERE key = $1", [key])
    return row


def test_the_list_is_the_briefings_own() -> None:
    """The table above has every figure of the source that is not a single person's case."""
    if not FIGURES.exists():
        pytest.skip(f"the list of the source's figures is not here: {FIGURES}")
    with FIGURES.open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["note"] != "a single case"]
    theirs = Counter((Decimal(row["value"]), row["qualifier"], UNITS[row["unit"]]) for row in rows)
    assert theirs == Counter((value, qualifier, unit) for *_, value, qualifier, unit in stated())
    assert len(stated()) == 42


def test_every_cell_is_read(engine: Engine) -> None:
    left = engine.rows("SELECT kind, stated FROM troubles WHERE kind <> 'text-left-aside'")
    assert left == []


@pytest.mark.parametrize("row", stated(), ids=lambda row: f"{row[0]}-{row[1]}")
def test_the_ledger_has_the_figure(engine: Engine, row: Row) -> None:
    area, element, period, *_ = row
    found = engine.rows(
        "SELECT f.area, f.data_element, f.period, f.value, f.qualifier, f.unit FROM figures f"
        " JOIN current_figures c ON c.figure_id = f.figure_id"
        " WHERE f.area = $1 AND f.data_element = $2 AND f.period = $3",
        [area, element, period],
    )
    assert found == [row]


def test_six_regions_make_the_cities(engine: Engine) -> None:
    key = "areas-do-not-sum/CN/cities_started/first_phase"
    assert finding(engine, key) == ("passed", Decimal(462), Decimal(84 + 86 + 71 + 157 + 53 + 11), "")


def test_the_share_holds_only_if_truncated(engine: Engine) -> None:
    outcome, share, computed, holds_if = finding(engine, "percentage-misstated/CN/reached/first_phase")
    assert (outcome, share, holds_if) == ("failed", Decimal("7.8"), "truncated")
    assert computed == Decimal("7.890122")  # 14,939 of 189,338


def test_what_became_known_agrees_with_the_known(engine: Engine) -> None:
    """165,000 and over 20,000 may well be 189,338: an open end raises no false alarm."""
    [(outcome,)] = engine.rows("SELECT outcome FROM findings WHERE check_code = 'stock-does-not-balance'")
    assert outcome == "passed"


def test_the_denominator_was_revised(engine: Engine) -> None:
    """Both returns are kept; the later one stands."""
    query = (
        "SELECT f.value, c.figure_id IS NOT NULL FROM figures f LEFT JOIN current_figures c"
        " ON c.figure_id = f.figure_id WHERE f.data_element = 'known_cases' ORDER BY f.value"
    )
    assert engine.rows(query) == [(Decimal(165_000), False), (Decimal(189_338), True)]


def test_nothing_else_fails(engine: Engine) -> None:
    failed = "SELECT key FROM findings WHERE outcome IN ('failed', 'broken') AND severity <> 'information'"
    keys = {str(key) for (key,) in engine.rows(failed)}
    assert {key for key in keys if not key.startswith("denominator-revised/")} == {
        "percentage-misstated/CN/reached/first_phase"
    }


# ---- the issue ----
LINK = re.compile(r'([^<>]*)<a class="n"[^>]* href="#([^"]+)"[^>]*>([^<]*)</a>')
PRINTED_UNITS = {"percent": "%", "tael": "taels", "set": "sets", "day": "days", "": ""}
WORDS = ("over", "only")


@pytest.fixture(scope="module")
def issue(campaign: Path) -> Path:
    written = brief(open_folder(campaign), as_of=AS_OF)
    assert (written.number.label, written.period) == ("3", "first_phase")
    return written.path.parent


@pytest.fixture(scope="module")
def links(issue: Path) -> dict[str, list[tuple[str, str]]]:
    """All printed numbers by the anchor of their evidence: the text before, and the number."""
    page = (issue / "briefing.html").read_text("utf-8")
    found: dict[str, list[tuple[str, str]]] = {}
    for before, anchor, text in LINK.findall(page):
        assert f'id="{anchor}"' in page, f"{text} leads nowhere"
        found.setdefault(anchor, []).append((before, text.replace("\N{NO-BREAK SPACE}", " ")))
    return found


@pytest.mark.parametrize("row", stated(), ids=lambda row: f"{row[0]}-{row[1]}")
def test_the_issue_states_the_figure(issue: Path, links: dict[str, list[tuple[str, str]]], row: Row) -> None:
    """Its number, its unit and its claim, with a link that leads to where it comes from."""
    area, element, period, value, qualifier, unit = row
    facts = json.loads((issue / "facts.json").read_text("utf-8"))["facts"]
    kinds = (f"{kind}/{element}/{area}/{period}" for kind in ("stated", "rolled"))
    anchors = [facts[key]["anchor"] for key in kinds if key in facts]
    wanted = f"{value:,} {PRINTED_UNITS[unit]}".rstrip()
    printed = [link for anchor in anchors for link in links.get(anchor, [])]
    said = [before.split()[-1:] for before, text in printed if text == wanted]
    assert said, f"{wanted} is not printed"
    if qualifier in WORDS:
        assert [qualifier] in said
    else:
        assert not any([word] in said for word in WORDS)


def test_a_quoted_row_shows_the_cell(issue: Path) -> None:
    """Two steps from a number in the text to the words of its cell."""
    page = (issue / "briefing.html").read_text("utf-8")
    assert "over 4.57 million" in page
    assert "meetings-15-cities.xlsx" in page


def test_the_issue_says_what_does_not_add_up(issue: Path) -> None:
    page = (issue / "briefing.html").read_text("utf-8").replace("\N{NO-BREAK SPACE}", " ")
    assert ">7.89 %<" in page
    assert "cut off instead of rounded" in page
    assert ">6,416 to 7,761 kg<" in page


def test_nothing_about_single_persons_or_punishment(issue: Path) -> None:
    text = re.sub(r"<[^>]+>", " ", (issue / "briefing.html").read_text("utf-8")).casefold()
    for word in ("arrest", "trial", "execut", "denounc", "denunc", "offender", "trafficker", "confess", "informer"):
        assert not re.search(rf"\b{word}", text), word
