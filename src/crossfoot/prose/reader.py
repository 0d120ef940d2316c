"""A text read from end to end: blocks, figures, and everything that only looks like one."""

from collections.abc import Sequence
from functools import lru_cache

from crossfoot.prose.addresses import find_addresses
from crossfoot.prose.blocks import Block, sentences, split_blocks
from crossfoot.prose.calendar import Other, read_when
from crossfoot.prose.characters import levelled
from crossfoot.prose.detection import DEFAULT, tell_language
from crossfoot.prose.digits import Habit, habit_of, read_digits
from crossfoot.prose.draft import Draft, interval, last_place
from crossfoot.prose.figures import read_figure
from crossfoot.prose.han import read_han_block
from crossfoot.prose.han_names import name_han
from crossfoot.prose.han_places import link_han, place_han
from crossfoot.prose.labels import read_label
from crossfoot.prose.languages import LANGUAGES, Language
from crossfoot.prose.links import link
from crossfoot.prose.nil import nil_words, read_nil
from crossfoot.prose.places import Scope, open_section, place, scope_of
from crossfoot.prose.reading import Kind, Reading
from crossfoot.prose.times import date
from crossfoot.prose.tokens import Passage
from crossfoot.prose.vague import opens_vague

MOST_FIGURES = 300  # of one paragraph that are read in full
_NATIVE_MARK = {"fr": ","}


def read(
    text: str, *, language: str | None = None, areas: Sequence[str] = (), decimal_mark: str | None = None
) -> list[Reading]:
    """Return the figures of a text and what only looks like figures, in order; their spans never overlap.

    Args:
        text: any text; offsets in the readings are code points of it.
        language: "en", "fr" or "zh"; found by itself, paragraph by paragraph, when None.
        areas: names of places to look for beside those that the text shows to be places.
        decimal_mark: "." or "," where the writer's habit is known; told from the text when None.
    """
    plain = levelled(text)
    low = plain.lower()
    main = language or tell_language(low, 0, len(low)) or DEFAULT
    habit = habit_of(plain, _NATIVE_MARK.get(main, "."), decimal_mark)
    scope = scope_of(plain, areas)
    readings: list[Reading] = []
    for block in split_blocks(plain):
        whole = 2 * (block.end - block.start) > len(low)  # what the text is written in, this block is
        code = language or (main if whole else _language_of(low, block, main))
        if code == "zh":
            drafts, bounds = read_han_block(plain, block.start, block.end), sentences(plain, block)
            link_han(plain, drafts[:MOST_FIGURES])
            place_han(plain, drafts[:MOST_FIGURES], areas)
            name_han(plain, drafts[:MOST_FIGURES], block.start)
        else:
            drafts, bounds = _read_block(plain, low, block, LANGUAGES[code], habit, scope)
        if drafts:
            readings += _finished(text, bounds, drafts, code)
    return readings


def _language_of(low: str, block: Block, main: str) -> str:
    return tell_language(low, block.start, block.end) or main


@lru_cache
def _seeds(language: Language) -> frozenset[str]:
    """Return the words that a number can begin with."""
    return frozenset(
        {*language.units, *language.tens, *language.hundred, *language.halves, *language.articles}
        | {word for word in language.parts if word not in language.ordinals}
        | opens_vague(language)
        | language.multiples.keys()
        | ({"mille"} if language.code == "fr" else set())
        | nil_words(language)
    )


def _read_block(
    plain: str, low: str, block: Block, language: Language, habit: Habit, scope: Scope
) -> tuple[list[Draft], list[tuple[int, int]]]:
    """Return what a block holds, in order, as drafts whose words and offsets are set; and its sentences."""
    passage = Passage(plain, low, block.start, block.end, language, tight=habit.tight)
    drafts = _scan(passage, habit)
    if not drafts and passage.words[-1:] != [":"]:
        scope.lead = scope.period = ""
        open_section(passage, scope)
        return drafts, []
    full = drafts[:MOST_FIGURES]
    bounds = sentences(plain, block)
    link(passage, full)
    place(passage, full, scope, bounds)
    date(passage, full, scope, bounds, block)
    for draft in drafts:
        draft.start, draft.end = passage.starts[draft.first], passage.ends[draft.after - 1]
    return drafts, bounds


