"""Numbers that name things: telephones, sections, codes, versions. Recognised, so as not to be figures."""

import re

from crossfoot.prose.calendar import Other
from crossfoot.prose.codes import NOT_CODES, read_code
from crossfoot.prose.measures import MONEY_MARKS, NAMES, SYMBOLS
from crossfoot.prose.names import INDICES, MODELS, SOFTWARE
from crossfoot.prose.nouns import counts_next
from crossfoot.prose.reading import Kind
from crossfoot.prose.tokens import Passage

_PHONES = (
    re.compile(r"\+\s?\d{1,3}[\s.()-]{0,2}\d[\d\s.()-]{5,16}\d(?!\d)"),
    re.compile(r"\(?0\d{1,4}\)?(?:[\s.-]\d{2,4}){2,4}(?!\d)"),
    re.compile(r"\d{3}[-.]\d{3}[-.]\d{4}(?!\d)"),
    re.compile(r"\d{2,3}(?:[ .]\d{2}){3,4}(?![\d,.]\d|\d)"),
)
_CALLED = re.compile(r"\(?\+?[\d(][\d\s()/.-]{3,22}\d(?!\d)")
_CALLS = frozenset(
    "call tel tél telephone téléphone phone fax mobile hotline dial appeler appelez contact cel".split()
)
_REFERENCE = re.compile(
    r"\d+(?:[./-]\d+)*[a-z]?\b(?:\s?(?:,|;|-|–|and|&|et|to|à|of|sur|/)\s?(?:the\s)?\d+(?:\.\d+)*[a-z]?\b(?!\s?%|[.,]\d))*"
)
_ONE_REFERENCE = re.compile(
    r"\d+(?:[./-]\d+)*[a-z]?\b(?:\s?[-–/]\s?\d+(?:\.\d+)*\b)?(?:\s(?:of|sur)\s\d+\b)?"
)
_MODEL = re.compile(r"\d+(?:[-.]\d+)*")
_BRACKETED = re.compile(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\s?\]")
_NAMES = re.compile(r"(?:24/7|50[/-]50|7-eleven|9/11|20/20|4x4|24x7|24h/24|7j/7|4-h\b|1-2-3|360-degree)")
_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?![\w.]*\d)|\d{1,3}(?:,\d{3}){2,}(?![\w,]*\d)")
_IDENTIFIER = re.compile(
    r"0\d+/\d+|\d+\.[a-z]-\d+|\d{1,2}-[a-z]{2,}-\d[\w'-]*|\d{1,2}c\s?\d{2,3}\b|\d{12,}(?![\d.,]*\d)|\d{4}/\d{3,}|\d+(?:[-/]\d+){2,}|\d+(?!e[+-]?\d+\b)(?!x10)[a-z]+\d\w*|\d+(?:_\w+)+|0x[0-9a-f]+|\d+(?:\.\d+){2,}"
)
_STRONG = frozenset(
    "section sections sec sect sects expression expressions claim claims anspruch revendications "
    "page pages pp table tables figure figures fig figs article articles eq eqs equation equations "
    "eqn eqns no nos n° number nr chapter chapters appendix annex ref refs reference § isbn doi "
    "tableau tableaux "
    "chapitre annexe numéro sitrep version v vol volume n nº supplementary footnote resolution "
    "résolution".split()
)
_POST = frozenset("bp box cp cedex ref réf rccm nif siret matricule dossier".split())
_SHORT_WORD = 3
_PHONE_DIGITS = range(9, 12)
_BYTES, _MOST_BYTE = 4, 255  # of the address of a machine
_SHORT_NUMBER = 4  # digits of a model
_NEW = frozenset("new latest original upcoming updated".split())
_MAY = frozenset("to can could may will would they you".split())  # before a verb
_VERSIONS = frozenset({"version", "versions", "v"})
_PARAGRAPHS = frozenset("abcdABCD")  # section 3a is no 3 years
_LONG_CODE = 11  # digits
_DEGREES = re.compile(r"\d+(?:\.\d+)?(?:,\s?\d+(?:\.\d+)?)?(?=\)\s?[=<>≤≥])")
_BEFORE_ITEM = frozenset({"", ":", ";", ",", "and", "or", "."})
_BEFORE_EQUATION = frozenset("in by from using via into substituting see equation".split())
_ITEM_REACH = 12  # tokens before "2)" in which a bracket may have been opened
_FORMULAE = frozenset("CO NO SO NH PO CH SiO TiO CaCO HNO".split())  # with a space before their digit
_SIGMAS = frozenset({"σ", "sigma"})
_APART = frozenset({" ", ",", ";", ")", "", "%", "\n", "("})  # what parts a number from what follows
_BETWEEN = frozenset(".°º#(§")
_WEEKS = frozenset({"week", "weeks", "semaine", "semaines", "sem"})
_RUN_ON = ("table", "figure", "section", "equation", "eq")  # run together with the word before by a PDF file


