"""The six kinds of typing error, put into a figure: each in equal parts."""

import random

KINDS = ("digits swapped", "digit replaced", "digit added", "digit omitted", "times 10", "times 1,000")


def spoilt(chance: random.Random, kind: str, value: int) -> int | None:
    """Return the value with one error of a kind; None where the value does not allow it."""
    text = str(value)
    made = {
        "digits swapped": _swapped,
        "digit replaced": _replaced,
        "digit added": _added,
        "digit omitted": _omitted,
        "times 10": lambda _, digits: digits + "0",
        "times 1,000": lambda _, digits: digits + "000",
    }[kind](chance, text)
    return None if made is None or int(made) == value or (made[0] == "0" and len(made) > 1) else int(made)


def _swapped(chance: random.Random, text: str) -> str | None:
    places = [at for at in range(len(text) - 1) if text[at] != text[at + 1] and not (at == 0 and text[1] == "0")]
    if not places:
        return None
    at = chance.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _replaced(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    other = chance.choice([d for d in "0123456789" if d != text[at] and not (at == 0 and d == "0")])
    return text[:at] + other + text[at + 1 :]


def _added(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice("123456789") + text[at:]


def _omitted(chance: random.Random, text: str) -> str | None:
    if len(text) == 1:
        return None
    at = chance.randrange(len(text))
    return text[:at] + text[at + 1 :]
