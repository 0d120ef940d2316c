"""Stage 5: template → document; every printed number leads to its evidence; one writer a format."""

from crossfoot.briefing.areas import AREA_INDEX, EVERY, FOLDER, chosen_areas
from crossfoot.briefing.formats import Format
from crossfoot.briefing.index import index_page
from crossfoot.briefing.lookup import Issue
from crossfoot.briefing.previous import Previous, read_previous
from crossfoot.briefing.rendering import Rendered, render_issue
from crossfoot.briefing.template import shipped
from crossfoot.briefing.typed import Typed
from crossfoot.briefing.voices import Unquoted

__all__ = [
    "AREA_INDEX", "EVERY", "FOLDER", "Format", "Issue", "Previous", "Rendered", "Typed", "Unquoted", "chosen_areas",
    "index_page", "read_previous", "render_issue", "shipped",
]  # fmt: skip
