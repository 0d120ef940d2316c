"""English: the words around figures."""

from crossfoot.prose.languages.language import Language
from crossfoot.terms.figure import Qualifier


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_MONTHS = "january february march april may june july august september october november december".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
_PARTS = {word: n for n, word in enumerate(_ORDINALS, 1) if n > 2}  # noqa: PLR2004 - "second" is an ordinal only
_PARTS |= {word: 10 * n for n, word in enumerate(_TENTHS, 2)}
_PARTS |= {"hundredth": 100, "thousandth": 1000, "millionth": 10**6}

_BEFORE = {
    Qualifier.OVER: "over|more than|greater than|larger than|higher than|above|well over|well above|in "
    "excess of|"
    "exceeding|exceeds|exceeded|exceed|upwards of|upward of|far more than|beyond|surpassing|surpassed|topped|"
    "older than|longer than|better than|bigger than|no less than the|just over|"
    "slightly more than|slightly over|slightly above|a little over|a little more than|a bit more than|"
    "just above|just more than",
    Qualifier.AT_LEAST: "at least|no fewer than|not fewer than|no less than|not less than|a minimum of|"
    "minimum of|"
    "minimum|equal to or greater than|greater than or equal to|more than or equal to|from at "
    "least|starting at|"
    "as little as|as few as",
    Qualifier.UNDER: "under|less than|fewer than|below|lower than|smaller than|well under|well below|"
    "younger than|"
    "shorter than|short of|not even|cheaper than",
    Qualifier.AT_MOST: "at most|up to|as many as|as much as|no more than|not more than|a maximum of|"
    "maximum of|"
    "maximum|at the most|not exceeding|less than or equal to|equal to or less than|as high as|as far as|"
    "to a maximum of|within|no greater than|no later than|no longer than|a high of|as long as|as large as",
    Qualifier.ABOUT: "about|around|approximately|approx|approx.|roughly|some|circa|ca|ca.|c.|an "
    "estimated|estimated|"
    "estimated at|close to|in the region of|in the order of|on the order of|of the order of|in the "
    "vicinity of|"
    "somewhere around|an average of about|round about|more or less|or so|near|nearer to|estimated to be|"
    "in the neighborhood of|to about|to around|an approximate|plus or minus|plus-or-minus",
    Qualifier.NEARLY: "nearly|almost|just under|slightly under|slightly less than|slightly below|just below|"
    "approaching|not quite|just short of|a little under|a little less than|just less than|virtually|"
    "close on|practically|just shy of|shy of|nearing|slightly fewer than|just fewer than",
    Qualifier.ONLY: "only|just|merely|a mere|barely|solely|a modest|no other than",
    Qualifier.EXACT: "exactly|precisely|a total of|total of|a record|equal to|equals|a full",
}
_AFTER = {
    Qualifier.AT_LEAST: "or more|or over|or above|or greater|or higher|and above|and over|and more|or older|"
    "and older|and up|or better|or longer|at least|at the least|minimum|plus",
    Qualifier.AT_MOST: "or less|or fewer|or under|or below|and below|or lower|or younger|and under|at "
    "most|and younger|"
    "maximum|at the most|or smaller",
    Qualifier.ABOUT: "or so|or thereabouts|approximately|on average approximately|ish|more or less|approx",
    Qualifier.ODD: "odd",
}


def _qualifiers(groups: dict[Qualifier, str]) -> dict[str, Qualifier]:
    return {phrase: qualifier for qualifier, phrases in groups.items() for phrase in phrases.split("|")}


