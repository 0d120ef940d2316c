"""What every check has to say about itself."""

from dataclasses import dataclass

from crossfoot.terms.finding import Severity


@dataclass(frozen=True, slots=True)
class Check:
    """One rule confronted with figures."""

    code: str  # names the fault, so that an exemption reads "accept areas-do-not-sum at ..."
    severity: Severity  # unless the campaign says another
    what: str  # what is compared with what
    why: str  # why a reader of the briefing should care
    remedy: str  # whom to ask, and what
    detail: tuple[str, ...] = ()  # what a finding's `detail` holds, field by field, tabs between them
