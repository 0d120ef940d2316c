"""A letter placed by a prose layout: what is counted, where and when; and what must never be placed."""

import io
from decimal import Decimal

import docx
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from crossfoot.campaign import ProseLayout, read_campaign
from crossfoot.errors import CampaignError, UnreadableReturnError
from crossfoot.figures import LetterReader
from crossfoot.figures.letters.proposal import propose_letter
from crossfoot.returns import is_letter, read_letter
from crossfoot.tables import FIGURES, TROUBLES
from crossfoot.terms.passage import named_place
from crossfoot.wording.places import place_name

CAMPAIGN = """
name: Test
levels: [country, district]
calendar: {frequency: week, starts: 2014-08-01, ends: 2014-12-31}
data_elements:
  cases: {name: Cases, aliases: [cas, 病例]}
  confirmed: {name: Confirmed cases, names: {fr: Cas confirmés, zh: 确诊病例}, kind: cumulative}
  new_confirmed: {name: New confirmed cases, names: {fr: Nouveaux cas confirmés, zh: 新增确诊病例}}
  suspected: {name: New suspected cases, names: {zh: 新增疑似病例}}
  deaths: {name: Deaths, names: {fr: Décès, zh: 死亡}, disaggregations: {sex: [m, f]}}
  contacts: {name: Contacts followed, names: {fr: Contacts suivis}}
  meetings: {name: Meetings, aliases: [meetings held, 召开会议]}
  reached: {name: People reached, aliases: [受教育群众]}
  coverage: {name: Coverage, unit: percent, kind: rate}
  opium: {name: Opium seized, unit: kg, aliases: [opium]}
groups:
  two: {name: Bong and Margibi, count: 2, members: [BO, MG], open: false}
  five: {name: "5 districts including Bong and Nimba", count: 5, members: [BO, NI]}
layouts:
  letters: LAYOUT
"""
AREAS = """code,name,level,parent,aliases
GN,Guinée,country,,Guinea;Total;National
GU,Guéckédou,district,GN,
MA,Macenta,district,GN,
KE,Kérouané,district,GN,
NI,Nimba,district,GN,
BO,Bong,district,GN,
MG,Margibi,district,GN,
NE,Man,district,GN,
XA,西安,district,GN,Xi'an;Xian
SY,沈阳,district,GN,
GZ,广州,district,GN,
"""
WEEK = {"period": {"value": "2014-W41"}}


class Letter:
    """What a letter was placed as."""

    def __init__(self, placed, document):
        self.text = document.text
        self.figures = [dict(zip(FIGURES.names, row, strict=True)) for row in placed.figures]
        self.troubles = [dict(zip(TROUBLES.names, row, strict=True)) for row in placed.troubles]

    @property
    def said(self):
        """(area, data element, value as a text, qualifier) of each figure."""
        return [
            (f["area"], f["data_element"], f"{Decimal(f['value']).normalize():f}", f["qualifier"]) for f in self.figures
        ]

    @property
    def told(self):
        return [(t["kind"], t["stated"]) for t in self.troubles]


@pytest.fixture
def described(tmp_path):
    def read(**layout):
        entries = {"kind": "prose", "files": "*", "phrases": {"reached": ["educating #"]}, **layout}
        given = yaml.safe_dump(entries, allow_unicode=True, default_flow_style=True, width=10_000)
        (tmp_path / "campaign.yaml").write_text(CAMPAIGN.replace("LAYOUT", given.strip()), "utf-8")
        (tmp_path / "areas.csv").write_text(AREAS, "utf-8")
        return read_campaign(tmp_path / "campaign.yaml")

    return read


@pytest.fixture
def letter(described):
    def placed(content, *, name="letter.txt", **layout):
        campaign, tree = described(**layout)
        blob = content.encode() if isinstance(content, str) else content
        document = read_letter(blob, name)
        reader = LetterReader(campaign.layouts["letters"], campaign, tree)
        return Letter(reader.place("f" * 64, name, document), document)

    return placed


