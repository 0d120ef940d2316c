"""The readers that are compared, each a function from text to quantities, in an environment of its own.

python systems.py NAME LANGUAGE < texts.jsonl > quantities.jsonl
"""

import json
import math
import re
import sys
import time
import warnings

# The pass that reading is compared with: number, qualifier and unit in one pattern.
PLAIN = re.compile(
    r"(?:(?:over|about|around|nearly|almost|at least|more than|less than|up to|some|approximately)\s+)?"
    r"(?:US\$|[$€£¥])?[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
    r"(?:\s?(?:million|billion|thousand|trillion|m|bn|k))?"
    r"(?:\s?(?:%|per cent|percent|km2|km|kg|mg|cm|mm|tonnes?|hectares?|years?|days?|weeks?|months?|hours?))?",
    re.IGNORECASE,
)
PACKAGES = {  # what pip installs into the environment of each peer
    "crossfoot": [],
    "quantulum3": ["quantulum3==0.10.0", "inflect", "num2words", "setuptools<81"],
    "recognizers": ["recognizers-text-number-with-unit==1.0.2a2", "recognizers-text-number==1.0.2a2",
                    "emoji==1.1.0", "grapheme", "regex", "python-dateutil"],
    "duckling": ["pyduckling-native-phihos==0.3.0"],
}  # fmt: skip
LANGUAGES = {
    "crossfoot": ("en", "fr", "zh"),
    "quantulum3": ("en",),
    "recognizers": ("en", "fr", "zh"),
    "duckling": ("en", "fr", "zh"),
}


def _number(value):
    try:
        number = float(str(value).replace(",", ""))
    except ValueError:
        return None
    return number if math.isfinite(number) else None


# ---------------------------------------------------------------- ours
_SIGNS = {
    "exact": "=", "only": "=", "over": ">", "at_least": ">=", "under": "<", "at_most": "<=", "about": "~",
    "nearly": "~<", "slightly_over": ">", "slightly_under": "<", "odd": ">", "range": "=",
}  # fmt: skip
_MONEY = {
    "USD": "dollar",
    "GBP": "pound",
    "EUR": "euro",
    "CNY": "yuan",
    "JPY": "yen",
    "penny": "pence",
    "cent": "cent",
    "FRF": "franc",
}
_PEOPLE = {"children": "child", "men": "man", "women": "woman"}


def _singular(noun):
    *before, last = noun.lower().split() or [""]
    if last in _PEOPLE:
        last = _PEOPLE[last]
    elif last.endswith("ies"):
        last = last[:-3] + "y"
    elif last.endswith(("ches", "shes", "xes", "sses")):
        last = last[:-2]
    elif last.endswith("s") and not last.endswith(("ss", "us", "is")):
        last = last[:-1]
    return " ".join([*before, last])


def crossfoot(language):
    """Return our reader."""
    from crossfoot.prose import Kind, read  # noqa: PLC0415 - each system is imported in its own environment only

    unit = _our_unit()

    def quantities(text):
        found = []
        for reading in read(text, language=language):
            quantity = {
                "start": reading.start,
                "end": reading.end,
                "unit": unit(reading),
                "noun": _singular(reading.counted) if reading.kind is Kind.COUNT else "",
                "qual": _SIGNS[reading.qualifier.value],
                "kind": reading.kind.value if reading.is_figure else "name",
                "value": None if reading.value is None else float(reading.value),
            }
            if reading.qualifier.value == "range":
                quantity |= {"lo": float(reading.lower), "hi": float(reading.upper)}
            found.append(quantity)
        return found

    return quantities


def _our_unit():
    """Return a function from our reading to the name of its unit."""
    from crossfoot.prose import Kind  # noqa: PLC0415
    from crossfoot.prose.measures import MONEY_NAMES  # noqa: PLC0415
    from crossfoot.prose.units import unit_name  # noqa: PLC0415

    spelled = {}
    for name, code in MONEY_NAMES.items():
        if len(name.split()) > len(spelled.get(code, "").split()) and not name.endswith("s"):
            spelled[code] = name

    def unit(reading):
        if reading.kind is Kind.MONEY:
            code, _, per = reading.unit.partition("/")
            money = _MONEY.get(code) or spelled.get(code, code.lower())
            return f"{money} per {unit_name(per)}" if per else money
        if reading.unit.startswith("/"):
            return f"per {reading.unit[1:]}"
        named = {"%": "percent", "‰": "permille", "pp": "pp"}
        spoken = named.get(reading.unit) or (unit_name(reading.unit) if reading.unit else "")
        return "pound-mass" if spoken == "pound mass" else spoken

    return unit


