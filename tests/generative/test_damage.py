"""Five hundred random damages: only ever findings, or an error with a line that exists and a remedy."""

import io
import random
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from crossfoot.campaign import read_campaign
from crossfoot.campaign.calendar import period_rows
from crossfoot.campaign.rows import area_rows, asked_rows, element_rows, expected_rows, sum_rows
from crossfoot.engine import Engine
from crossfoot.errors import CampaignError, UnreadableReturnError
from crossfoot.figures import place_return
from crossfoot.returns import read_return
from crossfoot.tables import AREAS, ELEMENTS, FIGURES, PERIODS, TROUBLES

CAMPAIGN = """# What is counted, by whom, and when.
name: Test campaign
language: fr
levels: [country, county]
calendar:
  frequency: week
  starts: 2026-01-05
  ends: 2026-06-28
  week_starts: sunday
  phases:
    first: {name: "First phase", starts: 2026-01-05, ends: 2026-02-01}
units:
  vial: {name: vial, of: l, factor: 0.005, lower: 0.004, upper: 0.006}
equivalents:
  all_doses: {name: All doses, unit: vial, source: "the office", factors: {doses: {factor: 2}}}
data_elements:
  doses:
    name: Doses given
    disaggregations: {sex: [m, f], age: [0-4, 5+]}
    aliases: ["Doses administrées", Shots]
  cases: {name: Cases, equals: [suspected, confirmed]}
  suspected: {name: Suspected cases}
  confirmed: {name: Confirmed cases, at_most: cases, feeds: to_date}
  to_date: {name: Confirmed to date, kind: cumulative}
  seized: {name: Seized, unit: kg, may_be_negative: true}
  population: {name: Population, kind: stock, from_areas: population}
accounts:
  vaccine: {opening: doses, in: [cases], out: suspected, closing: confirmed}
indicators:
  coverage: {name: Coverage, numerator: doses, denominator: population, target: 95, decimals: 2}
groups:
  some: {name: Some counties, count: 2, members: [BM]}
obligations:
  weekly: {level: county, due_days: 3, data_elements: [doses, cases]}
layouts:
  table:
    files: ["*.csv", "*.xlsx"]
    area: {column: Area}
    data_element: {header: 1}
    period: {column: Day, format: ["%d/%m/%Y"]}
    disaggregations: {sex: {header: 2}}
    header_rows: 2
    fill_headings: true
    area_names: {"Bomi (all)": BM}
    data_element_names: {"Girls": "doses[sex=f]"}
    leave_aside_columns: ["Remark*"]
checks:
  areas-do-not-sum: {tolerance: 1, severity: warning}
exemptions:
  - {check: areas-do-not-sum, area: BM, why: agreed, by: the office, until: 2026-12-31}
follow_ups:
  - {text: Report on time, areas: [BM], due: 2026-03-01}
"""
AREAS_CSV = """code,name,level,parent,valid_from,valid_to,aliases,becomes,population
LR,Libéria,country,,,,National;Total,,3489072
BM,Bomi,county,LR,,2026-02-28,"Bomi
County",BN,82036
BN,New Bomi,county,LR,2026-03-01,,,,82036
BG,Bong,county,LR,,,,,328919.5
"""
RETURN = """Weekly return;;;;
Day;Area;Doses given;;Cases;Seized;Remarks
;;m;f;;;
09/01/2026;Bomi;1 204;3,5;"12";"1,5 kg";none
09/01/2026;Bong;n/a;<5;about 7;0;"two
lines"
09/01/2026;Total;1 300;6;19;-2;
"""
DAMAGES = 500
SEED = 20141031
UNTIL = date(2026, 3, 31)


def _bytes_flipped(blob, chance):
    out = bytearray(blob)
    for _ in range(chance.choice([1, 1, 2, 5])):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def _cut(blob, chance):
    start, end = sorted(chance.randrange(len(blob) + 1) for _ in range(2))
    return blob[:start] + blob[end:] if chance.random() < 0.5 else blob[:end]


def _duplicated(blob, chance):
    start = chance.randrange(len(blob))
    piece = blob[start : start + chance.choice([3, 20, 200])]
    at = chance.randrange(len(blob))
    return blob[:at] + piece + blob[at:]


HOSTILE = (
    b"\0", b"\xff", b"\xc3", b"'", b'"', b"{", b"[", b"&a", b"*a", b"!!python/object:os.system ", b": ", b"- ", b"\t",
    b"\r", b"\n", b"-1", b"1e400", b"9" * 40, b"NaN", b"Infinity", b"0001-01-01", b"9999-12-31", b"=1+1", b"null", b"~",
    b"\xe2\x80\xae", b"#", b"%", b"|", b">", b"\\ud800", b'"\\ud800"', b"../../x", b"\xef\xbb\xbf", b"[sex=x]",
    b";" * 50, b"(", b"P5D",
)  # fmt: skip


def _inserted(blob, chance):
    at = chance.randrange(len(blob) + 1)
    return blob[:at] + chance.choice(HOSTILE) + blob[at:]


def _line_changed(blob, chance):
    lines = blob.splitlines(keepends=True)
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    if chance.random() < 0.5:
        lines[first], lines[second] = lines[second], lines[first]
    else:
        del lines[first]
    return b"".join(lines)


def _value_exchanged(blob, chance):
    """One value replaced by another of the same text: sense is harder to damage than syntax."""
    words = blob.replace(b",", b" ").replace(b"]", b" ").replace(b"}", b" ").split()
    old, new = chance.choice(words), chance.choice([*words, *HOSTILE])
    at = blob.find(old, chance.randrange(len(blob)))
    return blob if at < 0 else blob[:at] + new + blob[at + len(old) :]