FRENCH = """Rapport de situation, préfecture de Guéckédou, 12 octobre 2014

À Guéckédou, 14 nouveaux cas confirmés et 9 décès ont été notifiés. Le cumul est de 228 cas confirmés, dont 133 décès.
À Macenta : 7 nouveaux cas confirmés. Près de 1 200 contacts suivis dans la préfecture de Kérouané.
"""
CHINESE = "截至8月29日，西安市共召开会议16500余次，受教育群众59.5万人。沈阳：新增确诊病例12例，死亡3例，新增疑似病例5例。广州市报告确诊病例约300例。"


def test_a_line_of_a_telegram(letter):
    got = letter("Xi'an, 29 August: over 16,500 meetings held, educating over 595,000.")
    assert got.said == [("XA", "meetings", "16500", "over"), ("XA", "reached", "595000", "over")]
    assert {f["period"] for f in got.figures} == {"2014-W35"}
    assert [f["hi"] for f in got.figures] == [None, None]
    assert got.figures[0]["column_name"] == "meetings held"
    assert got.figures[0]["row_name"] == "Xi'an, 29 August: over ⟦16,500⟧ meetings held, educating over 595,000."
    assert got.troubles == []


def test_a_french_report(letter):
    got = letter(FRENCH)
    assert got.said == [
        ("GU", "new_confirmed", "14", "exact"), ("GU", "deaths", "9", "exact"), ("GU", "confirmed", "228", "exact"),
        ("MA", "new_confirmed", "7", "exact"), ("KE", "contacts", "1200", "nearly"),
    ]  # fmt: skip
    assert {f["period"] for f in got.figures} == {"2014-W41"}
    # Deaths are a flow: the 133 of all time so far are told, not added to the 9 of the week.
    assert [(kind, "⟦133⟧" in stated) for kind, stated in got.told] == [("text-left-aside", True)]


def test_a_chinese_report(letter):
    got = letter(CHINESE)
    assert got.said == [
        ("XA", "meetings", "16500", "odd"), ("XA", "reached", "595000", "exact"),
        ("SY", "new_confirmed", "12", "exact"), ("SY", "deaths", "3", "exact"), ("SY", "suspected", "5", "exact"),
        ("GZ", "confirmed", "300", "about"),
    ]  # fmt: skip
    assert got.troubles == []


@pytest.mark.parametrize("text", [FRENCH, CHINESE, CHINESE.replace("，", ",\n")])
def test_every_span_reads_back_to_what_is_stated(letter, text):
    got = letter(text)
    assert got.figures
    for row in (*got.figures, *got.troubles):
        place = named_place(row["cell"])
        assert f"⟦{got.text[place.start : place.end]}⟧" in row.get("row_name", "") + row["column_name"] + row["stated"]
    for row in got.figures:
        place = named_place(row["cell"])
        assert got.text[place.start : place.end] == row["stated"]
        assert row["figure_id"] == "ffffffffffff:" + row["cell"]
        assert got.text.count("\n", 0, place.start) + 1 == row["line"]


# ---- what is counted ----
@pytest.mark.parametrize(
    "sentence",
    [
        "An increase of 30 cases was reported in Nimba.",
        "12 of the 30 confirmed cases in Nimba were health workers.",
        "In Nimba 40 cases recovered.",
        "In Nimba there were 5 suspected cases.",
        "The target for Nimba is 400 meetings.",
        "Last week 30 meetings were held in Nimba.",
        "No, there were not 12 deaths in Nimba.",
        "Nimba: 12 deaths were expected.",
        "Nimba: probable cases: 12",
        "Nimba : une hausse de 30 cas.",
        "Nimba : 12 cas de rougeole.",
        "Nimba : 12 cas sont guéris.",
        "西安市病例增加30例。",
        "西安市疑似病例12例。",
        "西安市计划召开会议400次。",
        "西安市治愈病例12例。",
        "Nimba: 12 % deaths",
        "Nimba: opium 30",
        "Nimba: coverage 95",
        "Nimba: 2 km of opium",
        "Nimba: 7 more cases than in August.",
    ],
)
def test_what_is_said_otherwise_is_told_and_not_placed(letter, sentence):
    got = letter(sentence, **WEEK)
    assert got.said == []
    assert got.told


