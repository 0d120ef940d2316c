"""What every cause has to say about itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cause:
    """One way in which a wrong figure comes about.

    A module of a cause holds CAUSE and one of three generators, told by its name:
    `true_values(cell, system)` - the values that could have come to be stated so, each with the chance that
    this cause would have made just this of them; `fits(cell, needed, system)` - that chance for any needed
    value; `changes(system)` - several cells changed at once.
    """

    code: str
    what: str  # what is tested
    share: float  # of all wrong figures, assumed before anything is known; the shares of all causes make 1
