"""The words by which reports say how their figures are related, in English, French and Chinese."""

import re
from functools import lru_cache


def pattern(*phrases: str) -> re.Pattern[str]:
    """Return a pattern of any of the phrases, whole words where letters need them."""
    return re.compile("|".join(phrases))


TOTAL = pattern(
    r"\b(?:sub-?|grand )?totals?\b", r"\btotalling\b", r"\btotaling\b"
    r"\bsum\b", r"\boverall\b", r"\baltogether\b",
    r"\bin all\b", r"\bcombined\b",
    r"\ball (?:ages|counties|districts|regions|sexes|areas|facilities|sources)\b",
    r"\btotal(?:e|es|aux)?\b", r"\bensemble\b", r"\bcumul(?:s|é|és|ée|ées)?\b",
    r"\bau total\b", r"\bsous-tota(?:l|ux)\b",
    "合计", "总计", "共计", "小计", "总数", "總計", "合計", "總數", "小計", r"共(?=\d)",
)  # fmt: skip
PARTLY = pattern(
    r"\bof wh(?:ich|om)\b", r"\bincluding\b", r"\bamong (?:them|whom|which)\b", r"\bdont\b", r"\by compris\b",
    r"\bparmi lesquel(?:le)?s\b", "其中", "包括", "當中",
)  # fmt: skip
WHOLLY = pattern(
    r"\bcomprising\b", r"\bconsist(?:s|ing) of\b", r"\bmade up of\b", r"\bcomposed of\b",
    r"\bbroken down (?:as|into)\b",
    r"\bdivided into\b", r"\brépartis?(?:e|es)?\b", r"\bà savoir\b", r"\bcomposée?s? de\b",
    "分别为", "分別為", "由",
)  # fmt: skip
EXAMPLE = pattern(r"\bfor example\b", r"\bfor instance\b", r"\be\.g\.", r"\bpar exemple\b", "例如", "比如")
ACCOUNTING = pattern(
    r"\baccount(?:s|ed|ing)? for\b", r"\brepresent(?:s|ed|ing)?\b", r"\bor\b", r"\bequal to\b",
    r"\bi\.e\.", r"\bthat is\b",
    r"\bsoit\b", r"\breprésent(?:e|ent|ant|ait|aient)\b", "占", "佔", "约占",
)  # fmt: skip
OF_WHOLE = pattern(
    r"^\W*(?:of|out of|from among)\b", r"^\W*(?:des|du|de|d['’]|sur|parmi)(?:\b|(?<=['’]))",
)  # fmt: skip
RISE = pattern(
    r"\b(?:increas|grow|grew|rise|rose|rising|gain|climb|jump)\w*", r"\bup\b", r"\bmore\b", r"\bhigher\b",
    r"\baugment\w*", r"\bhausse\b", r"\bprogress\w*", r"\bcroissance\b", "增长", "增加", "上升", "增長",
)  # fmt: skip
FALL = pattern(
    r"\b(?:decreas|declin|fall|fell|drop|reduc|shr[aiu]nk)\w*", r"\bdown\b", r"\bfewer\b",
    r"\bless\b", r"\blower\b",
    r"\bdiminu\w*", r"\bbaiss\w*", r"\brecul\w*", r"\bréduction\b", "下降", "减少", "降低", "減少",
)  # fmt: skip
AVERAGE = pattern(
    r"\b(?:average|mean|median|annual|annually|yearly|compound)\b",
    r"\b(?:per (?:year|month|annum|day|week|capita)|a (?:year|month|day))\b",
    r"\b(?:moyenne?s?|médiane?|annuel\w*|par (?:an|mois|jour|habitant))\b", "平均", "年均", "每年", "每月",
)  # fmt: skip
FATALITY = pattern(r"\bcase[- ]fatality\b", r"\bcfr\b", r"\bl[ée]talité\b", "病死率", "病亡率")
DEATHS = pattern(r"\bdeaths?\b", r"\bdied\b", r"\bfatalities\b", r"\bdécès\b", r"\bmorts?\b", "死亡")
CASES = pattern(r"\bcases?\b", r"\bcas\b", r"\bmalades?\b", "病例", "患者")
GROUPS = pattern(
    r"\b(?:districts?|count(?:y|ies)|provinces?|regions?|cities|towns?|villages?|states?|countries|sites?|areas?|zones?|"
    r"facilities|hospitals?|schools?|households?|communes?|villes?|préfectures?|départements?|localités?|pays|"
    r"months?|weeks?|days?|years?|hours?|mois|semaines?|jours?|ans?|teams?|équipes?|sessions?|times|places|camps?)\b",
    "个?(?:城市|省|县|区|市|村|户|学校|医院|国家|天|周|月|年)",
)  # fmt: skip
CLASSES: dict[str, dict[str, re.Pattern[str]]] = {
    "status": {
        "confirmed": pattern(r"\bconfirm(?:ed|é|és|ée|ées)\b", "确诊", "確診"),
        "probable": pattern(r"\bprobables?\b", "可能", "临床诊断"),
        "suspected": pattern(r"\bsuspect(?:ed|s|és?|ées?)?\b", "疑似"),
    },
    "sex": {
        "male": pattern(r"\b(?:males?|men|boys|hommes?|masculins?|garçons?)\b", "男"),
        "female": pattern(r"\b(?:females?|women|girls|femmes?|féminins?|filles?)\b", "女"),
    },
    "age": {
        "adult": pattern(r"\badult(?:s|es?)?\b", "成人"),
        "child": pattern(r"\b(?:child(?:ren)?|minors?|enfants?|mineurs?)\b", "儿童", "兒童"),
    },
    "settlement": {
        "urban": pattern(r"\burban\b", r"\burbaine?s?\b", "城市", "城镇"),
        "rural": pattern(r"\brural\b", r"\brura(?:le?s?|ux)\b", "农村", "農村"),
    },
    "result": {
        "positive": pattern(r"\bpositi(?:ve|f|fs|ves)\b", "阳性", "陽性"),
        "negative": pattern(r"\bnégati(?:f|fs|ve|ves)\b", r"\bnegative\b", "阴性", "陰性"),
    },
    "origin": {
        "imported": pattern(r"\bimport(?:ed|é|és|ée|ées)\b", "境外输入", "境外輸入", "输入性"),
        "local": pattern(
            r"\b(?:local(?:ly[- ]acquired|ly transmitted)?|indigenous|autochtones?|loca(?:le|les|ux))\b",
            "本土", "本地",
        ),
    },
}  # labels that do not overlap; where all of a set are given, they are the whole
UNKNOWN = pattern(
    r"\b(?:unknown|pending|others?|missing|unspecified|indeterminate|non-binary)\b",
    r"\bnot (?:recorded|stated|known|reported|specified)\b",
    r"\b(?:inconnus?|autres?|indéterminés?|non (?:précisés?|renseignés?|connus?))\b",
    "不详",
    "其他",
)


@lru_cache(maxsize=10_000)  # a report says "confirmed" behind every other figure
def class_of(words: str) -> tuple[str, str] | None:
    """Return (set, label) if the words hold a label of exactly one closed set and one label of it."""
    found = [
        (name, label)
        for name, labels in CLASSES.items()
        for label, words_of in labels.items()
        if words_of.search(words)
    ]
    return found[0] if len(found) == 1 else None
