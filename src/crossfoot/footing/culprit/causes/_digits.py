"""The digits of a stated value, as typed."""

from dataclasses import dataclass

from crossfoot.footing.culprit.system import System


@dataclass(frozen=True, slots=True)
class Digits:
    """The digits of a value in grid units, and its sign."""

    text: str
    sign: int

    def value(self, text: str) -> int:
        """Return the value, in grid units, that other digits in the same place would state."""
        return self.sign * int(text)


def written(cell: int, system: System) -> Digits | None:
    """Return the digits of what a cell states; None for a blank."""
    stated = system.stated[cell]
    return None if stated is None else Digits(str(abs(stated)), -1 if stated < 0 else 1)
