"""Findings as sentences: codes become names, numbers are grouped, in the campaign's language."""

from datetime import date
from decimal import Decimal

from crossfoot.campaign import Campaign
from crossfoot.campaign.calendar import find_period
from crossfoot.checks import catalogue
from crossfoot.pipeline.folder import Folder
from crossfoot.pipeline.suggesting import Change, Suggested
from crossfoot.terms.finding import Finding, Outcome
from crossfoot.wording.dates import day_name, period_name
from crossfoot.wording.findings import gaps, sentence
from crossfoot.wording.messages import levels_of
from crossfoot.wording.numbers import format_number, format_signed
from crossfoot.wording.suggestions import Changed, Told, about, suggestion_sentence
from crossfoot.wording.terminal import say

UNKNOWN = "–"


class Names:
    """The names of a campaign's codes, and its numbers and periods, in its language or another."""

    def __init__(self, folder: Folder, language: str | None = None) -> None:
        """Take the campaign, and a language where it is not to be the campaign's."""
        self._campaign = folder.campaign.model_copy(update={"language": language}) if language else folder.campaign
        self._tree = folder.tree
        self._language = self._campaign.language

    @property
    def language(self) -> str:
        """The campaign's language."""
        return self._language

    def sentence(self, finding: Finding) -> str:
        """Return one finding as a plain sentence."""
        if finding.outcome is Outcome.BROKEN:
            return say("broke", self._language, check=finding.check)
        needed = gaps(finding.check, finding.outcome.value, self._language)
        values = {**dict.fromkeys(needed, UNKNOWN), **self._values(finding)}
        return sentence(finding.check, finding.outcome.value, self._language, values)

    def suggestion(self, one: Suggested, finding: Finding) -> str:
        """Return a suggestion as a sentence under one of the findings that it would repair."""
        changes = tuple(self._changed(change, finding) for change in one.changes)
        told = Told(changes, one.repairs, one.breaks, one.confidence, one.cause, one.against)
        return suggestion_sentence(told, self._language)

    def _changed(self, change: Change, finding: Finding) -> Changed:
        own = (finding.data_element, finding.disaggregation)
        unlike = (change.data_element, change.disaggregation) != own
        parts = (
            self.data_element(change.data_element, change.disaggregation) if unlike else "",
            self.period(change.period) if change.period != finding.period else "",
        )
        stated, suggested = change.stated, change.suggested
        return Changed(
            self.area(change.area), about(parts, self._language), "" if stated is None else self.number(stated),
            "" if suggested is None else self.number(suggested),
        )  # fmt: skip

    def _values(self, finding: Finding) -> dict[str, str]:
        values = {
            "area": self.area(finding.area),
            "data_element": self.data_element(finding.data_element, finding.disaggregation),
            "period": self.period(finding.period),
            "holds_if": finding.holds_if,
        }
        numbers = {
            "stated": finding.stated,
            "computed": finding.computed,
            "parts_reported": finding.parts_reported,
            "parts_expected": finding.parts_expected,
        }
        values |= {name: self.number(number) for name, number in numbers.items() if number is not None}
        if finding.imbalance is not None:
            values["imbalance"] = format_signed(finding.imbalance, self._language)
        if finding.parts_expected:
            below = next((a.level for a in self._tree.areas if a.parent == finding.area), "")
            values["parts_name"] = levels_of(below, self._language) if below else ""
        fields = catalogue()[finding.check].CHECK.detail
        for name, text in zip(fields, finding.detail.split("\t"), strict=False):
            values[name] = self._detail(name, text)
        return values

    def _detail(self, name: str, text: str) -> str:
        """One field of a finding's detail, in words."""
        match name:
            case "before_period":
                return self.period(text)
            case "other" | "indicator":
                return self.data_element(text)
            case "indicators":
                return ", ".join(self.data_element(code.strip()) for code in text.split(","))
            case "due" | "received" if text:
                return day_name(date.fromisoformat(text[:10]), self._language)
            case _:
                return text

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
        """Return a period in words; a phase by its name."""
        try:
            period = find_period(code, self._campaign)
        except ValueError:
            return code
        phase = self._campaign.calendar.phases.get(code)
        return period_name(period, self._language, phase.name if phase else "")

    def number(self, number: Decimal | int | None) -> str:
        """Return a number as the language writes it."""
        return UNKNOWN if number is None else format_number(Decimal(number), self._language)


def element_name(code: str, campaign: Campaign) -> str:
    """Return the name of a data element, indicator or equivalent in the campaign's language; else the code."""
    found = campaign.data_elements.get(code) or campaign.indicators.get(code)
    if found is not None:
        return found.names.get(campaign.language, found.name)
    equivalent = campaign.equivalents.get(code)
    return equivalent.name if equivalent is not None else code
