"""Which language a stretch of text is written in: English, French or Chinese."""

import re

from crossfoot.prose.languages import LANGUAGES

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_ACCENTS = re.compile("[éèêàçùôîû]")
SAMPLE = 4000  # characters looked at
_HAN_SHARE = 0.15  # of all letters; a Chinese report may name foreign firms at length
DEFAULT = "en"


def detect_language(text: str) -> str:
    """Return "en", "fr" or "zh"; English where nothing tells."""
    return tell_language(text.lower(), 0, min(len(text), SAMPLE)) or DEFAULT


def tell_language(low: str, start: int, end: int) -> str:
    """Return the language of lower-case text from `start` to `end`, "" where nothing tells."""
    end = min(end, start + SAMPLE)
    if not low.isascii():
        han = len(_HAN.findall(low, start, end))
        if han and han >= _HAN_SHARE * (end - start):
            return "zh"
    best, most = "", 0
    words = low[start:end].replace("'", " ").split()
    for code, language in LANGUAGES.items():
        if not language.telltale:
            continue
        found = len([word for word in words if word in language.telltale])
        if found > most:
            best, most = code, found
    if not best and _ACCENTS.search(low, start, end):
        return "fr"
    return best
