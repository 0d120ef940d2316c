"""Words of three languages for what reports count, brought to one word each, so that versions can be compared."""

import re
import unicodedata

# One idea a line: the word it is kept as, then the words for it in English, French and Chinese.
IDEAS = """
case          cas 病例 患者
death         died dead fatality fatalities décès mort mortes décédé décédée killed tué 死亡病例 死亡
confirmed     confirmé confirmée 确诊 確診
suspected     suspect suspecte suspecté suspectée 疑似
probable      可能
new           nouveau nouvel nouvelle nouveaux 新增
patient       malade
person        people persons personne habitant
child         children enfant 儿童 兒童
woman         women female femme féminin 妇女 女性
man           men male homme masculin 男性
health        santé 卫生
worker        agent travailleur 工作人员 医务人员
household     ménage 家庭
district      县
region        région 地区
country       countries pays 国家
city          cities ville 城市
village       村庄
school        école 学校
hospital      hôpital hôpitaux 医院
dose          剂次 剂
vaccinated    vacciné vaccinée immunized immunisé 接种
displaced     déplacé déplacée 流离失所
injured       wounded blessé blessée 受伤
recovered     cured guéri guérie discharged sorti 治愈 出院
tested        testé testée 检测
sample        échantillon specimen prélèvement 样本
affected      touché touchée affecté affectée 受影响
hospitalised  hospitalized hospitalisé hospitalisée admitted admis 住院
since         depuis
january       janvier
february      février
march         mars
april         avril
may           mai
june          juin
july          juillet
august        août
september     septembre
october       octobre
november      novembre
december      décembre
week          semaine
year          année an
"""
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
HAN_DAY = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")
SHORTEST_PLURAL = 4


def stem(word: str) -> str:
    """Return a word without its accents and its plural."""
    plain = "".join(mark for mark in unicodedata.normalize("NFD", word) if not unicodedata.combining(mark))
    return plain if len(plain) < SHORTEST_PLURAL else plain.rstrip("s")


def ideas() -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Return idea by stem, and idea by Chinese word, the longest first."""
    words: dict[str, str] = {}
    han: list[tuple[str, str]] = []
    for line in IDEAS.split("\n"):
        idea, *others = line.split() or [""]
        for word in (idea, *others):
            if word and word[0] >= "\u3400":
                han.append((word, idea))
            elif word:
                words[stem(word)] = idea
    return words, sorted(han, key=lambda pair: -len(pair[0]))


BY_STEM, BY_HAN = ideas()
ANY_HAN = re.compile("|".join(word for word, _ in BY_HAN))
OF_HAN = dict(BY_HAN)


def in_ideas(text: str) -> str:
    """Return a text with its Chinese dates and words of ours in English, set apart by spaces."""

    def day(match: re.Match[str]) -> str:
        month = int(match[2])
        name = MONTHS[month - 1] if 1 <= month <= len(MONTHS) else match[2]
        return f" {match[3]} {name} {match[1] or ''} "

    return ANY_HAN.sub(lambda match: f" {OF_HAN[match[0]]} ", HAN_DAY.sub(day, text))


def idea_of(word: str) -> str:
    """Return the idea of a word; the word itself, without its plural, where it has none."""
    bare = stem(word)
    return BY_STEM.get(bare, bare)
