"""Chinese passages: figures found by their characters, for there are no spaces between words."""

import re
from decimal import Decimal

from crossfoot.prose.addresses import find_addresses
from crossfoot.prose.draft import Draft
from crossfoot.prose.han_measures import DOZEN, FOLD, TENTHS, UNIT, HanPassage, any_of, read_measure
from crossfoot.prose.han_numerals import NUMERAL, VAGUE, HanNumeral, read_han
from crossfoot.prose.languages import zh
from crossfoot.prose.reading import Kind
from crossfoot.terms.figure import Qualifier


def _by_word(groups: dict[Qualifier, str]) -> dict[str, Qualifier]:
    return {word: qualifier for qualifier, words in groups.items() for word in words.split()}


_BEFORE_WORDS, _AFTER_WORDS = _by_word(zh.BEFORE), _by_word(zh.AFTER)
_BEFORE = re.compile(rf"(?:{any_of(list(_BEFORE_WORDS))})(?:[有为為达達了]|\s)?$|[<>≥≤~≈]\s?$")
_AFTER = re.compile(rf"\s?(?:{any_of(list(_AFTER_WORDS))})")
_SIGNS = {">": Qualifier.OVER, "<": Qualifier.UNDER, "≥": Qualifier.AT_LEAST, "≤": Qualifier.AT_MOST,
          "~": Qualifier.ABOUT, "≈": Qualifier.ABOUT}  # fmt: skip
_FOUND = re.compile(
    r"(?P<time>零[时時]|\d{1,2}\s?(?:[—–-]{1,2}|至|到)\s?\d{1,2}\s?[时時](?![间間])|(?:上午|下午|凌晨|晚上|早上|中午|傍晚|清晨|晚|早)?\s?(?:\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?"
    r"|(?:(?<=上午)|(?<=下午)|(?<=凌晨)|(?<=晚上)|(?<=[早晚时時日]))(?:\d{1,2}|[一二三四五六七八九十两]{1,3})[点點时時](?:\d{1,2}分|半|整|许)?"
    r"|\d{1,2}[时時]\d{1,2}分(?:\d{1,2}秒)?))"
    r"|(?P<date>(?:\d{4}|\d{2}|[一二三四五六七八九〇零○]{4}|[一二三四五六七八九〇零○]{2}(?=年[\d一二三四五六七八九十]{1,3}月))\s?年\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s?月(?:份|底|初)?"
    r"(?:\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号號])?"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号號](?:[至到-](?:\d{1,2}月)?\d{1,2}[日号號])?"
    r"|(?<![\d.])\d{1,2}(?:月份?)?(?:[—–-]|至|到)\d{1,2}月份?(?!\d)"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|初|中旬|上旬|下旬)|(?<![\d.])\d{1,2}月(?!球|饼)"
    r"|(?<![\d.前每同后後某翌次])(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号號](?![元圆圓内內间間本币])|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})"
    r"|(?P<year>(?:1[5-9]|20)\d\d\s?年(?:代|度|底|初)?|(?:一[五六七八九]|二[〇零○])[一二三四五六七八九〇零○]{2}年|\d0年代)"
    r"|(?P<week>第\s?\d{1,2}\s?[周週](?![年岁歲]))"
    # 第2.4节; 表3 and 附件1, but neither 代表3人 nor 表3万.
    r"|(?P<reference>第\s?\d+(?:[.．-]\d+)+(?=\s?[节節章条條款段项項号號])"
    r"|(?:(?<![\u4e00-\u9fff]表)(?<=表)|(?<=[见見如和及与與]表)|(?<=附件)|(?<=附录)|(?<=附錄)|(?<=附表))\s?\d{1,3}"
    r"(?:[.-]\d{1,2})?(?![\d.%％‰万萬亿億,]|\s?[例人名个個件户戶次份]))"
    r"|(?P<ordinal>第\s?(?:\d+|[" + "".join(zh.DIGITS) + "".join(zh.UNITS) + r"万]+))"
    rf"|(?P<vague>{VAGUE.pattern})"
    r"|(?P<share>(?P<base>百万万|百万|百萬|千万|千萬|万万|萬萬|百|佰|千|仟|万|萬)\s{0,2}分\s?之)"
    r"|(?P<half>一半|半(?=[数數])|半(?=[年天月日个個小斤吨噸])|[对對半]折|半百|半成)"
    rf"|(?P<number>{NUMERAL.pattern})"
)
_START = re.compile(
    f"[{''.join(zh.DIGITS)}{''.join(zh.UNITS)}{''.join(zh.BIG)}{''.join(zh.TENS)}"
    r"\d.负負第半对對几幾数數上成好−-]"
)
_IN_WORD = re.compile(r"[A-Za-z]+[-_]?\d[\w-]*")
_WORD_BACK = 16  # letters of a code before its digits
_KINDS = {"time": Kind.TIME, "date": Kind.DATE, "year": Kind.YEAR, "ordinal": Kind.ORDINAL, "week": Kind.PERIOD,
          "reference": Kind.REFERENCE, "code": Kind.CODE, "vague": Kind.VAGUE}  # fmt: skip
