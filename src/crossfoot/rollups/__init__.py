"""Stage 4: figures → areas above, longer periods, indicators, changes, reporting, peers."""

from crossfoot.rollups.rolling import roll_up
from crossfoot.rollups.tracing import Traced, trace

__all__ = ["Traced", "roll_up", "trace"]