def test_the_longest_phrase_counts(letter):
    got = letter("Nimba: 3 cases, 4 confirmed cases, 5 new confirmed cases. Deaths: 6", **WEEK)
    assert [(element, value) for _, element, value, _ in got.said] == [
        ("cases", "3"), ("confirmed", "4"), ("new_confirmed", "5"), ("deaths", "6"),
    ]  # fmt: skip


def test_a_figure_that_two_data_elements_could_take_is_a_question(letter):
    got = letter("Nimba: 12 events.", phrases={"cases": ["events"], "meetings": ["events"]}, **WEEK)
    assert got.said == []
    assert got.told == [("name-unknown", "events")]


def test_a_phrase_with_a_place_for_the_number(letter):
    phrases = {"deaths[sex=f]": ["# women among the dead"], "meetings": ["in # halls"]}
    got = letter("Nimba: 12 women among the dead, meetings in 7 halls.", phrases=phrases, **WEEK)
    assert [(f["data_element"], f["disaggregation"], f["value"]) for f in got.figures] == [
        ("deaths", "sex=f", 12), ("meetings", "", 7),
    ]  # fmt: skip


def test_a_list_takes_what_it_counts_from_the_line_that_opens_it(letter):
    got = letter("New confirmed cases by district:\n\n- Bong: 5\n- Margibi: 3\n\nDeaths:\n- Nimba: 1\n", **WEEK)
    assert got.said == [
        ("BO", "new_confirmed", "5", "exact"), ("MG", "new_confirmed", "3", "exact"), ("NI", "deaths", "1", "exact"),
    ]  # fmt: skip


def test_a_list_takes_what_it_counts_from_the_item_before(letter):
    assert [row[:3] for row in letter("- Bong: 5 cases\n- Margibi: 3\n", **WEEK).said] == [
        ("BO", "cases", "5"), ("MG", "cases", "3"),
    ]  # fmt: skip


def test_what_a_layout_leaves_aside_is_not_told(letter):
    got = letter("Nimba: 4 cases aged 12 years.", leave_aside=["aged # years"], phrases={"cases": ["# cases aged"]}, **WEEK)
    assert [row[:3] for row in got.said] == [("NI", "cases", "4")]
    assert got.told == []


def test_an_unknown_noun_is_told_with_what_may_be_meant(letter):
    got = letter("Nimba: 12 contact followed-ups.", **WEEK)
    assert got.said == []
    [row] = letter("Nimba: 12 contacts followd.", **WEEK).troubles
    assert (row["kind"], row["column_name"]) == ("name-unknown", "Nimba: ⟦12⟧ contacts followd.")
    assert row["stated"].startswith("contacts")


def test_units_are_converted(letter):
    [row] = letter("Nimba: 30 jin of opium.", **WEEK).figures
    assert (row["value"], row["unit"], row["lo"], row["hi"]) == (15, "jin", Decimal("14.75"), Decimal("15.25"))


def test_1_234_is_asked_about(letter):
    assert letter("Nimba : 1.234 cas.", **WEEK).told == [("value-unreadable", "1.234")]


def test_the_same_stated_twice_is_kept_twice(letter):
    got = letter("Nimba: 12 deaths. In all, 14 deaths were reported.", **WEEK)
    assert [(f["value"], f["occurrence"]) for f in got.figures] == [(12, 1), (14, 2)]


# ---- where ----
@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("# Nimba\n\n12 cases.", "NI"),
        ("Situation in Nimba\n\n12 cases were reported.", "NI"),
        ("# Nimba\n\n12 October 2014\n\n12 cases were reported.", "NI"),
        ("# Nimba\n\n## Numbers\n\n12 cases were reported.", "NI"),
        ("Nimba County reported 12 cases.", "NI"),
        ("12 cases were reported in NIMBA.", "NI"),
        ("12 cas dans la préfecture de Gueckedou.", "GU"),
        ("Nimba had 12 meetings. There were 3 cases.", "NI"),
        ("Bong and Margibi reported 12 cases.", "two"),
        ("12 cases were reported in Bong and Margibi.", "two"),
        ("In 5 districts including Bong and Nimba, 12 cases were reported.", "five"),
        ("National: 12 cases.", "GN"),
        ("沈阳市报告病例12例。", "SY"),
    ],
)
def test_the_nearest_name_is_the_area(letter, text, area):
    assert [row[0] for row in letter(text, **WEEK).said if row[1] == "cases"] == [area]