_SHARES = {"百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10**4, "萬": 10**4, "百万": 10**6,
"百萬": 10**6,
           "百万万": 10**10, "千万": 10**7, "千萬": 10**7, "万万": 10**8, "萬萬": 10**8}  # fmt: skip
_PART = re.compile(r"\s{0,2}分\s{0,2}之\s{0,2}")
_MIXED = re.compile(r"\s{0,2}又\s{0,2}")
_CLASSIFIER = re.compile(rf"\s?(?P<word>{any_of(zh.CLASSIFIERS)})")
_OF_WELLS = frozenset("口")
_HEAD = re.compile(rf"[\u4e00-\u9fff]{{0,8}}?(?:{any_of(zh.HEADS)})")
_NOUN = re.compile(rf"[^\W\d_{zh.NOUN_STOPS}]{{1,8}}")
_SCALE = re.compile(r"\s?(?P<letter>[kKMGT])(?![A-Za-z])")
_POWERS = {"k": 3, "K": 3, "M": 6, "G": 9, "T": 12}
_SAID = frozenset("是为為有达達共计計和与與从從到至“「（(,，、。：: 约約近超仅僅又")
_ITEM = re.compile(r"\s*[（(]?[一二三四五六七八九十\d]{1,3}(?:[、）)]|\.(?!\d))")
_PEOPLE = re.compile(r"(?:名|个|個)?[^\d，。；、\s]{0,6}?(?=\d)")
_PER = re.compile(r"\s?/\s?(?=\d*[百千万萬])")
_BASES = frozenset(Decimal(10) ** n for n in range(2, 7))
_EXPONENT = re.compile(r"[eE]([+-]?\d{1,2})(?!\d)|\^(-{0,2}\d{1,2}|\+\d{1,2})(?!\d)")


def read_han_block(text: str, start: int, end: int) -> list[Draft]:
    """Return what the passage from `start` to `end` of plain text holds, in order."""
    passage = HanPassage(text, start, end, [])
    position = start
    label = _ITEM.match(text, start, end)
    if label is not None and label.end() < end:
        passage.drafts.append(_draft(Kind.LABEL, start, label.end()))
        position = label.end()
    addresses = find_addresses(text, start, end)
    while True:
        match = _START.search(text, position, end)
        if match is None:
            return passage.drafts
        position = _go_on(passage, match.start(), addresses)


def _go_on(passage: HanPassage, position: int, addresses: list[tuple[int, int]]) -> int:
    """Read what begins at a character that a number can begin with; return where to go on."""
    text = passage.text
    while addresses and addresses[0][1] <= position:
        addresses.pop(0)
    if addresses and addresses[0][0] <= position:
        passage.drafts.append(_draft(Kind.CODE, position, addresses[0][1]))
        return addresses[0][1]
    idiom = _idiom_end(text, position, passage.end)
    if idiom > position:
        return idiom
    if text[position].isdigit():
        code = _code(passage, position)
        if code is not None:
            passage.drafts.append(code)
            return code.end
    match = _FOUND.match(text, position, passage.end)
    return position + 1 if match is None else max(_take(passage, match), position + 1)