def read_label(passage: Passage, index: int) -> Other | None:
    """Read what names a thing at the digits at `index`: a telephone, a reference, a code."""
    low, start, end = passage.low, passage.starts[index], passage.ends[index]
    follows = low[end : end + 1]
    glued_behind = follows not in _APART
    if passage.word(index + 1) in _SIGMAS and passage.gap(index + 1) <= 1:
        return Other(Kind.NAME, index, index + 2)  # how sure a result is, not how great
    if glued_behind and (match := _NAMES.match(low, start)):
        return _other(passage, Kind.NAME, index, match.end())
    phone = _phone(passage, index, low[end : end + 2])
    if phone is not None:
        return phone
    if passage.word(index - 1) == "[" and (match := _BRACKETED.match(low, start)):
        return _other(passage, Kind.REFERENCE, index, match.end())
    if glued_behind or passage.gap(index) == 0:
        glued = read_code(passage, index)
        if glued is not None:
            return glued
    if glued_behind or "." in passage.words[index] or end - start > _LONG_CODE:
        match = _IDENTIFIER.match(low, start)
        if match is not None and not _has_unit(passage, index) and not _is_grouped(passage, index):
            kind = Kind.REFERENCE if "." in match.group() else Kind.CODE
            return _other(passage, kind, index, match.end())
    if _series(passage, index):
        return Other(Kind.NAME, index, index + 2)
    return _named(passage, index) or _mark(passage, index) or _symbol(passage, index)


def _is_grouped(passage: Passage, index: int) -> bool:
    """Tell 1.702.806, a number, from 4.2.1 and from the address of a machine, 192.168.100.200."""
    word = passage.words[index]
    if _GROUPS.fullmatch(word) is None:
        return False
    groups = re.split("[.,]", word)
    return len(groups) != _BYTES or any(int(group) > _MOST_BYTE for group in groups)


def _other(passage: Passage, kind: Kind, first: int, end: int) -> Other:
    return Other(kind, first, max(passage.at(end), first + 1))


def _has_unit(passage: Passage, index: int) -> bool:
    word = passage.raw(index + 1)
    return passage.gap(index + 1) == 0 and word in SYMBOLS


def _phone(passage: Passage, index: int, follows: str) -> Other | None:
    """Read a telephone number; `follows` is the two characters behind the digits."""
    low, start, word = passage.low, passage.starts[index], passage.words[index]
    before = passage.word(index - 1)
    called = before in _CALLS or (before in (":", ".", "(") and passage.word(index - 2) in _CALLS)
    if called:
        match = _CALLED.match(low, start)
        if match is not None and sum(map(str.isdigit, match.group())) > 5:  # noqa: PLR2004 - shorter is a count
            return _other(passage, Kind.PHONE, index, match.end())
    if before == "+" and passage.gap(index) == 0:
        match = _PHONES[0].match(low, start - 1)
        return _other(passage, Kind.PHONE, index - 1, match.end()) if match else None
    if word[0] == "0" and word.isdigit() and len(word) in _PHONE_DIGITS:
        return Other(Kind.PHONE, index, index + 1)
    if word[0] == "0" or (len(word) in (2, 3) and follows[1:].isdigit() and follows[0] in " .-"):
        for pattern in _PHONES[1:]:
            match = pattern.match(low, start)
            if match is not None and "\n" not in match.group():
                return _other(passage, Kind.PHONE, index, match.end())
    return None


def _heads(passage: Passage, mark: int, index: int) -> bool:
    """Tell the mark of a heading, "# 363 deaths in Nimba", from "#363" and from "# 3 Methods"."""
    return (
        all(word == "#" for word in passage.words[: mark + 1])
        and passage.gap(index) > 0
        and passage.kind(index + 1) == "w"
        and not passage.capital(index + 1)
    )


def _named(passage: Passage, index: int) -> Other | None:
    """Read the number after a word that makes it a name: section 4, No. 178, Zone 4, S&P 500."""
    i = index - 1
    while i > index - 4 and passage.word(i) in _BETWEEN and passage.gap(i + 1) <= 1:
        if passage.words[i] in "#§" and not _heads(passage, i, index):
            return Other(Kind.REFERENCE, index, index + 1)
        i -= 1
    word = passage.word(i)
    if word == ":" and passage.word(i - 1) in _POST:
        return Other(Kind.REFERENCE, index, index + 1)
    if passage.kind(i) != "w":
        return None
    if i < index - 1 and passage.word(index - 1) == "(":
        strong = word in _STRONG and passage.word(index + 1) == ")"
        return Other(Kind.REFERENCE, index, index + 1) if strong else None
    if word in passage.language.references:
        return _reference(passage, index, i)
    if word.endswith(_RUN_ON) and _run_on(passage.raw(i)):
        return Other(Kind.REFERENCE, index, index + 1)
    return _after_name(passage, index) if i == index - 1 else None


