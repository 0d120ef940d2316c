"""The worked examples of R's errorlocate and deducorrect, by our search and as the smallest sets of cells.

The sets of errorlocate: that of profit, cost and turnover stands in its tests (github.com/data-cleaning/errorlocate,
GPL-3: read, not copied); those of the other records follow from its definition, the fewest cells whose change can make
all rules hold, and were found here by trying all sets in order of size. Records 4.1 to 4.4 are those of Scholtus,
Automatic correction of simple typing errors in numerical data with balance edits (Statistics Netherlands 09046, 2009).
"""

from dataclasses import dataclass
from decimal import Decimal

from judging import unique_firsts

from crossfoot.footing.culprit import Cell, Constraint, components, exact, examine
from crossfoot.footing.culprit.candidates import Candidates
from crossfoot.footing.culprit.fellegi_holt import smallest_repairs
from crossfoot.footing.culprit.system import System

SCHOLTUS = ("x1 x2 = x3", "x2 = x4", "x5 x6 x7 = x8", "x3 x8 = x9", "x9 = x10 x11")


@dataclass(frozen=True)
class Example:
    """A record, its rules, and how many cells errorlocate changes."""

    name: str
    cells: tuple[Cell, ...]
    constraints: tuple[Constraint, ...]
    fewest: int


def compare() -> int:
    """Print the sets; return in how many examples ours is greater."""
    print("\nExamples of errorlocate and deducorrect\n")
    print("| record | cells of errorlocate | smallest sets here | told first | left unexplained |")
    print("|---|---|---|---|---|")
    worse = 0
    for example in _examples():
        smallest, told, unexplained = _found(example)
        size = min((len(cells) for cells in smallest), default=0)
        worse += size > example.fewest
        sets = " or ".join("{" + ", ".join(sorted(cells)) + "}" for cells in smallest)
        print(f"| {example.name} | {example.fewest} | {size}: {sets} | {', '.join(told)} | {', '.join(unexplained)} |")
    return worse


def _found(example: Example) -> tuple[list[set[str]], list[str], list[str]]:
    """Return the smallest sets, what is told first, and the rules that nothing explains."""
    smallest: list[set[str]] = [set()]
    told: list[str] = []
    unexplained: list[str] = []
    for component in components(example.cells, example.constraints):
        system = System(component)
        repairs, _ = smallest_repairs(Candidates(system), system.violated, seconds=10)
        sets = [{system.cells[cell].id for cell in repair.cells} for repair in repairs]
        smallest = [before | cells for before in smallest for cells in sets]
        examination = examine(component)
        unexplained += examination.unexplained
        for first in unique_firsts(examination.suggestions):
            told += [f"{change.cell} {change.stated} → {change.suggested}" for change in first.changes]
    return smallest, told, unexplained


def _examples() -> list[Example]:
    accounts = (
        *(exact(name, value) for name, value in (("profit", 755), ("cost", 125), ("turnover", 200))),
        Cell("above", None, Decimal(0), None, weight=None),  # cost >= 0.6 turnover, as 5 cost - 3 turnover = above >= 0
    )
    balance = Constraint("balance", (("profit", 1), ("cost", 1), ("turnover", -1)))
    least = Constraint("least cost", (("cost", 5), ("turnover", -3), ("above", -1)))
    records = {
        "4.1": ((1452, 116, 1568, 161, 323, 76, 12, 411, 1979, 1842, 137), 1),
        "4.2": ((1452, 116, 1568, 161, 323, 76, 12, 411, 19979, 1842, 137), 2),
        "4.3": ((1452, 116, 1568, 161, 0, 0, 0, 411, 19979, 1842, 137), 3),
        "4.4": ((1452, 116, 1568, 161, 323, 76, 12, 0, 19979, 1842, 137), 3),
    }
    found = [Example("profit 755, cost 125, turnover 200", accounts, (balance, least), 1)]
    for name, (values, fewest) in records.items():
        cells = tuple(exact(f"x{at}", value) for at, value in enumerate(values, start=1))
        found.append(Example(f"Scholtus {name}", cells, tuple(_rule(text) for text in SCHOLTUS), fewest))
    small = tuple(exact(name, value) for name, value in (("turnover", 353), ("costs", 283), ("result", 115)))
    found.append(Example("turnover 353, costs 283, result 115", small, (_rule("costs result = turnover"),), 1))
    return found


def _rule(text: str) -> Constraint:
    left, right = text.split(" = ")
    terms = [(name, 1) for name in left.split()] + [(name, -1) for name in right.split()]
    return Constraint(text, tuple(terms))