def _idiom_end(text: str, position: int, end: int) -> int:
    """Return the end of the idiom whose numeral stands at `position`, or `position`."""
    for pair in (text[position : position + 2], text[max(position - 1, 0) : position + 1]):
        for idiom, back in _IDIOM_PAIRS.get(pair, ()):
            start = position - back
            if start >= 0 and text.startswith(idiom, start) and start + len(idiom) <= end:
                return start + len(idiom)
    return position


def _pairs() -> dict[str, list[tuple[str, int]]]:
    """Return the idioms by two of their characters, one a numeral; with the place of the numeral."""
    table: dict[str, list[tuple[str, int]]] = {}
    for idiom in zh.IDIOMS:
        for at, character in enumerate(idiom):
            if character in zh.DIGITS or character in zh.UNITS or character in zh.BIG:
                first = at if at + 1 < len(idiom) else at - 1
                table.setdefault(idiom[first : first + 2], []).append((idiom, at))
    return table


_IDIOM_PAIRS = _pairs()


def _code(passage: HanPassage, position: int) -> Draft | None:
    """Read digits that hang on Latin letters: COVID-19, H5N1."""
    text = passage.text
    start = position
    if start > passage.start and text[start - 1] in "-_":
        start -= 1
    first = start
    floor = max(passage.start, start - _WORD_BACK, passage.drafts[-1].end if passage.drafts else 0)
    while first > floor and text[first - 1].isascii() and text[first - 1].isalpha():
        first -= 1
    if first == start:
        return None
    match = _IN_WORD.match(text, first, passage.end)
    return None if match is None else _draft(Kind.CODE, first, match.end())


def _draft(kind: Kind, start: int, end: int) -> Draft:
    return Draft(kind, start, end, start=start, end=end)


def _take(passage: HanPassage, match: re.Match[str]) -> int:
    """Add the draft of one match; return where to go on."""
    name = match.lastgroup or ""
    if name == "base":
        name = "share"
    if name in _KINDS:
        passage.drafts.append(_draft(_KINDS[name], match.start(), match.end()))
        return match.end()
    if name == "share":
        return _take_share(passage, match)
    if name == "half":
        return _take_half(passage, match)
    numeral = read_han(passage.text, match.start())
    if numeral is None or numeral.end > passage.end:
        return match.end()
    if numeral.plain and not _counts(passage, numeral):
        return numeral.end
    if (
        numeral.value == 0
        and not numeral.arabic
        and numeral.end - numeral.start > 1
        and "零" not in passage.text[numeral.start : numeral.end]
    ):
        return numeral.end
    return _take_number(passage, numeral)


def _take_share(passage: HanPassage, match: re.Match[str]) -> int:
    """Read 百分之七点八 and 万分之三: a percentage."""
    after = match.end() + len(re.match(r"\s*", passage.text[match.end() : match.end() + 3]).group())  # type: ignore[union-attr]
    numeral = read_han(passage.text, after)
    if numeral is None:
        return match.end()
    base = _SHARES[match["base"].replace(" ", "")]
    draft = _draft(Kind.PERCENT, match.start(), numeral.end)
    draft.value, draft.unit = numeral.value * 100 / base, "%"
    draft.upper = None if numeral.upper is None else numeral.upper * 100 / base
    draft.decimals = numeral.decimals if base == 100 else None  # noqa: PLR2004
    scale = _SCALE.match(passage.text, numeral.end, passage.end)
    if scale is not None:
        draft.value, draft.end = draft.value.scaleb(_POWERS[scale["letter"]]), scale.end()
    return _close(passage, draft, numeral)


def _take_half(passage: HanPassage, match: re.Match[str]) -> int:
    draft = _draft(Kind.FRACTION, match.start(), match.end())
    draft.value = Decimal("0.5")
    if match.group() == "半百":
        draft.kind, draft.value = Kind.COUNT, Decimal(50)
    elif match.group() == "半成":
        draft.kind, draft.value, draft.unit = Kind.PERCENT, Decimal(5), "%"
    elif match.group()[-1] == "折":
        draft.kind, draft.value, draft.unit = Kind.PERCENT, Decimal(50), "%"
        if match.start() == passage.start and match.group()[0] != "半":
            return match.end()
    passage.drafts.append(draft)
    return match.end()


