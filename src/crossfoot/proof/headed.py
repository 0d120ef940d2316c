"""What the heads of a table say about its cells: what is counted, where, when."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from crossfoot.documents import Block
from crossfoot.prose import Reading
from crossfoot.prose.languages.places import COUNTRIES

AREA_HEAD = re.compile(
    r"\b(?:count(?:y|ies)|districts?|prefectures?|préfectures?|regions?|régions?|provinces?|countr(?:y|ies)|pays|"
    r"states?|zones?|areas?|communes?|villes?|cit(?:y|ies)|towns?|villages?|sites?|facilit(?:y|ies)|hospitals?|"
    r"hôpita(?:l|ux)|structures?|cte|etu|camps?|localités?|départements?|lga|governorates?|locations?|lieux?|"
    r"antennes?|woredas?|chiefdoms?)\b|地区|地區|省份?|城市|县区|县|區|国家|國家|单位|单位名称|医院|州市",
    re.IGNORECASE,
)
PERIOD_HEAD = re.compile(
    r"(?:epi[- ]?)?(?:weeks?|wk|semaines?|sem|s|w|months?|mois|year|année|第)\s?\.?\s?\d{1,2}\s?[周月季]?(?:\s\(.*\))?|"
    r"(?:19|20)\d\d年?|\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?|(?:19|20)\d\d-\d\d(?:-\d\d)?|"
    r"(?:\d{1,2}\s)?(?:jan(?:uary|vier|v)?|feb(?:ruary)?|fév(?:rier|r)?|mar(?:ch|s)?|a(?:pr(?:il)?|vr(?:il)?)|"
    r"ma[yi]|ju(?:ne?|ly?|in|illet|il)|aug(?:ust)?|août|sep(?:t|tember|tembre)?|oct(?:ober|obre)?|"
    r"nov(?:ember|embre)?|d[eé]c(?:ember|embre)?)\.?(?:[ -]\d{2,4})?",
    re.IGNORECASE,
)
TOTAL_LABEL = re.compile(
    r"(?:grand |sub-?|sous-?)?tota(?:l|ux|ls)\b.*|national\b.*|ensemble|all|overall|合计|总计|总数|合計|總計|全国|全國",
    re.IGNORECASE,
)
AGE = re.compile(
    r"[<>≥≤]?\s*\d{1,3}\s*(?:[-–~～至]|to|à)?\s*\d{0,3}\s*(?:ans?|mois|years?|yrs?|months?|岁|歲|月龄)"
    r"\s*(?:et\s?\+|et plus|ou plus|\+|and (?:above|over|older)|及?以上|以下)?",
    re.IGNORECASE,
)
DATED = re.compile(r"(?:\b(?:as (?:of|at|on)|au|du|à la date du|up to|since|depuis)\s+|截至|截止)\Z", re.IGNORECASE)
CAPTION = 300  # code points before a table in which its date is looked for
OPENER = 20
start_of = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Headed:
    """What is counted, where and when, in the words of the table; "" where it does not say."""

    counted: str
    area: str = ""
    period: str = ""


def headed(
    figures: Iterable[tuple[int, int]], texts: dict[tuple[int, int], str], heads: dict[int, str], when: str
) -> dict[tuple[int, int], Headed]:
    """Return what the row's label, the column's head and the caption say of each cell that is one number.

    Args:
        figures: row and column of each cell that is one number.
        texts: the words of the other cells.
        heads: what each column's head says.
        when: the date that the caption gives, as written.
    """
    places = list(figures)
    first = min((column for _, column in places), default=0)
    labels = {row: _label(texts, row, first) for row, _ in places}
    column = _area_column(heads, first, set(labels.values()))
    found = {}
    for row, at in places:
        label, name = labels[row], heads.get(at, "")
        period = name if PERIOD_HEAD.fullmatch(name.strip()) else ""
        area = "" if column is None else texts.get((row, column), label)
        if column is not None:
            counted = name
        elif not label or TOTAL_LABEL.fullmatch(label):
            counted = name
        else:
            counted = label if period or not name else f"{label}, {name}"
        found[row, at] = Headed(
            "" if counted == period and column is not None else counted,
            "" if TOTAL_LABEL.fullmatch(area) else area,
            period or when,
        )
    return found


def _label(texts: dict[tuple[int, int], str], row: int, first: int) -> str:
    """Return the words before the first figures of a row, those next to them."""
    return next((texts[row, column] for column in range(first - 1, -1, -1) if (row, column) in texts), "")


def _area_column(heads: dict[int, str], first: int, labels: set[str]) -> int | None:
    """Return the column that names the areas, by its head or because it names countries; None without one."""
    for column in range(first - 1, -1, -1):
        if AREA_HEAD.search(heads.get(column, "")):
            return column
    if first and any(label.lower() in COUNTRIES for label in labels):
        return first - 1
    return None


def caption_date(text: str, blocks: tuple[Block, ...], number: int, dates: Sequence[Reading]) -> str:
    """Return the date in the paragraph right before a table, "as of 3 May" with its opening, or "".

    Args:
        dates: those of the whole text, in its order.
    """
    if not number:
        return ""
    before = blocks[number - 1]
    first = max(before.start, before.end - CAPTION)
    last = bisect_left(dates, before.end, key=start_of) - 1
    if last < 0 or dates[last].start < first:
        return ""
    date = dates[last]
    opener = DATED.search(text[max(before.start, date.start - OPENER) : date.start])
    return text[date.start - len(opener.group()) if opener else date.start : date.end]


def names_age(words: str) -> bool:
    """Tell whether a label is an age band, "0-14 ans", which is no figure."""
    return AGE.fullmatch(words.strip()) is not None


def described(reading: Reading, said: Headed | None) -> tuple[str, str, str]:
    """Return what is counted, the area and the period of a reading, by its table where that says them."""
    if said is None:
        return reading.counted, reading.area, reading.period
    return said.counted or reading.counted, said.area or reading.area, said.period or reading.period
