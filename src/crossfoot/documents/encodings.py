"""The encoding of a received text: as told, as marked, or as its bytes give away; always the same answer."""

import codecs
import re

from crossfoot.errors import UnreadableReturnError

BYTE_MARKS = {  # longest first: UTF-32's begins as UTF-16's does
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
LOOK_AT = 100_000  # bytes
ASCII = 128
# Pairs that GB 2312 has: its marks and its 6,763 characters. Western letters form such pairs by chance only.
_PAIR = re.compile(rb"[\xa1-\xa9\xb0-\xf7][\xa1-\xfe]")
_HIGH = re.compile(rb"[\x80-\xff]")
# Pairs of Big5: the second byte may be a letter's, so that only a text full of them is taken for one.
_BIG5 = re.compile(rb"[\xa1-\xf9][\x40-\x7e\xa1-\xfe]")
DENSE = 0.2  # share of bytes above 127 from which a text is no Western one
BIG5 = 0.95  # share of them that begin such a pair or end it
WIDE = 0.1  # share of characters with a byte of zero from which a text is UTF-16; fewer are stray
CHINESE = 0.8  # share of the bytes above 127 that lie in such pairs in a Chinese text


def decoded(blob: bytes, encoding: str | None = None) -> str:
    """Return the text of a file, in the encoding that is given, marked, or fits best.

    Raises:
        UnreadableReturnError: the encoding given is unknown or does not fit.
    """
    marked = next((name for mark, name in BYTE_MARKS.items() if blob.startswith(mark)), None)
    if marked is not None:
        try:
            return blob.decode(marked)
        except UnicodeDecodeError:
            raise UnreadableReturnError(f"is marked as {marked[:6].upper()} and is not") from None
    if encoding is not None:
        try:
            return blob.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            raise UnreadableReturnError(f"is not in the encoding {encoding}") from None
    for name in _candidates(blob):
        try:
            return blob.decode(name)
        except UnicodeDecodeError:
            continue
    return blob.decode("latin-1")


def _candidates(blob: bytes) -> tuple[str, ...]:
    head = blob[:LOOK_AT]
    first, second = head[::2].count(0), head[1::2].count(0)
    if max(first, second) > WIDE * len(head) / 2 and min(first, second) <= max(first, second) / 4:  # 一 is 4E00
        # UTF-16 without its mark: of digits, delimiters and line ends one byte of two is zero.
        return ("utf-16-le", "utf-16-be") if second >= first else ("utf-16-be", "utf-16-le")
    high = len(_HIGH.findall(head))
    paired = 2 * len(_PAIR.findall(head))
    if paired >= CHINESE * high:
        return ("utf-8", "gb18030", "cp1252")
    if high >= DENSE * len(head):
        taken = sum(2 if pair[1] >= ASCII else 1 for pair in _BIG5.findall(head))
        if taken >= BIG5 * high:
            return ("utf-8", "big5hkscs", "gb18030", "cp1252")
    return ("utf-8", "cp1252")
