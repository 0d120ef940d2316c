"""The campaign as its coordinators wrote it down, read and checked."""

from crossfoot.campaign.areas import AreaTree
from crossfoot.campaign.description import Campaign, Layout, Place
from crossfoot.campaign.reading import read_campaign

__all__ = ["AreaTree", "Campaign", "Layout", "Place", "read_campaign"]
