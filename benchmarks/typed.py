"""Numerals planted in templates of all kinds: how many are flagged, and how often a date or section number is.

    python benchmarks/typed.py [--seed 1952] [--planted 1000]

Prints a line for each language and kind of template, and every miss and every false flag.
"""

import argparse
import random

from crossfoot.briefing.typed import typed_numbers

NUMERALS = {
    "en": [
        "{n}",
        "{t}",
        "{d} %",
        "{d} per cent",
        "a third of the",
        "two thirds of the",
        "one in five",
        "half a million",
        "two dozen",
        "{w}",
        "{d} million",
        "over {t}",
        "nearly {n}",
        "{n}-{m}",
        "three quarters",
        "twelve hundred",
        "{k} lakh",
    ],
    "fr": [
        "{n}",
        "{f}",
        "{c} %",
        "un tiers",
        "deux tiers",
        "un sur cinq",
        "un demi-million",
        "deux douzaines",
        "{v}",
        "{c} millions",
        "plus de {f}",
        "près de {n}",
        "de {n} à {m}",
        "les trois quarts",
        "quatre-vingt-dix",
    ],
    "zh": [
        "{n}",
        "{t}",
        "{d}%",
        "三分之一",
        "两成",
        "半数",
        "{z}",
        "{d}万",
        "超过{t}",
        "近{n}",
        "{n}至{m}",
        "四百五十七万",
        "一百二十余",
    ],
}
WORDS = {
    "en": ["seven", "twelve", "forty-two", "ninety", "three hundred", "six thousand"],
    "fr": ["sept", "douze", "quarante-deux", "quatre-vingts", "trois cents", "six mille"],
    "zh": ["七百", "十二", "四十二", "九千", "三百零五", "六万"],
}
SENTENCES = {
    "en": [
        "In {{{{ period() }}}}, {x} cities reported.",
        "{{{{ figure('a') }}}} of {x} children were reached.",
        "Of these, {x} came late, as in {{{{ name('N') }}}}.",
        "Vaccinators reached {x} households in the north.",
    ],
    "fr": [
        "En {{{{ period() }}}}, {x} enfants ont été vaccinés.",
        "{{{{ figure('a') }}}} foyers et {x} écoles.",
        "Parmi eux, {x} villages du nord.",
        "Les équipes ont visité {x} ménages.",
    ],
    "zh": ["{{{{ period() }}}}，共有{x}人接种。", "其中{x}个城市已经开始。", "北部报告{x}例。", "各队走访了{x}户。"],
}
SHAPES = {
    "paragraph": "{s}",
    "list item": "- {s}",
    "numbered item": "1. {s}",
    "heading": "## 2. {s}",
    "emphasis": "**{s}**",
    "condition": "{{% if figure('a').complete %}}\n{s}\n{{% endif %}}",
    "quotation": "> {s}",
    "loop": "{{% for area in areas %}}\n{s}\n{{% endfor %}}",
}
CLEAN = {
    "en": [
        "As of {day} {month} 2014, see section {a}.{b}.",
        "### {a}.{b} Where we stand",
        "Table {a} and annex {b}.",
        "On 2014-10-{day:02}, at 14:{day:02}, week {day} began.",
        "Circular no. {a} of {day} {month} 2014 stands.",
        "{a}. Next steps",
        "Call 0231 {day:02} 44 {b}7 for help with COVID-19.",
        "Page {a} of the plan for 2014–15.",
    ],
    "fr": [
        "Au {day} octobre 2014, voir section {a}.{b}.",
        "### {a}.{b} Situation",
        "Tableau {a}, annexe {b}.",
        "Le {day:02}/10/2014 à 14h{day:02}, semaine {day}.",
        "{a}. Suites à donner",
        "Circulaire n° {a} du {day} mars 2014.",
    ],
    "zh": [
        "截至2014年10月{day}日，见第{a}.{b}节。",
        "### {a}.{b} 现状",
        "表{a}，附件{b}。",
        "第{a}号通报，2014年{b}月{day}日。",
        "第{day}周的情况。",
    ],
}
MONTHS = ["January", "March", "June", "October"]


def planted(rng: random.Random, language: str) -> str:
    """Return a numeral as an author may type it."""
    n = rng.randrange(2, 999)
    t = rng.randrange(1_000, 9_999_999)
    d = f"{rng.randrange(1, 99)}.{rng.randrange(1, 9)}"
    gaps = {
        "n": n,
        "m": n + rng.randrange(1, 90),
        "t": f"{t:,}",
        "f": f"{t:,}".replace(",", " "),
        "d": d,
        "c": d.replace(".", ","),
        "k": rng.randrange(2, 9),
    }
    word = rng.choice(WORDS[language])
    return rng.choice(NUMERALS[language]).format(**gaps, w=word, v=word, z=word)


def main() -> None:
    """Plant, count and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1952)
    parser.add_argument("--planted", type=int, default=1000)
    asked = parser.parse_args()
    rng = random.Random(asked.seed)
    missed, flagged = [], 0
    for n in range(asked.planted):
        language = ("en", "fr", "zh")[n % 3]
        sentence = rng.choice(SENTENCES[language]).format(x=planted(rng, language))
        template = rng.choice(list(SHAPES.values())).format(s=sentence)
        if typed_numbers(template):
            flagged += 1
        else:
            missed.append(template)
    false = []
    for n in range(asked.planted):
        language = ("en", "fr", "zh")[n % 3]
        gaps = {"a": rng.randrange(1, 9), "b": rng.randrange(1, 9), "day": rng.randrange(10, 28)}
        template = rng.choice(CLEAN[language]).format(**gaps, month=rng.choice(MONTHS))
        told = typed_numbers(template)
        if told:
            false.append((template, told))
    print(f"planted {asked.planted}, flagged {flagged} ({100 * flagged / asked.planted:.1f} %)")
    share = 100 * len(false) / asked.planted
    print(f"dates, section numbers and the like {asked.planted}, flagged {len(false)} ({share:.1f} %)")
    for template in missed[:40]:
        print("  missed:", template.replace("\n", " / "))
    for template, told in false[:40]:
        print("  false:", template, [t.text for t in told])


if __name__ == "__main__":
    main()
