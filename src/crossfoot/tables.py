"""The tables that the stages hand to one another: all that a stage knows of the stage before it.

Every column says what it means, in which unit, and what an empty cell stands for; the
reference in docs/tables.md is printed from here.
"""

from dataclasses import dataclass

AMOUNT = "DECIMAL(38, 6)"  # exact; what does not fit becomes a finding when a return is read
FACTOR = "DECIMAL(38, 18)"  # of an equivalent: a quotient of units, finer than an amount
LARGEST = 10**26  # so that a million figures still add up within DECIMAL(38, 6)


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `means` tells the unit, and what an empty cell stands for."""

    name: str
    type: str  # a SQL type that every engine knows
    means: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A named table and its columns, in order."""

    name: str
    means: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(column.name for column in self.columns)


def _text(name: str, means: str, *, required: bool = True) -> Column:
    return Column(name, "VARCHAR", means, required)


def _count(name: str, means: str, *, required: bool = True) -> Column:
    return Column(name, "INTEGER", means, required)


def _amount(name: str, means: str) -> Column:
    return Column(name, AMOUNT, means, required=False)


def _flag(name: str, means: str) -> Column:
    return Column(name, "BOOLEAN", means)


def _day(name: str, means: str, *, required: bool = True) -> Column:
    return Column(name, "DATE", means, required)


_SUBJECT = (
    _text("area", "Code of the area it is about."),
    _text("data_element", "Code of what was counted or measured."),
    _text("disaggregation", "Sorted key such as age=0-4;sex=f; empty for the whole."),
    _text("period", "ISO 8601 code of the period it is about, or the name of a phase."),
)
_INTERVAL = (
    _amount("value", "The value as stated, in the data element's unit; empty where there is no number."),
    _amount("lo", "Least value the statement allows; empty = unbounded."),
    _amount("hi", "Greatest value the statement allows; empty = unbounded."),
    _flag("lo_closed", "Whether the least value itself is allowed."),
    _flag("hi_closed", "Whether the greatest value itself is allowed."),
)

# ---- 1 and 2: what came in -------------------------------------------------------------------

FIGURES = Table(
    "figures",
    "One row for each cell that a return states something in: the ledger.",
    (
        _text("figure_id", "Names the figure for ever: the return, the sheet and the cell."),
        _text("return_id", "SHA-256 of the file it came in."),
        *_SUBJECT,
        _count("occurrence", "1 for the first statement of this in the return, 2 for a repetition."),
        _text("status", "reported, nil, missing (blank), null (not known), not_applicable or withheld."),
        *_INTERVAL,
        _text("qualifier", "What the reporter claims: exact, over, about …"),
        _text("unit", "Unit the text was written in, before conversion; empty for a plain count."),
        _text("sheet", "Sheet of the workbook; empty in a CSV."),
        _count("row_number", "Row, counted from 1; in a CSV the record, the header being 1."),
        _count("line", "Physical line of a text file on which the row ends; the row in a workbook."),
        _text("column_name", "Heading of the cell's column, as written."),
        _text("row_name", "What the row is called, as written."),
        _text("cell", "The cell as a spreadsheet names it: C30."),
        _text("stated", "The text of the cell, as written."),
    ),
)
TROUBLES = Table(
    "troubles",
    "One row for each cell, row, column or file that could not be read or placed.",
    (
        _text("return_id", "SHA-256 of the file."),
        _text("kind", "name-unknown, value-unreadable, period-unreadable, file-unreadable, layout-unknown."),
        _text("sheet", "Sheet of the workbook; empty in a CSV."),
        _count("row_number", "Row counted from 1; 0 when the whole file or column is meant."),
        _text("column_name", "Heading of the column, as written."),
        _text("cell", "The cell as a spreadsheet names it; empty when a whole file is meant."),
        _text("stated", "The text as written."),
        _text("suggestion", "What it may mean; empty when nothing comes near."),
        *_SUBJECT,
    ),
)
RECEIPTS = Table(
    "receipts",
    "One row for each return that is visible as of the asked moment, and each copy of one.",
    (
        _text("return_id", "SHA-256 of the file."),
        _text("name", "Name of the file as the sender wrote it."),
        _text("layout", "Layout by which it was read; empty when none fits."),
        Column("received_at", "TIMESTAMP", "When it was received, as declared; UTC."),
        Column("recorded_at", "TIMESTAMP", "When our clock saw it; UTC."),
        _count("sequence", "Order of receipt: a later one supersedes."),
        _text("copy_of", "Name under which the same bytes came before; empty for the first."),
    ),
)

