"""Shares: "a of b (p %)", "a, accounting for p % of b", "of b, a (p %)", case fatality."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crossfoot.proof.document import Evidence, Figure
from crossfoot.proof.relations.breakdowns import by_sentence
from crossfoot.proof.relations.claim import FEWEST, Claim, share_claim, untold
from crossfoot.proof.relations.members import OF_THEM, of_one_kind
from crossfoot.proof.relations.words import ACCOUNTING, CASES, DEATHS, FATALITY, PARTLY
from crossfoot.proof.source import Source
from crossfoot.prose import Kind
from crossfoot.terms.finding import Outcome

OF = re.compile(
    r"[\s*]*(?:out of|of|sur|des|/|among|parmi)[\s*]+"
    r"(?:the |a |all |les |un |total(?: of)? |nationwide |\w+ ){0,4}\**"
)
# What was planned: "8,000 kits against a target of 9,000", "118 vaccinés sur une cible de 125".
OF_TARGET = re.compile(
    r"[^\d.;:。；：\n]{0,60}\b(?:against|on|out of|of|for|vs\.?|versus|contre|pour|sur)\s"
    r"(?:an? |the |its |une? |la |le |l['’]|leur )?(?:\w+ ){0,2}"
    r"(?:target(?:ed)?|plan(?:ned)?|goal|objectif|cible|prévus?|attendus?)(?: \w+)?(?: of| de| d['’])?\s*\**"
)
TARGET_BEHIND = re.compile(
    r"[\s*]*(?:(?:of|du|de l['’]|de la) ?(?:the |its |our )?(?:\w+ ){0,2}|[(（]\s*)"
    r"(target|plan|goal|objectif|cible|目标|目標|计划|計劃|应种|應種)[^\d;；。]{0,14}"
)
SAID_SO = re.compile(r"[\s*]*(?:[\w'’-]+[\s*]+){0,5}[(\[（,，][\s*]*(?:or |i\.e\.,? |soit |=)?[\s*]*")
SLASH = re.compile(r"\s*/\s*")
OPEN = re.compile(r"[\s*]*(?:[\w'’-]+[\s*]+){0,5}[(\[（][\s*]*(?:or |i\.e\.,? |soit |=|约|占)?[\s*]*")
OPEN_AFTER_NUMBER = re.compile(r"[\s*]*[例人名个户件]?[\s*]*[(\[（,，;:=][\s*]*(?:or |i\.e\.,? |soit |=|占)?[\s*]*")
CLOSE = re.compile(r"\s*[)\]）,;]")
TO_WHOLE = re.compile(
    r"[\s*]*(?:of|du|des|de|d['’]|sur)[\s*]*(?:(?:the|all|a|known|nationwide|national|overall|total|registered|reported|"
    r"les|le|la|un|total|ensemble|of|des|du|de)[\s*]+){1,6}"
)
SENTENCE_OF = re.compile(
    r"^\W*(?:out of|of|among|sur|parmi)\s+(?:the |these |those |a total of |les |ces |un total de )?$"
)
TAKES_UP = re.compile(r"[^。;；]{0,20}?[,，][^。;；,，]{0,4}[占佔][^。;；,，]{0,12}")
IN_HAN = re.compile(r"^\W*(?:在|这|全部|共)?$")
AMONG_HAN = re.compile(r"[^,，。;；\d]{0,8}[中里][,，]?")
SCOPED = re.compile(
    r"[)\]）] (?:[\w'’-]+ ){0,3}(?:in|at|during|en|à|au|dans) (?:the |la |le |les |l['’])?([A-ZÀ-Ý]\w+|\d{4})\b"
    r"|[,，;；](?:在)?(\d{4}年|[\u4e00-\u9fff]{1,6}?[省市县区州乡镇村])"
)
OTHER_BASE = re.compile(
    r"\s*[)\]）]\s*(?:of|among|out of|des|de ces|parmi|sur)\b(?! (?:the )?(?:cases|total)\b)"
)
LONGEST = 2000  # code points of a sentence in which years and places are looked for
MOST_BEFORE = 4  # figures before a percentage among which its part and target are looked for
REACH = 300  # code points between the words that break a group down and its last part
NEAR = 60  # code points between a part and the words that give its share


def find_shares(source: Source) -> Iterator[Claim]:
    """Yield the shares that words or signs declare; the nearest form first, and one for each percentage."""
    for figures in source.running:
        if len(figures) <= FEWEST or not any(figure.kind is Kind.PERCENT for figure in figures):
            continue
        for sentence in by_sentence(figures):
            yield from of_sentence(source, sentence)


def of_sentence(source: Source, figures: list[Figure]) -> Iterator[Claim]:
    """Yield at most one share for each percentage of a sentence."""
    for number, percent in enumerate(figures):
        if percent.kind is not Kind.PERCENT:
            continue
        claim = (
            after_pair(source, figures, number)
            or of_target(source, figures, number)
            or target_behind(source, figures, number)
            or before_pair(source, figures, number)
            or taken_up(source, figures, number)
            or accounted(source, figures, number)
            or of_opening(source, figures, number)
            or of_group(source, figures, number)
            or fatality(source, figures, number)
        )
        if claim is not None:
            yield claim


def between(source: Source, left: Figure, right: Figure) -> str:
    """Return the lower-case text between two figures."""
    return source.low[left.end : right.start]


def same_unit(*figures: Figure) -> bool:
    """Tell whether all are counts, or amounts, of one unit."""
    alike = len({figure.unit for figure in figures}) == 1
    return alike and all(figure.kind in (Kind.COUNT, Kind.MEASURE, Kind.MONEY) for figure in figures)


def after_pair(source: Source, figures: Sequence[Figure], number: int) -> Claim | None:
    """Read "772 of 795 (97 %)" and "772/795 (97 %)"."""
    if number < FEWEST:
        return None
    part, whole, percent = figures[number - 2 : number + 1]
    joint = between(source, part, whole)
    if not same_unit(part, whole) or not (OF.fullmatch(joint) or SLASH.fullmatch(joint)):
        return None
    if not OPEN.fullmatch(between(source, whole, percent)):
        return None
    if not CLOSE.match(source.low[percent.end : percent.end + 4]):
        return None
    return share_claim(percent, part, whole, Evidence.DECLARED, joint.strip())


def of_target(source: Source, figures: Sequence[Figure], number: int) -> Claim | None:
    """Read "5,600 kits against a target of 8,000 (70 %)" and "118 400 sur une cible de 125 000, soit 94,7 %"."""
    near = figures[max(0, number - MOST_BEFORE) : number]
    before = [figure for figure in near if figure.kind is not Kind.PERCENT]
    if len(before) < FEWEST:
        return None
    whole, percent = before[-1], figures[number]
    if not SAID_SO.fullmatch(between(source, whole, percent)):
        return None
    for part in reversed(before[:-1]):
        joint = OF_TARGET.fullmatch(_without_ages(source, part, whole, figures))
        if joint is not None and same_unit(part, whole):
            return share_claim(percent, part, whole, Evidence.DECLARED, joint[0].split()[-1])
    return None


def target_behind(source: Source, figures: Sequence[Figure], number: int) -> Claim | None:
    """Read "3,482 were vaccinated, 91 % of the target of 3,826" and 接种457万人次，完成率为78.5%（目标人口580万）.

    Only where a single figure before the percentage can be the part.
    """
    if number + 1 >= len(figures):
        return None
    percent, whole = figures[number], figures[number + 1]
    joint = TARGET_BEHIND.fullmatch(between(source, percent, whole))
    before = [figure for figure in figures[:number] if same_unit(figure, whole)]
    if joint is None or len(before) != 1:
        return None
    return share_claim(percent, before[0], whole, Evidence.DECLARED, joint[1])


def _without_ages(source: Source, part: Figure, whole: Figure, figures: Sequence[Figure]) -> str:
    """Return the words between a part and its target, without the measures between them: children of 0 to 59 months."""
    out, done = "", part.end
    for figure in figures:
        if part.end <= figure.start < whole.start and figure.kind is Kind.MEASURE and figure.unit != part.unit:
            out, done = out + source.low[done : figure.start], figure.end
    return out + source.low[done : whole.start]


def before_pair(source: Source, figures: Sequence[Figure], number: int) -> Claim | None:
    """Read "97 % (772 of 795)" and "97 % (772/795)"."""
    if number + 2 >= len(figures):
        return None
    percent, part, whole = figures[number : number + 3]
    joint = between(source, part, whole)
    if not same_unit(part, whole) or not (OF.fullmatch(joint) or SLASH.fullmatch(joint)):
        return None
    if not re.fullmatch(r"\s*[(\[（]\s*", between(source, percent, part)):
        return None
    return share_claim(percent, part, whole, Evidence.DECLARED, joint.strip())


def accounted(source: Source, figures: Sequence[Figure], number: int) -> Claim | None:
    """Read "14,939 offenders, accounting for 7.8 % of the nationwide total of 189,338"."""
    if number < 1 or number + 1 >= len(figures):
        return None
    part, percent, whole = figures[number - 1 : number + 2]
    words = between(source, part, percent)
    cues = list(ACCOUNTING.finditer(words))
    cue = cues[-1] if cues else None
    if cue is None or not same_unit(part, whole) or len(words) > NEAR or re.search(r"[.;:。]", words):
        return None
    if not re.fullmatch(r"[\s*]*(?:about|roughly|environ|约)?[\s*]*", words[cue.end() :]):
        return None
    if not TO_WHOLE.fullmatch(between(source, percent, whole)):
        return None
    return share_claim(percent, part, whole, Evidence.DECLARED, cue[0])


def taken_up(source: Source, figures: Sequence[Figure], number: int) -> Claim | None:
    """Read 14939人,占全国189338人的7.8%."""
    if number < FEWEST:
        return None
    part, whole, percent = figures[number - 2 : number + 1]
    joint = between(source, part, whole)
    if not same_unit(part, whole) or len(joint) > NEAR or not TAKES_UP.fullmatch(joint):
        return None
    if not re.fullmatch(r"[^,，。;；、\d]{0,12}的[\s*]*(?:约)?[\s*]*", between(source, whole, percent)):
        return None
    return share_claim(percent, part, whole, Evidence.DECLARED, "占")


def of_opening(source: Source, figures: Sequence[Figure], number: int) -> Claim | None:
    """Read "Of the 200 cases, 120 (60 %) were male and 80 (40 %) female"."""
    whole, percent = figures[0], figures[number]
    if number < FEWEST or not opens(source, whole) or OTHER_BASE.match(source.low, percent.end):
        return None
    part = figures[number - 1]
    if PARTLY.search(source.low[figures[1].end : part.start]):
        return None  # "of whom 30 (25 %)": another whole than the one that opens the sentence
    if part is whole or not same_unit(part, whole) or not re.search(r"[,，]", between(source, whole, figures[1])):
        return None
    gap = between(source, part, percent)
    if not (OPEN_AFTER_NUMBER.fullmatch(gap) or OPEN.fullmatch(gap)) or part.value > whole.value:
        return None
    if any(OF.fullmatch(between(source, one, other)) for one, other in pairwise(figures[1:])):
        return None
    cue = source.text[whole.sentence[0] : whole.start].strip() or "中"
    claim = share_claim(percent, part, whole, Evidence.DECLARED, cue)
    scopes = {match[1] or match[2] for match in SCOPED.finditer(source.text[whole.end : whole.sentence[1]][:LONGEST])}
    unsure = len(scopes) >= FEWEST or of_another(claim, figures[1:number])
    return untold(claim, "base") if unsure and claim.outcome is Outcome.FAILED else claim


def of_group(source: Source, figures: Sequence[Figure], number: int) -> Claim | None:
    """Read "5,900 contacts, of whom 3,200 women (54 %) and 2,700 men (46 %)": shares of the group before the cue."""
    percent, part = figures[number], figures[number - 1]
    gap = between(source, part, percent)
    if number < FEWEST or not (OPEN.fullmatch(gap) or OPEN_AFTER_NUMBER.fullmatch(gap)):
        return None
    cues = list(OF_THEM.finditer(source.low, max(figures[0].end, part.start - REACH), part.start))
    before = [figure for figure in figures[:number] if cues and figure.end <= cues[-1].start()]
    wholes = [figure for figure in before if same_unit(figure, part) and figure.value >= part.value]
    if not wholes or OTHER_BASE.match(source.low, percent.end):
        return None
    if re.search(r"[.;。；]", source.low[cues[-1].end() : part.start]):
        return None
    known = [whole for whole in reversed(wholes) if of_one_kind(source, whole, part, strong=True)]
    claims = [share_claim(percent, part, whole, Evidence.DECLARED, cues[-1][0]) for whole in known]
    held = [claim for claim in claims if claim.outcome is Outcome.PASSED]
    if held or not claims:
        return held[0] if held else None
    return untold(claims[0], "base") if of_another(claims[0], figures[:number]) else claims[0]


def opens(source: Source, whole: Figure) -> bool:
    """Tell whether a sentence begins "of 500 children," or 500名儿童中."""
    before = source.low[whole.sentence[0] : whole.start]
    han = IN_HAN.match(before) is not None and AMONG_HAN.match(source.low, whole.end) is not None
    return han or SENTENCE_OF.match(before) is not None


def of_another(claim: Claim, figures: Sequence[Figure]) -> bool:
    """Tell whether a later number is the base: "of 200, 120 came and 60 (50 %) spoke"."""
    percent, part = claim.stated, claim.parts[0]
    return any(
        share_claim(percent, part, other, Evidence.FOUND, "").outcome is Outcome.PASSED
        for other in figures
        if other is not part and other.value > part.value and same_unit(part, other)
    )


def fatality(source: Source, figures: Sequence[Figure], number: int) -> Claim | None:
    """Read "360 cases and 90 deaths (case fatality rate 25 %)" where each is named once before it."""
    percent, before = figures[number], figures[:number]
    label = FATALITY.search(source.low[max(percent.sentence[0], percent.start - 40) : percent.start])
    if label is None or any(figure.kind is Kind.PERCENT for figure in before):
        return None
    plain = [figure for figure in before if figure.kind is Kind.COUNT]
    deaths = [figure for figure in plain if DEATHS.search(figure.counted.lower())]
    cases = [figure for figure in plain if CASES.search(figure.counted.lower()) and figure not in deaths]
    named = all(figure.counted for figure in plain)
    if len(deaths) != 1 or len(cases) != 1 or not (named or len(plain) == FEWEST):
        return None
    return share_claim(percent, deaths[0], cases[0], Evidence.DECLARED, label[0])
