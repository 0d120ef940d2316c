"""Short ways to write cells and relations."""

from collections.abc import Callable

import pytest

from crossfoot.footing.culprit import Cell, Component, Constraint, components, exact

Relate = Callable[..., tuple[Constraint, ...]]


def related(*texts: str) -> tuple[Constraint, ...]:
    """Relations written as `a b c = total`."""
    found = []
    for text in texts:
        left, right = text.split(" = ")
        found.append(Constraint(text, (*((n, 1) for n in left.split()), *((n, -1) for n in right.split()))))
    return tuple(found)


@pytest.fixture
def one_component() -> Callable[..., Component]:
    """The only component of cells given as whole numbers (or as cells) and relations given as text."""

    def made(values: dict[str, int | Cell | None], *texts: str) -> Component:
        cells = [value if isinstance(value, Cell) else exact(name, value) for name, value in values.items()]
        [component] = components(cells, related(*texts))
        return component

    return made


@pytest.fixture
def relations() -> Relate:
    return related
