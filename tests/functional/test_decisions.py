"""From a wrong figure to a clean check: a suggestion accepted, taken back, superseded; a finding exempted."""

import hashlib
import json
import re

import pytest

from crossfoot.tables import SUGGESTIONS

SUBJECT = ("vaccinated", "--area", "North", "--period", "2026-W03")
STATED = """
    SELECT n.key, f.figure_id, f.area, f.data_element, f.disaggregation, f.period, n.stated, n.computed
    FROM findings n JOIN proofs p ON p.key = n.key AND p.role = 'stated'
    JOIN figures f ON f.figure_id = p.figure_id
    WHERE n.outcome = 'failed' AND n.check_code = 'areas-do-not-sum' ORDER BY n.key
"""
OFFICE = ("--by", "Region North", "--why", "the tally sheet says 310")


@pytest.fixture
def suggested(monkeypatch):
    """Every total that is not the sum of its areas is suggested to be that sum."""

    def suggest(engine):
        engine.create(SUGGESTIONS)
        for key, figure, *subject, stated, computed in engine.rows(STATED):
            name = hashlib.sha256(f"{key} {figure} {computed}".encode()).hexdigest()[:16]
            row = (key, name, 1, "digit-wrong", "likely", 1, figure, *subject, stated, computed, 1, 0, "")
            engine.add(SUGGESTIONS, [row])

    monkeypatch.setattr("crossfoot.pipeline.check.suggest", suggest)


@pytest.fixture
def wrong(campaign, run, suggested):
    """The campaign with North's 310 typed as 130."""
    file = campaign / "inbox/week-3.csv"
    file.write_text(file.read_text("utf-8").replace("North,2026-W03,1,310,310", "North,2026-W03,1,130,310"), "utf-8")
    run("receive", campaign, "--received", "2026-01-20")
    return campaign


def failed(run, campaign, *words):
    return [f["key"] for f in run("check", campaign, "--json", *words).objects if f["outcome"] == "failed"
            and f["check"] == "areas-do-not-sum" and not f["exempted"]]  # fmt: skip


def suggestion(campaign):
    """The key of the one suggestion there is."""
    from crossfoot.pipeline.check import check
    from crossfoot.pipeline.folder import open_folder

    checked = check(open_folder(campaign))
    [(key,)] = checked.engine.rows("SELECT suggestion_key FROM suggestions")
    checked.engine.close()
    return key


def journal(campaign):
    return [json.loads(line) for path in sorted((campaign / "journal").iterdir()) for line in path.read_text("utf-8").splitlines()]


def test_an_accepted_suggestion_stands_with_what_was_received_beside_it(run, wrong):
    [finding] = failed(run, wrong)
    key = suggestion(wrong)
    ran = run("accept", wrong, key[:6], *OFFICE)
    assert ran.code == 0, ran.err
    assert "310 counts from now on, accepted by Region North: the tally sheet says 310" in ran.out
    assert failed(run, wrong) == []
    assert run("check", wrong, "--fail-on", "error").code == 0
    [traced] = run("trace", wrong, *SUBJECT, "--json").objects
    assert [(c["stated"], c["stands"]) for c in traced["stated"]] == [("130", False), ("310", True)]
    assert traced["stated"][0]["cell"] == "D5"
    assert traced["stated"][1]["accepted"] == {
        "by": "Region North", "why": "the tally sheet says 310", "corrects": traced["stated"][0]["figure_id"],
        "finding": finding, "day": traced["stated"][1]["received_at"][:10],
    }  # fmt: skip
    told = run("trace", wrong, *SUBJECT).out
    assert "130" in told and "week-3.csv" in told
    assert "accepted by Region North" in told.replace("\n", " ")


def test_the_past_still_shows_what_was_known_then(run, wrong):
    run("accept", wrong, suggestion(wrong), *OFFICE)
    assert failed(run, wrong, "--as-of", "2026-01-26") == ["areas-do-not-sum/XX-N/vaccinated/2026-W03"]
    [then] = run("trace", wrong, *SUBJECT, "--as-of", "2026-01-26", "--json").objects
    assert [c["stated"] for c in then["stated"]] == ["130"]


