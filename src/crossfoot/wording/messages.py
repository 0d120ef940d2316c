"""The sentences of the briefing in each language: looked up by key, never put together from scraps."""

import string
from functools import cache
from importlib import import_module

from crossfoot.wording.numbers import plural_of

LANGUAGES = ("en", "fr", "zh")


@cache
def messages(language: str) -> dict[str, str]:
    """Return all messages of a language by key."""
    found: dict[str, str] = import_module(f"crossfoot.wording.messages_{language}").MESSAGES
    return found


def word(key: str, language: str, count: int | None = None) -> str:
    """Return a message; with a count, its form for that many (`key.one` or `key.other`)."""
    if count is not None:
        return messages(language)[f"{key}.{plural_of(count, language)}"]
    return messages(language)[key]


def pieces(message: str) -> list[tuple[str, str]]:
    """Return a message as (text before, name of the gap) pairs; the last name is empty."""
    return [(text, name or "") for text, name, _, _ in string.Formatter().parse(message)]


def levels_of(level: str, language: str) -> str:
    """Return a level's name in the plural: county, counties."""
    if language == "zh":
        return level
    if language == "fr":
        return level if level.endswith(("s", "x", "z")) else f"{level}s"
    if level.endswith("y") and level[-2:-1] not in "aeiou":
        return f"{level[:-1]}ies"
    return f"{level}es" if level.endswith(("s", "x", "ch", "sh")) else f"{level}s"
