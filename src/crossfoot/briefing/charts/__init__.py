"""Charts as values: what each shows, and the same as a table, in which every number has its evidence."""

from crossfoot.briefing.charts.bars import bars
from crossfoot.briefing.charts.calendar import calendar
from crossfoot.briefing.charts.choropleth import choropleth
from crossfoot.briefing.charts.dumbbell import dumbbell
from crossfoot.briefing.charts.funnel import funnel
from crossfoot.briefing.charts.multiples import multiples
from crossfoot.briefing.charts.points import TREND
from crossfoot.briefing.charts.trend import trend

__all__ = ["TREND", "bars", "calendar", "choropleth", "dumbbell", "funnel", "multiples", "trend"]
