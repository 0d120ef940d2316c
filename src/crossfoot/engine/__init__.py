"""The one place that knows a database."""

from crossfoot.engine.duck import Engine

__all__ = ["Engine"]
