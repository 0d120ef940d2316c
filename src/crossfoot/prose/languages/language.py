"""What a language has to say about figures: words as data, no code."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from crossfoot.terms.figure import Qualifier

Words = frozenset[str]
NO_WORDS: Words = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The words of one language, in lower case, that a reader of figures must know.

    Phrases are written with single spaces between words; an elision counts as two words ("l' an").
    """

    code: str
    # numerals
    units: Mapping[str, int]  # zero to nineteen
    tens: Mapping[str, int]
    wide_tens: frozenset[int]  # the tens that ten to nineteen may follow: soixante-quinze
    hundred: Words
    scales: Mapping[str, int]  # word → power of ten
    dozens: Mapping[str, int]
    articles: Words  # "a" in "a hundred"
    joiners: Words  # "and" in "a hundred and five"
    decimal_words: Words  # "point" in "two point five"
    parts: Mapping[str, int]  # third → 3
    halves: Words
    nil: Words
    vague: Words  # dozens, hundreds: amounts without a value
    pronouns: Words  # the numerals that are also articles or pronouns: "one", "un"
    not_before_pronoun: Words  # "no one": what stands before a pronoun that counts nothing
    not_after_pronoun: Words  # "one another"
    minus: Words
    # what stands around a number
    before: Mapping[str, Qualifier]  # "more than" → over
    after: Mapping[str, Qualifier]  # "or more" → at least
    range_words: Words  # "to" in "10 to 15"
    between: Words
    range_and: Words  # "and" in "between 10 and 15"
    range_from: Words
    change: Words  # verbs after which "from A to B" is two figures
    percent: tuple[str, ...]
    points: tuple[str, ...]
    per: Words  # "per" in "3 per 1,000"
    out_of: tuple[str, ...]
    fold: Words
    # calendar
    months: Mapping[str, int]
    weekdays: Words
    year_before: Words  # words before a number of four digits that make it a year
    time_after: Words  # o'clock, hrs
    lengths: Mapping[str, str]  # unit of time → letter of ISO 8601
    period_before: tuple[str, ...]  # "as of", "during": what a period begins with
    # not figures
    references: Words  # section, page, table: the number after it is not a count
    named: Words  # zone, ward, route: the number after it is a name
    ordinal_suffixes: Words
    ordinals: Mapping[str, int]
    # what is counted
    stops: Words  # words that end a noun phrase
    verbs: Words  # verbs that end a noun phrase
    plurals: Words  # plural nouns without a plural ending
    singulars: Words  # words with a plural's ending that go on in a noun phrase
    of: Words
    determiners: Words
    # areas
    at: Words  # prepositions of place
    nationwide: tuple[str, ...]
    countries: Mapping[str, str] = field(default_factory=dict)  # demonym or name → the country as written
    noun_first: bool = False  # adjectives follow the noun: "cas confirmés"
    money: Mapping[str, str] = field(default_factory=dict)
    units_of_measure: Mapping[str, str] = field(default_factory=dict)  # word → code
    multiples: Mapping[str, int] = field(default_factory=dict)  # threefold → 3
    adjectives: Words = NO_WORDS  # stops that may also describe what is counted: "monthly users"
    further: Words = NO_WORDS  # "more" in "five more cases": said of the number, not of what is counted
    befallen: Words = NO_WORDS  # what became of those counted, where no noun says who: "12 injured"
    foretold: Words = NO_WORDS  # "the 145,000 economists had expected" counts no economists
    alone: Words = NO_WORDS  # plurals that no second one follows: "three times sales"
    latest: Words = NO_WORDS  # "last" in "one of the last nine matches"
    to: Words = NO_WORDS  # "120 guests expected to come" counts guests
    telltale: Words = NO_WORDS  # frequent short words, by which the language is known
