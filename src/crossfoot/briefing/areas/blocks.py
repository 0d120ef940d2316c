"""The parts of an area's page: what it sent, its figures, its standing, its findings."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction

from crossfoot.briefing.adding_up import entry_of, sentence_runs
from crossfoot.briefing.areas.gathered import Gathered, Standing
from crossfoot.briefing.desk import Desk, rounded
from crossfoot.briefing.document import Block, Column, Fold, Inline, Listing, Prose, Row, Run, Table, Text
from crossfoot.briefing.evidence import Part, phrase
from crossfoot.briefing.faults import Fault
from crossfoot.briefing.lookup import Subject
from crossfoot.briefing.overview import key_elements, key_subject, name_of
from crossfoot.campaign.description import Indicator
from crossfoot.wording.dates import day_name
from crossfoot.wording.messages import levels_of, word
from crossfoot.wording.numbers import format_number

MOST_FIGURES = 24  # rows of the table of figures
MOST_OWED = 12  # returns named that have not come in
MOST_FILES = 6  # files named
MOST_TOLD = 3  # findings told in full; the next ones are folded away
MOST_FOLDED = 20  # findings folded away; of any more the issue itself tells
NEAR = Decimal("0.000001")  # the tables keep six decimals


def sent_blocks(desk: Desk, area: str, gathered: Gathered) -> list[Block]:
    """Return what the area sent: returns received and in time, what is owed, what was left blank, and the files."""
    language = desk.language
    sent = gathered.sent.get(area)
    out: list[Block] = []
    if sent is None or not sent.expected:
        out.append(Prose((Text(word("area.nothing_due", language)),)))
    else:
        counts = {name: getattr(sent, name) for name in ("expected", "received", "on_time", "filled", "asked")}
        gaps = {n: desk.count(f"sent/{area}/{n}", word(f"area.{n}", language), c, "sent") for n, c in counts.items()}
        out.append(Prose(phrase("limits.returns", language, sent.expected, **_only(gaps, 3))))
        if sent.asked:
            out.append(Prose(phrase("area.filled_in", language, filled=gaps["filled"], asked=gaps["asked"])))
    out += _owed(desk, area, gathered)
    blank = [name_of(desk, code) for code in gathered.blank.get(area, ())]
    if blank:
        out.append(Prose((Text(word("area.blank", language).format(names=", ".join(blank))),)))
    return [*out, *_files(desk, area, gathered)]


def _only(gaps: dict[str, Inline], count: int) -> dict[str, Inline]:
    return dict(list(gaps.items())[:count])


def _owed(desk: Desk, area: str, gathered: Gathered) -> list[Block]:
    """The returns that have not come in; those of places below the area with the place's name."""
    owed, language = gathered.owed.get(area, []), desk.language
    if not owed:
        return []
    items: list[tuple[Block, ...]] = []
    for one in owed[:MOST_OWED]:
        gaps = {"period": desk.book.period_name(one.period), "due": day_name(one.due, language)}
        key = "area.owed" if one.area == area else "limits.missing"
        items.append((Prose((Text(word(key, language).format(area=desk.lookup.area_name(one.area), **gaps)),)),))
    if len(owed) > MOST_OWED:
        items.append((Prose((Text(word("limits.more", language).format(count=len(owed) - MOST_OWED)),)),))
    count = (Text(format_number(Decimal(len(owed)), language), strong=True),)
    return [Prose(phrase("limits.not_received", language, len(owed), count=count)), Listing(tuple(items))]


def _files(desk: Desk, area: str, gathered: Gathered) -> list[Block]:
    """The files with figures about the area itself, each with the day on which it came."""
    sources, language = desk.lookup.sources(), desk.language
    ids = [i for i in gathered.files.get(area, ()) if not sources[i].described and not sources[i].accepted]
    if not ids:
        return []
    told = [f"{sources[i].name} ({day_name(sources[i].received_at.date(), language)})" for i in ids[-MOST_FILES:]]
    shown = ", ".join(told) + (" …" if len(ids) > MOST_FILES else "")
    return [Prose((Text(word("area.files", language).format(files=shown)),), "note")]