def _run_on(raw: str) -> bool:
    """Tell whether Table or Figure hangs on the word before it, as in "inTable 4"."""
    return any(raw.endswith(name.title()) and len(raw) > len(name) for name in _RUN_ON)


def _after_name(passage: Passage, index: int) -> Other | None:
    """Read the number of a zone, a week, a brand."""
    i = index - 1
    word = passage.words[i]
    if word == "s" and passage.word(i - 1) == "'" and passage.word(i - 2) in MODELS:
        i -= 2  # Boeing's 787-9
        word = passage.words[i]
    models = passage.capital(i) and passage.word(index + 1) == "s" and passage.gap(index + 1) == 0  # Model 3s
    if word in passage.language.named and (models or not _amount(passage, index)) and passage.kind(i - 1) != "d":
        match = _ONE_REFERENCE.match(passage.low, passage.starts[index])
        if match is None:
            return None
        week = word in _WEEKS
        return _other(passage, Kind.PERIOD if week else Kind.NAME, i if week else index, match.end())
    if passage.gap(index) > 1:
        return None
    if word in INDICES and passage.capital(i):
        in_name = passage.words[index] in INDICES[word] and not _shared(passage, index)
        return Other(Kind.NAME, index, index + 1) if in_name else None
    if not (word in SOFTWARE or word in MODELS or _called(passage, index)) or _shared(passage, index):
        return None
    match = _MODEL.match(passage.low, passage.starts[index])
    kind = Kind.VERSION if word in SOFTWARE else Kind.NAME
    return _other(passage, kind, index, match.end()) if match else None


def _called(passage: Passage, index: int) -> bool:
    """Tell "its Nova 3", a name with an article and no amount behind it, from "in Kano 514"."""
    i = index - 1
    if not passage.capital(i) or not passage.words[index].isdigit() or len(passage.words[index]) > _SHORT_NUMBER:
        return False
    while passage.capital(i - 1) and passage.gap(i) == 1 and index - i <= _SHORT_WORD:
        i -= 1
    before = passage.word(i - 1)
    if i < 1 or not (before in passage.language.determiners or before in _NEW or passage.word(i - 2) == "'"):
        return False
    return passage.word(index + 1) not in ("-", "–", "(", "/", ":", "+") and not _amount(passage, index)


def _series(passage: Passage, index: int) -> bool:
    """Tell "the 3 Series", a name, from three series."""
    return (
        len(passage.words[index]) == 1
        and passage.raw(index + 1) in ("Series", "Class")
        and passage.word(index - 1) in ("the", "a", "new", "s", "bmw", "mercedes")
    )


def _shared(passage: Passage, index: int) -> bool:
    """Tell whether the number behind a brand is an amount of its own: the Nasdaq 1.6%, Galaxy 3 million."""
    after = passage.word(index + 1)
    return after in ("%", "°") or after in passage.language.percent or after in passage.language.scales


def _reference(passage: Passage, index: int, at: int) -> Other | None:
    word = passage.words[at]
    if word in INDICES and passage.word(at - 1) == "&":
        return _after_name(passage, index)
    if word == "p" and passage.word(at - 1) == "." and passage.word(at - 2) in ("m", "b"):
        return None  # a melting or boiling point
    if word in ("claim", "claims") and passage.word(at - 1) in _MAY and passage.word(at - 2) != "according":
        return None
    if (
        word in ("no", "n", "p", "nos", "v", "par", "point", "act", "item", "form", "art")
        and passage.word(at + 1) != "."
    ):
        if not passage.capital(at) and passage.word(at + 1) not in ("°", "º"):
            return None
    if word not in _STRONG and (
        _amount(passage, index) or (not passage.capital(at) and counts_next(passage, index + 1))
    ):
        return None
    if word in ("figure", "figures", "number") and passage.word(at - 1) in ("the", "a", "official", "total"):
        return None
    plural = word.endswith("s") or word in ("pp",)
    match = (_REFERENCE if plural else _ONE_REFERENCE).match(passage.low, passage.starts[index])
    kind = Kind.VERSION if word in _VERSIONS else Kind.REFERENCE
    return _other(passage, kind, index, match.end()) if match else None


