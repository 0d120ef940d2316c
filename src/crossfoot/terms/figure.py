"""A figure's words: what the reporter claims for it, and the kinds of absence."""

from enum import StrEnum


class Qualifier(StrEnum):
    """How much the reporter claims for a value (not whether we believe it)."""

    EXACT = "exact"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"
    ABOUT = "about"
    NEARLY = "nearly"
    SLIGHTLY_OVER = "slightly_over"  # 强, "a little over": less than one unit of the last place above
    SLIGHTLY_UNDER = "slightly_under"  # 弱
    ODD = "odd"  # 余, 多, "30-odd"
    RANGE = "range"
    ONLY = "only"  # a remark on size, not on exactness


class Status(StrEnum):
    """Whether there is a number, and if not, why not: never folded together."""

    REPORTED = "reported"  # a number was given, 0 included
    NIL = "nil"  # the sender wrote "nil" or "none": zero, said in words
    MISSING = "missing"  # the cell is there and blank
    NULL = "null"  # the sender wrote "not available" or "not known"
    NOT_APPLICABLE = "not_applicable"  # a structural hole
    WITHHELD = "withheld"  # kept back: "<5", "c"
