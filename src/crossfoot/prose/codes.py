"""Digits that are part of a word: H5N1, COVID-19, 14C, 4,5-dihydro, 16S rRNA."""

import re

from crossfoot.prose.calendar import Other
from crossfoot.prose.isotopes import is_isotope
from crossfoot.prose.measures import MONEY_MARKS, NAMES, SYMBOLS
from crossfoot.prose.reading import Kind
from crossfoot.prose.tokens import Passage

_CHEMICAL = (
    "aza",
    "oxo",
    "amino",
    "methyl",
    "hydroxy",
    "phenyl",
    "chloro",
    "bromo",
    "ethyl",
    "nitro",
    "ine",
    "yl",
    "ol",
    "ide",
    "ate",
    "one",
    "acid",
    "uracil",
    "ene",
    "ane",
    "amine",
    "oxy",
    "fluoro",
)
_QUARTER = re.compile("[1-4]q")
_LOCANTS = re.compile(r"\d{1,2}(?:,\d{1,2})+")
NOT_CODES = frozenset("to of and or in from by x rs us about de à et au than".split())
_SHORT_WORD = 3
_TWO_DIGITS = 2
_DASHES = frozenset("-−–")
_LINES = frozenset("240 360 480 576 720 1080 1440 2160 4320".split())  # of a picture: 1080p
_PICTURES = frozenset("tv tvs video videos display displays screen screens resolution uhd hdr footage monitor".split())
_RIBOSOMAL = frozenset("rrna rdna ribosomal subunit subunits ribosome ribosomes".split())


def read_code(passage: Passage, index: int) -> Other | None:
    """Read digits that are part of a word: H5N1, COVID-19, ICD-10, 3D."""
    if passage.kind(index - 1) == "w" and passage.gap(index) == 0:
        return _glued_left(passage, index)
    return _marked_left(passage, index) or _glued_right(passage, index) or _compound(passage, index)


def _marked_left(passage: Passage, index: int) -> Other | None:
    """Read digits behind a mark that joins them to a word: ICD-10, ID.3, the exponent of m−2."""
    before = index - 1
    mark, word = passage.word(before), passage.word(before - 1)
    if passage.gap(index) or passage.gap(before) or passage.kind(before - 1) != "w":
        return None
    if mark == "." and passage.raw(before - 1).isupper() and len(passage.words[index]) == 1:
        return Other(Kind.CODE, before - 1, index + 1)  # ID.3
    if mark in _DASHES and passage.raw(before - 1) in SYMBOLS and passage.words[index] in "1234":
        if passage.kind(before - 2) != "d" or passage.word(before - 3) in _DASHES:
            return Other(Kind.CODE, before - 1, index + 1)  # in kg m−2: a unit without a number
    measured = passage.raw(index + 1) in SYMBOLS and len(passage.raw(index + 1)) > 1  # cells/7.5 ml
    joins = mark in ("-", "_") or (mark == "/" and len(word) <= _SHORT_WORD and not measured)
    if joins and word not in passage.language.range_words and word not in NOT_CODES:
        return Other(Kind.CODE, before - 1, _tail(passage, index + 1))
    return None


def _glued_right(passage: Passage, index: int) -> Other | None:
    """Read digits with letters behind them: 3D, 2Q, 1080p, 14C, 24703L202."""
    if passage.kind(index + 1) != "w" or passage.gap(index + 1):
        return None
    word, after, raw = passage.words[index], passage.words[index + 1], passage.raw(index + 1)
    if _QUARTER.fullmatch(word + after):
        return Other(Kind.PERIOD, index, index + 2)
    if after == "s" and (decade := _decade(passage, index)) is not None:
        return decade
    named = (raw in ("D", "G") and len(word) == 1) or (after == "p" and word in _LINES)
    pictured = raw == "K" and passage.word(index + 2) in _PICTURES
    if named or pictured or (after == "s" and passage.word(index + 2) in _RIBOSOMAL):
        return Other(Kind.CODE, index, index + 2)
    if is_isotope(passage, index) or _runs_through(passage, index):
        return Other(Kind.CODE, index, _tail(passage, index + 1))
    if raw in ("C", "M") and word in "34" and passage.gap(index + 2) == 1 and passage.kind(index + 2) == "d":
        return Other(Kind.NAME, index, index + 3)  # 3C 273, a source of the Cambridge catalogues
    return None


def _compound(passage: Passage, index: int) -> Other | None:
    """Read the numbers in the name of a compound: 4,5-dihydro, 2-methyl."""
    if passage.word(index + 1) != "-" or passage.gap(index + 1) or passage.gap(index + 2):
        return None
    word, raw = passage.word(index + 2), passage.raw(index + 2)
    if len(passage.words[index]) == 1 and raw.isupper() and 1 < len(raw) <= _SHORT_WORD and raw not in SYMBOLS:
        return Other(Kind.CODE, index, index + 3)  # 5-FU
    if passage.kind(index + 2) != "w" or word in NAMES or len(word) <= _SHORT_WORD:
        return None
    chemical = word.endswith(_CHEMICAL) and len(word) > 5 and len(passage.words[index]) <= _TWO_DIGITS  # noqa: PLR2004
    if chemical or _LOCANTS.fullmatch(passage.words[index]):
        return Other(Kind.CODE, index, index + 3)
    return None


def _decade(passage: Passage, index: int) -> Other | None:
    """Read a man in his 40s and the late 60s."""
    word, before = passage.words[index], passage.word(index - 1)
    if len(word) != _TWO_DIGITS or word[1] != "0":
        return None
    if before in ("his", "her", "their", "our", "my"):
        return Other(Kind.VAGUE, index, index + 2)
    before = passage.word(index - 2) if before == "-" else before
    return Other(Kind.YEAR, index, index + 2) if before in ("the", "early", "mid", "late") else None


def _runs_through(passage: Passage, index: int) -> bool:
    """Tell digits, letters and digits without a space, 24703L202, from a unit with its exponent, 12m2."""
    i = index + 2
    if passage.kind(i) != "d" or passage.gap(i) or passage.words[index + 1] in ("e", "x"):
        return False
    return len(passage.words[i]) > 1 or passage.raw(index + 1) not in SYMBOLS


def _glued_left(passage: Passage, index: int) -> Other | None:
    word = passage.word(index - 1)
    if passage.raw(index - 1) == "X" and passage.gap(index - 1) == 1 and passage.kind(index - 2) != "d":
        return Other(Kind.CODE, index - 1, _tail(passage, index + 1))
    if word in MONEY_MARKS or word in NOT_CODES:
        return None
    raw = passage.raw(index - 1)
    if len(word) > _SHORT_WORD and raw[1:].islower() and passage.kind(index + 1) == "w":
        return None  # words run together by a PDF file: Lactose60 mg
    tail = _tail(passage, index + 1)
    weekly = word in ("s", "w", "se", "sw", "q", "fy") and len(passage.words[index]) < 3 and tail == index + 1  # noqa: PLR2004
    return Other(Kind.PERIOD if weekly else Kind.CODE, index - 1, tail)


def _tail(passage: Passage, index: int) -> int:
    """Return the index after everything that hangs on a code without a space: H5N1, DDR4-3200."""
    while passage.gap(index) == 0:
        if passage.kind(index) in ("w", "d"):
            index += 1
        elif passage.word(index) == "-" and passage.kind(index + 1) == "d" and passage.gap(index + 1) == 0:
            index += 2
        else:
            break
    return index
