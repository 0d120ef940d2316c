"""Isotopes: 14C, 206Pb. Their numbers say which, not how many."""

from crossfoot.prose.measures import SYMBOLS
from crossfoot.prose.tokens import Passage

# The isotopes that are spoken of, by element; the letters of some elements are units too.
_ISOTOPES = {
    "H": {1, 2, 3}, "He": {3, 4}, "Li": {6, 7}, "Be": {7, 9, 10}, "B": {10, 11}, "C": {11, 12, 13, 14},
    "N": {13, 14, 15}, "O": {15, 16, 17, 18}, "F": {18, 19}, "Ne": {20, 21, 22}, "Na": {22, 23, 24},
    "Mg": {24, 25, 26}, "Al": {26, 27}, "Si": {28, 29, 30}, "P": {31, 32, 33}, "S": {32, 33, 34, 35, 36},
    "Cl": {35, 36, 37}, "Ar": {36, 37, 38, 39, 40}, "K": {39, 40, 41}, "Ca": {40, 41, 42, 43, 44, 48},
    "Ti": {44, 48}, "Cr": {51, 52, 53, 54}, "Mn": {53, 54, 55}, "Fe": {54, 55, 56, 57, 58, 59, 60},
    "Co": {57, 58, 59, 60}, "Ni": {56, 58, 59, 60, 62, 63}, "Cu": {63, 64, 65}, "Zn": {64, 65, 66, 68},
    "Ga": {67, 68}, "Kr": {81, 85}, "Rb": {85, 87}, "Sr": {84, 86, 87, 88, 89, 90}, "Y": {90}, "Mo": {98, 99},
    "Tc": {99}, "Cd": {106, 113, 114}, "In": {111, 115}, "I": {123, 124, 125, 127, 129, 131},
    "Xe": {129, 131, 133, 136}, "Cs": {133, 134, 137}, "Ba": {138}, "La": {138}, "Nd": {142, 143, 144, 146},
    "Sm": {146, 147, 152}, "Lu": {176, 177}, "Hf": {176, 177}, "Re": {187}, "Os": {186, 187, 188}, "Hg": {202},
    "Tl": {201}, "Pb": {204, 206, 207, 208, 210}, "Po": {210, 218}, "Rn": {220, 222}, "Ra": {223, 226, 228},
    "Ac": {225}, "Th": {228, 230, 232}, "Pa": {231}, "U": {233, 234, 235, 236, 238}, "Pu": {238, 239, 240, 241},
    "Am": {241},
}  # fmt: skip
_CUES = frozenset(
    "dating dated date dates age ages labelled labeled isotope isotopes activity activities ratio ratios "
    "nmr nuclei nuclide nuclides enrichment enriched abundance values content depletion decay tracer "
    "concentration concentrations".split()
)
_JOINS = frozenset({"-", "/", ",", "and", ")", "–"})


def is_isotope(passage: Passage, index: int) -> bool:
    """Tell whether the digits at `index` and the letters behind them name an isotope."""
    if not _names_one(passage, index):
        return False
    if passage.raw(index + 1) not in SYMBOLS:
        return True
    after = passage.word(index + 2)
    return after in _CUES or (after in "-/" and after != "" and passage.gap(index + 2) == 0) or _in_list(passage, index)


def _names_one(passage: Passage, index: int) -> bool:
    word = passage.word(index)
    masses = _ISOTOPES.get(passage.raw(index + 1))
    return masses is not None and word.isdigit() and passage.gap(index + 1) == 0 and int(word) in masses


def _in_list(passage: Passage, index: int) -> bool:
    """Tell whether another isotope stands right before or behind, a comma, a stroke or "and" between."""
    behind = index + 3 + (passage.word(index + 3) in _JOINS)
    before = index - 3 - (passage.word(index - 2) in _JOINS)
    return (passage.word(index + 2) in _JOINS and _names_one(passage, behind)) or (
        before >= 0 and passage.word(index - 1) in _JOINS and _names_one(passage, before)
    )
