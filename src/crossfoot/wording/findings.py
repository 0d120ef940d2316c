"""One plain sentence for each finding, in the reader's language, made from the finding's values.

The values come already written in that language: numbers with its marks, names of areas and data
elements, periods. Which ones a sentence needs, `gaps` tells; they are named like the columns of the
table `findings`, and like the fields of its `detail`.
"""

import string
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

from crossfoot.wording.places import place_in_text

LANGUAGES = ("en", "fr", "zh")


class Explanation(NamedTuple):
    """What a check says about itself."""

    what: str
    why: str
    remedy: str


def title(check: str, language: str) -> str:
    """Return a check's name for a heading: Areas do not sum."""
    return _texts(language)[f"{check}.title"]


def explanation(check: str, language: str) -> Explanation | None:
    """Return what a check compares, why it matters and what to do; None where the check itself is the source.

    The English text stands in the check's own module.
    """
    found: dict[str, Explanation] = getattr(_module(language), "EXPLANATIONS", {})
    return found.get(check)


def sentence(check: str, outcome: str, language: str, values: Mapping[str, str]) -> str:
    """Return one plain sentence on a finding.

    Args:
        check: code of the check.
        outcome: passed, failed, missing or broken.
        language: en, fr or zh.
        values: what `gaps` names, written in the language; `holds_if`, `suggestion`, `cell`, `row` and `column`
            as in the table. `parts_name` (counties) may be left out.

    Raises:
        KeyError: a value that the sentence needs is not given.
    """
    texts = _texts(language)
    given = {"title": texts[f"{check}.title"], "parts_name": texts["areas"], **values}
    if "file" in values and "row" in values:
        given["place"] = _place(texts, values, language)
    text = texts[_key(check, outcome, texts, values)].format_map(given)
    if outcome == "failed" and values.get("holds_if"):
        text += texts["space"] + texts[f"holds_if.{values['holds_if']}"]
    return text


def gaps(check: str, outcome: str, language: str) -> frozenset[str]:
    """Return the names of all values that a check's sentences for an outcome need."""
    texts = _texts(language)
    keys = [_key(check, outcome, texts, {"suggestion": suggestion, "written": "?"}) for suggestion in ("", "?")]
    found = {name for key in keys for _, name, _, _ in string.Formatter().parse(texts[key]) if name}
    if "place" in found:
        found |= {"file", "cell", "row", "column"}
    return frozenset(found - {"title", "parts_name", "place"})


def _key(check: str, outcome: str, texts: Mapping[str, str], values: Mapping[str, str]) -> str:
    usual = f"{check}.{outcome}"
    if values.get("suggestion") and f"{usual}.suggested" in texts:
        return f"{usual}.suggested"
    if values.get("written") == "" and f"{usual}.unwritten" in texts:
        return f"{usual}.unwritten"
    if values.get("written") == "" and f"{usual}.empty" in texts:
        return f"{usual}.empty"
    return usual if usual in texts else outcome


def _place(texts: Mapping[str, str], values: Mapping[str, str], language: str) -> str:
    """Where in a file something stands: its cell, its row and column, or only the file."""
    in_text = place_in_text(values["cell"], language)
    if in_text:
        quoted = f": {values['column']}" if values["column"] else ""  # the sentence it stands in
        return f"{values['file']}, {in_text}{quoted}"
    if values["cell"]:
        return texts["place.cell"].format_map(values)
    if values["column"]:
        return texts["place.column"].format_map(values)
    return texts["place.row" if values["row"] not in ("", "0") else "place.file"].format_map(values)


def _module(language: str) -> object:
    return import_module(f"crossfoot.wording.findings_{language}")


@cache
def _texts(language: str) -> dict[str, str]:
    found: dict[str, str] = getattr(_module(language), "SENTENCES")  # noqa: B009 - the module is chosen by language
    return found