def _counts(passage: HanPassage, numeral: HanNumeral) -> bool:
    """Tell whether a lone 一 to 九 counts something: a classifier or unit follows, or it stands alone."""
    text, end = passage.text, numeral.end
    follows = text[end : min(end + 4, passage.end)]
    before = text[numeral.start - 1] if numeral.start > passage.start else ""
    if UNIT.match(follows) or _CLASSIFIER.match(follows) or TENTHS.match(follows) or FOLD.match(follows):
        return numeral.value != 1 or not _is_article(text, numeral, before)
    if _PART.match(follows) or _MIXED.match(follows) or DOZEN.match(follows):
        return True
    apart = not follows or not ("\u4e00" <= follows[0] <= "\u9fff") or follows[0] in "而那不的这分和"
    return apart and (not before or before in _SAID or not "\u4e00" <= before <= "\u9fff")


def _is_article(text: str, numeral: HanNumeral, before: str) -> bool:
    """Tell whether 一 only introduces a thing: 这一次, 选一个."""
    if before and before in "这這那每某另同哪任":
        return True
    return text[numeral.end : numeral.end + 1] in set("个個名位种種") and before not in set(
        "有仅僅只共少约約了达達、，"
    )


def _take_number(passage: HanPassage, numeral: HanNumeral) -> int:
    """Add the draft of a number with everything that belongs to it."""
    text = passage.text
    draft = _draft(Kind.COUNT, numeral.start, numeral.end)
    draft.value, draft.upper, draft.decimals = numeral.value, numeral.upper, numeral.decimals
    if _rate(passage, draft, numeral):
        return _close(passage, draft, numeral)
    at = _fraction(passage, draft, numeral)
    scale = _SCALE.match(text, at, passage.end)
    if scale is not None and numeral.arabic:
        draft.value = draft.value.scaleb(_POWERS[scale["letter"]])
        draft.end = at = scale.end()
    exponent = _EXPONENT.match(text, at, passage.end) if numeral.arabic else None
    if exponent is not None:
        if exponent.group(1):
            draft.value = draft.value.scaleb(int(exponent.group(1)))
        else:
            draft.value = _power(draft.value, exponent.group(2).replace("--", ""))
        draft.end = at = exponent.end()
    _range(passage, draft)
    read_measure(passage, draft)
    return _close(passage, draft, numeral)


def _rate(passage: HanPassage, draft: Draft, numeral: HanNumeral) -> bool:
    """Take in the base of 每10万人3.2例 and 3.2/10万."""
    text, end = passage.text, passage.end
    if text[numeral.start - 1 : numeral.start] == "每" and numeral.value in _BASES:
        people = _PEOPLE.match(text, numeral.end, end)
        other = read_han(text, people.end()) if people is not None else None
        base: HanNumeral | None = numeral
        draft.start -= other is not None
    else:
        stroke = _PER.match(text, numeral.end, end)
        base = read_han(text, stroke.end()) if stroke is not None else None
        other = numeral
    if other is None or base is None or base.value not in _BASES or max(other.end, base.end) > end:
        return False
    draft.kind, draft.unit, draft.value = Kind.RATE, f"/{base.value.quantize(Decimal(1)):f}", other.value
    draft.decimals, draft.end = other.decimals, max(other.end, base.end)
    return True


def _power(base: Decimal, exponent: str) -> Decimal:
    return base ** int(exponent) if base else base


