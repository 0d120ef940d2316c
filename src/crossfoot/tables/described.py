"""The campaign as tables: areas, periods, data elements, relations, rules, obligations."""

from crossfoot.tables.shape import FACTOR, Column, Table, amount, count, day, flag, text

AREAS = Table(
    "areas",
    "One row for each area and each stretch of time in which its name, level and parent stay the same.",
    (
        text("area", "Code of the area."),
        text("name", "Its name in that time."),
        text("level", "Name of its level: country, county."),
        count("depth", "Position of the level: 0 for the top."),
        text("parent", "Code of the area it belongs to; empty at the top."),
        day("starts", "First day on which this holds."),
        day("ends", "Last day on which this holds."),
    ),
)
ANCESTORS = Table(
    "ancestors",
    "The hierarchy, closed: one row for each area, each area above it (itself included) and each stretch of time.",
    (
        text("ancestor", "Code of the area above, or of the area itself."),
        text("area", "Code of the area."),
        count("distance", "Steps between them; 0 for itself."),
        day("starts", "First day on which this holds."),
        day("ends", "Last day on which this holds."),
    ),
)
SUCCESSORS = Table(
    "successors",
    "One row for each area that was closed and each area that it was merged into or split into.",
    (text("area", "Code of the closed area."), text("successor", "Code of one that took over all or part.")),
)
PERIODS = Table(
    "periods",
    "One row for each period that figures are about, or that is asked for.",
    (
        text("period", "Code of the period."),
        text("frequency", "day, week, month, quarter, year, phase or length."),
        day("starts", "First day; empty for an undated length.", required=False),
        day("ends", "Last day; empty for an undated length.", required=False),
        text("previous", "Code of the period before, of the same frequency; empty if there is none."),
        text("year_ago", "Code of the period a year before; empty if there is none."),
    ),
)
WITHIN = Table(
    "within",
    "One row for each period and each longer period that it lies in (itself included).",
    (text("longer", "Code of the longer period."), text("period", "Code of the period inside it.")),
)
ELEMENTS = Table(
    "elements",
    "The data elements of the campaign, as the checks and rollups need them.",
    (
        text("data_element", "Its code."),
        text("kind", "flow, cumulative, stock, rate or milestone."),
        text("unit", "Unit its values are kept in; empty for a plain count."),
        text("over_areas", "sum, average, min, max, count or none."),
        text("over_time", "sum, average, last, first, min, max, count or none."),
        text("missing", "What a blank area counts as in a sum over areas: by default, or one of VTL's six modes."),
        flag("whole", "Whether its values are whole numbers."),
        flag("may_be_negative", "Whether a value below zero makes sense."),
    ),
)
SUMS = Table(
    "sums",
    "One row for each part of each sum that must hold within an area and a period.",
    (
        text("relation", "Names the sum: cases, or doses[sex]."),
        text("whole_element", "Data element of the whole."),
        text("whole_disaggregation", "Disaggregation of the whole."),
        text("part_element", "Data element of the part."),
        text("part_disaggregation", "Disaggregation of the part."),
        text("missing", "What a blank part counts as in this sum: by default, or one of VTL's six modes."),
    ),
)
BOUNDS = Table(
    "bounds",
    "One row for each data element that may not exceed another.",
    (text("part_element", "Data element of the part."), text("whole_element", "Data element it may not exceed.")),
)
LINKS = Table(
    "links",
    "One row for each flow and the cumulative that it feeds.",
    (text("flow", "Data element that counts what is new."), text("cumulative", "Data element that counts to date.")),
)
COMPLETE = Table(
    "complete",
    "One row for each flow of which every figure since a day is in the ledger; where there is none, it is zero.",
    (
        text("flow", "Data element that counts what is new in a period."),
        day("since", "First day of its first figure: what it feeds was zero before."),
    ),
)
BALANCES = Table(
    "balances",
    "One row for each item of each stock account: opening + in − out = closing.",
    (
        text("account", "Names the account."),
        text("role", "opening, in, out or closing."),
        text("data_element", "The item."),
    ),
)
INDICATORS = Table(
    "indicators",
    "The indicators of the campaign: factor × numerator / denominator.",
    (
        text("indicator", "Its code."),
        text("numerator", "Data element above the line; of several that are added up, the codes with + between."),
        text("denominator", "Data element below the line; likewise."),
        count("factor", "100 for per cent, 100000 for a rate."),
        count("decimals", "Decimals that it is printed with."),
        amount("target", "Value to be reached, in the indicator's unit; empty without a target."),
        text("direction", "up when more is better, down when less is."),
        text("stated", "Data element in which returns state it; empty when they do not."),
        flag("part_of_whole", "Whether the numerator counts some of what the denominator counts."),
    ),
)
TERMS = Table(
    "terms",
    "One row for each data element above or below the line of an indicator; several on a side are added up.",
    (
        text("indicator", "Code of the indicator."),
        text("side", "numerator or denominator."),
        text("data_element", "Code of the data element."),
    ),
)
EQUIVALENTS = Table(
    "equivalents",
    "One row for each data element that counts in an equivalent, by the convention of the campaign.",
    (
        text("equivalent", "Code of the equivalent: opium_equivalent."),
        text("data_element", "Code of the data element."),
        Column("factor", FACTOR, "What one unit of the data element counts for, in the equivalent's unit."),
        Column("least", FACTOR, "The least that the sources let it count for."),
        Column("greatest", FACTOR, "The most that the sources let it count for."),
    ),
)
RULES = Table(
    "rules",
    "Which check applies to which data element, with which tolerance and severity.",
    (
        text("check_code", "Code of the check."),
        text("data_element", "Code of the data element (or indicator, or obligation) it is about."),
        amount("tolerance", "Largest imbalance let pass, in the data element's unit."),
        text("severity", "error, warning or information."),
    ),
)
EXPECTED = Table(
    "expected",
    "One row for each return that is due: an obligation, an area and a period.",
    (
        text("obligation", "Code of the obligation."),
        text("area", "Code of the area that is to report."),
        text("period", "Code of the period it is to report on."),
        day("due", "Last day on which it is in time."),
    ),
)
ASKED = Table(
    "asked",
    "One row for each data element that an obligation asks for.",
    (text("obligation", "Code of the obligation."), text("data_element", "Code of the data element.")),
)
EXEMPTIONS = Table(
    "exemptions",
    "Findings that a person accepted.",
    (
        text("check_code", "Code of the check."),
        text("area", "Code of the area; empty for all."),
        text("data_element", "Code of the data element; empty for all."),
        text("period", "Code of the period; empty for all."),
        text("why", "The reason, in the words of who accepted it."),
        text("by_whom", "Who accepted it: an office, not a person's record."),
        day("until", "Last day on which the exemption holds."),
        text("key", "Key of the one finding that it is about; empty where the columns before choose."),
    ),
)
