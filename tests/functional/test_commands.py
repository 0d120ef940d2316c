"""The command line end to end on one small campaign, with its exit codes."""

import pytest


def test_new_begins_a_campaign_and_never_overwrites_one(run, tmp_path):
    ran = run("new", tmp_path / "a", "--json")
    assert [path.rpartition("/")[2] for path in ran.objects[0]["written"]] == ["campaign.yaml", "areas.csv", "inbox"]
    again = run("new", tmp_path / "a")
    assert again.code == 14
    assert "Choose another folder" in again.err


def test_receive_takes_in_what_is_new_and_only_that(run, campaign):
    first = run("receive", campaign, "--json")
    assert [one["outcome"] for one in first.objects] == ["new"]
    again = run("receive", campaign, "--json")
    assert [one["outcome"] for one in again.objects] == ["known"]
    (campaign / "inbox/copy.csv").write_bytes((campaign / "inbox/week-3.csv").read_bytes())
    assert [one["outcome"] for one in run("receive", campaign, "--json").objects] == ["copy", "known"]


def test_receive_keeps_every_byte_and_tells_what_it_cannot_place(run, campaign):
    file = campaign / "inbox/odd.csv"
    file.write_bytes(b"City,Week,People vaccinated\nAlbo,2026-W04,12\nBrio,2026-W04,a dozen?\n")
    ran = run("receive", campaign)
    assert ran.code == 0
    assert "odd.csv, A2: the name 'Albo' is not known" in ran.out
    assert "Did you mean 'Alba'?" in ran.out
    kept = {path.read_bytes() for path in (campaign / "returns").iterdir()}
    assert file.read_bytes() in kept


def test_receive_fails_on_troubles_only_where_asked(run, campaign):
    (campaign / "inbox/odd.csv").write_text("City,Week,People vaccinated\nAlbo,2026-W04,12\n", "utf-8")
    assert run("receive", campaign, "--fail-on", "error").code == 1


def test_check_is_quiet_where_all_adds_up(run, campaign):
    run("receive", campaign)
    ran = run("check", campaign, "--json")
    assert ran.code == 0
    sums = [f for f in ran.objects if f["check"] == "areas-do-not-sum"]
    assert {f["outcome"] for f in sums} == {"passed"}


def test_check_names_the_cells_and_exits_with_1(run, campaign):
    file = campaign / "inbox/week-3.csv"
    file.write_text(file.read_text("utf-8").replace("North,2026-W03,1,310,310", "North,2026-W03,1,130,310"), "utf-8")
    run("receive", campaign)
    ran = run("check", campaign, "--json")
    assert ran.code == 1
    [wrong] = [f for f in ran.objects if f["check"] == "areas-do-not-sum" and f["outcome"] == "failed"]
    assert (wrong["area"], wrong["stated"], wrong["computed"], wrong["imbalance"]) == ("XX-N", "130", "310", "-180")
    stated = wrong["evidence"][0]
    assert (stated["file"], stated["row"], stated["column"], stated["cell"], stated["stated"]) == (
        "week-3.csv", 5, "People vaccinated", "D5", "130",
    )  # fmt: skip
    assert wrong["key"] == "areas-do-not-sum/XX-N/vaccinated/2026-W03"
    assert run("check", campaign, "--fail-on", "never").code == 0


def test_check_reads_well_in_80_columns(run, campaign):
    file = campaign / "inbox/week-3.csv"
    file.write_text(file.read_text("utf-8").replace("North,2026-W03,1,310,310", "North,2026-W03,1,130,310"), "utf-8")
    run("receive", campaign)
    ran = run("check", campaign)
    assert "areas-do-not-sum" in ran.out
    assert "130" in ran.out and "310" in ran.out
    lines = [line for line in ran.out.splitlines() if str(campaign) not in line]
    assert max(map(len, lines)) <= 80


