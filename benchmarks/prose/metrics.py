"""How readers are scored: V value exact, VU value and unit, S span, Q qualifier; micro-averaged, one to one.

V   a prediction matches when its value is equal (relative tolerance 1e-6); a range needs both ends.
VU  V, and the canonical units are equal.
S   a predicted span overlaps a gold span; several predictions inside one gold span count once.
Q   share of value-matched quantities whose qualifier is right, where the gold has one.
In sets where only one kind is labelled, a prediction counts against precision only if it carries a unit.
"""

import math
import re

NOT_FIGURES = frozenset({"year", "date", "time", "id", "section", "phone", "version", "name", "ordinal", "vague"})
_UNITS = {
    "percent": "% percent percentage per_cent pct percentage_drop pc",
    "dollar": "$ us$ usd dollar united_states_dollar us_dollar american_dollar",
    "pound sterling": "£ gbp british_pound pound_sterling pound", "euro": "€ eur euro",
    "chinese yuan": "chinese_yuan yuan rmb cny 元", "japanese yen": "japanese_yen yen jpy ¥",
    "metre": "m metre meter", "kilometre": "km kilometre kilometer", "centimetre": "cm centimetre centimeter",
    "millimetre": "mm millimetre millimeter", "micrometre": "µm μm um micrometre micrometer micron",
    "nanometre": "nm nanometre nanometer", "kilogram": "kg kilogram kilogramme", "gram": "g gram gramme",
    "milligram": "mg milligram", "tonne": "t tonne metric_ton ton 吨", "pound-mass": "lb lbs pound-mass",
    "ounce": "oz ounce", "litre": "l litre liter", "millilitre": "ml millilitre milliliter cubic_centimetre",
    "hectare": "ha hectare", "acre": "acre",
    "square kilometre": "km2 km² km^2 square_kilometre square_kilometer sqkm",
    "square metre": "m2 m² m^2 square_metre square_meter", "cubic metre": "m3 m³ m^3 cubic_metre cubic_meter",
    "square mile": "square_mile", "square foot": "square_foot sqft", "second": "s sec second",
    "minute": "min minute", "hour": "h hr hour", "day": "d day", "week": "week wk", "month": "month",
    "year": "yr year a", "celsius": "c °c celsius degree_celsius centigrade ℃",
    "fahrenheit": "f °f fahrenheit degree_fahrenheit", "kelvin": "k kelvin",
    "degree": "° deg degree degree_angle",
    "mile": "mi mile", "foot": "ft foot feet", "inch": "in inch inche", "yard": "yd yard",
    "mile per hour": "mph mile_per_hour",
    "kilometre per hour": "km/h kph kilometre_per_hour kilometer_per_hour",
    "kilowatt": "kw kilowatt", "megawatt": "mw megawatt", "kilowatt-hour": "kwh kilowatt_hour kilowatt-hour",
    "gigabyte": "gb gigabyte", "megabyte": "mb megabyte", "hertz": "hz hertz", "gigahertz": "ghz gigahertz",
    "volt": "v volt", "watt": "w watt", "joule": "j joule", "indian rupee": "indian_rupee rupee rs inr ₹",
    "canadian dollar": "canadian_dollar c$ cad", "australian dollar": "australian_dollar a$ aud",
    "german mark": "mark deutsche_mark german_mark", "swiss franc": "swiss_franc franc chf", "cent": "cent ¢",
    "barrel": "barrel bbl", "dozen": "dozen",
}  # fmt: skip
_CANONICAL = {word.replace("_", " "): unit for unit, words in _UNITS.items() for word in words.split()}


def canonical(unit):
    """Return one name for all spellings of a unit; "" for none."""
    unit = (unit or "").strip().lower().replace("_", " ").replace("meter", "metre").replace("liter", "litre")
    if unit in ("", "-", "dimensionless", "unk", "unknown", "none", "count"):
        return ""
    unit = re.sub(r"\s*(of age|old)$", "", unit)
    for form in (
        unit,
        unit.removesuffix("s"),
        re.sub(r"ies$", "y", unit),
        re.sub(r"(ch|sh|x|s)es$", r"\1", unit),
    ):
        if form in _CANONICAL:
            return _CANONICAL[form]
    return unit[:-1] if unit.endswith("s") and not unit.endswith("ss") else unit


