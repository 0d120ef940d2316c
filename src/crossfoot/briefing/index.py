"""The list of published issues: newest first, each with its forms and its corrections."""

from collections.abc import Sequence
from datetime import date
from html import escape
from importlib.resources import files

from crossfoot.campaign import Campaign
from crossfoot.campaign.calendar import find_period
from crossfoot.terms.issue import IssueNumber
from crossfoot.wording.dates import day_name, period_name
from crossfoot.wording.messages import word

LANG = {"en": "en", "fr": "fr", "zh": "zh-Hans"}
Listed = tuple[IssueNumber, str, str, tuple[str, ...]]  # number, period, day of publication, names of files
SHOWN = (".html", ".pdf", ".docx", ".xlsx", ".txt")


def index_page(campaign: Campaign, listed: Sequence[Listed]) -> bytes:
    """Return the page that lists published issues, in UTF-8."""
    language = campaign.language
    items = "\n".join(_item(campaign, one, listed) for one in reversed(listed))
    title = word("index.title", language)
    style = files("crossfoot.briefing.formats").joinpath("style.css").read_text("utf-8")
    return f"""<!DOCTYPE html>
<html lang="{LANG[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(campaign.name)} – {escape(title)}</title>
<style>
{style}
</style>
</head>
<body>
<header><p class="campaign">{escape(campaign.name)}</p><h1>{escape(title)}</h1></header>
<main>
<ul>
{items}
</ul>
</main>
</body>
</html>
""".encode()


def _item(campaign: Campaign, one: Listed, listed: Sequence[Listed]) -> str:
    number, period, day, names = one
    language = campaign.language
    title = word("briefing.number", language).format(number=number.label)
    about = period_name(find_period(period, campaign), language, _phase(campaign, period))
    forms = " · ".join(
        f'<a href="{number.folder}/{escape(name)}">{escape(name.rpartition(".")[2].upper())}</a>'
        for name in names
        if name.endswith(SHOWN) and name != "briefing.html"
    )
    told = [f'<a href="{number.folder}/briefing.html">{escape(title)}</a>', escape(about)]
    told += [escape(day_name(date.fromisoformat(day), language)), *([forms] if forms else [])]
    errata = [n for n, *_ in listed if n.number == number.number and n.erratum and not number.erratum]
    if errata:
        links = ", ".join(f'<a href="{n.folder}/briefing.html">{n.label}</a>' for n in errata)
        told.append(f"<strong>{escape(word('index.corrected', language))} {links}</strong>")
    anchor = "" if number.erratum else f' id="no-{number.number}"'
    return f"<li{anchor}>{' · '.join(told)}</li>"


def _phase(campaign: Campaign, period: str) -> str:
    phase = campaign.calendar.phases.get(period)
    return phase.name if phase else ""