# ---------------------------------------------------------------- peers
def quantulum3(_language):
    """Return quantulum3 without its classifier."""
    warnings.filterwarnings("ignore")
    from quantulum3 import parser  # noqa: PLC0415

    def quantities(text):
        found = []
        for quantity in parser.parse(text):
            start, end = quantity.span
            item = {"start": start, "end": end, "value": _number(quantity.value), "unit": quantity.unit.name}
            if quantity.uncertainty is not None:
                item |= {
                    "lo": quantity.value - quantity.uncertainty,
                    "hi": quantity.value + quantity.uncertainty,
                }
            found.append(item)
        return found

    quantities("3 kg and 4 m")
    return quantities


def _longest(raw, rank):
    """Merge the results of separate models: the longest span wins."""
    raw.sort(key=lambda item: (item["start"] - item["end"], rank.get(item["kind"], 1)))
    kept = []
    for item in raw:
        if not any(item["start"] < other["end"] and other["start"] < item["end"] for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda item: item["start"])


def recognizers(language):
    """Return Recognizers-Text with units, its models merged."""
    from recognizers_number import NumberRecognizer  # noqa: PLC0415
    from recognizers_number_with_unit import NumberWithUnitRecognizer  # noqa: PLC0415

    culture = {"en": "en-us", "zh": "zh-cn", "fr": "fr-fr"}[language]
    numbers, units = NumberRecognizer(culture), NumberWithUnitRecognizer(culture)
    models = [("number", numbers.get_number_model()), ("percent", numbers.get_percentage_model())]
    for kind in ("age", "currency", "dimension", "temperature"):
        try:
            models.append((kind, getattr(units, f"get_{kind}_model")()))
        except Exception as problem:  # noqa: BLE001 - a peer that has no such model for the language
            print(language, kind, problem, file=sys.stderr)

    def quantities(text):
        raw = []
        for kind, model in models:
            for result in model.parse(text):
                resolution = result.resolution or {}
                if resolution.get("value") is None:
                    continue
                percent = kind == "percent"
                value = str(resolution["value"]).rstrip("%") if percent else resolution["value"]
                unit = "percentage" if percent else resolution.get("unit") or ""
                raw.append(
                    {
                        "start": result.start,
                        "end": result.end + 1,
                        "value": _number(value),
                        "unit": unit,
                        "kind": kind,
                    }
                )
        return _longest(raw, {"number": 2})

    return quantities


def duckling(language):
    """Return Duckling, its dimensions merged."""
    import duckling as peer  # noqa: PLC0415

    zones = peer.load_time_zones("/usr/share/zoneinfo")
    now = peer.parse_ref_time(zones, "UTC", 1415000000)
    context = peer.Context(now, peer.default_locale_lang(peer.parse_lang(language.upper())))
    wanted = ["number", "quantity", "amount-of-money", "duration", "distance", "temperature", "volume"]
    dimensions = peer.parse_dimensions(wanted)

    def quantities(text):
        raw = []
        for result in peer.parse(text, context, dimensions, False):
            value = result["value"]
            item = {
                "start": result["start"],
                "end": result["end"],
                "kind": result["dim"],
                "unit": value.get("unit") or "",
            }
            if value.get("type") == "interval":
                low, high = (value.get("from") or {}), (value.get("to") or {})
                item["unit"] = (low or high).get("unit", "")
                item["value"] = low.get("value") or high.get("value")
                if low and high:
                    item |= {"lo": low["value"], "hi": high["value"]}
            else:
                item["value"] = _number(value.get("value"))
            raw.append(item)
        return _longest(raw, {"number": 2})

    return quantities


SYSTEMS = {"crossfoot": crossfoot, "quantulum3": quantulum3, "recognizers": recognizers, "duckling": duckling}


def main():
    """Read texts, one JSON string a line; write their quantities and, last, the seconds of reading."""
    quantities = SYSTEMS[sys.argv[1]](sys.argv[2])
    cost = {"seconds": 0.0, "slowest": 0.0, "plain": 0.0}
    for line in sys.stdin:
        text, begin = json.loads(line), time.perf_counter()
        try:
            found = quantities(text)
        except Exception as problem:  # noqa: BLE001 - a peer that fails on a text has read nothing in it
            print(repr(problem)[:200], file=sys.stderr)
            found = []
        seconds = time.perf_counter() - begin
        cost["seconds"] += seconds
        cost["slowest"] = max(cost["slowest"], seconds)
        cost["plain"] += plain_pass(text)  # right after it, so that both meet the same load
        print(json.dumps(found, ensure_ascii=False))
    print(json.dumps(cost))


def plain_pass(text):
    """Return the seconds that one plain pass over the text takes."""
    begin = time.perf_counter()
    for _ in PLAIN.finditer(text):
        pass
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()
