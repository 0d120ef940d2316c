"""Money at a number: US$ 3, 5 €, 300 USD million, pounds that are spent."""

from crossfoot.prose.draft import Draft
from crossfoot.prose.measures import MONEY_MARKS, NAMES
from crossfoot.prose.reading import Kind
from crossfoot.prose.tokens import Passage

_PAID = frozenset("spent spend pay paid cost costs worth price priced fined raised earned sterling £".split())
_DOUBTFUL = frozenset("p re rm fc ff tk real try nis cent".split())  # marks that are words too
_WRITTEN_SMALL = frozenset({"rs", "usd", "us$", "eur"})


def money_before(passage: Passage, draft: Draft) -> None:
    """Take in the currency before the number: US$, £, Rs, EUR."""
    i = draft.first - 1
    if (
        i < 0
        or passage.gap(draft.first) > 1
        or (passage.words[i] not in MONEY_MARKS and passage.words[i] not in "-−.")
    ):
        return
    if (
        passage.words[i] in ("-", "−")
        and passage.gap(draft.first) == 0
        and passage.word(i - 1) in MONEY_MARKS
    ):
        if draft.value is not None and passage.kind(i - 1) == "s":
            draft.value = -draft.value
            i -= 1
    if passage.word(i) == "." and passage.word(i - 1) == "rs":
        i -= 1
    mark = passage.word(i)
    code = MONEY_MARKS.get(mark)
    if code is None or mark in ("p", "re", "rm", "fc", "ff", "tk", "real", "try", "nis") or mark == "cent":
        return
    if passage.kind(i) == "w" and not (passage.text[passage.starts[i]].isupper() or mark in _WRITTEN_SMALL):
        return
    if passage.kind(i) == "s" and passage.kind(i - 1) == "w" and passage.gap(i) <= 1:
        longer = MONEY_MARKS.get(passage.word(i - 1) + mark)
        if longer is not None and (passage.gap(i) == 0 or passage.word(i - 1) not in ("a", "s", "r")):
            code, i = longer, i - 1
    draft.kind, draft.unit, draft.first = Kind.MONEY, code, i


def money_after(passage: Passage, draft: Draft) -> bool:
    """Take in a currency sign or code behind the number: 5 €, 300 USD; a scale may follow it."""
    i = draft.after
    mark = passage.word(i)
    code = MONEY_MARKS.get(mark)
    if code is None or passage.gap(i) > 1 or mark in NAMES or draft.value is None:
        return False
    if passage.kind(i) == "w" and not (passage.raw(i).isupper() and len(mark) > 2):  # noqa: PLR2004 - USD, CHF
        return False
    if passage.kind(i) == "s" and passage.kind(i + 1) == "d" and passage.gap(i + 1) == 0:
        return False  # the sign of the next amount
    power = passage.language.scales.get(passage.word(i + 1), 0) if passage.kind(i) == "w" else 0
    draft.kind, draft.unit, draft.after = Kind.MONEY, code, i + 1 + (power > 0)
    if power:
        draft.value, draft.decimals, draft.power = (
            draft.value.scaleb(power),
            (draft.decimals or 0) - power,
            power,
        )
    return True


def is_spent(passage: Passage, draft: Draft) -> bool:
    """Tell whether "pounds" are money here: the number has a scale, or the words around speak of paying."""
    around = passage.words[max(draft.first - 6, 0) : draft.after + 4]
    return draft.power > 3 or not _PAID.isdisjoint(around)  # noqa: PLR2004 - above thousands
