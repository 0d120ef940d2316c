"""The gold sets, as records of text and quantities. They are read where they lie, never copied here."""

import json
import re
from pathlib import Path

# set → (file, language, what is labelled): "all" quantities, "typed" those of one kind, "span" places
SETS = {
    "newsquant": ("newsquant/newsquant.jsonl", "en", "all"),
    "grobid": ("grobid/grobid_quantities.jsonl", "en", "all"),
    "measeval_eval": ("measeval/measeval_eval.jsonl", "en", "span"),
    "quantulum3_tests": ("quantulum3/quantulum3_tests.jsonl", "en", "all"),
    "rec_number_en": ("recognizers/number_en.jsonl", "en", "all"),
    "rec_percent_en": ("recognizers/percent_en.jsonl", "en", "typed"),
    "rec_dimension_en": ("recognizers/dimension_en.jsonl", "en", "typed"),
    "rec_currency_en": ("recognizers/currency_en.jsonl", "en", "typed"),
    "rec_number_zh": ("recognizers/number_zh.jsonl", "zh", "all"),
    "rec_percent_zh": ("recognizers/percent_zh.jsonl", "zh", "typed"),
    "rec_dimension_zh": ("recognizers/dimension_zh.jsonl", "zh", "typed"),
    "rec_currency_zh": ("recognizers/currency_zh.jsonl", "zh", "typed"),
    "rec_number_fr": ("recognizers/number_fr.jsonl", "fr", "all"),
    "duckling_en": ("duckling/duckling_numerals.jsonl", "en", "all"),
    "duckling_zh": ("duckling/duckling_numerals.jsonl", "zh", "all"),
    "duckling_fr": ("duckling/duckling_numerals.jsonl", "fr", "all"),
    "pitfalls_en": ("pitfalls/pitfalls.jsonl", "en", "all"),
    "pitfalls_zh": ("pitfalls/pitfalls.jsonl", "zh", "all"),
    "pitfalls_fr": ("pitfalls/pitfalls.jsonl", "fr", "all"),
    "sitreps_en": ("sitreps/sitrep_gold.jsonl", "en", "all"),
    "sitreps_fr": ("sitreps/sitrep_gold.jsonl", "fr", "all"),
}
# In these sets a counted noun ("cases") is the unit; the others leave the unit of a count empty.
NOUNS_ARE_UNITS = frozenset({"newsquant", "pitfalls_en", "pitfalls_zh", "pitfalls_fr", "sitreps_en", "sitreps_fr"})
_WORDS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100,
    "once": 1, "twice": 2, "half": 0.5, "thousand": 1000, "a": 1, "an": 1, "million": 1e6,
}  # fmt: skip


def load(name, data):
    """Return the records of a set: {id, text, gold: [{start, end, value | lo, hi, unit, qual}], …}."""
    file, language, _ = SETS[name]
    lines = (Path(data) / file).read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row.get("lang", "en") == language]
    if name == "grobid":
        return [_from_grobid(row) for row in rows]
    if name.startswith("rec_"):
        for row in rows:
            row["gold"] = [gold for gold in row["gold"] if gold.get("value") is not None]
    return rows


def available(data):
    """Return the names of the sets whose file is there."""
    return [name for name, (file, _, _) in SETS.items() if (Path(data) / file).is_file()]


def _from_grobid(row):
    """Return a record whose plainly written numbers are gold; the others are passed over, right or wrong."""
    gold, ignored = [], []
    for measure in row["gold"]:
        numbers = measure["nums"]
        values = [_literal(number["text"]) for number in numbers]
        spread = any(number.get("type") in ("range", "base") for number in numbers)
        if not numbers or spread or None in values:
            ignored.append((measure["start"], measure["end"]))
            continue
        base = {
            "start": measure["start"],
            "end": measure["end"],
            "unit": measure["unit"],
            "text": measure["text"],
        }
        if measure["type"] == "interval" and len(values) == 2:
            gold.append({**base, "lo": min(values), "hi": max(values), "value": sum(values) / 2})
        elif len(values) > 1 or measure["type"] == "list":
            for number, value in zip(numbers, values, strict=True):
                gold.append({**base, "start": number["start"], "end": number["end"], "value": value})
        else:
            gold.append({**base, "value": values[0]})
    return {**row, "gold": gold, "ignore": ignored}


def _literal(text):
    """Return the number that a literal plainly is, or None."""
    text = text.strip().lower().translate(str.maketrans({"−": "-", "–": "-", "\u2009": " ", "\u00a0": " "}))
    if text in _WORDS:
        return float(_WORDS[text])
    tens = re.fullmatch(r"([a-z]+ty)[- ]([a-z]+)", text)
    if tens and tens[1] in _WORDS and tens[2] in _WORDS:
        return float(_WORDS[tens[1]] + _WORDS[tens[2]])
    power = re.fullmatch(r"([+-]?\d+(?:\.\d+)?)\s*[×x*\.·]\s*10\s*\^?\s*([+-]?\s?\d+)", text)
    if power:
        return float(power[1]) * 10 ** int(power[2].replace(" ", ""))
    if re.fullmatch(r"[+-]?\d+(?:\.\d+)?e[+-]?\d+", text):
        return float(text)
    if re.fullmatch(r"[+-]?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?", text):
        return float(re.sub("[, ]", "", text))
    if re.fullmatch(r"[+-]?\s?\d*\.?\d+", text):
        return float(text.replace(" ", ""))
    scaled = re.fullmatch(r"([\d.,]+)\s*(million|billion|thousand)", text)
    if scaled:
        return float(scaled[1].replace(",", "")) * {"thousand": 1e3, "million": 1e6, "billion": 1e9}[scaled[2]]
    return None