ENGLISH = Language(
    code="en",
    units={word: n for n, word in enumerate(_UNITS)} | {"naught": 0, "nought": 0},
    tens={word: 10 * n for n, word in enumerate(_TENS, 2)} | {"fourty": 40},
    wide_tens=frozenset(),
    hundred=_words("hundred hundreds"),
    scales={
        "thousand": 3, "thousands": 3, "million": 6, "millions": 6, "billion": 9, "billions": 9,
        "trillion": 12,
        "trillions": 12, "quadrillion": 15, "lakh": 5, "lakhs": 5, "lac": 5, "lacs": 5, "lkh": 5, "lkhs": 5,
        "crore": 7, "crores": 7, "krore": 7, "krores": 7, "koti": 7, "mn": 6, "mln": 6, "mio": 6, "mm": 6,
        "bn": 9, "bln": 9, "tn": 12, "trn": 12,
    },
    dozens={"dozen": 12, "dozens": 12, "score": 20, "gross": 144, "dzs": 12, "dz": 12},
    articles=_words("a an"),
    joiners=_words("and &"),
    decimal_words=_words("point"),
    parts=_PARTS | {word + "s": n for word, n in _PARTS.items()} | {"quarter": 4, "quarters": 4},
    halves=_words("half halves"),
    nil=_words("nil"),
    vague=_words(
        "dozens hundreds thousands millions billions lakhs crores scores tens several few many "
        "numerous couple"
    ),
    pronouns=_words("one"),
    not_before_pronoun=_words(
        "no any every each some this that which the another last first other only-one everyone "
        "anyone someone "
        "these those right wrong same loved good bad big little new old next whichever if when "
        "because how where "
        "while as although since whether unless but"
    ),
    not_after_pronoun=_words(
        "another another's another’s can could should may might must would will cannot knows thing "
        "off-one by "
        "is was has had does did wants"
    ),
    minus=_words("minus negative"),
    before=_qualifiers(_BEFORE),
    after=_qualifiers(_AFTER),
    range_words=_words("to through thru till until"),
    between=_words("between"),
    range_and=_words("and"),
    range_from=_words("from"),
    change=_words(
        "rose rise rises risen rising fell fall falls fallen falling increased increase increases increasing "
        "decreased decrease decreases decreasing dropped drop drops dropping grew grow grows grown "
        "growing went go "
        "declined decline declines declining climbed climb jumped jump jumps soared surged cut "
        "reduced reduce "
        "reducing raised raise raising up down changed change changing moved move widened narrowed improved "
        "slipped slid slowed shrank shrunk doubled tripled plunged plummeted upgraded lowered "
        "boosted expanded "
        "extended lifted revised advanced edged slumped swelled dwindled accelerated eased tumbled turned"
    ),
    percent=("percent", "per cent", "pct", "percentage", "pc", "per-cent", "per hundred"),
    points=(
        "percentage points", "percentage point", "percent points", "percentage-points",
        "percentage-point", "pp",
        "ppt", "pps", "ppts", "% points", "%-points", "per cent points", "p.p.", "pct points", "% point",
    ),
    per=_words("per"),
    out_of=("out of", "in every", "of every", "out of every", "of", "in"),
    fold=_words("fold"),
    months={word: n for n, word in enumerate(_MONTHS, 1)}
    | {word[:3]: n for n, word in enumerate(_MONTHS, 1)}
    | {"sept": 9},
    weekdays=_words(
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
    ),
    year_before=_words(
        "in since year years until till before after by from during through of for early late mid "
        "fiscal fy summer "
        "winter spring autumn fall season circa around to and between as at ended ending copyright c "
        "born model "
        "class than versus vs back on"
    ),
    time_after=_words("am pm a.m p.m hrs gmt utc o'clock hours"),
    lengths={
        "second": "S", "seconds": "S", "minute": "M", "minutes": "M", "hour": "H", "hours": "H", "day": "D",
        "days": "D", "week": "W", "weeks": "W", "month": "m", "months": "m", "year": "Y", "years": "Y",
    },
    period_before=(
        "as of", "as at", "as on", "since", "during", "in the last", "in the past", "over the past",
        "over the last",
        "in the previous", "before", "after", "until", "between", "from", "in", "on", "for", "within",
        "by", "over",
        "through",
    ),
    references=_words(
        "section sections sec secs sect sects expression expressions § §§ chapter chapters page "
        "pages p pp pg pgs table tables figure figures fig figs "
        "article articles art paragraph paragraphs para paras annex appendix appendices equation "
        "equations eq eqs "
        "eqn eqns no no. nos number nr nrs n° nº n issue issues volume volumes vol vols resolution "
        "resolutions "
        "report ref refs reference references note notes item items line lines step steps box boxes "
        "part parts "
        "exhibit clause bulletin circular act law bill decree form rule rules question questions "
        "scheme schemes "
        "example examples experiment theorem lemma proposition definition supplementary slide chart "
        "panel footnote "
        "release episode docket case-no id isbn issn doi pmid pmc claim claims titled schedule sitrep "
        "version versions v algorithm corollary remark"
    ),
    named=_words(
        "zone zones ward wards route highway road street avenue room gate platform flight channel "
        "psalm verse day "
        "days week weeks month phase phases stage stages grade grades type types class category "
        "level levels group "
        "groups round rounds tier cohort arm site sample region district sector area lot block unit "
        "floor studio "
        "apollo flight division model system generation world-war pope king queen louis "
        "season seasons "
        "quarter apartment apt suite building hole lap game match heat lane race track tank pier "
        "pump reactor "
        "group-of formula area proposition prop size no-name quarter-final h top chromosome exon "
        "residue residues "
        "position positions patient subject case scenario option exit article interstate cluster "
        "dataset mode "
        "activity strategy state protocol terminal dome bed borehole drillhole station ligue matchday vision "
        "agenda junction expedition compound simulation embodiment column subsection"
    ),
    ordinal_suffixes=_words("st nd rd th"),
    ordinals={word: n for n, word in enumerate(_ORDINALS, 1)}
    | {word: 10 * n for n, word in enumerate(_TENTHS, 2)}
    | {"hundredth": 100, "thousandth": 1000},
    stops=_words(
        "a an the of in on at to for from by with within without into onto over under above below "
        "between among "
        "across against along after before during since until till through throughout toward towards "
        "via about "
        "around and or but nor so yet as than that which who whom whose where when while if because "
        "although though "
        "unless whether this these those it its they them their he she his her him we us our you "
        "your i my me what "
        "not no also too very just only even still already now then thus hence however therefore "
        "respectively each "
        "both either neither all any some such per out up off down away back again once twice more "
        "less there here "
        "including excluding include includes included except plus minus versus vs despite like "
        "unlike compared ago "
        "later earlier apart together annually daily monthly yearly nationwide worldwide overall "
        "respectively "
        "yesterday today tomorrow tonight last next same according due because amid upon beyond "
        "inside outside "
        "near behind beneath beside besides alone instead rather quite almost nearly approximately "
        "roughly is are "
        "further well currently recently previously meanwhile abroad elsewhere altogether total et "
        "al e g i.e "
        "against amongst alongside whereas until unlike fewer lower higher larger smaller greater better worse "
        "shorter longer younger older faster slower bigger cheaper prior corresponds correspond "
        "corresponding indicates indicate indicating suggests suggest represents represent requires require "
        "becomes exists occurs implies depends "
        "varies exceeds contains provides consists remains appears belongs gives yields equals means leads "
        "wouldn couldn shouldn didn doesn don isn aren wasn weren haven hasn hadn"
    ),
    verbs=_words(
        "is are was were be been being am has have had having do does did done will would shall "
        "should can could "
        "may might must ought held made said says say told tell reported reports found find showed "
        "shown show died "
        "die dies killed injured arrested seized received receive took take taken takes gave give "
        "given gives got "
        "get gets went go goes gone came come comes became become saw see seen sold sell bought buy "
        "left lost won "
        "met set put kept keep led felt ran run began begin begun stood lie lay remained remain "
        "remains continue "
        "continued needed need needs live lives lived work worked works visited attended "
        "participated recovered "
        "tested treated affected displaced infected vaccinated registered enrolled identified "
        "detected conducted "
        "used using use completed distributed administered destroyed damaged received trained "
        "reached reach wide "
        "tall high long deep thick old away worth apiece earn earned paid pay spent spend cost costs "
        "rose fell "
        "provided seemed seem want wanted wants voted vote moved followed added add brought built "
        "sent stayed "
        "apply applied cast fled flee underwent undergo participate occurred occur belong belonged belongs "
        "born missing confirmed-dead dead wounded hospitalised hospitalized caught thought know believe "
        "believed agreed agree refused signed expected accounted accounting represent represented represents "
        "representing compared tend consist consisted consists contain contained containing aged "
        "living being "
        "working making raising bringing costing ranging leading causing totalling totaling "
        "educating reaching"
    ),
    plurals=_words(
        "people children men women cattle police persons data media criteria phenomena bacteria feet "
        "teeth mice geese "
        "sheep fish deer aircraft spacecraft species series personnel staff households livestock "
        "poultry youth folk "
        "fishermen policemen firefighters countrymen businessmen congressmen schoolchildren grandchildren "
        "servicemen chairmen sportsmen lawmen craftsmen"
    ),
    singulars=_words(
        "sales arms sports news human-rights rights physics mathematics economics politics gas bus "
        "glass class "
        "mass loss business process access address congress progress success illness witness various "
        "previous "
        "serious religious dangerous famous virus status census campus bonus focus corpus basis "
        "crisis analysis "
        "diagnosis this thus yes us is was has does its his homeless across plus less series species "
        "overseas "
        "savings goods customs systems operations communications services jobs drugs women's men's "
        "children's "
        "extra-pulmonary tuberculosis tetanus measles diabetes rabies rickets mumps hepatitis "
        "meningitis previous "
        "cross press boss grass brass dress stress express wireless hazardous numerous continuous indigenous "
        "infectious suspicious contiguous simultaneous homogeneous heterogeneous spontaneous anonymous "
        "autonomous venous intravenous aqueous tremendous simultaneous nervous conscious obvious curious"
    ),
    multiples={word + "fold": n for n, word in enumerate(_UNITS) if n}
    | {word + "fold": 10 * n for n, word in enumerate(_TENS, 2)}
    | {"hundredfold": 100},
    adjectives=_words(
        "daily monthly yearly total overall past further less lower higher larger smaller better worse shorter longer "
        "younger older faster slower bigger fewer inside outside"
    ),
    further=_words("more fewer further additional extra"),
    befallen=_words(
        "dead missing homeless killed injured wounded hurt arrested detained infected affected displaced hospitalised "
        "hospitalized vaccinated tested treated registered enrolled recovered confirmed suspected rescued evacuated "
        "unemployed charged sentenced stranded trapped died participated visited attended identified detected "
        "destroyed damaged trained conducted completed distributed administered received seized reported reached"
    ),
    foretold=_words("expected forecast forecasted predicted anticipated estimated projected hoped"),
    alone=_words("times points others people percent"),
    latest=_words("last past next previous other remaining top final"),
    to=_words("to in by at for on"),
    of=_words("of"),
    determiners=_words("the these those its their his her our your my this that all a an"),
    at=_words("in at from near across throughout within around outside of for"),
    nationwide=(
        "nationwide", "across the country", "throughout the country", "in the country", "national total",
        "the whole country", "countrywide", "all over the country", "country-wide",
    ),
    telltale=_words(
        "the of and to in is that for was on are with as by at from be this have were which been "
        "their has had not "
        "will its than over more but cases deaths"
    ),
)  # fmt: skip
