"""The campaign as its coordinators wrote it down, read and checked."""

from crossfoot.campaign.areas import AreaTree
from crossfoot.campaign.boundaries import read_boundaries
from crossfoot.campaign.description import Campaign, Circulation, Layout, Place, ProseLayout
from crossfoot.campaign.reading import read_campaign

__all__ = [
    "AreaTree",
    "Campaign",
    "Circulation",
    "Layout",
    "Place",
    "ProseLayout",
    "read_boundaries",
    "read_campaign",
]
