"""Words of rank beside their figures: "the majority of cases (45 %)", "more than half (120 of 200)"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from crossfoot.footing import Interval, share_of
from crossfoot.proof.document import Evidence, Figure, RelationKind
from crossfoot.proof.relations.claim import Claim, apart, decimal_of, verdict
from crossfoot.proof.relations.shares import OF, SLASH
from crossfoot.proof.source import Source
from crossfoot.prose import Kind

HALF = Decimal(50)
ABOVE, BELOW = Interval(HALF, None, lower_closed=False), Interval(None, HALF, upper_closed=False)
MORE = re.compile(
    r"\b(?:the (?:vast |great |large )?majority of|most of (?:the|these)|(?:more than|over) half(?: of)?|"
    r"la (?:grande |vaste )?majorité des?|la plupart des|plus de la moitié(?: des?)?)(?!\w)"
    r"|(?:绝)?大多数|大多數|过半数?|過半數?|超过(?:一半|半数)|超過(?:一半|半數)|一半以上|半数以上"
)
LESS = re.compile(
    r"\b(?:(?:less|fewer) than half(?: of)?|under half(?: of)?|a minority of|une minorité de|"
    r"moins de la moitié(?: des?)?)(?!\w)|不到一半|不足(?:一半|半数)|少数|少數"
)
RANKS = ((MORE, ABOVE), (LESS, BELOW))
OPENED = re.compile(r"[\s*]*(?:(?:[\w'’-]+[\s*]+){0,4}|[\u3400-\u9fff]{0,10})[(（][\s*]*")
REACH = 70


def find_rankings(source: Source) -> Iterator[Claim]:
    """Yield words of rank that are followed by their own share in brackets."""
    for figures in source.running:
        for number, figure in enumerate(figures):
            if figure.kind not in (Kind.PERCENT, Kind.COUNT):
                continue
            claim = ranked(source, figures, number)
            if claim is not None:
                yield claim


def ranked(source: Source, figures: list[Figure], number: int) -> Claim | None:
    """Return what a word of rank before a bracket says about the figures in it."""
    figure = figures[number]
    if source.low[max(0, figure.start - REACH) : figure.start].rstrip(" *\n\t")[-1:] not in ("(", "（"):
        return None
    others = (figures[place] for place in range(number - 1, -1, -1))
    before = next((other for other in others if other.kind is not Kind.FRACTION), None)
    words = source.low[max(figure.sentence[0], before.end if before else 0, figure.start - REACH) : figure.start]
    for rank, claimed in RANKS:
        found = [match for match in rank.finditer(words) if OPENED.fullmatch(words[match.end() :])]
        if not found:
            continue
        return of_half(source, figures, number, claimed, found[-1][0])
    return None


def of_half(source: Source, figures: list[Figure], number: int, claimed: Interval, cue: str) -> Claim | None:
    """Confront more or less than half with a percentage, or with a part and its whole."""
    figure = figures[number]
    parts: tuple[Figure, ...] = ()
    if figure.kind is Kind.PERCENT:
        share = (
            None if figure.lower is None else Fraction(figure.lower),
            None if figure.upper is None else Fraction(figure.upper),
        )
    elif number + 1 < len(figures) and figures[number + 1].kind is Kind.COUNT:
        joint = source.low[figure.end : figures[number + 1].start]
        if not (OF.fullmatch(joint) or SLASH.fullmatch(joint)):
            return None
        parts = (figures[number + 1],)
        share = share_of(figure.interval, parts[0].interval)
    else:
        return None
    failed = apart(claimed, *share)
    ends = decimal_of(share[0]), decimal_of(share[1])
    return Claim(RelationKind.RANKING, figure, parts, verdict(failed=failed), Evidence.DECLARED, cue, *ends)