ENGLISH = """Dear colleagues,

Please find the weekly report of Nimba County. This week the county recorded 14 new confirmed cases (8 males and 6 females),
bringing the cumulative total to 228 confirmed cases. Of these, 9 deaths occurred, 3 of them in Bong. Compared to the previous
week (21 cases), this is a decrease of 33%. Two of the deaths were among health workers. 45 contacts were lost, 1,200 contacts
followed in Nimba and 300 in Bong. The team held 5 meetings in 4 districts; 3 more meetings are planned. In total 12 deaths and
30 cases were reported across Bong, Margibi and Nimba. Since 1 August, 40 deaths were recorded. Deaths rose from 7 to 12. Nimba
had 4 deaths against 9 deaths in Bong.

1. Surveillance: 3 cases under investigation; 2 cases discarded
2. Call 1234567 for details. Page 3 of 12. Ref. 14/2014.

On 9 October a 34-year-old man from Ganta died; he had 16 contacts.
"""
FRENCH_LIST = """Rapport hebdomadaire - Macenta, semaine 41

Situation épidémiologique
• Nouveaux cas confirmés : 3 (dont 2 à Kérouané)
• Décès : 1
• Cas suspects : 12
• Contacts suivis : 345 sur 360 (95,8 %)
• Cumul : 228 cas, 133 décès

Commentaires : 2 décès communautaires. La semaine dernière, 5 cas. Soit une hausse de 40 %. Objectif : 400 réunions.
"""
CHINESE_WEEK = "广州市本周报告：新增确诊病例12例（较上周增加3例），死亡2例，累计确诊病例300例。其中西安输入病例3例。密切接触者共计5000人。"


@pytest.mark.parametrize(
    ("text", "said", "told"),
    [
        (ENGLISH, ["NI new_confirmed 14", "NI confirmed 228", "NI contacts 1200"], 23),
        (FRENCH_LIST, ["MA new_confirmed 3", "MA deaths 1", "MA contacts 345"], 10),
        (CHINESE_WEEK, ["GZ new_confirmed 12", "GZ deaths 2", "GZ confirmed 300"], 3),
    ],
)
def test_of_a_weekly_report_only_what_is_sure_is_taken(letter, text, said, told):
    """Everything else with a number in it is told with its sentence; none is lost, and none is in a wrong place."""
    got = letter(text, area={"value": "Nimba"}, **WEEK)
    assert [f"{area} {element} {value}" for area, element, value, _ in got.said] == said
    assert len(got.troubles) == told


@pytest.mark.parametrize(
    "text",
    [
        "12 cases were reported.",  # nobody says where
        "12 cases were reported in Monrovia.",  # nobody knows it
        "12 cases were reported in Nimba and Bong.",  # no group of the campaign
        "Nimba had no news. Bong neither. There were 12 cases.",  # one of the two
        "# Nimba\n\nNo news.\n\n# Other districts\n\n12 cases were reported.",
        "Total cases: 12.",
        "National Vaccination Day: 12 cases.",
        "Bongo reported 12 cases.",  # no name inside a longer word
        "The man reported 12 cases.",  # the word, not the district
        "NE reported 12 cases.",  # a code is no name in a text
    ],
)
def test_a_place_that_is_not_sure_is_asked_about(letter, text):
    got = letter(text, **WEEK)
    assert got.said == []
    assert any(kind == "name-unknown" for kind, _ in got.told)


