"""What a check has to say about figures."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Outcome(StrEnum):
    """The four ways a check can end; only FAILED is a question to the reporter."""

    PASSED = "passed"
    FAILED = "failed"
    MISSING = "missing"  # a figure the check needs was not reported: neither right nor wrong
    BROKEN = "broken"  # the check itself could not run; the fault is ours or the campaign's


class Severity(StrEnum):
    """How much a failed check matters (the words and meanings of the European Statistical System)."""

    ERROR = "error"  # wrong: cannot stand
    WARNING = "warning"  # suspicious: stands if explained
    INFORMATION = "information"  # perhaps suspicious: needs no explanation


@dataclass(frozen=True, slots=True)
class Evidence:
    """One cell that shows a finding."""

    figure_id: str
    role: str  # stated | part | other; which side of the relation the figure stands on
    file: str
    sheet: str
    row: int  # counted from 1; in a CSV the record, the header being 1
    column: str  # the heading, as written
    cell: str  # "C30", as a spreadsheet names it; in a text "p2:120-126"
    stated: str  # the text of the cell, as written
    row_name: str  # what the row is called; of a letter the sentence, the figure between ⟦ and ⟧


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check at one place.

    Plain values only, so that findings can be rows, cross processes and be
    worded later in the reader's language.
    """

    key: str  # stable from run to run: check/area/data_element[disaggregation]/period
    check: str  # code of the check, e.g. "areas-do-not-sum"
    outcome: Outcome
    severity: Severity
    area: str
    data_element: str
    disaggregation: str
    period: str
    stated: Decimal | None
    computed: Decimal | None
    imbalance: Decimal | None  # stated minus computed, in the data element's unit (the word is VTL's)
    parts_reported: int | None
    parts_expected: int | None
    holds_if: str  # "truncated": the relation would hold under this other reading; "" otherwise
    detail: str  # what the wording needs beside the numbers: a name as written, a file, another element
    weight: Decimal | None  # what the fault does to the campaign's totals, for ranking
    exempted: str  # why a failed finding is accepted; "" when it is not
