"""The campaign as rows of the tables that the stages work with."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from itertools import combinations, product
from typing import Any

from crossfoot.campaign.areas import AreaTree
from crossfoot.campaign.calendar import expected_returns
from crossfoot.campaign.description import Campaign, DataElement
from crossfoot.campaign.units import Units
from crossfoot.terms.finding import Severity

Row = tuple[Any, ...]
AGGREGATIONS = {  # DHIS2's name: (over areas, over time)
    "SUM": ("sum", "sum"),
    "AVERAGE": ("average", "average"),
    "AVERAGE_SUM_ORG_UNIT": ("sum", "average"),
    "LAST": ("sum", "last"),
    "LAST_AVERAGE_ORG_UNIT": ("average", "last"),
    "LAST_IN_PERIOD": ("sum", "last"),
    "LAST_IN_PERIOD_AVERAGE_ORG_UNIT": ("average", "last"),
    "FIRST": ("sum", "first"),
    "FIRST_AVERAGE_ORG_UNIT": ("average", "first"),
    "COUNT": ("count", "count"),
    "MIN": ("min", "min"),
    "MAX": ("max", "max"),
    "MIN_SUM_ORG_UNIT": ("sum", "min"),
    "MAX_SUM_ORG_UNIT": ("sum", "max"),
    "NONE": ("none", "none"),
}
BY_KIND = {"flow": "SUM", "cumulative": "LAST", "stock": "LAST", "rate": "NONE", "milestone": "LAST"}
FINEST = Decimal("1e-18")  # of a factor in the table `equivalents`
MOST_DIMENSIONS = 3  # sums of disaggregations are written out for at most this many at once


def area_rows(campaign: Campaign, tree: AreaTree) -> list[Row]:
    """Return the rows of `areas`."""
    depth = {level: n for n, level in enumerate(campaign.levels)}
    return [(a.code, a.name, a.level, depth[a.level], a.parent, a.starts, a.ends) for a in tree.areas]


def successor_rows(tree: AreaTree) -> list[Row]:
    """Return the rows of `successors`."""
    return sorted({(area.code, successor) for area in tree.areas for successor in area.becomes})


def element_rows(campaign: Campaign) -> Iterator[Row]:
    """Yield the rows of `elements`; what the areas file tells is a stock: it holds until it is told anew."""
    for code, element in campaign.data_elements.items():
        kind = element.kind if element.from_areas is None else "stock"
        over_areas, over_time = AGGREGATIONS[element.aggregation or BY_KIND[kind]]
        yield (
            code, kind, element.unit, over_areas, over_time, element.missing,
            counts_whole(element), element.may_be_negative,
        )  # fmt: skip


def counts_whole(element: DataElement) -> bool:
    """Tell whether a data element's values are whole numbers: counts are, measures and rates are not."""
    if element.whole is not None:
        return element.whole
    return element.unit == "" and element.kind != "rate"


def sum_rows(campaign: Campaign) -> Iterator[Row]:
    """Yield the rows of `sums`: `equals`, and every disaggregation with its nested ones."""
    for code, element in campaign.data_elements.items():
        for part in element.equals:
            yield code, code, "", part, "", element.missing_parts
        for dimension, whole, part in _disaggregation_sums(element):
            yield f"{code}[{dimension}]", code, whole, code, part, element.missing_parts


def _disaggregation_sums(element: DataElement) -> Iterator[tuple[str, str, str]]:
    dimensions = sorted(element.disaggregations)
    for dimension in dimensions:
        others = [d for d in dimensions if d != dimension]
        for count in range(min(len(others), MOST_DIMENSIONS - 1) + 1):
            for chosen in combinations(others, count):
                for values in product(*(element.disaggregations[d] for d in chosen)):
                    fixed = dict(zip(chosen, values, strict=True))
                    for category in element.disaggregations[dimension]:
                        yield dimension, disaggregation_key(fixed), disaggregation_key({**fixed, dimension: category})


def disaggregation_key(categories: dict[str, str]) -> str:
    """Return the one way of writing a disaggregation: sorted, such as age=0-4;sex=f."""
    return ";".join(f"{dimension}={category}" for dimension, category in sorted(categories.items()))


def bound_rows(campaign: Campaign) -> list[Row]:
    """Return the rows of `bounds`."""
    return [(code, whole) for code, e in campaign.data_elements.items() for whole in e.at_most]