def _symbol(passage: Passage, index: int) -> Other | None:
    """Read the index of a variable, a formula or a catalogue: G 2, NH 3, HD 188753, min −1."""
    before, word = passage.raw(index - 1), passage.words[index]
    if before in ("-", "−") and word in ("1", "2", "3") and passage.gap(index - 1) == 1:
        after_unit = passage.raw(index - 2) in SYMBOLS and passage.kind(index - 2) == "w"
        if after_unit and passage.kind(index - 3) != "d" and not _amount(passage, index):
            return Other(Kind.CODE, index - 1, index + 1)
        return None
    if passage.kind(index - 1) != "w" or passage.gap(index) != 1 or not word.isdigit():
        return None
    if before in _FORMULAE and word in "234":
        return Other(Kind.NAME, index, index + 1)
    letter = len(before) == 1 and before not in "aàyoiAIéÀEe"
    formula = 1 < len(before) <= _SHORT_WORD and before.isupper() and before.isascii() and len(word) == 1
    catalogue = before.isupper() and 1 < len(before) < 5 and len(word) > 3  # noqa: PLR2004 - HD 188753, NGC 7027
    if not (letter or formula or catalogue) or before.lower() in MONEY_MARKS or before.lower() in NOT_CODES:
        return None
    return None if _amount(passage, index) else Other(Kind.NAME, index, index + 1)


def _amount(passage: Passage, index: int) -> bool:
    """Tell whether the number is followed by what makes it an amount."""
    i = index + 1
    if passage.word(i) in ("to", "-", "–") and passage.kind(i + 1) == "d":
        return passage.word(i + 2) in NAMES or passage.word(i + 2) in ("%", "°")  # the age group 20 to 30 years
    if passage.word(i) in ("%", "°") or passage.word(i) in passage.language.percent:
        return True
    if passage.kind(i) != "w":
        return False
    glued_unit = passage.gap(i) == 0 and passage.raw(i) in SYMBOLS and passage.raw(i) not in _PARAGRAPHS
    return (
        (glued_unit and passage.kind(i + 1) != "d")  # a road 5m wide
        or passage.words[i] in NAMES
        or passage.words[i] in passage.language.scales
        or counts_next(passage, i, reach=3)
    )


def _bracketed(passage: Passage, index: int) -> Kind | None:
    """Tell the number of an item, "(1)", and that of an equation, "in (5)" and "Eqs. (14) and (16)"."""
    before = passage.word(index - 2)
    if len(passage.words[index]) == 1 and before in _BEFORE_ITEM:
        return Kind.LABEL
    if before in _BEFORE_EQUATION and passage.language.code == "en":
        return Kind.REFERENCE
    chained = passage.word(index - 3) == ")" and passage.kind(index - 4) == "d" and passage.word(index - 5) == "("
    return Kind.REFERENCE if chained and before in ("and", ",", "or", "to", "–", "-") else None


def _mark(passage: Passage, index: int) -> Other | None:
    """Read the number of a list item, and a footnote mark that hangs on a full stop."""
    word = passage.words[index]
    after = passage.word(index + 1)
    if index == 0 and after in (".", ")") and passage.gap(1) == 0 and len(word) < 3 and passage.gap(2) > 0:  # noqa: PLR2004
        if len(passage) > 2:  # noqa: PLR2004 - "192." alone is a number
            return Other(Kind.LABEL, 0, 1)
    before = passage.word(index - 1)
    if before == "(" and passage.gap(index - 1) == 0 and len(passage.word(index - 2)) == 1:
        match = _DEGREES.match(passage.low, passage.starts[index])
        if match is not None and passage.kind(index - 2) == "w":
            return _other(passage, Kind.LABEL, index, match.end())  # degrees of freedom: F(1, 46) =
    if before == "(" and after == ")" and word.isdigit() and len(word) <= _SHORT_WORD and (
        bracketed := _bracketed(passage, index)
    ):
        return Other(bracketed, index, index + 1)
    if after == ")" and passage.gap(index + 1) == 0 and len(word) < 3 and before in _BEFORE_ITEM:  # noqa: PLR2004
        if "(" not in passage.words[max(index - _ITEM_REACH, 0) : index]:
            return Other(Kind.LABEL, index, index + 1)  # we found: 1) that, 2) this
    if before in (".", ",") and passage.gap(index) == 0 and passage.gap(index - 1) == 0 and len(word) < 3:  # noqa: PLR2004
        if (
            passage.kind(index - 2) == "w"
            and len(passage.word(index - 2)) > _SHORT_WORD
            and passage.gap(index + 1)
        ):
            return Other(Kind.REFERENCE, index, index + 1)
    return None
