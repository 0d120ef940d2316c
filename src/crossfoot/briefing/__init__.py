"""Stage 5: template → document; every printed number leads to its evidence; one writer a format."""

from crossfoot.briefing.lookup import Issue
from crossfoot.briefing.rendering import Rendered, render_issue

__all__ = ["Issue", "Rendered", "render_issue"]