def test_accepting_twice_writes_once(run, wrong):
    key = suggestion(wrong)
    first = run("accept", wrong, key, *OFFICE, "--json").objects[0]
    before = journal(wrong)
    again = run("accept", wrong, key[:4], *OFFICE, "--json").objects[0]
    assert (first["new"], again["new"]) == (True, False)
    assert journal(wrong) == before
    other = run("accept", wrong, key, *OFFICE, "--value", "311")
    assert other.code == 14
    assert f"crossfoot withdraw {wrong} {key}" in other.err


def test_what_was_accepted_can_be_taken_back_and_accepted_anew(run, wrong):
    key = suggestion(wrong)
    run("accept", wrong, key, *OFFICE)
    ran = run("withdraw", wrong, key[:8], "--why", "the tally sheet was another's")
    assert ran.code == 0, ran.err
    assert "stand again" in ran.out
    assert len(failed(run, wrong)) == 1
    assert [c["stated"] for c in run("trace", wrong, *SUBJECT, "--json").objects[0]["stated"]] == ["130"]
    assert run("accept", wrong, key, *OFFICE, "--value", "309.0").code == 0
    assert run("trace", wrong, *SUBJECT, "--json").objects[0]["stated"][1]["stated"] == "309.0"


def test_a_later_return_supersedes_what_was_accepted_and_trace_says_so(run, wrong):
    key = suggestion(wrong)
    run("accept", wrong, key, *OFFICE)
    later = wrong / "inbox/later.csv"
    later.write_text("City,Week,People vaccinated\nNorth,2026-W03,312\n", "utf-8")
    run("receive", wrong, "--received", "2026-01-27")  # declared for a day before the acceptance: it came later
    [traced] = run("trace", wrong, *SUBJECT, "--json").objects
    assert [(c["stated"], c["stands"]) for c in traced["stated"]] == [("130", False), ("312", True), ("310", False)]
    assert len(failed(run, wrong)) == 1
    gone = run("accept", wrong, key, *OFFICE)
    assert gone.code == 13
    assert "a later return has superseded it" in gone.err
    run("withdraw", wrong, "later.csv", "--why", "sent by mistake")
    assert failed(run, wrong) == [], "the figure that it corrects stands again, and so does the acceptance"


def test_an_acceptance_goes_with_the_return_whose_figure_it_corrects(run, wrong):
    run("accept", wrong, suggestion(wrong), *OFFICE)
    run("withdraw", wrong, "week-3.csv", "--why", "another campaign's")
    assert run("trace", wrong, *SUBJECT, "--json").objects[0]["stated"][0]["stands"] is False


@pytest.mark.parametrize(
    "words, code, said",
    [
        (("accept", "{}", "feed", *OFFICE), 13, "is no suggestion, or no more"),
        (("accept", "{}", "abc", *OFFICE), 13, "at least 4 characters"),
        (("accept", "{}", "feedbeef", "--by", " ", "--why", "x"), 2, "say it in words"),
        (("accept", "{}", "feedbeef", *OFFICE, "--value", "1e9"), 2, "is not a number"),
        (("accept", "{}", "feedbeef", *OFFICE, "--value", "1.2345678"), 2, "is not a number"),
        (("exempt", "{}", "areas-do-not-sum/XX-Z", *OFFICE, "--until", "2999-01-01"), 13, "is no finding that fails"),
        (("exempt", "{}", "areas-do-not-sum/", *OFFICE, "--until", "2001-01-01"), 2, "is over"),
        (("withdraw", "{}", "feedbeef", "--why", "x"), 13, "nothing that was accepted"),
    ],
)
def test_wrong_use_names_the_remedy(run, wrong, words, code, said):
    ran = run(*(word.format(wrong) for word in words))
    assert (ran.code, said in ran.err) == (code, True), ran.err
    assert {entry["kind"] for entry in journal(wrong)} == {"receipt"}


def test_a_beginning_that_several_share_is_told(run, wrong, monkeypatch):
    def suggest(engine):
        engine.create(SUGGESTIONS)
        for n in "12":
            row = ("areas-do-not-sum/XX-N/vaccinated/2026-W03", f"abcd{n}000", int(n), "digit-wrong", "weak", 1, "x:D5",
                   "XX-N", "vaccinated", "", "2026-W03", 130, 310 + int(n), 1, 0, "")  # fmt: skip
            engine.add(SUGGESTIONS, [row])

    monkeypatch.setattr("crossfoot.pipeline.check.suggest", suggest)
    ran = run("accept", wrong, "abcd", *OFFICE)
    assert (ran.code, "abcd1000, abcd2000" in ran.err) == (13, True)


