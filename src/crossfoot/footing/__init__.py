"""Interval arithmetic and the verdicts of a relation: what must hold, and whether it can."""

from crossfoot.footing.interval import Interval, exactly, interval_of
from crossfoot.footing.verdict import differs, exceeds, share_of, total_of

__all__ = ["Interval", "differs", "exactly", "exceeds", "interval_of", "share_of", "total_of"]
