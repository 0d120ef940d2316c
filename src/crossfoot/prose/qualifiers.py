"""What is claimed for a number: over, at least, about, nearly, or more."""

from functools import lru_cache

from crossfoot.prose.languages.language import Language
from crossfoot.prose.tokens import Passage, split_phrase
from crossfoot.terms.figure import Qualifier

_SIGNS = {
    ">": Qualifier.OVER,
    "<": Qualifier.UNDER,
    "≥": Qualifier.AT_LEAST,
    "≤": Qualifier.AT_MOST,
    "~": Qualifier.ABOUT,
    "≈": Qualifier.ABOUT,
    "≃": Qualifier.ABOUT,
    "∼": Qualifier.ABOUT,
    "≲": Qualifier.AT_MOST,
    "≳": Qualifier.AT_LEAST,
    "±": Qualifier.ABOUT,
}
Phrases = dict[str, list[tuple[tuple[str, ...], Qualifier]]]
_NE, _NE_REACH = frozenset({"ne", "n"}), 8
_STEP_OVER = frozenset('( [ " “ * « a an'.split())


@lru_cache
def _tables(language: Language) -> tuple[Phrases, Phrases]:
    before: Phrases = {}
    after: Phrases = {}
    for table, phrases, key in ((before, language.before, -1), (after, language.after, 0)):
        for phrase, qualifier in phrases.items():
            tokens = split_phrase(phrase)
            table.setdefault(tokens[key], []).append((tokens, qualifier))
        for found in table.values():
            found.sort(key=lambda pair: len(pair[0]), reverse=True)
    return before, after


def qualifier_before(passage: Passage, index: int) -> tuple[Qualifier, int]:
    """Return what is claimed right before token `index`, and the index where its words begin."""
    i = index - 1
    if i < 0:
        return Qualifier.EXACT, index
    words = passage.words
    word = words[i]
    sign = _SIGNS.get(word)
    if sign is not None:
        return _sign(passage, i, sign)
    if word == "=" and i and words[i - 1] in "<>":
        return (Qualifier.AT_LEAST if words[i - 1] == ">" else Qualifier.AT_MOST), i - 1
    if word in _STEP_OVER and i:
        article = word in ("a", "an")
        i -= 1
        word = words[i]
        if article and word in ("over", "within"):
            return Qualifier.EXACT, index  # over a three-year period
    table = _tables(passage.language)[0].get(word)
    if table is None:
        return Qualifier.EXACT, index
    for tokens, qualifier in table:
        n = len(tokens)
        if n > 1 and (n > i + 1 or words[i - 1] != tokens[-2]):
            continue
        if tokens == ("que",) and _NE.isdisjoint(words[max(i - _NE_REACH, 0) : i]):
            continue  # il rapporte que 48 cas
        if n <= 2 or tuple(words[i - n + 1 : i + 1]) == tokens:  # noqa: PLR2004 - both words are compared
            first = i - n + 1
            return _doubled(passage, first, qualifier), first
    return Qualifier.EXACT, index


def _doubled(passage: Passage, first: int, qualifier: Qualifier) -> Qualifier:
    """Return the qualifier as changed by "not" before it."""
    if first and passage.words[first - 1] in ("not", "no", "pas"):
        turned = {
            Qualifier.OVER: Qualifier.AT_MOST,
            Qualifier.UNDER: Qualifier.AT_LEAST,
        }
        return turned.get(qualifier, qualifier)
    return qualifier


def _sign(passage: Passage, i: int, sign: Qualifier) -> tuple[Qualifier, int]:
    if passage.word(i - 1) == "+" and sign is Qualifier.ABOUT:
        return sign, i - 1
    return sign, i


def qualifier_after(passage: Passage, index: int) -> tuple[Qualifier, int]:
    """Return what is claimed by the words from `index` on, and the index after them."""
    word = passage.word(index)
    if word == "+" and passage.gap(index) == 0 and passage.kind(index + 1) != "d":
        return Qualifier.AT_LEAST, index + 1
    step = 0
    if word == "-" and passage.gap(index) == 0:
        step, word = 1, passage.word(index + 1)
    table = _tables(passage.language)[1].get(word)
    if table is not None:
        for tokens, qualifier in table:
            n = len(tokens)
            if n == 1 or tuple(passage.words[index + step : index + step + n]) == tokens:
                if word == "plus" and passage.kind(index + step + 1) in ("d", "w") and not step:
                    continue
                if tokens[-1] == "up" and passage.word(index + step + n) == "to":
                    continue
                if word in ("minimum", "maximum") and passage.kind(index + 1) == "w":
                    continue
                return qualifier, index + step + n
    return Qualifier.EXACT, index
