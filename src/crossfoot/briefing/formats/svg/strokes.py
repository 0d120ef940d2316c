"""What all charts are drawn with: the width, names cut to fit, round ticks and text."""

from decimal import Decimal
from html import escape

from crossfoot.wording.numbers import format_number

WIDTH = 640
LEFT, RIGHT, TOP, BOTTOM = 60, 16, 14, 28
STEPS = (1, 2, 5, 10)
ROW = 22  # height of a bar with its gap
NAME = 150  # room for an area's name
LONGEST = 20  # letters of it that are shown
WIDE, NARROW = 12.0, 7.0  # pixels
ON_PHONE = 17 / 12  # letters are so much larger on a phone
CJK = 0x2E80  # from here on signs are as wide as they are high


def ticks(least: Decimal, most: Decimal, count: int = 4) -> list[Decimal]:
    """Return round numbers that span a range, about `count` of them."""
    if most <= least:
        most = least + 1
    rough = (most - least) / count
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(Decimal(s) * power for s in STEPS if Decimal(s) * power >= rough)
    at = (least / step).to_integral_value(rounding="ROUND_FLOOR") * step
    out = [at]
    while out[-1] < most:
        out.append(out[-1] + step)
    return out


def label(x: float, y: float, words: str, anchor: str = "start", mark: str = "") -> str:
    """Return words at a place, escaped; `mark` is the class that the style sheet knows."""
    kind = f' class="{mark}"' if mark else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{kind}>{escape(words)}</text>'


def short(value: Decimal, language: str) -> str:
    """Return a tick's label, with the marks of the language; all digits, since 1.5k would need a word for k."""
    return format_number(value, language)


def cut(name: str) -> str:
    """Return a name that fits beside a bar."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def breadth(words: str) -> float:
    """Return about how wide words are drawn, in pixels: a Chinese sign is as wide as it is high."""
    return sum(WIDE if ord(sign) >= CJK else NARROW for sign in words)
