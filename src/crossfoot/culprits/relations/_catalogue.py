"""All kinds of relation, found by their file names."""

from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType


@cache
def relations() -> dict[str, ModuleType]:
    """Return all kinds of relation by the code of their check, in alphabetical order."""
    names = sorted(m.name for m in iter_modules([str(Path(__file__).parent)]) if not m.name.startswith("_"))
    modules = [import_module(f"crossfoot.culprits.relations.{name}") for name in names]
    return {module.CHECK: module for module in modules}