# ---- the campaign as tables --------------------------------------------------------------------

AREAS = Table(
    "areas",
    "One row for each area and each stretch of time in which its name, level and parent stay the same.",
    (
        _text("area", "Code of the area."),
        _text("name", "Its name in that time."),
        _text("level", "Name of its level: country, county."),
        _count("depth", "Position of the level: 0 for the top."),
        _text("parent", "Code of the area it belongs to; empty at the top."),
        _day("starts", "First day on which this holds."),
        _day("ends", "Last day on which this holds."),
    ),
)
ANCESTORS = Table(
    "ancestors",
    "The hierarchy, closed: one row for each area, each area above it (itself included) and each stretch of time.",
    (
        _text("ancestor", "Code of the area above, or of the area itself."),
        _text("area", "Code of the area."),
        _count("distance", "Steps between them; 0 for itself."),
        _day("starts", "First day on which this holds."),
        _day("ends", "Last day on which this holds."),
    ),
)
SUCCESSORS = Table(
    "successors",
    "One row for each area that was closed and each area that it was merged into or split into.",
    (_text("area", "Code of the closed area."), _text("successor", "Code of one that took over all or part.")),
)
PERIODS = Table(
    "periods",
    "One row for each period that figures are about, or that is asked for.",
    (
        _text("period", "Code of the period."),
        _text("frequency", "day, week, month, quarter, year, phase or length."),
        _day("starts", "First day; empty for an undated length.", required=False),
        _day("ends", "Last day; empty for an undated length.", required=False),
        _text("previous", "Code of the period before, of the same frequency; empty if there is none."),
        _text("year_ago", "Code of the period a year before; empty if there is none."),
    ),
)
WITHIN = Table(
    "within",
    "One row for each period and each longer period that it lies in (itself included).",
    (_text("longer", "Code of the longer period."), _text("period", "Code of the period inside it.")),
)
ELEMENTS = Table(
    "elements",
    "The data elements of the campaign, as the checks and rollups need them.",
    (
        _text("data_element", "Its code."),
        _text("kind", "flow, cumulative, stock, rate or milestone."),
        _text("unit", "Unit its values are kept in; empty for a plain count."),
        _text("over_areas", "sum, average, min, max, count or none."),
        _text("over_time", "sum, average, last, first, min, max, count or none."),
        _text("missing", "What a blank area counts as in a sum over areas: by default, or one of VTL's six modes."),
        _flag("whole", "Whether its values are whole numbers."),
        _flag("may_be_negative", "Whether a value below zero makes sense."),
    ),
)
SUMS = Table(
    "sums",
    "One row for each part of each sum that must hold within an area and a period.",
    (
        _text("relation", "Names the sum: cases, or doses[sex]."),
        _text("whole_element", "Data element of the whole."),
        _text("whole_disaggregation", "Disaggregation of the whole."),
        _text("part_element", "Data element of the part."),
        _text("part_disaggregation", "Disaggregation of the part."),
        _text("missing", "What a blank part counts as in this sum: by default, or one of VTL's six modes."),
    ),
)
BOUNDS = Table(
    "bounds",
    "One row for each data element that may not exceed another.",
    (_text("part_element", "Data element of the part."), _text("whole_element", "Data element it may not exceed.")),
)
LINKS = Table(
    "links",
    "One row for each flow and the cumulative that it feeds.",
    (_text("flow", "Data element that counts what is new."), _text("cumulative", "Data element that counts to date.")),
)
COMPLETE = Table(
    "complete",
    "One row for each flow of which every figure since a day is in the ledger; where there is none, it is zero.",
    (
        _text("flow", "Data element that counts what is new in a period."),
        _day("since", "First day of its first figure: what it feeds was zero before."),
    ),
)
BALANCES = Table(
    "balances",
    "One row for each item of each stock account: opening + in − out = closing.",
    (
        _text("account", "Names the account."),
        _text("role", "opening, in, out or closing."),
        _text("data_element", "The item."),
    ),
)
INDICATORS = Table(
    "indicators",
    "The indicators of the campaign: factor × numerator / denominator.",
    (
        _text("indicator", "Its code."),
        _text("numerator", "Data element above the line; of several that are added up, the codes with + between."),
        _text("denominator", "Data element below the line; likewise."),
        _count("factor", "100 for per cent, 100000 for a rate."),
        _count("decimals", "Decimals that it is printed with."),
        _amount("target", "Value to be reached, in the indicator's unit; empty without a target."),
        _text("direction", "up when more is better, down when less is."),
        _text("stated", "Data element in which returns state it; empty when they do not."),
        _flag("part_of_whole", "Whether the numerator counts some of what the denominator counts."),
    ),
)
TERMS = Table(
    "terms",
    "One row for each data element above or below the line of an indicator; several on a side are added up.",
    (
        _text("indicator", "Code of the indicator."),
        _text("side", "numerator or denominator."),
        _text("data_element", "Code of the data element."),
    ),
)
EQUIVALENTS = Table(
    "equivalents",
    "One row for each data element that counts in an equivalent, by the convention of the campaign.",
    (
        _text("equivalent", "Code of the equivalent: opium_equivalent."),
        _text("data_element", "Code of the data element."),
        Column("factor", FACTOR, "What one unit of the data element counts for, in the equivalent's unit."),
        Column("least", FACTOR, "The least that the sources let it count for."),
        Column("greatest", FACTOR, "The most that the sources let it count for."),
    ),
)
RULES = Table(
    "rules",
    "Which check applies to which data element, with which tolerance and severity.",
    (
        _text("check_code", "Code of the check."),
        _text("data_element", "Code of the data element (or indicator, or obligation) it is about."),
        _amount("tolerance", "Largest imbalance let pass, in the data element's unit."),
        _text("severity", "error, warning or information."),
    ),
)
EXPECTED = Table(
    "expected",
    "One row for each return that is due: an obligation, an area and a period.",
    (
        _text("obligation", "Code of the obligation."),
        _text("area", "Code of the area that is to report."),
        _text("period", "Code of the period it is to report on."),
        _day("due", "Last day on which it is in time."),
    ),
)
ASKED = Table(
    "asked",
    "One row for each data element that an obligation asks for.",
    (_text("obligation", "Code of the obligation."), _text("data_element", "Code of the data element.")),
)
EXEMPTIONS = Table(
    "exemptions",
    "Findings that a person accepted.",
    (
        _text("check_code", "Code of the check."),
        _text("area", "Code of the area; empty for all."),
        _text("data_element", "Code of the data element; empty for all."),
        _text("period", "Code of the period; empty for all."),
        _text("why", "The reason, in the words of who accepted it."),
        _text("by_whom", "Who accepted it: an office, not a person's record."),
        _day("until", "Last day on which the exemption holds."),
    ),
)

