"""Shapes of areas: what is known by code or name, and what is refused with a remedy."""

import json
from pathlib import Path

import pytest

from crossfoot.campaign import AreaTree, boundaries
from crossfoot.campaign.boundaries import read_boundaries
from crossfoot.campaign.description import MapFile
from crossfoot.errors import CampaignError
from crossfoot.terms.area import Area

TREE = AreaTree(
    (
        Area("X", "Land", "country", ""),
        Area("N", "North", "region", "X", aliases=("Septentrio",)),
        Area("S", "South", "region", "X"),
    )
)
SQUARE = [[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]


def feature(code: object, ring: object = None, kind: str = "Polygon") -> dict[str, object]:
    return {
        "type": "Feature",
        "properties": {"code": code},
        "geometry": {"type": kind, "coordinates": [SQUARE if ring is None else ring]},
    }


def read(tmp_path: Path, *features: object, code: str = "code"):
    (tmp_path / "a.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}), "utf-8")
    return read_boundaries(tmp_path, MapFile(file="a.geojson", code=code), TREE)


def test_an_area_is_known_by_its_code_its_name_or_an_alias(tmp_path):
    assert set(read(tmp_path, feature("N"), feature("south"), feature("Elsewhere"))) == {"N", "S"}
    assert read(tmp_path, feature("SEPTENTRIO")) == {"N": (tuple((float(x), float(y)) for x, y in SQUARE),)}


def test_a_number_may_be_a_code(tmp_path):
    (tmp_path / "a.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature(3)]}), "utf-8")
    tree = AreaTree((Area("3", "Third", "region", ""),))
    assert set(read_boundaries(tmp_path, MapFile(file="a.geojson"), tree)) == {"3"}


def test_several_polygons_are_one_area(tmp_path):
    multi = feature("N", kind="MultiPolygon")
    multi["geometry"]["coordinates"] = [[SQUARE], [[[5, 5], [5, 6], [6, 6], [5, 5]]]]
    assert len(read(tmp_path, multi)["N"]) == 2


REFUSED = [
    ([feature("Elsewhere")], "none of its shapes"),
    ([feature("N"), feature("North")], "has a shape already"),
    ([feature(None)], "property 'code' is not there"),
    ([feature(True)], "property 'code' is not there"),
    ([feature(["N"])], "property 'code' is not there"),
    (["N"], "has no properties"),
    ([{"properties": {"code": "N"}, "geometry": None}], "is not a Polygon"),
    ([feature("N", kind="Point")], "is not a Polygon"),
    ([feature("N", ring=7)], "fewer than 4 places"),
    ([feature("N", ring=[[0, 0], [0, 1], [0, 0]])], "fewer than 4 places"),
    ([feature("N", ring=[[0, 0], [0, 1], [1, 1], [1, 0]])], "not closed"),
    ([feature("N", ring=[[0, 0], [0, 91], [1, 1], [0, 0]])], "±90"),
    ([feature("N", ring=[[0, 0], [10**400, 1], [1, 1], [0, 0]])], "±180"),
    ([feature("N", ring=[[0, 0], ["1", 1], [1, 1], [0, 0]])], "±180"),
    ([feature("N", ring=[[0, 0], [True, 1], [1, 1], [0, 0]])], "±180"),
    ([feature("N", ring=[[0, 0], [1], [1, 1], [0, 0]])], "not a place"),
    ([feature("N", ring=[[0, 0], {"x": 1}, [1, 1], [0, 0]])], "not a place"),
]


@pytest.mark.parametrize(("features", "told"), REFUSED)
def test_what_is_no_shape_is_refused_with_a_remedy(tmp_path, features, told):
    with pytest.raises(CampaignError) as caught:
        read(tmp_path, *features)
    [problem] = caught.value.problems
    assert told in problem.trouble
    assert problem.file == "a.geojson"
    assert problem.remedy


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 200_000, "nested too deeply"),
        ('{"type": "FeatureCollection", "features": [NaN]}', "holds NaN"),
        ('{"type": "FeatureCollection", "features": [-Infinity]}', "holds -Infinity"),
        ('{"type": "FeatureCollection", "features": ' + "9" * 5000 + "}", "not JSON"),
        ("[]", "not a FeatureCollection"),
        ("null", "not a FeatureCollection"),
        ('{"type": "Topology"}', "not a FeatureCollection"),
        ('{"type": "FeatureCollection", "features": {}}', "not a FeatureCollection"),
        ("\udcff", "not JSON"),
    ],
)
def test_what_is_no_geojson_is_refused(tmp_path, text, told):
    (tmp_path / "a.geojson").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(CampaignError, match=told):
        read_boundaries(tmp_path, MapFile(file="a.geojson"), TREE)


@pytest.mark.parametrize("name", ["absent.geojson", "a\0b", "."])
def test_a_file_that_cannot_be_opened_is_told(tmp_path, name):
    with pytest.raises(CampaignError):
        read_boundaries(tmp_path, MapFile(file=name), TREE)


@pytest.mark.parametrize(
    ("limit", "told"), [("LARGEST_BYTES", "larger"), ("MOST_PLACES", "more than 3"), ("MOST_SHAPES", "more than 3")]
)
def test_limits_are_kept(tmp_path, monkeypatch, limit, told):
    monkeypatch.setattr(boundaries, limit, 3)
    with pytest.raises(CampaignError, match=told):
        read(tmp_path, *(feature(code) for code in ("N", "S", "X", "Y")))