def figure_blocks(desk: Desk, area: str) -> list[Block]:
    """Return a table of the area's figures of the period, each with its change since the period before."""
    campaign, language = desk.issue.campaign, desk.language
    codes = [*key_elements(desk), *campaign.indicators, *campaign.equivalents]
    codes += [c for c, e in campaign.data_elements.items() if not e.from_areas]
    told = [code for code in dict.fromkeys(codes) if _is_told(desk, code, area)]
    rows = tuple(_figure_row(desk, code, area) for code in told[:MOST_FIGURES])
    if not rows:
        return [Prose((Text(word("area.no_figures", language)),))]
    heads = (("figure", False), ("value", True), ("change", False))
    columns = tuple(Column((Text(word(f"area.{head}", language)),), numeric) for head, numeric in heads)
    caption = (Text(f"{desk.lookup.area_name(area)}, {desk.book.period_name(desk.issue.period.code)}"),)
    left = len(told) - len(rows)
    more = [Prose((Text(word("limits.more", language).format(count=left)),), "note")] if left > 0 else []
    return [Table(caption, columns, rows, kind="figures"), *more]


def _is_told(desk: Desk, code: str, area: str) -> bool:
    period = desk.issue.period.code
    if code in desk.issue.campaign.indicators:
        found = desk.lookup.ratio(code, area, period)
        return found is not None and found.value is not None
    about = _subject(desk, code, area)
    rolled = desk.lookup.rolled(about)
    if rolled is not None and (rolled.value is not None or rolled.reported):  # reported, but how much is withheld
        return True
    return desk.lookup.stated(about)[0] not in ("", "missing")


def _subject(desk: Desk, code: str, area: str) -> Subject:
    return desk.subject(code, area, disaggregation=key_subject(desk, code).disaggregation)


def _figure_row(desk: Desk, code: str, area: str) -> Row:
    name: Inline = (Text(name_of(desk, code)),)
    if code in desk.issue.campaign.indicators:
        return Row((name, desk.indicator(code, area).whole, ()))
    about = _subject(desk, code, area)
    printed = desk.figure(about)
    return Row((name, printed.whole, desk.change(about).whole if printed.value is not None else ()))


def standing_blocks(desk: Desk, area: str, gathered: Gathered) -> list[Block]:
    """Return how each indicator of the area stands among its peers, with what its size makes likely."""
    found = gathered.peers.get(area, {})
    codes = [code for code in desk.issue.campaign.indicators if code in found]
    items = [(Prose(_standing(desk, area, code, found[code])),) for code in codes]
    if not items:
        return []
    return [Listing(tuple(items)), Prose((Text(word("area.peers_note", desk.language)),), "note")]


def _standing(desk: Desk, area: str, code: str, told: Standing) -> Inline:
    """One indicator: the area's value, that of its peers together, the limits, and where the area is."""
    language, lookup = desk.language, desk.lookup
    described = desk.issue.campaign.indicators[code]
    peers = [c for c in lookup.children(told.parent) if lookup.ratio(code, c, desk.issue.period.code) is not None]
    level = lookup.level_of(told.parent, len(peers))
    gaps: dict[str, Inline] = {
        "name": (Text(desk.indicator_name(code), strong=True),),
        "number": desk.indicator(code, area).whole,
        "places": (Text(levels_of(level, language) if level else word("places", language)),),
        "parent": (Text(lookup.area_name(told.parent)),),
        "together": _together(desk, area, code, told, peers),
    }
    out: list[Run] = list(phrase("area.peer", language, **gaps))
    if told.lo is not None and told.hi is not None:
        lo = _limit(desk, area, code, told, told.lo.quantize(_step(described), ROUND_FLOOR), "lo")
        hi = _limit(desk, area, code, told, told.hi.quantize(_step(described), ROUND_CEILING), "hi")
        out += [Text(" "), *phrase(f"area.stands.{told.standing}", language, lo=lo, hi=hi)]
    if described.target is not None:
        key = "area.target.open" if told.below_target else "area.target.reached"
        target = format_number(described.target, language) + desk.percent(described)
        out += [Text(" "), Text(word(key, language).format(target=target))]
    return tuple(out)


