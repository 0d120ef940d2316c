"""Templates run where they can do no harm: no attribute of Python, no file, no endless loop.

What a template prints is never text: it is a mark of two private characters around a number,
which stands for runs or blocks of the document. All private characters are taken out of what
comes in, so no sender and no template can forge a mark.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import BuiltinMethodType, MethodType
from typing import Any, NoReturn

from jinja2 import TemplateSyntaxError, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from crossfoot.briefing.document import Block, Inline, Text

OPEN, CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
MOST_STEPS = 50_000  # of all loops together
MOST_TEXT = 2_000_000  # characters that a template may write
MOST_SOURCE = 500_000  # characters of a template
FILTERS = frozenset({"default", "d", "first", "last", "length", "count", "list", "lower", "upper", "capitalize",
                     "reverse", "sort", "unique", "abs"})  # fmt: skip
REFUSED = frozenset({"format", "format_map", "ljust", "rjust", "center", "zfill", "expandtabs", "translate", "join",
                     "replace"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Inlined:
    """What a function gives to be printed inside a sentence."""

    runs: Inline
    value: Any = None  # the number behind it, for comparisons
    complete: bool = True

    def __bool__(self) -> bool:
        return bool(self.runs)


@dataclass(frozen=True, slots=True)
class Blocked:
    """What a function gives to be printed on a line of its own."""

    blocks: tuple[Block, ...]

    def __bool__(self) -> bool:
        return bool(self.blocks)


@dataclass
class Marks:
    """What the marks in a rendered template stand for."""

    kept: list[Inlined | Blocked] = field(default_factory=list)
    written: int = 0
    steps: int = 0

    def mark(self, given: object) -> Markup:
        """Return the mark that stands for something printed.

        Raises:
            SecurityError: the template writes more than a briefing can be.
        """
        if isinstance(given, Markup):  # what a block or a macro has put together from marks
            self._count(len(given))
            return given
        if isinstance(given, Undefined):
            str(given)  # raises
        if given is None:
            return Markup("")
        self._count(1)
        what = given if isinstance(given, Inlined | Blocked) else Inlined((Text(_cleaned(str(given))),))
        self.kept.append(what)
        return Markup(f"{OPEN}{len(self.kept) - 1}{CLOSE}")  # noqa: S704 - digits between two marks

    def bounded(self, given: Iterable[Any]) -> Iterator[Any]:
        """Yield what a loop goes through, and count its steps.

        Raises:
            SecurityError: the loops of the template go on too long.
        """
        for item in given:
            self.steps += 1
            if self.steps > MOST_STEPS:
                raise SecurityError(f"the loops take more than {MOST_STEPS:,} steps")
            yield item

    def _count(self, size: int) -> None:
        self.written += size
        if self.written > MOST_TEXT:
            raise SecurityError(f"it writes more than {MOST_TEXT:,} characters")


def without_private(text: str) -> str:
    """Return a text without private characters, which only marks may use."""
    return PRIVATE.sub("", text)


def _cleaned(text: str) -> str:
    return without_private(text)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2 with what a briefing needs and nothing that can grow without bound."""

    intercepted_binops = frozenset({"+", "*", "**", "%", "//", "/", "-"})

    def __init__(self, marks: Marks) -> None:
        """Print by way of these marks."""
        super().__init__(autoescape=True, finalize=marks.mark, undefined=_Strict, extensions=[])
        self.filters = {name: f for name, f in self.filters.items() if name in FILTERS}
        self.filters["_bounded"] = marks.bounded
        self.globals.clear()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for kind, trouble in ((nodes.Concat, "joins texts with ~"), (nodes.Include, "includes another file"),
                              (nodes.Import, "imports another file"), (nodes.FromImport, "imports another file"),
                              (nodes.Extends, "extends another file")):  # fmt: skip
            for node in tree.find_all(kind):
                raise TemplateSyntaxError(f"the template {trouble}, which a briefing cannot", node.lineno, name)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "_bounded", [], [], None, None, lineno=loop.lineno)
            loop.iter.set_environment(self)
        return tree

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Refuse, beside what the sandbox refuses, what makes a text as long as one likes."""
        if isinstance(obj, str) and attr in REFUSED:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: object) -> None:
        """Refuse format(), whose width can be any number: Jinja lets it through before it asks what is safe."""
        if isinstance(value, MethodType | BuiltinMethodType) and value.__name__ in ("format", "format_map"):
            raise SecurityError("it calls format(). Figures are printed by the functions themselves")

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> NoReturn:
        """Refuse arithmetic: a figure is looked up, never worked out in a template."""
        raise SecurityError(
            f"it works out a number with {operator}. Figures are looked up, never worked out: declare an indicator, "
            "or use change() or share()"
        )


class _Strict(Undefined):
    """A name that leads nowhere is an error wherever it is used, save in a test of whether it is defined."""

    __slots__ = ()
    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = Undefined._fail_with_undefined_error
