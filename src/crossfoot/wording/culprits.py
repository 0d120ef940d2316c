"""What is suggested where something does not add up, in the reader's language: the change, its cause, and what is against it.

Names of cells and numbers come already written in that language.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import NamedTuple

LANGUAGES = ("en", "fr", "zh")


class WrittenChange(NamedTuple):
    """One change as a reader sees it.

    `cell` is empty where the figure itself says which is meant, `stated` for a blank, `suggested` where nothing
    settles the value.
    """

    cell: str
    stated: str
    suggested: str


def sentence(changes: Sequence[WrittenChange], repairs: int, language: str) -> str:
    """Return what would hold: If Montserrado were 794 instead of 194, both relations would hold.

    Args:
        changes: the cells that change together, at least one.
        repairs: how many relations would hold that now do not.
        language: en, fr or zh.
    """
    texts = _texts(language)
    said = texts["and"].join(_change(texts, change) for change in changes)
    count = {1: "one", 2: "two"}.get(repairs, "many")
    return texts[f"if.{count}"].format(changes=said, repairs=repairs)


def cause(code: str, language: str) -> str:
    """Return how the stated value may have come about: two adjacent digits exchanged."""
    return _texts(language)[f"cause.{code}"]


def confidence(code: str, language: str) -> str:
    """Return how far a suggestion is to be trusted: likely."""
    return _texts(language)[f"confidence.{code}"]


def against(code: str, language: str) -> str:
    """Return what speaks against a suggestion, as a sentence."""
    return _texts(language)[f"against.{code}"]


def unsettled(language: str) -> str:
    """Return that the search was ended before everything was known."""
    return _texts(language)["unsettled"]


def unexplained(language: str) -> str:
    """Return that nothing explains the difference."""
    return _texts(language)["unexplained"]


def _change(texts: Mapping[str, str], change: WrittenChange) -> str:
    if not change.suggested:
        return texts["change.open"].format(cell=change.cell, stated=change.stated)
    key = "change.blank" if not change.stated else "change" if change.cell else "change.plain"
    return texts[key].format(cell=change.cell, stated=change.stated, suggested=change.suggested)


@cache
def _texts(language: str) -> dict[str, str]:
    module = import_module(f"crossfoot.wording.culprits_{language}")
    found: dict[str, str] = getattr(module, "SENTENCES")  # noqa: B009 - the module is chosen by language
    return found
