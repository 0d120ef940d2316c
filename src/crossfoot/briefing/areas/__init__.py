"""A page for each area: what it sent, its figures, how it stands, what does not add up, what is asked of it."""

from crossfoot.briefing.areas.pages import AreaPages, area_pages
from crossfoot.briefing.areas.places import AREA_INDEX, EVERY, FOLDER, chosen_areas

__all__ = ["AREA_INDEX", "EVERY", "FOLDER", "AreaPages", "area_pages", "chosen_areas"]
