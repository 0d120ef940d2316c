"""Names as people write them, led back to codes: exactly, or as a proposal that a person accepts."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

_NOT_WORD = re.compile(r"[\W_]+")
NEAR = 0.74  # share of letters alike from which a name is proposed (one of four may differ); never enough to bind it


def folded(name: str) -> str:
    """Return a name without what people vary unknowingly: case, accents, spaces, line breaks, marks.

    Two names with the same folding are the same name. Nothing else is ever bound by itself.
    """
    bare = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return _NOT_WORD.sub(" ", bare).strip()


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that is most like this one, or "" if none comes near."""
    wanted = folded(name)
    best, best_score = "", NEAR
    matcher = SequenceMatcher(None, b=wanted)  # it keeps what it learns of b only
    for candidate in known:
        matcher.set_seq1(folded(candidate))
        if matcher.real_quick_ratio() < best_score or matcher.quick_ratio() < best_score:
            continue
        score = matcher.ratio()
        if score > best_score:
            best, best_score = candidate, score
    return best


class Names:
    """Codes by name: an exact code first, then a name or alias that belongs to one code only."""

    def __init__(self, codes: Mapping[str, Iterable[str]]) -> None:
        """Take each code with its names and aliases."""
        self._codes = dict.fromkeys(codes)
        self._by_name: dict[str, str | None] = {}
        self._written: dict[str, str] = {}
        for code, names in codes.items():
            for name in (*names, code):  # the code last: of two alike, a person is shown the name
                key = _key(name)
                other = self._by_name.get(key, code)
                self._by_name[key] = code if other == code else None  # None: two codes share it
                self._written[name] = code

    def find(self, name: str) -> str | None:
        """Return the code that a name means, or None if it is unknown or means two."""
        return name if name in self._codes else self._by_name.get(_key(name))

    def knows(self, name: str) -> bool:
        """Tell whether a name means something here, or several things."""
        return name in self._codes or _key(name) in self._by_name

    def propose(self, name: str) -> str:
        """Return the known name nearest to this one, or ""."""
        return nearest(name, self._written)


def _key(name: str) -> str:
    return folded(name) or name.strip()  # a name of marks alone is only itself
