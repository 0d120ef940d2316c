"""The shape of an area on the earth."""

Place = tuple[float, float]  # longitude and latitude, in degrees
Ring = tuple[Place, ...]  # a closed line: its last place is its first
Rings = tuple[Ring, ...]  # an area: what lies in an odd number of its rings