def test_a_suggestion_of_several_figures_is_accepted_and_taken_back_as_one(run, wrong, monkeypatch):
    """Two cells exchanged: both change, or none does."""

    def suggest(engine):
        engine.create(SUGGESTIONS)
        cells = engine.rows(
            "SELECT figure_id, area, data_element, disaggregation, period, value FROM current_figures"
            " WHERE data_element = 'vaccinated' AND area IN ('XX-N', 'XX-N1') ORDER BY area"
        )
        for (figure, *subject, stated), (*_, other) in zip(cells, cells[::-1], strict=True):
            engine.add(SUGGESTIONS, [("areas-do-not-sum/XX-N/vaccinated/2026-W03", "beef0000", 1, "cells-exchanged",
                                      "possible", 1, figure, *subject, stated, other, 1, 0, "")])  # fmt: skip

    monkeypatch.setattr("crossfoot.pipeline.check.suggest", suggest)
    assert run("accept", wrong, "beef", *OFFICE, "--value", "3").code == 13
    [taken] = run("accept", wrong, "beef", *OFFICE, "--json").objects
    assert {f["area"]: f["value"] for f in taken["figures"]} == {"XX-N": "310", "XX-N1": "130"}
    values = [run("trace", wrong, "vaccinated", "--area", a, "--period", "2026-W03", "--json").objects[0]["stated"][1]
              for a in ("North", "Alba")]  # fmt: skip
    assert [(v["stated"], v["stands"]) for v in values] == [("310", True), ("130", True)]
    assert len(list((wrong / "journal").iterdir())) == 2, "both entries in one file: a kill tears neither"
    run("withdraw", wrong, "beef0000", "--why", "no")
    assert len(failed(run, wrong)) == 1


def test_a_finding_is_exempted_by_its_key_until_a_day(run, wrong):
    [key] = failed(run, wrong)
    assert key in run("check", wrong).out, "the key is shown"
    ran = run("exempt", wrong, key, *OFFICE, "--until", "2999-12-31")
    assert ran.code == 0, ran.err
    assert "Accepted until 31 December 2999 by Region North" in ran.out
    assert failed(run, wrong) == []
    assert run("check", wrong, "--fail-on", "error").code == 0
    assert len(failed(run, wrong, "--as-of", "2026-01-26")) == 1, "it was not exempted then"
    [one] = run("exempt", wrong, key, *OFFICE, "--until", "2999-12-31", "--json").objects
    assert one["new"] is False
    assert sum(entry["kind"] == "exemption" for entry in journal(wrong)) == 1
    assert run("withdraw", wrong, key, "--why", "settled").code == 0
    assert failed(run, wrong) == [key]


@pytest.mark.parametrize("language, told", [("fr", "compte désormais, accepté par"), ("zh", "今后按 310 计")])
def test_in_the_campaign_s_language(run, wrong, language, told):
    path = wrong / "campaign.yaml"
    path.write_text(path.read_text("utf-8").replace("language: en", f"language: {language}"), "utf-8")
    assert told in run("accept", wrong, suggestion(wrong), *OFFICE).out


@pytest.fixture
def corrected(run, wrong, monkeypatch):
    """Alba's 310 corrected to 130, which the total states: a figure at the foot of the hierarchy."""

    def suggest(engine):
        engine.create(SUGGESTIONS)
        [(figure, *subject, stated)] = engine.rows(
            "SELECT figure_id, area, data_element, disaggregation, period, value FROM current_figures"
            " WHERE data_element = 'vaccinated' AND area = 'XX-N1'"
        )
        engine.add(SUGGESTIONS, [("areas-do-not-sum/XX-N/vaccinated/2026-W03", "cafe0000", 1, "digit-wrong",
                                  "possible", 1, figure, *subject, stated, 130, 1, 0, "")])  # fmt: skip

    monkeypatch.setattr("crossfoot.pipeline.check.suggest", suggest)
    run("accept", wrong, "cafe", *OFFICE)
    return wrong


