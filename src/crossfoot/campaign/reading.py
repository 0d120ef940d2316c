"""Read a campaign description, and say exactly what to put right when it is wrong."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from crossfoot.campaign.areas import AreaTree, read_areas
from crossfoot.campaign.description import Campaign, Entry
from crossfoot.campaign.references import broken_references
from crossfoot.campaign.yaml_lines import arrow, read_plain
from crossfoot.errors import CampaignError, Problem

NUMBER = "Write a plain number such as 2 or 0.5."
DAY = "Write the day as 2026-11-09."
REMEDIES = {  # by pydantic's name of the error
    "missing": "Add it: '{last}: ...'.",
    "extra_forbidden": "Remove it or correct its spelling.",
    "string_pattern_mismatch": "Use letters, digits, '-' and '_', beginning with a letter.",
    "decimal_parsing": NUMBER,
    "finite_number": NUMBER,
    "int_parsing": "Write a whole number.",
    "greater_than": "Write a larger number.",
    "greater_than_equal": "Write a larger number.",
    "less_than_equal": "Write a smaller number.",
    "bool_parsing": "Write 'true' or 'false'.",
    "date_from_datetime_parsing": DAY,
    "date_parsing": DAY,
    "date_from_datetime_inexact": DAY,
    "literal_error": "Write one of the words listed.",
    "enum": "Write one of the words listed.",
    "dict_type": "Write it as '{last}:' with indented entries below.",
    "model_type": "Write it as '{last}:' with indented entries below.",
    "list_type": "Write it as a list: [one, two].",
    "tuple_type": "Write it as a list: [one, two].",
    "string_type": "Write plain text.",
    "too_short": "List at least one.",
    "string_too_short": "Write it out.",
}
KIND_AT = 2  # where pydantic puts the kind of a layout: ("layouts", "letters", "prose", "files")
ELSE = "See what this entry may say in docs/campaign.md."


def read_campaign(path: Path) -> tuple[Campaign, AreaTree]:
    """Read and check a campaign description and the areas file that it names.

    Args:
        path: the file campaign.yaml.

    Raises:
        CampaignError: the description or the areas file cannot be used; lists every problem
            with its line and remedy, not only the first.
    """
    plain, lines = read_plain(path)
    try:
        campaign = Campaign.model_validate(plain)
    except ValidationError as exc:
        raise CampaignError([_problem(path.name, dict(e), lines) for e in exc.errors()]) from None
    problems: list[Problem] = []
    tree = AreaTree(())
    try:
        tree = read_areas(path.parent / campaign.areas, campaign)
    except CampaignError as exc:
        problems.extend(exc.problems)
    problems.extend(
        Problem(path.name, _line(entry, lines), arrow(entry), trouble, remedy)
        for entry, trouble, remedy in broken_references(campaign, tree)
    )
    if problems:
        raise CampaignError(problems)
    return campaign, tree


def _line(at: Entry, lines: Mapping[Entry, int]) -> int:
    known = at
    while known not in lines:  # a missing entry has no line of its own: show its parent's
        known = known[:-1]
    return lines[known]


def _problem(file: str, error: dict[str, Any], lines: Mapping[Entry, int]) -> Problem:
    at: Entry = tuple(error["loc"])
    if at and at[-1] == "[key]":
        at = at[:-1]
    if at[:1] == ("layouts",) and len(at) > KIND_AT and at[KIND_AT] in ("table", "prose"):
        at = at[:KIND_AT] + at[KIND_AT + 1 :]  # the kind by which the section was chosen is no entry
    remedy = REMEDIES.get(error["type"], ELSE).format(last=at[-1] if at else "")
    shown = f" (got '{str(error['input'])[:60]}')" if isinstance(error["input"], str) else ""
    return Problem(file, _line(at, lines), arrow(at), error["msg"] + shown, remedy)
