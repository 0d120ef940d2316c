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
_RIBOSOMAL = frozenset("rrna rdna ribosomal subunit subunits ribosome ribosomes".split())


def read_code(passage: Passage, index: int) -> Other | None:
    """Read digits that are part of a word: H5N1, COVID-19, ICD-10, 3D."""
    before = index - 1
    if passage.kind(before) == "w" and passage.gap(index) == 0:
        return _glued_left(passage, index)
    if passage.word(before) in ("-", "−", "–") and passage.raw(before - 1) in SYMBOLS and passage.words[index] in "1234":
        if passage.gap(index) == passage.gap(before) == 0 and (
            passage.kind(before - 2) != "d" or passage.word(before - 3) in ("-", "−", "–")
        ):
            return Other(Kind.CODE, before - 1, index + 1)  # in kg m−2: a unit without a number
    if passage.word(before) in ("-", "_", "/") and passage.gap(index) == 0 and passage.gap(before) == 0:
        word = passage.word(before - 1)
        if (
            passage.kind(before - 1) == "w"
            and word not in passage.language.range_words
            and word not in NOT_CODES
        ):
            if passage.word(before) != "/" or len(word) <= _SHORT_WORD:
                return Other(Kind.CODE, before - 1, _tail(passage, index + 1))
    after = passage.word(index + 1)
    if passage.kind(index + 1) == "w" and passage.gap(index + 1) == 0:
        if passage.raw(index + 1) in ("D", "G", "D's") and len(passage.words[index]) == 1:
            return Other(Kind.CODE, index, index + 2)
        if _QUARTER.fullmatch(passage.words[index] + after):
            return Other(Kind.PERIOD, index, index + 2)
        if after == "s" and passage.word(index + 2) in _RIBOSOMAL:
            return Other(Kind.CODE, index, index + 2)  # 16S rRNA
        if is_isotope(passage, index) or _runs_through(passage, index):
            return Other(Kind.CODE, index, _tail(passage, index + 1))
        if passage.raw(index + 1) in ("C", "M") and passage.words[index] in "34" and passage.gap(index + 2) == 1:
            if passage.kind(index + 2) == "d":
                return Other(Kind.NAME, index, index + 3)  # 3C 273, a source of the Cambridge catalogues
    if (
        after == "-"
        and passage.gap(index + 1) == passage.gap(index + 2) == 0
        and passage.kind(index + 2) == "w"
    ):
        word = passage.word(index + 2)
        if word.endswith(_CHEMICAL) and word not in NAMES and len(word) > 5 and len(passage.words[index]) < 3:  # noqa: PLR2004
            return Other(Kind.CODE, index, index + 3)
        if _LOCANTS.fullmatch(passage.words[index]) and word not in NAMES and len(word) > _SHORT_WORD:
            return Other(Kind.CODE, index, index + 3)  # 4,5-dihydro
    return None


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
    """Return the index after everything that hangs on a code without a space: H5N1."""
    while passage.kind(index) in ("w", "d") and passage.gap(index) == 0:
        index += 1
    return index