@pytest.mark.parametrize(
    "language, told, received",
    [
        ("en", "Corrected here on the word of Region North, ", "As received"),
        ("fr", "Corrigé ici sur la parole de Region North, ", "Tel que reçu"),
        ("zh", "本处据Region North意见更正", "原报"),
    ],
)
def test_the_briefing_marks_what_was_accepted_and_shows_what_was_received(run, corrected, language, told, received):
    path = corrected / "campaign.yaml"
    text = path.read_text("utf-8").replace("language: en", f"language: {language}")
    path.write_text(text.replace("\nbriefing:\n", "\nbriefing:\n  level: city\n"), "utf-8")
    ran = run("brief", corrected, "--period", "2026-W03", "--json")
    assert ran.code == 0, ran.err
    page = (corrected / "issues/001/briefing.html").read_text("utf-8")
    assert f'<abbr class="mark accepted" title="{told}' in page
    anchor = re.search(r'data-to="(r\d+-)">130</a><abbr class="mark accepted"', page)[1]
    assert f'id="{anchor}"' in page, "the number leads to the entry of the journal"
    entry = re.search(rf'<article class="evidence" id="{anchor[:-1]}">.*?</article>', page, re.DOTALL)[0]
    assert received in entry
    assert "the tally sheet says 310" in entry
    back = re.search(r'href="#(r\d+-D2)"', entry)[1]
    assert f'id="{back}"' in page, "and from there to the cell as received"
    assert "<code>310</code>" in entry
    count = re.search(r"1 (?:return|rapport)|1\s*份", page)
    assert count, "an acceptance is no return"


def test_a_briefing_of_the_past_is_made_without_what_was_accepted_since(run, corrected):
    run("brief", corrected, "--period", "2026-W03", "--as-of", "2026-01-26")
    page = (corrected / "issues/001/briefing.html").read_text("utf-8")
    assert "mark accepted" not in page
    assert ">405</a>" in page


def test_a_damaged_entry_is_told_with_its_line(run, wrong):
    key = suggestion(wrong)
    run("accept", wrong, key, *OFFICE)
    [path] = [p for p in (wrong / "journal").iterdir() if "acceptance" in p.read_text("utf-8")]
    whole = path.read_text("utf-8")
    for good, bad in (('"value": "310"', '"value": "NaN"'), ('"value": "310"', '"value": "many"'), ('"by"', '"bye"')):
        assert good in whole
        path.write_text(whole.replace(good, bad), "utf-8")
        ran = run("check", wrong)
        assert (ran.code, f"{path.name}:1: is not an entry" in ran.err) == (15, True)


SWAPPED = """City,Week,Cities that have started,People vaccinated,People vaccinated to date
Alba,2026-W03,1,310,310
Brio,2026-W03,1,20,20
Cora,2026-W03,1,95,95
North,2026-W03,2,303,330
"""


def test_from_a_wrong_figure_to_a_clean_check_with_what_is_really_suggested(run, campaign):
    """303 stands where the cities make 330: the suggestion is shown, accepted by its key, and nothing is left."""
    (campaign / "inbox/week-3.csv").write_text(SWAPPED, "utf-8")
    run("receive", campaign, "--received", "2026-01-20")
    [finding] = [f for f in run("check", campaign, "--json").objects if f["key"].startswith("areas-do-not-sum/XX-N/v")
                 and f["outcome"] == "failed"]  # fmt: skip
    best = finding["suggestions"][0]
    assert [(c["area"], c["stated"], c["suggested"]) for c in best["changes"]] == [("XX-N", "303", "330")]
    assert best["key"] in run("check", campaign).out
    assert run("accept", campaign, best["key"][:8], *OFFICE).code == 0
    checked = run("check", campaign, "--json").objects
    assert [f for f in checked if f["check"] == "areas-do-not-sum" and f["outcome"] == "failed"] == []
    assert [f for f in checked if f["outcome"] == "broken"] == []
    assert [s for f in checked for s in f["suggestions"] if any(c["area"] == "XX-N" for c in s["changes"])] == []
    assert run("accept", campaign, best["key"], *OFFICE, "--json").objects[0]["new"] is False
