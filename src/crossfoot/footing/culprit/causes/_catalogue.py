"""All causes, found by their file names."""

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType


@cache
def catalogue() -> dict[str, ModuleType]:
    """Return all causes by code, in alphabetical order."""
    names = sorted(m.name for m in iter_modules([str(Path(__file__).parent)]) if not m.name.startswith("_"))
    modules = [import_module(f"crossfoot.footing.culprit.causes.{name}") for name in names]
    return {module.CAUSE.code: module for module in modules}
