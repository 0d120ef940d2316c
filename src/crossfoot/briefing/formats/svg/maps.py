"""A map of areas in shades: equirectangular, true to scale at its middle latitude."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from math import ceil, cos, floor, radians

from crossfoot.briefing.document import Chart, Point
from crossfoot.briefing.formats.svg.strokes import ON_PHONE, WIDTH, breadth, label
from crossfoot.terms.shape import Ring, Rings

TALLEST = 440
NEAR = 0.6  # places of a line closer than this are one, in pixels
SMALL = 4.0  # an area that would be drawn smaller than this gets a mark of its own
HALF_WAY = 180  # degrees: a map wider than that goes round the back of the earth
DARK = ("c4", "c5")  # shades on which letters are light
STEP = 3  # pixels between the lines on which room for a name is looked for
LINE = 15  # height of a line of a label
LETTERS = 11  # height of its letters
SWATCH, KEY_ROW = 16, 24
LETTER = 9.5  # about the width of a letter of the key, on a phone
WORTH = 0.85  # the key stands at the side where the map stays at least so large

Box = tuple[float, float, float, float]  # left, bottom, right, top in degrees


def draw_map(chart: Chart, number: int) -> tuple[int, str]:
    """Return the height of a map and what is inside its SVG element; `number` makes its hatching its own."""
    shapes = _round_the_back(chart.shapes)
    box = _box(shapes)
    key_width = 34 + LETTER * max((len(words) for _, words in chart.key), default=0)
    squeeze = cos(radians((box[1] + box[3]) / 2))
    wide, tall = max((box[2] - box[0]) * squeeze, 1e-9), max(box[3] - box[1], 1e-9)
    scale = min(WIDTH / wide, TALLEST / tall)
    beside = min((WIDTH - key_width) / wide, TALLEST / tall)
    at_side = beside >= WORTH * scale
    scale = beside if at_side else scale
    drawn = [[_pixels(ring, box, squeeze, scale) for ring in rings] for rings in shapes]
    points = chart.series[0].points
    areas = [_area(rings, point, number) for rings, point in zip(drawn, points, strict=True)]
    names = [text for rings, point in zip(drawn, points, strict=True) for text in _labels(rings, point)]
    height = ceil(scale * tall) + 4
    if at_side:
        key, ends = _key(chart.key, WIDTH - key_width + 10, 8, 1, key_width, number)
    else:
        columns = max(1, floor(WIDTH / key_width))
        key, ends = _key(chart.key, 4, height + 12, columns, key_width, number)
    return max(height, ends), f"{_hatching(number)}{''.join(areas)}{''.join(names)}{key}"


def _round_the_back(shapes: Sequence[Rings]) -> Sequence[Rings]:
    """The shapes, those west of the date line moved to the east where that makes the map narrower."""
    left, _, right, _ = _box(shapes)
    if right - left <= HALF_WAY:
        return shapes
    moved = [tuple(tuple((x + 360 if x < 0 else x, y) for x, y in ring) for ring in rings) for rings in shapes]
    west, _, east, _ = _box(moved)
    return moved if east - west < right - left else shapes


def _box(shapes: Iterable[Rings]) -> Box:
    places = [place for rings in shapes for ring in rings for place in ring]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return min(xs), min(ys), max(xs), max(ys)


def _pixels(ring: Ring, box: Box, squeeze: float, scale: float) -> list[tuple[float, float]]:
    out: list[tuple[float, float]] = []
    for lon, lat in ring:
        x, y = 2 + (lon - box[0]) * squeeze * scale, 2 + (box[3] - lat) * scale
        if not out or abs(x - out[-1][0]) + abs(y - out[-1][1]) >= NEAR:
            out.append((round(x, 1), round(y, 1)))
    return out


Drawn = list[list[tuple[float, float]]]
Rows = dict[int, list[tuple[float, float]]]  # spans inside an area, by the number of the line across it


def _area(rings: Drawn, point: Point, number: int) -> str:
    told = escape(f"{point.label}: {point.text}")
    fill = f' fill="url(#c{number}-hatch)"' if point.kind == "missing" else ""
    places = [place for ring in rings for place in ring]
    left, right = min(x for x, _ in places), max(x for x, _ in places)
    top, bottom = min(y for _, y in places), max(y for _, y in places)
    if max(right - left, bottom - top) < SMALL:
        x, y = (left + right) / 2 - SMALL, (top + bottom) / 2 - SMALL
        shape = f'<rect x="{x:.1f}" y="{y:.1f}" width="{2 * SMALL:.0f}" height="{2 * SMALL:.0f}"'
    else:
        lines = (f"M{'L'.join(f'{x:g} {y:g}' for x, y in ring)}Z" for ring in rings if len(ring) > 2)  # noqa: PLR2004
        shape = f'<path fill-rule="evenodd" d="{"".join(lines)}"'
    return f'{shape} class="area {escape(point.kind)}"{fill}><title>{told}</title></{shape[1:5]}>'


def _labels(rings: Drawn, point: Point) -> Iterator[str]:
    """The area's name and figure where there is room for both, or its figure; nothing where there is none.

    Letters are larger on a phone: what fits on a wide screen only is hidden there, and the other way round.
    """
    rows = _rows(rings)
    wide, narrow = _fitting(rows, point, 1.0), _fitting(rows, point, ON_PHONE)
    if wide == narrow:
        yield from _lines(rows, point, wide, ON_PHONE, "")
        return
    yield from _lines(rows, point, wide, 1.0, " wide")
    yield from _lines(rows, point, narrow, ON_PHONE, " narrow")


def _fitting(rows: Rows, point: Point, much: float) -> tuple[str, ...]:
    ways = ((point.label, point.text), (point.text,)) if point.value is not None else ((point.label,),)
    for lines in ways:
        needed = (max(map(breadth, lines)) + 2) * much
        if _roomiest(rows, _height(lines) * much)[2] >= needed:
            return lines
    return ()


def _height(lines: tuple[str, ...]) -> float:
    return LINE * (len(lines) - 1) + LETTERS


def _lines(rows: Rows, point: Point, lines: tuple[str, ...], much: float, mark: str) -> Iterator[str]:
    if not lines:
        return
    x, y, _ = _roomiest(rows, _height(lines) * much)
    apart = LINE * (1 + much) / 2
    first = y - apart * (len(lines) - 1) / 2 + 4
    for n, words in enumerate(lines):
        kind = "value" if n == len(lines) - 1 and point.value is not None else "place"
        on = f" on-{point.kind}" if point.kind in DARK else ""
        yield label(x, first + apart * n, words, "middle", kind + on + mark)


def _rows(rings: Drawn) -> Rows:
    """Where each of the lines across the map, STEP apart, is inside the area: its spans from left to right."""
    crossed: dict[int, list[float]] = {}
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
            low, high = sorted((y1, y2))
            for n in range(ceil(low / STEP), ceil(high / STEP)):
                crossed.setdefault(n, []).append(x1 + (x2 - x1) * (n * STEP - y1) / (y2 - y1))
    return {n: [*zip(sorted(xs)[::2], sorted(xs)[1::2], strict=False)] for n, xs in crossed.items()}


def _roomiest(rows: Rows, height: float) -> tuple[float, float, float]:
    """The middle of the widest room of a height, and how wide it is."""
    half = ceil(height / 2 / STEP)
    best = (0.0, 0.0, 0.0)
    for n in rows:
        room = rows.get(n - half, [])
        for other in (n - half // 2, n, n + half // 2, n + half):
            spans = rows.get(other, [])
            room = [(max(a, c), min(b, d)) for a, b in room for c, d in spans if min(b, d) > max(a, c)]
        for left, right in room:
            if right - left > best[2]:
                best = ((left + right) / 2, n * STEP, right - left)
    return best


def _hatching(number: int) -> str:
    return (
        f'<defs><pattern id="c{number}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect class="unhatched" width="6" height="6"/>'
        '<line class="hatch" x1="0" x2="0" y1="0" y2="6"/></pattern></defs>'
    )


def _key(
    key: Sequence[tuple[str, str]], left: float, top: float, columns: int, width: float, number: int
) -> tuple[str, int]:
    """What the shades stand for, and where it ends."""
    down = ceil(len(key) / columns)
    out = []
    for n, (kind, words) in enumerate(key):
        x, y = left + width * (n // down), top + KEY_ROW * (n % down)
        fill = f' fill="url(#c{number}-hatch)"' if kind == "missing" else ""
        out.append(
            f'<rect class="area {escape(kind)}"{fill} x="{x:.1f}" y="{y:.1f}" width="{SWATCH}" height="{SWATCH}"/>'
        )
        out.append(label(x + SWATCH + 7, y + SWATCH - 3, words, "start", "named"))
    return "".join(out), ceil(top + KEY_ROW * down)
