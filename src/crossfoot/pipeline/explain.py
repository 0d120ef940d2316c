"""What the checks say about themselves."""

from difflib import get_close_matches

from crossfoot.checks import catalogue
from crossfoot.errors import NotFoundError


def explain(code: str | None = None) -> list[dict[str, str]]:
    """Return code, severity, what, why and remedy of one check, or of all.

    Raises:
        NotFoundError: there is no such check.
    """
    checks = {name: module.CHECK for name, module in catalogue().items()}
    if code is not None and code not in checks:
        near = get_close_matches(code, checks, n=1)
        hint = f"Did you mean '{near[0]}'?" if near else "List them with: crossfoot explain"
        raise NotFoundError(f"'{code}' is not a check. {hint}")
    return [
        {"check": c.code, "severity": c.severity.value, "what": c.what, "why": c.why, "remedy": c.remedy}
        for c in (checks.values() if code is None else [checks[code]])
    ]
