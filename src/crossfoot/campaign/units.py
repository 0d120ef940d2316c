"""Units: a small table of our own, never a parser that guesses."""

from decimal import Decimal

from crossfoot.campaign.description import Campaign, Unit
from crossfoot.campaign.names import Names

_MARKET = "Law on weights of 16 February 1929 (market system), in force until 25 June 1959"
_COMMON = "International System of Units"

KNOWN_UNITS: dict[str, Unit] = {
    "percent": Unit(name="per cent", aliases=("%", "pct", "pour cent", "百分之")),
    "kg": Unit(name="kilogram", aliases=("kilogram", "kilograms", "kilo", "公斤", "千克"), source=_COMMON),
    "g": Unit(name="gram", aliases=("gram", "grams", "克"), of="kg", factor=Decimal("0.001"), source=_COMMON),
    "mg": Unit(name="milligram", aliases=("milligram",), of="kg", factor=Decimal("0.000001"), source=_COMMON),
    "t": Unit(name="tonne", aliases=("tonne", "tonnes", "吨"), of="kg", factor=Decimal(1000), source=_COMMON),
    "l": Unit(name="litre", aliases=("litre", "litres", "liter", "liters", "L", "升"), source=_COMMON),
    "ml": Unit(name="millilitre", aliases=("millilitre",), of="l", factor=Decimal("0.001"), source=_COMMON),
    "km": Unit(name="kilometre", aliases=("kilometre", "kilometres", "公里"), source=_COMMON),
    "ha": Unit(name="hectare", aliases=("hectare", "hectares", "公顷"), source=_COMMON),
    "day": Unit(name="day", aliases=("days", "jour", "jours", "天", "日")),
    "jin": Unit(name="jin", aliases=("catty", "catties", "斤"), of="kg", factor=Decimal("0.5"), source=_MARKET),
    "tael": Unit(
        name="tael",
        aliases=("taels", "liang", "两", "兩"),
        of="kg",
        factor=Decimal("0.03125"),
        lower=Decimal("0.03125"),
        upper=Decimal("0.0378"),
        source=_MARKET + "; older scales were in use, up to 37.8 g",
    ),
}


class Units:
    """The units of a campaign: those that Crossfoot knows, and its own."""

    def __init__(self, campaign: Campaign) -> None:
        """Let the campaign's own units come first."""
        self._units = {**KNOWN_UNITS, **campaign.units}
        self._names = Names({code: (unit.name, *unit.aliases) for code, unit in self._units.items()})

    def find(self, written: str) -> str | None:
        """Return the code that a written unit means, or None if it is unknown."""
        return written if written in self._units else self._names.find(written) or self._exact(written)

    def _exact(self, written: str) -> str | None:  # "%" and other signs have no letters to fold
        return next((code for code, unit in self._units.items() if written in unit.aliases), None)

    def factor(self, source: str, target: str) -> tuple[Decimal, Decimal, Decimal] | None:
        """Return (factor, least, greatest) that turns a value in `source` into `target`; None if unlike."""
        if source == target:
            return Decimal(1), Decimal(1), Decimal(1)
        from_base, to_base = self._to_base(source), self._to_base(target)
        if from_base is None or to_base is None or from_base[0] != to_base[0]:
            return None
        _, best, least, greatest = from_base
        _, best_to, least_to, greatest_to = to_base
        return best / best_to, least / greatest_to, greatest / least_to

    def _to_base(self, code: str) -> tuple[str, Decimal, Decimal, Decimal] | None:
        best = least = greatest = Decimal(1)
        for _ in range(len(self._units)):
            unit = self._units.get(code)
            if unit is None:
                return None
            if unit.of is None:
                return code, best, least, greatest
            best *= unit.factor
            least *= unit.lower or unit.factor
            greatest *= unit.upper or unit.factor
            code = unit.of
        return None  # units that are told in one another, in a circle
