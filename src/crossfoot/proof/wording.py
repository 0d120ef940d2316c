"""Relations told in a sentence, in the reader's language."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from crossfoot.proof import wording_en, wording_fr, wording_zh
from crossfoot.proof.document import Evidence, Figure, RelationKind, Warrant, warrant_of
from crossfoot.proof.relations.claim import Claim
from crossfoot.terms.finding import Outcome

LANGUAGES: Mapping[str, Mapping[str, str]] = {
    "en": wording_en.WORDS,
    "fr": wording_fr.WORDS,
    "zh": wording_zh.WORDS,
}
FORMS = {  # sentences of their own for a kind with so many parts
    (RelationKind.CHANGE, 1): "direction",
    (RelationKind.PART_OF, 1): "member",
    (RelationKind.SAME, 0): "version",
}
MOST_PARTS = 8  # that are written out in a sentence
SHARE_PLACES = Decimal("0.001")
NARROW = "\u202f"


def words_of(language: str) -> Mapping[str, str]:
    """Return the words of a language; English where it is none of ours."""
    return LANGUAGES.get(language, wording_en.WORDS)


def number(value: Decimal, language: str = "en") -> str:
    """Return a number as the language writes it."""
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if language == "fr":
        text = text.replace(",", NARROW).replace(".", ",")
    return text.replace("-", "−")


def signed(value: Decimal, language: str) -> str:
    """Return a difference with its sign."""
    return ("+" if value > 0 else "") + number(value, language)


def interval(
    lower: Decimal | None, upper: Decimal | None, language: str, places: Decimal | None = None
) -> str:
    """Return what is between two ends, as short as it can be said."""
    words = words_of(language)

    def shown(value: Decimal) -> str:
        rounded = value if places is None else value.quantize(places, rounding=ROUND_HALF_UP)
        return number(rounded, language)

    if lower is None and upper is None:
        return "?"
    if upper is None:
        return words["at_least"].format(lower=shown(lower)) if lower is not None else "?"
    if lower is None:
        return words["at_most"].format(upper=shown(upper))
    low, high = shown(lower), shown(upper)
    return low if low == high else words["between"].format(lower=low, upper=high)


def plus(parts: Sequence[Figure], language: str) -> str:
    """Return the parts with plus signs, the middle of a long row left out."""
    texts = [" ".join(part.text.split()) for part in parts]
    if len(texts) > MOST_PARTS:
        texts = [*texts[: MOST_PARTS - 2], "…", texts[-1]]
    return " + ".join(texts)


@lru_cache(maxsize=1)  # the findings of one document ask for it one after the other
def line_ends(text: str) -> list[int]:
    """Return where the lines of a text end."""
    return [match.start() for match in re.finditer("\n", text)]


def why(claim: Claim, language: str, text: str) -> str:
    """Return one sentence: what follows from the figures, what is stated, and what declares it."""
    words = words_of(language)
    failed = claim.outcome is Outcome.FAILED
    key = FORMS.get((claim.kind, len(claim.parts)), claim.kind.value)
    key = f"missing_{claim.note}" if claim.note else f"{key}_failed" if failed else key
    sentence = words[key].format(**values(claim, language))
    if claim.holds_if:
        sentence += f"; {words[claim.holds_if]}"
    if claim.elsewhere is not None:
        figure, tabled = claim.elsewhere
        line = bisect_left(line_ends(text), figure.start) + 1
        place = words["line"].format(line=line) if figure.page is None else words["page"].format(page=figure.page)
        key = "elsewhere_table" if tabled else "elsewhere_text"
        sentence += f"; {words[key].format(place=place, text=' '.join(figure.text.split()))}"
    return f"{sentence} ({reason(claim, words)})"


def values(claim: Claim, language: str) -> dict[str, str]:
    """Return what the sentences may name."""
    shares = (RelationKind.SHARE, RelationKind.CHANGE, RelationKind.RANKING, RelationKind.RATE, RelationKind.RATIO)
    places = SHARE_PLACES if claim.kind in shares else None
    everything = (claim.stated, *claim.parts) if claim.kind is RelationKind.HUNDRED else claim.parts
    total = sum((part.value for part in everything), Decimal(0))
    exact = claim.kind in (
        RelationKind.SUM,
        RelationKind.PART_OF,
        RelationKind.DIFFERENCE,
        RelationKind.HUNDRED,
    )
    computed = number(total, language) if exact else interval(claim.lower, claim.upper, language, places)
    texts = [" ".join(part.text.split()) for part in claim.parts]
    return {
        "stated": " ".join(claim.stated.text.split()),
        "parts": plus(everything, language),
        "part": texts[0] if texts else "",
        "whole": texts[1] if len(texts) > 1 else "",
        "computed": computed,
        "imbalance": signed(claim.imbalance, language) if claim.imbalance is not None else "",
        "remainder": number(abs(claim.imbalance), language) if claim.imbalance is not None else "",
        "cue": claim.cue,
    }


def reason(claim: Claim, words: Mapping[str, str]) -> str:
    """Return what warrants the relation."""
    if claim.evidence is Evidence.DECLARED:
        cue = " ".join(claim.cue.split())
        layout = warrant_of(claim.evidence, cue) is Warrant.LAYOUT
        return words["declared_layout"] if layout else words["declared"].format(cue=cue)
    return words[claim.evidence.value]