def link_rows(campaign: Campaign) -> list[Row]:
    """Return the rows of `links`."""
    return [(code, e.feeds) for code, e in campaign.data_elements.items() if e.feeds is not None]


def complete_rows(campaign: Campaign) -> list[Row]:
    """Return the rows of `complete`."""
    return [(c, e.complete_since) for c, e in campaign.data_elements.items() if e.complete_since is not None]


def balance_rows(campaign: Campaign) -> Iterator[Row]:
    """Yield the rows of `balances`."""
    for code, account in campaign.accounts.items():
        yield code, "opening", account.opening
        yield code, "closing", account.closing
        for part in account.in_:
            yield code, "in", part
        for part in account.out:
            yield code, "out", part


def indicator_rows(campaign: Campaign) -> list[Row]:
    """Return the rows of `indicators`."""
    return [
        (
            c, "+".join(i.numerator), "+".join(i.denominator), i.factor, i.decimals, i.target, i.direction,
            i.stated or "", i.part_of_whole,
        )
        for c, i in campaign.indicators.items()
    ]  # fmt: skip


def term_rows(campaign: Campaign) -> Iterator[Row]:
    """Yield the rows of `terms`."""
    for code, indicator in campaign.indicators.items():
        for element in indicator.numerator:
            yield code, "numerator", element
        for element in indicator.denominator:
            yield code, "denominator", element


def equivalent_rows(campaign: Campaign) -> Iterator[Row]:
    """Yield the rows of `equivalents`: the convention's factor times that of the units, with their range.

    A data element that is a plain count, or is measured in a unit of another kind, is taken by the
    convention's factor alone: so many of the equivalent's unit for one.
    """
    units = Units(campaign)
    for code, equivalent in campaign.equivalents.items():
        for element, share in equivalent.factors.items():
            told = campaign.data_elements.get(element)
            factors = units.factor(told.unit, equivalent.unit) if told is not None and told.unit else None
            best, least, greatest = factors or (Decimal(1), Decimal(1), Decimal(1))
            with localcontext(prec=60):
                yield (
                    code,
                    element,
                    (best * share.factor).quantize(FINEST),
                    (least * (share.lower or share.factor)).quantize(FINEST, rounding=ROUND_FLOOR),
                    (greatest * (share.upper or share.factor)).quantize(FINEST, rounding=ROUND_CEILING),
                )


def rule_rows(campaign: Campaign, severities: dict[str, Severity]) -> Iterator[Row]:
    """Yield the rows of `rules`: each check with each data element, indicator and obligation.

    What the areas file tells is the campaign's own description, not a return: no check is about it.

    Args:
        campaign: the campaign, whose rules come before the checks' own severities.
        severities: every check's severity where the campaign does not say another.
    """
    returned = [code for code, element in campaign.data_elements.items() if element.from_areas is None]
    subjects = [
        *returned, *campaign.equivalents, *campaign.indicators, *campaign.obligations,
        *campaign.accounts, "",
    ]  # fmt: skip
    for check, usual in severities.items():
        for subject in dict.fromkeys(subjects):
            tolerance, severity, off = Decimal(0), usual, False
            for rule in campaign.checks.get(check, ()):
                if not rule.data_elements or subject in rule.data_elements:
                    tolerance, severity, off = rule.tolerance, rule.severity or usual, rule.off
            if not off:
                yield check, subject, tolerance, severity.value


def expected_rows(campaign: Campaign, tree: AreaTree, until: date) -> list[Row]:
    """Return the rows of `expected` for all periods that ended by a day."""
    return list(expected_returns(campaign, tree, until))


def asked_rows(campaign: Campaign) -> list[Row]:
    """Return the rows of `asked`; rates that are only repeated in a return are asked like the rest.

    What the areas file tells is asked of nobody.
    """
    usual = tuple(code for code, element in campaign.data_elements.items() if element.from_areas is None)
    return [
        (code, element)
        for code, obligation in campaign.obligations.items()
        for element in (obligation.data_elements or usual)
    ]


def exemption_rows(campaign: Campaign) -> list[Row]:
    """Return the rows of `exemptions` that the campaign itself lists."""
    return [(e.check, e.area, e.data_element, e.period, e.why, e.by, e.until, "") for e in campaign.exemptions]