def test_a_later_return_supersedes_and_withdrawing_it_brings_the_earlier_back(run, campaign):
    run("receive", campaign, "--received", "2026-01-25")
    later = campaign / "inbox/week-3-corrected.csv"
    later.write_text("City,Week,People vaccinated\nAlba,2026-W03,330\n", "utf-8")
    run("receive", campaign, "--received", "2026-01-27")
    subject = ("trace", campaign, "vaccinated", "--area", "Alba", "--period", "2026-W03", "--json")
    [now] = run(*subject).objects
    assert now["value"] == "330"
    assert [(cell["stated"], cell["stands"]) for cell in now["stated"]] == [("310", False), ("330", True)]
    [then] = run(*subject, "--as-of", "2026-01-26").objects
    assert then["value"] == "310"
    assert run("withdraw", campaign, "week-3-corrected.csv", "--why", "sent by mistake").code == 0
    [after] = run(*subject).objects
    assert after["value"] == "310"


def test_what_was_taken_back_counts_again_only_when_it_is_named(run, campaign):
    run("receive", campaign)
    run("withdraw", campaign, "week-3.csv", "--why", "sent by mistake")
    subject = ("trace", campaign, "vaccinated", "--area", "Alba", "--period", "2026-W03", "--json")
    assert [one["outcome"] for one in run("receive", campaign, "--json").objects] == ["known"]
    assert run(*subject).code == 13
    again = run("receive", campaign, campaign / "inbox/week-3.csv", "--json")
    assert [one["outcome"] for one in again.objects] == ["new"]
    assert run(*subject).objects[0]["value"] == "310"


def test_trace_leads_a_sum_to_its_cells(run, campaign):
    run("receive", campaign)
    [traced] = run("trace", campaign, "People vaccinated", "--period", "2026-W03", "--json").objects
    assert (traced["area"], traced["value"], traced["reported"], traced["expected"]) == ("XX", "405", 3, 3)
    assert [(cell["cell"], cell["stated"]) for cell in traced["parts"]] == [("D2", "310"), ("D3", "0"), ("D4", "95")]


def test_brief_does_all_in_one_command(run, campaign):
    ran = run("brief", campaign, "--json")
    assert ran.code == 0
    [told] = ran.objects
    assert (told["number"], told["period"], told["received"]) == (1, "2026-W03", {"new": 1})
    html = (campaign / "issues/001/briefing.html").read_text("utf-8")
    assert "405" in html
    again = run("brief", campaign, "--json").objects[0]
    assert again["number"] == 1, "a draft is replaced until it is published"


@pytest.mark.parametrize(
    "words, code, said",
    [
        (("check", "nowhere"), 13, "there is no campaign.yaml here"),
        (("check", "{campaign}", "--as-of", "yesterday"), 2, "Write it as 2014-10-31"),
        (("trace", "{campaign}", "vaccinatd", "--period", "2026-W03"), 13, "Did you mean"),
        (("trace", "{campaign}", "vaccinated", "--period", "2026-W03", "--area", "Albo"), 13, "Did you mean 'Alba'?"),
        (("withdraw", "{campaign}", "no-such.csv", "--why", "x"), 13, "is no return that counts"),
        (("explain", "areas-do-not-add"), 13, "Did you mean 'areas-do-not-sum'?"),
        (("receive", "{campaign}", "missing.csv"), 2, "missing.csv"),
        (("receive", "{campaign}", "--received", "9999-01-01"), 2, "is still to come"),
        (("brew", "{campaign}"), 2, "No such command"),
    ],
)
def test_wrong_use_names_the_remedy_and_has_its_exit_code(run, campaign, words, code, said):
    ran = run(*(word.format(campaign=campaign) for word in words))
    assert (ran.code, said in ran.err) == (code, True), ran.err


def test_a_wrong_campaign_tells_line_and_remedy_and_exits_with_10(run, campaign):
    path = campaign / "campaign.yaml"
    path.write_text(path.read_text("utf-8").replace("denominator: target_population", "denominator: target"), "utf-8")
    ran = run("check", campaign)
    assert ran.code == 10
    assert "campaign.yaml:" in ran.err
    assert "'target' is not a data element of this campaign" in ran.err
    assert "Traceback" not in ran.err


def test_explain_says_what_a_check_does(run):
    ran = run("explain", "areas-do-not-sum", "--json")
    assert ran.objects[0]["what"].startswith("Compares the figure stated for an area")
    assert len(run("explain", "--json").objects) >= 20


def test_help_names_every_command(run):
    ran = run("--help")
    for name in ("new", "form", "receive", "withdraw", "check", "trace", "brief", "explain"):
        assert f"\n  {name} " in ran.out