def test_a_letter_has_an_area_of_its_own(letter):
    text = "12 cases were reported. In Bong, 5 cases were reported. In Monrovia, 7 cases were reported."
    for area, name in (({"value": "Nimba"}, "x.txt"), ({"file_name": "_([a-z]+)"}, "41_nimba.txt")):
        got = letter(text.replace("\n", "\n\n"), area=area, name=name, **WEEK)
        assert got.said == [("NI", "cases", "12", "exact"), ("BO", "cases", "5", "exact")]
        assert got.told == [("name-unknown", "Monrovia")]


def test_a_layout_gives_names_of_its_own(letter):
    got = letter("The capital district reported 12 cases.", area_names={"the capital district": "GZ"}, **WEEK)
    assert got.said == [("GZ", "cases", "12", "exact")]


# ---- when ----
@pytest.mark.parametrize(
    ("opening", "period"),
    [
        ("Nimba, 12 October 2014", "2014-W41"),
        ("Nimba, October 12, 2014", "2014-W41"),
        ("Nimba, 12 October", "2014-W41"),
        ("Nimba, semaine 41", "2014-W41"),
        ("Nimba, week 41 of 2014", "2014-W41"),
        ("Nimba 2014-W41", "2014-W41"),
        ("Nimba 2014-10-12", "2014-W41"),
        ("Nimba, 2014年10月12日", "2014-W41"),
        ("Nimba, October 2014", "2014-10"),
    ],
)
def test_the_date_of_a_letter_is_its_period(letter, opening, period):
    assert [f["period"] for f in letter(f"{opening}\n\n12 cases were reported.").figures] == [period]


def test_two_dates_tell_no_period(letter):
    got = letter("Nimba, 12 October 2014\n\nYours of 3 September 2014.\n\n12 cases were reported.")
    assert got.said == []
    assert got.told == [("period-unreadable", "12 October 2014 / 3 September 2014")]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("As of 11 October 2014, 12 confirmed cases were reported.", "2014-W41"),
        ("12 meetings were held in five days.", "P5D"),
        ("12 cases were reported in September 2014.", "2014-09"),
        ("12 cases were reported during the campaign.", "2014-12"),
    ],
)
def test_a_sentence_may_be_about_another_time(letter, sentence, period):
    got = letter(f"Nimba\n\n{sentence}", period_names={"during the campaign": "2014-12"}, **WEEK)
    assert [f["period"] for f in got.figures if f["value"] == 12] == [period]


@pytest.mark.parametrize("words", ["on 8 October 2014", "since 1 August 2014", "before the campaign"])
def test_a_time_that_is_not_the_letters_is_asked_about(letter, words):
    got = letter(f"Nimba\n\n12 cases were reported {words}.", **WEEK)
    assert got.said == []
    assert [kind for kind, _ in got.told][:1] == ["period-unreadable"]


