"""One character for another: spaces, dashes and digits of all kinds made plain, with every offset kept.

Everything here maps one code point to one code point, so an offset in the plain text is the same
offset in the text that was given.
"""

import re

NARROW = "\u00a0"  # stands for every space that does not break: a separator of thousands
JOINER = "\u2060"  # stands for what is not seen at all

_SPACES = {code: NARROW for code in (0x00A0, 0x2007, 0x2008, 0x2009, 0x200A, 0x202F)}
_BLANKS = {
    code: " " for code in (0x0009, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x205F, 0x3000)
}
_BREAKS = {code: "\n" for code in (0x000B, 0x000C, 0x000D, 0x0085, 0x2028, 0x2029)}
_UNSEEN = {code: JOINER for code in (0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x200E, 0x200F)}
_UNSEEN |= {code: JOINER for code in range(0x202A, 0x202F)} | {code: JOINER for code in range(0x2066, 0x206A)}
_DASHES = {code: "-" for code in (0x2010, 0x2011, 0x2043, 0xFE63, 0xFF0D)}
_LONG_DASHES = {code: "–" for code in (0x2012, 0x2013, 0x2015, 0xFE58)}
_QUOTES = {code: "'" for code in (0x2018, 0x2019, 0x201B, 0x02BC, 0xFF07)}
_OTHERS = {
    0x0000: " ",
    0x0130: "I",  # the one letter whose lower case is longer than itself
    0x03BC: "µ",
    0x2044: "/",
    0x2215: "/",
    0x223C: "~",
    0xFF5E: "~",
    0x301C: "~",
    0xFE6A: "%",
    0x066A: "%",
    0x066B: ".",
    0x066C: ",",
    0x2A7E: "≥",
    0x2A7D: "≤",
    0x2267: "≥",
    0x2266: "≤",
    0x2103: "℃",
}
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5E) if code not in (0xFF0C, 0xFF07, 0xFF0D)}
_ZEROS = (  # the zero of each script of the world's plane; its nine follow it
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6,
    0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0,
    0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0x1D7CE, 0x1D7EC, 0x1D7F6,
)  # fmt: skip
_DIGITS = {zero + n: str(n) for zero in _ZEROS for n in range(10)}
_PRIVATE = {code: "•" for code in range(0xF000, 0xF100)}  # bullets of symbol fonts, as PDF files give them
PLAIN = (
    _WIDE
    | _SPACES
    | _BLANKS
    | _BREAKS
    | _UNSEEN
    | _DASHES
    | _LONG_DASHES
    | _QUOTES
    | _OTHERS
    | _DIGITS
    | _PRIVATE
)
# All but what is plain already: most of ASCII, accented letters, Chinese characters.
_ODD = re.compile("[^ -~\n\u00c0-\u012f\u0131-\u024f\u4e00-\u9fff]")
_WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
_ENDLESS = re.compile(r"\d{101,}")
_EMPHASIS = re.compile(r"(?<!\*)\*+(?=[^\s*])|(?<=[^\s*])\*+")


def levelled(text: str) -> str:
    """Return the text in plain characters, exactly as long as it was.

    Marks of emphasis become spaces; a row of digits longer than any number is no number.
    """
    if "，" in text:
        text = _WIDE_COMMA.sub(",", text)
    text = _ODD.sub(_plain, text)
    if "*" in text:
        text = _EMPHASIS.sub(lambda match: " " * len(match.group()), text)
    return _ENDLESS.sub(lambda match: "x" * len(match.group()), text)


def _plain(match: re.Match[str]) -> str:
    character = match.group()
    return PLAIN.get(ord(character), character)
