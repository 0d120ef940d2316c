"""Numbers as each language writes them; exact decimals in, text out."""

from decimal import Decimal
from functools import cache, lru_cache

from babel import Locale
from babel.numbers import NumberPattern, format_decimal, parse_pattern

LOCALES = {"en": "en", "fr": "fr", "zh": "zh_Hans_CN"}
MINUS = "\N{MINUS SIGN}"


def locale_of(language: str) -> str:
    """Return Babel's name for one of our languages."""
    return LOCALES[language]


@lru_cache(maxsize=50_000)  # an issue prints the same numbers again and again
def format_number(value: Decimal, language: str, decimals: int | None = None) -> str:
    """Return a number with the language's marks: 2,378 and 7.89, or 2 378 and 7,89.

    Args:
        value: the number; nothing is lost unless `decimals` says so.
        language: en, fr or zh.
        decimals: how many to print; by default as many as the number has, zeros at the end left out.
    """
    if decimals is None:
        plain = value.normalize()
        exponent = plain.as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    pattern = _pattern(decimals)
    text = format_decimal(abs(value), format=pattern, locale=locale_of(language))
    return f"{MINUS}{text}" if _rounds_below_zero(value, decimals) else text


def format_signed(value: Decimal, language: str, decimals: int | None = None) -> str:
    """Return a difference with its sign: +12, −3, and 0 without one."""
    text = format_number(value, language, decimals)
    if value > 0 and any(sign in "123456789" for sign in text):
        return f"+{text}"
    return text


def format_bytes(count: int, language: str) -> str:
    """Return a size in bytes, kilobytes or megabytes."""
    for unit, size in (("MB", 10**6), ("kB", 10**3)):
        if count >= size:
            return f"{format_number(Decimal(count) / size, language, 1)} {unit}"
    return f"{format_number(Decimal(count), language)} B"


def plural_of(count: int, language: str) -> str:
    """Return the plural category of a count: one or other."""
    return "one" if Locale.parse(locale_of(language)).plural_form(count) == "one" else "other"


@cache
def _pattern(decimals: int) -> NumberPattern:
    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))


def _rounds_below_zero(value: Decimal, decimals: int) -> bool:
    return value < 0 and round(value, decimals) != 0