def _step(described: Indicator) -> Decimal:
    return Decimal(1).scaleb(-described.decimals)


def _together(desk: Desk, area: str, code: str, told: Standing, peers: list[str]) -> Inline:
    """The indicator of all the peers; its two sums are its evidence where they make just that."""
    described, language = desk.issue.campaign.indicators[code], desk.language
    ratios = [r for c in peers if (r := desk.lookup.ratio(code, c, desk.issue.period.code)) is not None]
    above = sum((r.numerator or Decimal(0) for r in ratios), Decimal(0))
    below = sum((r.denominator or Decimal(0) for r in ratios), Decimal(0))
    value = rounded(Fraction(told.of_peers), described.decimals)
    parts: tuple[Part, ...] = ()
    if below and abs(Fraction(above) * described.factor / Fraction(below) - Fraction(told.of_peers)) <= Fraction(NEAR):
        value = rounded(Fraction(above) * described.factor / Fraction(below), described.decimals)
        parts = tuple(
            Part(" + ".join(map(desk.code_name, codes)), format_number(total, language))
            for codes, total in ((described.numerator, above), (described.denominator, below))
        )
    text = format_number(value, language, described.decimals) + desk.percent(described)
    parent = desk.lookup.area_name(told.parent)
    title = word("area.of_peers", language).format(name=desk.indicator_name(code), parent=parent)
    how = "how.percent" if described.factor == 100 else "how.ratio"  # noqa: PLR2004 - per cent
    return desk.derived(f"peers/{code}/{area}", title, value, text, how, parts) if parts else (Text(text),)


def _limit(desk: Desk, area: str, code: str, told: Standing, value: Decimal, end: str) -> Inline:
    """An end of the funnel at 95 %, rounded outwards; it follows from the peers' value and the area's size."""
    described = desk.issue.campaign.indicators[code]
    text = format_number(value, desk.language, described.decimals) + desk.percent(described)
    title = word("area.limit", desk.language).format(name=desk.indicator_name(code))
    found = desk.lookup.ratio(code, area, desk.issue.period.code)
    size = found.denominator if found is not None and found.denominator is not None else Decimal(0)
    below = Part(" + ".join(map(desk.code_name, described.denominator)), format_number(size, desk.language))
    entry = desk.book.find(f"peers/{code}/{area}")
    centre = [Part(entry.title, entry.text, entry.anchor)] if entry is not None else []
    return desk.derived(f"limit/{code}/{area}/{end}", title, value, text, "how.limit", (*centre, below))


def fault_blocks(desk: Desk, area: str, gathered: Gathered) -> list[Block]:
    """Return the findings about the area's figures: those of the period first, the worst in full, the rest folded."""
    found = gathered.faults.get(area, [])
    if not found:
        return [Prose((Text(word("area.holds", desk.language)),))]
    told = [entry_of(desk, fault) for fault in found[:MOST_TOLD]]
    items = [_in_short(desk, fault) for fault in found[MOST_TOLD : MOST_TOLD + MOST_FOLDED]]
    if not items:
        return list(told)
    count = len(found) - MOST_TOLD
    rest: list[Block] = [Listing(tuple(items))]
    if count > len(items):
        rest.append(Prose((Text(word("limits.more", desk.language).format(count=count - len(items))),), "note"))
    said: Inline = (Text(format_number(Decimal(count), desk.language)),)
    return [*told, Fold(phrase("area.more_faults", desk.language, count, count=said), tuple(rest))]


def _in_short(desk: Desk, fault: Fault) -> tuple[Block, ...]:
    """A finding as a sentence, with its first cell; its numbers are in that sentence alone."""
    runs: list[Run] = list(sentence_runs(desk, fault, {}))
    cells = desk.faults.proofs.get(fault.key, [])
    if cells:
        runs += [Text(" ("), desk.book.place_of(cells[0][1]), Text(")")]
    return (Prose(tuple(runs)),)