def _scan(passage: Passage, habit: Habit) -> list[Draft]:
    """Return the drafts of a passage, each read from its number on."""
    seeds, articles, words = _seeds(passage.language), passage.language.articles, passage.words
    found = [i for i, kind in enumerate(passage.kinds) if kind in "df" or (kind == "w" and words[i] in seeds)]
    addresses = _addresses(passage) if found else []
    drafts: list[Draft] = []
    free = 0  # the first token that no draft has taken
    for index in found:
        if addresses and addresses[0][0] <= index and free <= addresses[0][1]:
            first, free = max(addresses[0][0], free), addresses.pop(0)[1]
            drafts.append(Draft(Kind.CODE, first, free))
        if index < free or (words[index] in articles and not _opens_number(passage, index)):
            continue
        reads = _read_at if len(drafts) < MOST_FIGURES else _read_bare
        draft = reads(passage, index, free, habit)
        if draft is not None:
            drafts.append(draft)
            free = max(draft.after, index + 1)
    return drafts


def _addresses(passage: Passage) -> list[tuple[int, int]]:
    """Return the tokens (first, after) of the addresses that have digits in them."""
    found = []
    for start, end in find_addresses(passage.low, passage.start, passage.end):
        first, after = passage.at(start), passage.at(end)
        if "d" in passage.kinds[first:after]:
            found.append((first, after))
    return found


@lru_cache
def _after_article(language: Language) -> frozenset[str]:
    """Return the words that make a number of an article before them: a hundred, un tiers."""
    return frozenset(
        {*language.hundred, *language.scales, *language.dozens, *language.halves, *language.parts}
        | {*language.decimal_words, *language.joiners, "-", "(", "seul", "seule", "sur", "pour", ""}
    )


def _opens_number(passage: Passage, index: int) -> bool:
    """Tell whether an article may begin a number; nearly all do not, and there are many."""
    return passage.word(index + 1) in _after_article(passage.language) or (
        passage.word(index - 1) in ("seulement", "que")
    )


def _read_at(passage: Passage, index: int, free: int, habit: Habit) -> Draft | None:
    if passage.kinds[index] == "d":
        other = read_when(passage, index) or read_label(passage, index) or _ordinal(passage, index)
        if other is not None:
            return Draft(other.kind, max(other.first, free), other.after)
    draft = read_figure(passage, index, habit)
    if draft is None and passage.words[index] in nil_words(passage.language):
        return read_nil(passage, index)
    if draft is None and passage.kinds[index] == "d":
        return Draft(Kind.CODE, index, index + 1)
    if draft is not None and draft.first < free:
        draft.first = free
    return draft


def _read_bare(passage: Passage, index: int, free: int, habit: Habit) -> Draft | None:
    """Read digits as a number and no more: what has hundreds of numbers is no sentence."""
    digits = read_digits(passage.words[index], habit) if passage.kinds[index] == "d" else None
    if digits is None:
        return None
    return Draft(Kind.COUNT, max(index, free), index + 1, digits.value, decimals=digits.decimals or None)


def _ordinal(passage: Passage, index: int) -> Other | None:
    """Read 12th, 1er, 2e."""
    if "." in passage.words[index]:
        return None  # 12.32e+14
    if passage.gap(index + 1) == 0 and passage.word(index + 1) in passage.language.ordinal_suffixes:
        return Other(Kind.ORDINAL, index, index + 2)
    if passage.word(index + 1) in ("-", "–") and passage.kind(index + 2) == "d" and passage.gap(index + 2) == 0:
        if passage.gap(index + 3) == 0 and passage.word(index + 3) in passage.language.ordinal_suffixes:
            return Other(Kind.ORDINAL, index, index + 4)  # 8-10th
    return None


def _finished(text: str, bounds: list[tuple[int, int]], drafts: list[Draft], language: str) -> list[Reading]:
    """Return the drafts as readings."""
    place = 0
    readings = []
    for draft in drafts:
        while place < len(bounds) - 1 and bounds[place][1] <= draft.start:
            place += 1
        readings.append(_reading(text, draft, bounds[place], language))
    return readings


def _reading(text: str, draft: Draft, sentence: tuple[int, int], language: str) -> Reading:
    allowed = interval(draft)
    return Reading(
        kind=draft.kind,
        text=text[draft.start : draft.end],
        start=draft.start,
        end=draft.end,
        value=draft.value,
        lower=allowed.lower,
        upper=allowed.upper,
        lower_closed=allowed.lower_closed,
        upper_closed=allowed.upper_closed,
        qualifier=draft.qualifier,
        decimals=last_place(draft),
        unit=draft.unit,
        counted=draft.counted,
        area=draft.area,
        period=draft.period,
        part_of=None if draft.part_of is None else (draft.part_of.start, draft.part_of.end),
        restates=None if draft.restates is None else (draft.restates.start, draft.restates.end),
        sentence=sentence,
        language=language,
        other_value=draft.other,
    )
