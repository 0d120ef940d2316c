"""Addresses of the net and of mail: digits in them are no figures."""

import re

_ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>，。；]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_SIGNS = ("://", "www.", "@")


def find_addresses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places of the addresses in a stretch of text, in order."""
    if all(text.find(sign, start, end) < 0 for sign in _SIGNS):
        return []
    return [match.span() for match in _ADDRESS.finditer(text, start, end)]
