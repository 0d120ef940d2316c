"""The shapes of a campaign's areas: its GeoJSON file (RFC 7946), read under limits."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from crossfoot.campaign.areas import AreaTree
from crossfoot.campaign.description import MapFile
from crossfoot.errors import CampaignError, Problem
from crossfoot.terms.shape import Place, Ring, Rings

LARGEST_BYTES = 20_000_000
MOST_PLACES = 500_000  # corners of all shapes together
MOST_SHAPES = 20_000
FEWEST = 4  # places of a ring: a triangle and its first corner again
WIDEST, HIGHEST = 180, 90  # degrees
SHOWN = 4  # of what does not fit, in a message
SIMPLER = "Make it smaller first, with mapshaper's 'simplify'."
AGAIN = "Export it again as GeoJSON in longitude and latitude (WGS 84)."


class _RefusedError(Exception):
    """What is wrong with the file, and what to do."""

    def __init__(self, trouble: str, remedy: str) -> None:
        super().__init__(trouble)
        self.remedy = remedy


def read_boundaries(folder: Path, described: MapFile, tree: AreaTree) -> dict[str, Rings]:
    """Return the rings of each area that the file has a shape of, by the area's code.

    An area is known by its code, or else by its name or an alias, whatever its capitals. Shapes of nothing
    that the campaign knows are left out.

    Args:
        folder: where campaign.yaml is.
        described: the file, and the property of each shape that names its area.
        tree: the campaign's areas.

    Raises:
        CampaignError: the file cannot be read, is no GeoJSON of areas, is too large, or knows none of the areas.
    """
    try:
        return _read(folder / described.file, described.code, _names(tree))
    except _RefusedError as exc:
        raise CampaignError([Problem(described.file, None, "", str(exc), exc.remedy)]) from None


def _names(tree: AreaTree) -> dict[str, str]:
    """Codes by what an area may be called; a name that two areas have calls neither."""
    out: dict[str, str] = {}
    for area in tree.areas:
        for name in (area.name, *area.aliases):
            key = name.casefold()
            out[key] = area.code if out.get(key, area.code) == area.code else ""
    return out | {code: code for code in tree.by_code}


def _read(path: Path, key: str, known: dict[str, str]) -> dict[str, Rings]:
    features = _features(_json(path))
    out: dict[str, Rings] = {}
    strangers: list[str] = []
    count = _Count()
    for n, feature in enumerate(features, start=1):
        where = f"shape {n}"
        named = _name(feature, key, where)
        code = known.get(named) or known.get(named.casefold(), "")
        if not code:
            strangers.append(named)
            continue
        if code in out:
            raise _RefusedError(f"{where}: '{named}' has a shape already", "Join the two into one MultiPolygon.")
        out[code] = tuple(_rings(feature.get("geometry"), where, count))
    if not out:
        shown = ", ".join(f"'{name[:40]}'" for name in strangers[:SHOWN])
        raise _RefusedError(
            f"none of its shapes is one of the campaign's areas: '{key}' holds {shown or 'nothing'}",
            "Name the property that holds the area's code or name: map: {file: …, code: …}.",
        )
    return out


def _json(path: Path) -> object:
    def no_number(name: str) -> NoReturn:
        raise _RefusedError(f"holds {name}, which is no number", AGAIN)

    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise _RefusedError(f"is larger than {LARGEST_BYTES // 10**6} MB", SIMPLER)
        return json.loads(path.read_bytes().decode("utf-8-sig"), parse_constant=no_number)
    except OSError as exc:
        raise _RefusedError(f"cannot be opened: {exc.strerror}", "Check its name and rights.") from None
    except RecursionError:
        raise _RefusedError("is nested too deeply", AGAIN) from None
    except ValueError as exc:  # not UTF-8, no JSON, a number of thousands of digits, a name that no file can have
        raise _RefusedError(f"is not JSON: {str(exc)[:120]}", AGAIN) from None


def _features(data: object) -> list[Any]:
    features = data.get("features") if isinstance(data, dict) and data.get("type") == "FeatureCollection" else None
    if not isinstance(features, list):
        raise _RefusedError("is not a FeatureCollection", AGAIN)
    if len(features) > MOST_SHAPES:
        raise _RefusedError(f"has more than {MOST_SHAPES:,} shapes", "Keep the campaign's areas only.")
    return features


def _name(feature: object, key: str, where: str) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        raise _RefusedError(f"{where}: has no properties", AGAIN)
    named = properties.get(key)
    if isinstance(named, bool) or not isinstance(named, str | int):
        has = ", ".join(f"'{name[:40]}'" for name in list(properties)[:SHOWN]) or "none"
        trouble = f"{where}: the property '{key}' is not there, or is no text"
        raise _RefusedError(trouble, f"Its properties are {has}: write the one with the area's code at map → code.")
    return str(named).strip()


@dataclass
class _Count:
    """How many places were read of all shapes together."""

    places: int = field(default=0)


def _rings(geometry: object, where: str, count: _Count) -> Iterator[Ring]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    given = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon") or not isinstance(given, list) or not given:
        raise _RefusedError(f"{where}: is not a Polygon or MultiPolygon", "Keep areas only, no points and no lines.")
    for polygon in given if kind == "MultiPolygon" else [given]:
        if not isinstance(polygon, list) or not polygon:
            raise _RefusedError(f"{where}: has a polygon without a ring", AGAIN)
        for ring in polygon:
            yield _ring(ring, where, count)


def _ring(given: object, where: str, count: _Count) -> Ring:
    if not isinstance(given, list) or len(given) < FEWEST:
        raise _RefusedError(f"{where}: has a ring of fewer than {FEWEST} places", AGAIN)
    count.places += len(given)
    if count.places > MOST_PLACES:
        raise _RefusedError(f"has more than {MOST_PLACES:,} places", SIMPLER)
    ring = tuple(_place(place, where) for place in given)
    if ring[0] != ring[-1]:
        raise _RefusedError(f"{where}: has a ring that is not closed", "Let it end where it begins.")
    return ring


def _place(given: object, where: str) -> Place:
    if not isinstance(given, list) or len(given) < 2:  # noqa: PLR2004 - longitude and latitude, perhaps a height
        raise _RefusedError(f"{where}: '{str(given)[:40]}' is not a place", AGAIN)
    lon, lat = given[0], given[1]
    for degrees, most in ((lon, WIDEST), (lat, HIGHEST)):
        number = isinstance(degrees, int | float) and not isinstance(degrees, bool)
        if not number or not abs(degrees) <= most:
            raise _RefusedError(f"{where}: '{str(degrees)[:40]}' is not within ±{most} degrees", AGAIN)
    return float(lon), float(lat)
