"""Findings as sentences: codes become names, numbers are grouped, in the campaign's language."""

from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from crossfoot.campaign import Campaign
from crossfoot.campaign.calendar import find_period
from crossfoot.pipeline.folder import Folder
from crossfoot.terms.finding import Finding
from crossfoot.terms.period import Frequency
from crossfoot.wording.findings import sentence

LOCALES = {"en": "en", "fr": "fr", "zh": "zh_Hans"}


class Names:
    """The names of a campaign's codes, and its numbers and periods, in its language."""

    def __init__(self, folder: Folder) -> None:
        """Take the campaign."""
        self._campaign = folder.campaign
        self._tree = folder.tree
        self._language = folder.campaign.language

    def sentence(self, finding: Finding) -> str:
        """Return one finding as a plain sentence."""
        values = {
            "area": self.area(finding.area),
            "level": self._level_below(finding.area),
            "data_element": self.data_element(finding.data_element, finding.disaggregation),
            "period": self.period(finding.period),
            "stated": self.number(finding.stated),
            "computed": self.number(finding.computed),
            "imbalance": self.number(finding.imbalance, signed=True),
            "reported": self.number(finding.parts_reported),
            "expected": self.number(finding.parts_expected),
            "holds_if": finding.holds_if,
            "detail": finding.detail,
        }
        return str(sentence(finding.check, finding.outcome.value, self._language, values))

    def area(self, code: str) -> str:
        """Return the name of an area or group; its code if it has none."""
        if code in self._campaign.groups:
            return self._campaign.groups[code].name
        found = self._tree.by_code.get(code)
        return found[-1].name if found else code

    def data_element(self, code: str, disaggregation: str = "") -> str:
        """Return the name of a data element, indicator or equivalent, with its disaggregation."""
        name = element_name(code, self._campaign)
        return f"{name} ({disaggregation.replace(';', ', ')})" if disaggregation else name

    def period(self, code: str) -> str:
        """Return a period as it is written in a sentence: 31 October 2014; a week or month by its code."""
        try:
            period = find_period(code, self._campaign)
        except ValueError:
            return code
        if period.frequency is Frequency.DAY and period.starts is not None:
            return format_date(period.starts, "long", locale=LOCALES[self._language])
        if period.frequency is Frequency.PHASE:
            return self._campaign.calendar.phases[code].name
        return code

    def number(self, number: Decimal | int | None, *, signed: bool = False) -> str:
        """Return a number grouped as the language groups it, a minus as a minus."""
        if number is None:
            return "–"
        text = str(format_decimal(number, "#,##0.######", locale=LOCALES[self._language])).replace("-", "−")
        return f"+{text}" if signed and number > 0 else text

    def _level_below(self, code: str) -> str:
        below = next((a.level for a in self._tree.areas if a.parent == code), "")
        return below


def element_name(code: str, campaign: Campaign) -> str:
    """Return the name of a data element, indicator, equivalent or obligation in the campaign's language."""
    for section in (campaign.data_elements, campaign.indicators):
        found = section.get(code)
        if found is not None:
            return str(found.names.get(campaign.language, found.name))
    equivalent = campaign.equivalents.get(code)
    return equivalent.name if equivalent is not None else code