HOW = (_bytes_flipped, _cut, _duplicated, _inserted, _line_changed, _value_exchanged)


def _damaged(blob, chance):
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        blob = chance.choice(HOW)(blob or b"x", chance)
    return blob


def _write(folder: Path, campaign=None, areas=None):
    (folder / "campaign.yaml").write_bytes(CAMPAIGN.encode() if campaign is None else campaign)
    (folder / "areas.csv").write_bytes(AREAS_CSV.encode() if areas is None else areas)
    return folder / "campaign.yaml"


def _used(path: Path, engine: Engine | None):
    """All that a command makes of a campaign before the first return."""
    campaign, tree = read_campaign(path)
    areas, elements = area_rows(campaign, tree), list(element_rows(campaign))
    list(tree.above())
    list(sum_rows(campaign))
    asked_rows(campaign)
    expected = expected_rows(campaign, tree, UNTIL)
    periods, _ = period_rows(sorted({row[2] for row in expected}), campaign)
    if engine is not None:
        engine.put(AREAS, areas)
        engine.put(ELEMENTS, elements)
        engine.put(PERIODS, periods)
    return campaign, tree


def _placed(blob, name, campaign, tree, engine):
    try:
        sheets = read_return(blob)
    except UnreadableReturnError as exc:
        assert str(exc)
        assert "\n" not in str(exc)
        return None
    placed = None
    for layout in campaign.layouts.values():
        placed = place_return("0" * 64, name, sheets, layout, campaign, tree)
        periods, _ = period_rows(sorted({row[5] for row in placed.figures}), campaign)
        assert len({row[0] for row in placed.figures}) == len(placed.figures)
        if engine is None:
            continue
        engine.put(FIGURES, placed.figures)
        engine.put(TROUBLES, placed.troubles)
        engine.put(PERIODS, periods)
        assert engine.rows("SELECT count(*), count(value) FROM figures") == [
            (len(placed.figures), sum(row[8] is not None for row in placed.figures))
        ]
    return placed


@pytest.fixture(scope="module")
def engine():
    found = Engine()
    yield found
    found.close()


def test_the_campaign_before_any_damage_is_sound(tmp_path, engine):
    campaign, tree = _used(_write(tmp_path), engine)
    placed = _placed(RETURN.encode(), "r.csv", campaign, tree, engine)
    assert len(placed.figures) >= 9
    assert "name-unknown" not in {row[1] for row in placed.troubles}


@pytest.mark.parametrize("which", ["campaign.yaml", "areas.csv"])
def test_a_damaged_campaign_is_read_or_says_line_and_remedy(tmp_path, which, engine):
    chance = random.Random(f"{SEED}{which}")
    whole = {"campaign.yaml": CAMPAIGN.encode(), "areas.csv": AREAS_CSV.encode()}
    refused = 0
    for n in range(DAMAGES):
        texts = {**whole, which: _damaged(whole[which], chance)}
        path = _write(tmp_path, texts["campaign.yaml"], texts["areas.csv"])
        try:
            tables = engine if n % 5 == 0 else None
            _placed(RETURN.encode(), "r.csv", *_used(path, tables), tables)
        except CampaignError as exc:
            refused += 1
            assert exc.problems
            for problem in exc.problems:
                assert problem.trouble, problem
                assert len(problem.remedy) > 5, problem
                lines = texts.get(problem.file, b"").count(b"\n") + texts.get(problem.file, b"").count(b"\r") + 1
                assert problem.line is None or 1 <= problem.line <= lines, problem
    assert refused > DAMAGES / 5


def test_a_damaged_return_is_only_ever_figures_and_troubles(tmp_path, engine):
    chance = random.Random(SEED)
    campaign, tree = _used(_write(tmp_path), engine)
    placed = 0
    for n in range(DAMAGES):
        text = RETURN.encode(("utf-8", "utf-16", "gb18030", "utf-8-sig")[n % 4])
        found = _placed(_damaged(text, chance), "r.csv", campaign, tree, engine if n % 5 == 0 else None)
        placed += found is not None and bool(found.figures)
        if found is not None:
            assert found.figures or found.troubles
    assert placed > DAMAGES / 5


def test_a_damaged_workbook_is_only_ever_figures_and_troubles(tmp_path, engine):
    chance = random.Random(SEED)
    campaign, tree = _used(_write(tmp_path), engine)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("S")
    for r, line in enumerate(RETURN.splitlines()):
        sheet.write_row(r, 0, line.split(";"))
    book.close()
    whole = _placed(out.getvalue(), "r.xlsx", campaign, tree, engine)
    assert whole is not None and whole.figures
    for _ in range(30):  # each starts a process
        found = _placed(_damaged(out.getvalue(), chance), "r.xlsx", campaign, tree, engine)
        assert found is None or found.figures or found.troubles, "refused, or every cell accounted for"


def test_a_damaged_areas_workbook_says_what_is_wrong(tmp_path, engine):
    chance = random.Random(SEED)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    for r, line in enumerate(AREAS_CSV.replace("\nCounty", " County").replace('"', "").splitlines()):
        sheet.write_row(r, 0, line.split(","))
    book.close()
    path = _write(tmp_path, CAMPAIGN.replace("levels:", "areas: areas.xlsx\nlevels:").encode())
    (tmp_path / "areas.xlsx").write_bytes(out.getvalue())
    assert len(read_campaign(path)[1].areas) == 4
    for _ in range(50):
        (tmp_path / "areas.xlsx").write_bytes(_damaged(out.getvalue(), chance))
        try:
            _used(path, engine)
        except CampaignError as exc:
            assert all(problem.remedy and problem.file in ("areas.xlsx", "campaign.yaml") for problem in exc.problems)
