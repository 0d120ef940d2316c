"""Findings in English. What a check compares, and why, stands in its own module."""

SENTENCES = {
    "areas": "areas",
    "space": " ",
    "place.cell": "{file}, cell {cell}",
    "place.column": "{file}, row {row}, column “{column}”",
    "place.row": "{file}, row {row}",
    "place.file": "{file}",
    "holds_if.truncated": "It would be right if its further decimals had been cut off instead of rounded.",
    "passed": "{title}: nothing found.",
    "failed": "{title}.",
    "missing": "{title}: cannot be told yet, as a figure is missing.",
    "broken": "{title}: the check itself could not run; its findings are not known.",
    "areas-do-not-sum.title": "Areas do not make the total",
    "areas-do-not-sum.passed": "{area} states {stated} for {data_element} ({period}), and its {parts_reported} of "
    "{parts_expected} {parts_name} make it.",
    "areas-do-not-sum.failed": "{area} states {stated} for {data_element} ({period}); its {parts_reported} of "
    "{parts_expected} {parts_name} make {computed} ({imbalance}).",
    "areas-do-not-sum.missing": "{data_element} of {area} ({period}) cannot be added up yet: the total is blank, or "
    "not all {parts_name} reported ({parts_reported} of {parts_expected}).",
    "count-not-whole.title": "Count is not a whole number",
    "count-not-whole.failed": "{area} states {stated} for {data_element} ({period}), which counts whole things.",
    "cumulative-does-not-sum.title": "Figure to date is not the sum of the new ones",
    "cumulative-does-not-sum.passed": "{area} states {stated} for {data_element} ({period}), and {other} of all "
    "periods "
    "makes it.",
    "cumulative-does-not-sum.failed": "{area} states {stated} for {data_element} ({period}); {other} of all periods "
    "makes {computed} ({imbalance}).",
    "cumulative-does-not-sum.missing": "{data_element} of {area} ({period}) cannot be held against {other} of all "
    "periods yet.",
    "cumulative-falls.title": "Figure to date falls",
    "cumulative-falls.passed": "{area} states {stated} for {data_element} ({period}), not less than {computed} "
    "({before_period}).",
    "cumulative-falls.failed": "{area} states {stated} for {data_element} ({period}); it was {computed} already "
    "({before_period}), {imbalance}.",
    "denominator-revised.title": "Denominator was revised",
    "denominator-revised.passed": "{data_element} of {area} is {stated} ({period}), as before ({before_period}).",
    "denominator-revised.failed": "{data_element} of {area} is {stated} ({period}) and was {computed} "
    "({before_period}): {indicators} must be looked at again.",
    "figure-stated-twice.title": "Figure is stated twice",
    "figure-stated-twice.passed": "{area} states {data_element} ({period}) twice, both times {stated}.",
    "figure-stated-twice.failed": "{area} states {data_element} ({period}) twice in one return: {computed} and then "
    "{stated}.",
    "figure-stated-twice.missing": "{area} has a second line for {data_element} ({period}), and one of the two is "
    "blank.",
    "flow-disagrees-with-cumulative.title": "New figures and figures to date disagree",
    "flow-disagrees-with-cumulative.passed": "{area} states {stated} for {data_element} ({period}), and {other} grew "
    "by "
    "as much.",
    "flow-disagrees-with-cumulative.failed": "{area} states {stated} for {data_element} ({period}), but {other} grew "
    "by "
    "{computed} ({imbalance}).",
    "flow-disagrees-with-cumulative.missing": "{data_element} of {area} ({period}) cannot be held against {other} yet: "
    "a figure is missing.",
    "margins-disagree.title": "Two ways to a total disagree",
    "margins-disagree.passed": "{data_element} of {area} ({period}) is {stated} by one set of parts and by another.",
    "margins-disagree.failed": "{data_element} of {area} ({period}) is {stated} by one set of parts and {computed} by "
    "another ({imbalance}).",
    "name-unknown.title": "Name is unknown",
    "name-unknown.passed": "All names in {file} are known.",
    "name-unknown.failed": "“{written}” is no name that the campaign knows ({place}).",
    "name-unknown.failed.empty": "A row or column with figures has no name ({place}).",
    "name-unknown.failed.suggested": "“{written}” is no name that the campaign knows ({place}). Did you mean "
    "“{suggestion}”?",
    "negative-count.title": "Figure is below zero",
    "negative-count.failed": "{area} states {stated} for {data_element} ({period}), which cannot be below zero.",
    "numerator-exceeds-denominator.title": "Share is above the whole",
    "numerator-exceeds-denominator.passed": "{data_element} of {area} ({period}): {stated} of {computed}.",
    "numerator-exceeds-denominator.failed": "{data_element} of {area} ({period}): {stated} of only {computed} "
    "({imbalance}).",
    "part-exceeds-whole.title": "Part exceeds the whole",
    "part-exceeds-whole.passed": "{area} states {stated} for {data_element} ({period}), not more than {computed} for "
    "{other}.",
    "part-exceeds-whole.failed": "{area} states {stated} for {data_element} ({period}), but only {computed} for "
    "{other} "
    "({imbalance}).",
    "part-exceeds-whole.missing": "{data_element} of {area} ({period}) cannot be held against {other} yet: one of the "
    "two is missing.",
    "parts-do-not-sum.title": "Parts do not make the whole",
    "parts-do-not-sum.passed": "{area} states {stated} for {data_element} ({period}), and its parts make it.",
    "parts-do-not-sum.failed": "{area} states {stated} for {data_element} ({period}); {parts_reported} of its "
    "{parts_expected} parts make {computed} ({imbalance}).",
    "parts-do-not-sum.missing": "{data_element} of {area} ({period}) cannot be held against its parts yet: "
    "{parts_reported} of {parts_expected} are there.",
    "percentage-misstated.title": "Percentage is misstated",
    "percentage-misstated.passed": "{area} states {stated} for {data_element} ({period}), as its figures make it.",
    "percentage-misstated.failed": "{area} states {stated} for {data_element} ({period}); its own figures make "
    "{computed}.",
    "percentage-misstated.missing": "The {stated} that {area} states for {data_element} ({period}) cannot be computed: "
    "its figures are not there.",
    "return-duplicated.title": "Return was received twice",
    "return-duplicated.passed": "{file} came once.",
    "return-duplicated.failed": "{file} is the same, byte for byte, as {copy_of}; it is counted once.",
    "return-late.title": "Return came late",
    "return-late.passed": "The return of {area} for {period} came in time ({received}, due {due}).",
    "return-late.failed": "The return of {area} for {period} came on {received}; it was due on {due} (days late: "
    "{stated}).",
    "return-missing.title": "Return is missing",
    "return-missing.passed": "{area} has reported for {period}.",
    "return-missing.failed": "{area} has not reported for {period}; the return was due on {due}.",
    "return-missing.missing": "{area} has not reported for {period} yet; the return is due on {due}.",
    "return-unexpected.title": "Return was not asked for",
    "return-unexpected.passed": "{file} is about a period and places that were to be reported on ({period}).",
    "return-unexpected.failed": "{file} is about {period}, but {parts_reported} of the {parts_expected} places in it "
    "were to be reported on then.",
    "return-unexpected.missing": "{file} is about {period}, which has not ended yet.",
    "return-unreadable.title": "Return cannot be read",
    "return-unreadable.passed": "{file} was read.",
    "return-unreadable.failed": "Nothing could be taken from {file}: {written}",
    "return-unreadable.failed.unwritten": "No layout of the campaign fits {file}, so nothing of it was read.",
    "returns-disagree.title": "Returns disagree",
    "returns-disagree.passed": "{file} and {other_file} agree on {data_element} in {area} ({period}): {stated}.",
    "returns-disagree.failed": "{area} states {data_element} ({period}) as {stated} in {file} and as {computed} in "
    "{other_file}, both received on the same day.",
    "stock-does-not-balance.title": "Stock does not balance",
    "stock-does-not-balance.passed": "The account {data_element} of {area} ({period}) balances at {stated}.",
    "stock-does-not-balance.failed": "{area} states {stated} as what is left of {data_element} ({period}); opening, "
    "receipts and issues make {computed} ({imbalance}).",
    "stock-does-not-balance.missing": "The account {data_element} of {area} ({period}) cannot be balanced yet: "
    "{parts_reported} of {parts_expected} items are there.",
    "text-left-aside.title": "Text was left aside",
    "text-left-aside.passed": "{file} has no text beside its table.",
    "text-left-aside.failed": "No figure was read from “{written}” ({place}).",
    "unchanged-return.title": "Return repeats the last one",
    "unchanged-return.passed": "{file} ({period}) differs from the return before: {parts_reported} of {parts_expected} "
    "figures are the same.",
    "unchanged-return.failed": "{file} ({period}) looks copied from the return before: {parts_reported} of "
    "{parts_expected} figures are the same.",
    "value-out-of-line.title": "Figure is out of line",
    "value-out-of-line.passed": "{data_element} of {area} ({period}) is in line: {stated}, usually about {computed}.",
    "value-out-of-line.failed": "{data_element} of {area} ({period}) is out of line: {stated}, usually about "
    "{computed}. A digit too many or too few?",
    "value-out-of-line.missing": "{data_element} of {area} ({period}): too few other periods to compare {stated} with.",
    "value-unreadable.title": "Value cannot be read",
    "value-unreadable.passed": "All values in {file} were read.",
    "value-unreadable.failed": "“{written}” cannot be read as a number or a day ({place}).",
    "value-unreadable.failed.suggested": "“{written}” cannot be read as a number or a day ({place}). Did you mean "
    "“{suggestion}”?",
}
