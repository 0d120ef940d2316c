"""What a reporter claims for a number, printed with it: over 20,000; only 3 %; 6,416 to 7,761 kg."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from crossfoot.briefing.document import Inline
from crossfoot.briefing.evidence import phrase
from crossfoot.briefing.lookup import Cell, Rolled
from crossfoot.terms.figure import Qualifier
from crossfoot.wording.messages import word
from crossfoot.wording.numbers import format_number


def claim_of(value: Decimal, cells: Sequence[Cell], rolled: Rolled | None = None) -> Qualifier:
    """Return what may be claimed for a printed value: what its one cell says, or what the ends of a sum allow."""
    if len(cells) == 1 and cells[0].value == value:
        return Qualifier(cells[0].qualifier)
    if rolled is not None and rolled.hi is None and rolled.lo is not None:
        return Qualifier.OVER
    if rolled is not None and rolled.lo is None and rolled.hi is not None:
        return Qualifier.UNDER
    return Qualifier.EXACT


def claimed(number: Inline, qualifier: Qualifier, language: str) -> Inline:
    """Return a printed number with its claim in words; an exact one as it is."""
    if qualifier is Qualifier.EXACT:
        return number
    return phrase(f"qualifier.{qualifier.value}", language, value=number)


def between(rolled: Rolled, decimals: int, language: str) -> str:
    """Return the least and the greatest that a figure allows, rounded outwards; an open end in words."""
    step = Decimal(1).scaleb(-decimals)
    least = None if rolled.lo is None else format_number(rolled.lo.quantize(step, ROUND_FLOOR), language, decimals)
    most = None if rolled.hi is None else format_number(rolled.hi.quantize(step, ROUND_CEILING), language, decimals)
    if least is None or most is None:
        key = "bounds.none" if least is most else "bounds.from" if most is None else "bounds.to"
        return word(key, language).format(least=least, most=most)
    return least if least == most else word("bounds", language).format(least=least, most=most)
