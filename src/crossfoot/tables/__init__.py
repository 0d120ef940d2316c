"""The tables that the stages hand to one another: all that a stage knows of the stage before it.

Every column says what it means, in which unit, and what an empty cell stands for; the
reference in docs/tables.md is printed from here.
"""

from crossfoot.tables.circulated import CIRCULATED
from crossfoot.tables.culprits import SUGGESTIONS
from crossfoot.tables.decided import ACCEPTANCES, ANSWERS
from crossfoot.tables.described import (
    ANCESTORS,
    AREAS,
    ASKED,
    BALANCES,
    BOUNDS,
    COMPLETE,
    ELEMENTS,
    EQUIVALENTS,
    EXEMPTIONS,
    EXPECTED,
    INDICATORS,
    LINKS,
    PERIODS,
    RULES,
    SUCCESSORS,
    SUMS,
    TERMS,
    WITHIN,
)
from crossfoot.tables.findings import FINDINGS, PROOFS
from crossfoot.tables.received import FIGURES, RECEIPTS, TROUBLES
from crossfoot.tables.rollups import CHANGES, PEERS, RATIOS, REPORTING, ROLLUPS, SILENCE
from crossfoot.tables.shape import AMOUNT, FACTOR, LARGEST, Column, Table

TABLES = (
    FIGURES, TROUBLES, RECEIPTS, AREAS, ANCESTORS, SUCCESSORS, PERIODS, WITHIN, ELEMENTS, SUMS, BOUNDS, LINKS,
    COMPLETE, BALANCES, INDICATORS, TERMS, EQUIVALENTS, RULES, EXPECTED, ASKED, EXEMPTIONS, FINDINGS, PROOFS,
    ACCEPTANCES, ANSWERS, SUGGESTIONS, ROLLUPS, RATIOS, CHANGES, REPORTING,
    PEERS, SILENCE, CIRCULATED,
)  # fmt: skip

__all__ = [
    "ACCEPTANCES",
    "AMOUNT",
    "ANCESTORS",
    "ANSWERS",
    "AREAS",
    "ASKED",
    "BALANCES",
    "BOUNDS",
    "CHANGES",
    "CIRCULATED",
    "COMPLETE",
    "ELEMENTS",
    "EQUIVALENTS",
    "EXEMPTIONS",
    "EXPECTED",
    "FACTOR",
    "FIGURES",
    "FINDINGS",
    "INDICATORS",
    "LARGEST",
    "LINKS",
    "PEERS",
    "PERIODS",
    "PROOFS",
    "RATIOS",
    "RECEIPTS",
    "REPORTING",
    "ROLLUPS",
    "RULES",
    "SILENCE",
    "SUCCESSORS",
    "SUGGESTIONS",
    "SUMS",
    "TABLES",
    "TERMS",
    "TROUBLES",
    "WITHIN",
    "Column",
    "Table",
]