# ---- files ----
def test_a_docx_and_an_html_letter(letter):
    document = docx.Document()
    document.add_heading("Nimba, 12 October 2014")
    document.add_paragraph("12 cases were reported.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Deaths", "7"
    out = io.BytesIO()
    document.save(out)
    html = "<html><h1>Nimba, 12 October 2014</h1><p>12 cases were reported.</p></html>"
    for content, name in ((out.getvalue(), "a.docx"), (html.encode(), "a.html")):
        assert is_letter(content, name)
        got = letter(content, name=name)
        assert got.said == [("NI", "cases", "12", "exact")]
        assert [kind for kind, _ in got.told] == (["text-left-aside"] if name == "a.docx" else [])


def pdf(*pages):
    """A PDF with one line of text on each page, as small as one can be."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for line in pages:
        stream = f"BT /F1 12 Tf 72 700 Td ({line}) Tj ET".encode()
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % len(objects)
        )
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    tail = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return out + tail % (len(objects) + 1, table, len(objects) + 1, len(out))


def test_a_pdf_tells_the_page(letter):
    got = letter(pdf("Nimba, 12 October 2014", "In Nimba, 12 cases were reported."), name="a.pdf")
    [row] = got.figures
    assert (row["area"], row["value"]) == ("NI", 12)
    assert row["cell"].startswith("p2:")
    place = named_place(row["cell"])
    assert got.text[place.start : place.end] == "12"
    assert place_name(row["cell"], "en") == f"page 2, characters {place.start}-{place.end}"


def test_a_mail_and_what_it_quotes(letter):
    mail = (
        "From: a@example.org\r\nSubject: =?utf-8?q?Situation_in_Gu=C3=A9ck=C3=A9dou?=\r\n"
        "Date: Sun, 12 Oct 2014 18:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n9 d=C3=A9c=C3=A8s.\r\n\r\n> 4 d=C3=A9c=C3=A8s\r\n"
    )
    got = letter(mail.encode(), name="a.eml")
    assert got.said == [("GU", "deaths", "9", "exact")]
    assert got.told == [("text-left-aside", "> 4 décès")]


def test_a_telegram_in_capitals(letter):
    got = letter("NIMBA 12 OCT 2014 STOP 12 NEW CONFIRMED CASES STOP 3 DEATHS STOP")
    assert got.said == [("NI", "new_confirmed", "12", "exact"), ("NI", "deaths", "3", "exact")]


def test_a_letter_in_an_old_encoding(letter):
    got = letter(CHINESE.encode("gb18030"))
    assert len(got.said) == 6


@pytest.mark.parametrize("content", [b"", b" \n", b"PK\x03\x04 torn", b"%PDF-1.7 torn", b"12 ca\0ses"])
def test_a_damaged_letter_is_refused_with_its_reason(content):
    with pytest.raises(UnreadableReturnError):
        read_letter(content, "a.txt" if b"PK" not in content else "a.docx")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Nimba", "Bong", ":", "12", "1,234", "cases", "and", "de", "，", "西安", "例", "\n", "- ", "(", ")", "\u202e", "%",
             "P5D", "including", ">", "|", "week 99", "31 February", "99999999999999999999999999999999", "⟦", "\x00"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_no_text_breaks_the_reader(tmp_path_factory, pieces):
    folder = tmp_path_factory.mktemp("letter")
    (folder / "campaign.yaml").write_text(CAMPAIGN.replace("LAYOUT", "{kind: prose, files: '*'}"), "utf-8")
    (folder / "areas.csv").write_text(AREAS, "utf-8")
    campaign, tree = read_campaign(folder / "campaign.yaml")
    text = " ".join(pieces)
    try:
        document = read_letter(text.encode(), "a.txt")
    except UnreadableReturnError:
        assert "\0" in text or not text.strip()
        return
    placed = LetterReader(campaign.layouts["letters"], campaign, tree).place("f" * 64, "a.txt", document)
    for row in placed.figures:
        got = dict(zip(FIGURES.names, row, strict=True))
        place = named_place(got["cell"])
        assert document.text[place.start : place.end] == got["stated"]
        assert abs(got["value"]) < 10**26


# ---- layouts ----
@pytest.mark.parametrize(
    ("layout", "said"),
    [
        ({"area": {"column": "Place"}}, "names no place that a letter has"),
        ({"phrases": {"casess": ["cases"]}}, "is not a data element"),
        ({"phrases": {"cases": ["# and #"]}}, "is no phrase"),
        ({"phrases": {"cases": ["#"]}}, "is no phrase"),
        ({"period_names": {"then": "soon"}}, "is no period"),
        ({"area_names": {"there": "XX"}}, "is not an area"),
        ({"header_row": 3}, "Extra inputs"),
    ],
)
def test_a_wrong_layout_is_told_at_its_line(described, layout, said):
    with pytest.raises(CampaignError) as caught:
        described(**layout)
    [problem] = [p for p in caught.value.problems if said in p.trouble]
    assert problem.line == 20


def test_a_layout_is_proposed_for_a_letter(described):
    campaign, tree = described()
    text = "12 October 2014\n\n12 cases were reported. 3 dogs were seen."
    proposal = propose_letter("nimba.txt", read_letter(text.encode(), "nimba.txt"), campaign, tree)
    assert proposal.shape == {"kind": "prose", "files": "nimba.txt", "area": {"file_name": r"([^\W\d_]+)"}}
    assert (proposal.figures, proposal.unread) == (1, 1)
    assert [one.stated for one in proposal.unplaced] == ["dogs"]
    ProseLayout.model_validate(proposal.shape)
