"""Each area's indicator against the target and its peers."""

from crossfoot.engine import Engine
from crossfoot.tables import PEERS


def compare_peers(engine: Engine) -> None:
    """Fill `peers`."""
    engine.create(PEERS)