def _fraction(passage: HanPassage, draft: Draft, numeral: HanNumeral) -> int:
    """Take in 三分之二, 一又二分之一 and 3/4; return where the number ends."""
    text = passage.text
    mixed = _MIXED.match(text, numeral.end, passage.end)
    whole = numeral
    if mixed is not None:
        under = read_han(text, mixed.end())
        part = None if under is None else _PART.match(text, under.end, passage.end)
        over = None if part is None else read_han(text, part.end())
        if under is not None and over is not None and under.value:
            sign = -1 if numeral.value < 0 else 1
            draft.value, draft.end = whole.value + sign * over.value / under.value, over.end
            return over.end
    part = _PART.match(text, numeral.end, passage.end)
    if part is not None and numeral.value:
        over = read_han(text, part.end())
        if over is not None:
            draft.kind, draft.value, draft.end = Kind.FRACTION, over.value / numeral.value, over.end
            return over.end
    stroke = re.compile(r"(?:\s(\d{1,2}))?/(\d{1,2})(?![\d/])").match(text, numeral.end, passage.end)
    if stroke is not None and numeral.arabic and int(stroke.group(2)):
        value = numeral.value / int(stroke.group(2))
        if stroke.group(1):
            value = numeral.value + Decimal(stroke.group(1)) / int(stroke.group(2))
        draft.kind, draft.value, draft.end = Kind.FRACTION, value, stroke.end()
    return draft.end


def _range(passage: HanPassage, draft: Draft) -> None:
    """Take in the other end of 10-15 and 三至五."""
    text, at = passage.text, draft.end
    percent = text[at : at + 1] == "%"
    join = re.compile(rf"%?\s?[{zh.RANGE}]+\s?").match(text, at, passage.end)
    if join is None or draft.kind is not Kind.COUNT or draft.upper is not None:
        return
    other = read_han(text, join.end())
    if other is None or draft.value is None or other.end > passage.end:
        return
    if other.value <= draft.value:
        return
    scale = next((b for b in zh.BIG if text[other.end - 1] == b), "")
    low = draft.value
    if scale and text[at - 1] not in zh.BIG and low * zh.BIG[scale] < other.value:
        low *= zh.BIG[scale]
    if percent and text[other.end : other.end + 1] != "%":
        return
    draft.value, draft.upper, draft.end = low, other.value, other.end


def _close(passage: HanPassage, draft: Draft, numeral: HanNumeral) -> int:
    """Set qualifier and counted noun, add the draft, and return where to go on."""
    text = passage.text
    qualifier = Qualifier.EXACT
    window = text[max(draft.start - 7, passage.start) : draft.start]
    match = _BEFORE.search(window)
    if match is not None:
        word = match.group().strip()
        qualifier = (
            _SIGNS.get(word) or _BEFORE_WORDS.get(word) or _BEFORE_WORDS.get(word[:-1], Qualifier.EXACT)
        )
    if numeral.odd or draft.qualifier is Qualifier.ODD:
        qualifier = Qualifier.ODD
    at = draft.end
    after = _AFTER.match(text, at, passage.end)
    if after is not None:
        qualifier, at = _AFTER_WORDS[after.group().strip()], after.end()
    if draft.kind is Kind.COUNT:
        at = _noun(passage, draft, at)
        behind = _AFTER.match(text, at, passage.end)
        if behind is not None and behind.group().strip() not in (
            "多",
            "余",
            "餘",
            "强",
            "強",
            "弱",
            "许",
            "許",
        ):
            qualifier = _AFTER_WORDS[behind.group().strip()]
    draft.qualifier = Qualifier.RANGE if draft.upper is not None else qualifier
    draft.first, draft.after = draft.start, draft.end
    if draft.start < (passage.drafts[-1].end if passage.drafts else 0):
        draft.start = passage.drafts[-1].end
    passage.drafts.append(draft)
    return draft.end


def _noun(passage: HanPassage, draft: Draft, at: int) -> int:
    """Set what is counted; return where its words end."""
    text, end = passage.text, passage.end
    match = _CLASSIFIER.match(text, at, end)
    if match is not None:
        word = match["word"]
        noun = _NOUN.match(text, match.end(), end)
        head = _HEAD.match(text, match.end(), end)
        if head is not None and not head.group().startswith(tuple(zh.SAID_BEHIND)):
            draft.counted = head.group()
            return match.end()
        whole = noun is not None and (word not in "起宗" or len(noun.group()) > 1)  # 16万起降至
        if noun is not None and whole and (word in zh.GENERIC or word in _OF_WELLS):
            draft.counted = noun.group()
            return noun.end()
        draft.counted = word
        return match.end()
    noun = _NOUN.match(text, at, end)
    if noun is not None:
        draft.counted = noun.group()
        return noun.end()
    return at