# ---- 3: findings ---------------------------------------------------------------------------------

FINDINGS = Table(
    "findings",
    "One row for each outcome of each check.",
    (
        _text("key", "Stable from run to run."),
        _text("check_code", "Code of the check."),
        _text("outcome", "passed, failed, missing or broken."),
        _text("severity", "error, warning or information."),
        *_SUBJECT,
        _amount("stated", "The value that was stated."),
        _amount("computed", "The value that the other figures make."),
        _count("parts_reported", "How many parts were reported.", required=False),
        _count("parts_expected", "How many parts there should be.", required=False),
        _text("holds_if", "Another reading under which it would hold: truncated; empty otherwise."),
        _text("detail", "What the wording needs beside the numbers."),
        _amount("weight", "What the fault does to the campaign's totals."),
        _text("exempted", "Why it is accepted; empty when it is not."),
    ),
)
PROOFS = Table(
    "proofs",
    "One row for each figure that shows a finding.",
    (
        _text("key", "Key of the finding."),
        _text("role", "stated, part or other."),
        _text("figure_id", "The figure."),
    ),
)

# ---- 4: rollups ----------------------------------------------------------------------------------

ROLLUPS = Table(
    "rollups",
    "Every figure over every area above and every longer period, by its aggregation.",
    (
        *_SUBJECT,
        *_INTERVAL,
        _count("reported", "Places whose figures are in it."),
        _count("expected", "Places that should have reported."),
    ),
)
RATIOS = Table(
    "ratios",
    "Indicators by area and period: always a ratio of sums, never a mean of ratios.",
    (
        _text("indicator", "Code of the indicator."),
        _text("area", "Code of the area."),
        _text("period", "Code of the period."),
        _amount("numerator", "Sum above the line."),
        _amount("denominator", "Sum below the line."),
        _amount("value", "factor × numerator / denominator, to six decimals; empty if the denominator is zero."),
        _count("reported", "Places whose figures are in both."),
        _count("expected", "Places that should have reported."),
    ),
)
CHANGES = Table(
    "changes",
    "Change since the period before and since a year ago, over the places that reported in both.",
    (
        *_SUBJECT,
        _text("against", "previous or year_ago."),
        _amount("now", "Total now of the places that reported in both."),
        _amount("before", "Their total then."),
        _count("places", "How many places reported in both."),
    ),
)
REPORTING = Table(
    "reporting",
    "Returns received and expected, by area above and period.",
    (
        _text("obligation", "Code of the obligation."),
        _text("area", "Code of the area above."),
        _text("period", "Code of the period."),
        _count("expected", "Returns expected."),
        _count("received", "Returns received."),
        _count("on_time", "Returns received by the due day."),
        _count("filled", "Data elements filled within the returns received."),
        _count("asked", "Data elements asked within the returns received."),
    ),
)
PEERS = Table(
    "peers",
    "Each area's indicator against its peers and the target, with the limits that its size implies.",
    (
        _text("indicator", "Code of the indicator."),
        _text("area", "Code of the area."),
        _text("parent", "The area whose parts are the peers."),
        _text("period", "Code of the period."),
        _amount("value", "The area's indicator."),
        _amount("of_peers", "The indicator of all the peers together: the centre of the funnel."),
        _amount("lo_95", "Lower funnel limit at 95 %."),
        _amount("hi_95", "Upper funnel limit at 95 %."),
        _amount("lo_998", "Lower funnel limit at 99.8 %."),
        _amount("hi_998", "Upper funnel limit at 99.8 %."),
        _count("place", "Rank among the peers, the best being 1.", required=False),
        _text("standing", "ahead, within, behind or far-behind its peers; empty without a value."),
        _flag("below_target", "Whether the target is not reached."),
    ),
)
SILENCE = Table(
    "silence",
    "How long each area that should report has been silent.",
    (
        _text("obligation", "Code of the obligation."),
        _text("area", "Code of the area."),
        _day("last", "Last day of the last period reported on; empty if it never reported.", required=False),
        _count("days", "Days from then to the end of the period asked for.", required=False),
        _count("periods", "Expected periods since then without a return."),
    ),
)

TABLES = (
    FIGURES, TROUBLES, RECEIPTS, AREAS, ANCESTORS, SUCCESSORS, PERIODS, WITHIN, ELEMENTS, SUMS, BOUNDS, LINKS,
    COMPLETE, BALANCES, INDICATORS, TERMS, EQUIVALENTS, RULES, EXPECTED, ASKED, EXEMPTIONS, FINDINGS, PROOFS,
    ROLLUPS, RATIOS, CHANGES, REPORTING,
    PEERS, SILENCE,
)  # fmt: skip