def evaluate(rows, predictions, mode, tolerance=1e-6):
    """Return {"V" | "VU" | "S": (precision, recall, F1), "Q": …, "read as figures": …} in percent."""
    counts = {"V": [0, 0, 0], "VU": [0, 0, 0], "S": [0, 0, 0]}
    right, judged, taken, distractors = 0, 0, 0, 0
    for row in rows:
        gold = row["gold"]
        found = [p for p in predictions.get(row["id"], []) if p.get("kind") not in NOT_FIGURES]
        for start, end in row.get("ignore", []):
            found = [p for p in found if p.get("start") is None or p["end"] <= start or p["start"] >= end]
        for other in row.get("distractors", []):
            distractors += 1
            taken += any(_overlap(p, other) for p in found)
        if mode == "span":
            _add(counts["S"], *_spans(gold, found))
            continue
        pairs = _pairs(gold, found, lambda g, p: _same_value(g, p, tolerance))
        united = _pairs(
            gold,
            found,
            lambda g, p: _same_value(g, p, tolerance) and canonical(g.get("unit")) == canonical(p.get("unit")),
        )
        matched = {j for _, j in pairs}
        judged_here = [p for j, p in enumerate(found) if mode != "typed" or j in matched or canonical(p.get("unit"))]
        _add(counts["V"], len(pairs), len(gold), len(judged_here))
        _add(counts["VU"], len(united), len(gold), len(judged_here))
        for i, j in pairs:
            if gold[i].get("qual") and found[j].get("qual") is not None:
                judged += 1
                right += gold[i]["qual"] == found[j]["qual"]
    scores = {name: _f1(*count) for name, count in counts.items() if count[1]}
    if judged:
        scores["Q"] = 100 * right / judged
    if distractors:
        scores["read as figures"] = f"{taken}/{distractors}"
    return scores


def _add(count, *more):
    for at, n in enumerate(more):
        count[at] += n


def _f1(right, gold, found):
    precision = 100 * right / found if found else 0.0
    recall = 100 * right / gold if gold else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def _overlap(one, other):
    return one.get("start") is not None and one["start"] < other["end"] and other["start"] < one["end"]


def _spans(gold, found):
    places = sorted((g["start"], g["end"]) for g in gold)
    hit, wrong = set(), 0
    for prediction in found:
        over = [at for at, (start, end) in enumerate(places) if _overlap(prediction, {"start": start, "end": end})]
        if over:
            hit.add(over[0])
        else:
            wrong += 1
    return len(hit), len(places), len(hit) + wrong


def _ranged(quantity):
    return quantity.get("lo") is not None and quantity.get("hi") is not None


def _close(one, other, tolerance):
    return one is not None and other is not None and math.isclose(one, other, rel_tol=tolerance, abs_tol=1e-9)


def _same_value(gold, prediction, tolerance):
    if _ranged(gold) or _ranged(prediction):
        return (
            _ranged(gold)
            and _ranged(prediction)
            and _close(gold["lo"], prediction["lo"], tolerance)
            and _close(gold["hi"], prediction["hi"], tolerance)
        )
    return _close(gold.get("value"), prediction.get("value"), tolerance)


def _pairs(gold, found, same):
    """Match one to one; where both have spans, overlapping ones first and others never."""
    used, pairs, paired = set(), [], set()
    for overlapping in (True, False):
        for i, g in enumerate(gold):
            if i in paired:
                continue
            for j, p in enumerate(found):
                if j in used or not same(g, p):
                    continue
                both = g.get("start") is not None and p.get("start") is not None
                if overlapping != (both and _overlap(p, g)) or (both and not _overlap(p, g)):
                    continue
                used.add(j)
                paired.add(i)
                pairs.append((i, j))
                break
    return pairs
