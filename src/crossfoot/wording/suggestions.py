"""One sentence for each suggestion of what may have gone wrong, in the reader's language.

Places, numbers and periods come already written in that language.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crossfoot.wording.culprits import against, cause

PAIR = 2  # so many are joined by "and"
MOST = 3  # changes that a sentence names one by one

ENGLISH = {
    "change": "{place}'s {stated} were {suggested}",
    "change.about": "{stated} for {about} of {place} were {suggested}",
    "blank": "{place} stated {suggested} where nothing stands",
    "blank.about": "{place} stated {suggested} for {about}, where nothing stands",
    "and": " and ",
    "list": ", ",
    "others": ", and {count} more figures were changed",
    "would": "If {changes}, {repairs}{breaks} ({confidence}; {cause}).",
    "open": "{place}'s {stated} may be wrong; what it should be cannot be told ({confidence}; {cause}).",
    "open.about": "{stated} for {about} of {place} may be wrong; what it should be cannot be told "
    "({confidence}; {cause}).",
    "open.several": "{count} figures may be wrong; what they should be cannot be told ({confidence}; {cause}).",
    "repairs.one": "this would hold",
    "repairs.two": "this and another relation would both hold",
    "repairs.more": "this and {count} other relations would hold",
    "breaks.one": ", but one that holds would not",
    "breaks.more": ", but {count} that hold would not",
    "likely": "likely",
    "possible": "possible",
    "weak": "a guess",
    "about.separator": ", ",
}
FRENCH = {
    "change": "{place} indiquait {suggested} au lieu de {stated}",
    "change.about": "{place} indiquait {suggested} au lieu de {stated} pour {about}",
    "blank": "{place} indiquait {suggested} là où il n'y a rien",
    "blank.about": "{place} indiquait {suggested} pour {about}, là où il n'y a rien",
    "and": " et que ",
    "list": ", que ",
    "others": " et que {count} autres chiffres étaient changés",
    "would": "Si {changes}, {repairs}{breaks} ({confidence} ; {cause}).",
    "open": "Le chiffre {stated} de {place} est peut-être faux ; on ne peut dire ce qu'il devrait être ({confidence} ; "
    "{cause}).",
    "open.about": "Le chiffre {stated} de {place} pour {about} est peut-être faux ; on ne peut dire ce qu'il devrait "
    "être ({confidence} ; {cause}).",
    "open.several": "{count} chiffres sont peut-être faux ; on ne peut dire ce qu'ils devraient être ({confidence} ; "
    "{cause}).",
    "repairs.one": "cette relation tiendrait",
    "repairs.two": "cette relation et une autre tiendraient toutes deux",
    "repairs.more": "cette relation et {count} autres tiendraient",
    "breaks.one": ", mais une qui tient ne tiendrait plus",
    "breaks.more": ", mais {count} qui tiennent ne tiendraient plus",
    "likely": "probable",
    "possible": "possible",
    "weak": "simple supposition",
    "about.separator": ", ",
}
CHINESE = {
    "change": "{place}的{stated}应为{suggested}",
    "change.about": "{place}{about}的{stated}应为{suggested}",
    "blank": "{place}空白处应为{suggested}",
    "blank.about": "{place}{about}空白处应为{suggested}",
    "and": "，且",
    "list": "，",
    "others": "，且另有{count}个数字改变",
    "would": "如果{changes}，则{repairs}{breaks}（{confidence}；{cause}）。",
    "open": "{place}的{stated}可能有误，应为多少不能断定（{confidence}；{cause}）。",
    "open.about": "{place}{about}的{stated}可能有误，应为多少不能断定（{confidence}；{cause}）。",
    "open.several": "有{count}个数字可能有误，应为多少不能断定（{confidence}；{cause}）。",
    "repairs.one": "此项成立",
    "repairs.two": "此项与另一项关系都成立",
    "repairs.more": "此项与另外{count}项关系都成立",
    "breaks.one": "，但有一项原来成立的关系不再成立",
    "breaks.more": "，但有{count}项原来成立的关系不再成立",
    "likely": "很可能",
    "possible": "有可能",
    "weak": "仅为推测",
    "about.separator": "，",
}
TEXTS: Mapping[str, Mapping[str, str]] = {"en": ENGLISH, "fr": FRENCH, "zh": CHINESE}


@dataclass(frozen=True, slots=True)
class Changed:
    """One figure that would be other than stated, in words."""

    place: str  # name of the area
    about: str  # what tells it from the finding's own figure: data element, period; empty where it is the same
    stated: str  # empty for a blank
    suggested: str  # empty where only the figure is known to be wrong


@dataclass(frozen=True, slots=True)
class Told:
    """A suggestion, in words."""

    changes: tuple[Changed, ...]
    repairs: int  # findings, this one counted
    breaks: int
    confidence: str  # code: likely, possible, weak
    cause: str  # its code
    against: tuple[str, ...] = ()  # codes of what speaks against it


def suggestion_sentence(told: Told, language: str) -> str:
    """Return one plain sentence on a suggestion, and one on each thing that speaks against it."""
    texts = TEXTS[language]
    values = {"confidence": texts[told.confidence], "cause": cause(told.cause, language)}
    if all(change.suggested for change in told.changes):
        text = texts["would"].format(changes=_changes(told.changes, texts), repairs=_repairs(told.repairs, texts),
                                     breaks=_breaks(told.breaks, texts), **values)  # fmt: skip
    elif len(told.changes) == 1:
        one = told.changes[0]
        key = "open.about" if one.about else "open"
        text = texts[key].format(place=one.place, about=one.about, stated=one.stated, **values)
    else:
        text = texts["open.several"].format(count=len(told.changes), **values)
    text = text[:1].upper() + text[1:]
    space = "" if language == "zh" else " "
    return space.join([text, *(against(code, language) for code in told.against)])


def about(parts: Sequence[str], language: str) -> str:
    """Return what a figure is about, of its parts that are not empty."""
    return TEXTS[language]["about.separator"].join(part for part in parts if part)


def _changes(changes: tuple[Changed, ...], texts: Mapping[str, str]) -> str:
    said = []
    for change in changes[:MOST]:
        key = ("change" if change.stated else "blank") + (".about" if change.about else "")
        said.append(
            texts[key].format(
                place=change.place, about=change.about, stated=change.stated, suggested=change.suggested
            )
        )
    rest = len(changes) - MOST
    return texts["list" if len(changes) > PAIR else "and"].join(said) + (texts["others"].format(count=rest) if rest > 0 else "")


def _repairs(count: int, texts: Mapping[str, str]) -> str:
    others = count - 1
    if others > 1:
        return texts["repairs.more"].format(count=others)
    return texts["repairs.two" if others else "repairs.one"]


def _breaks(count: int, texts: Mapping[str, str]) -> str:
    if count == 0:
        return ""
    return texts["breaks.one"] if count == 1 else texts["breaks.more"].format(count=count)
