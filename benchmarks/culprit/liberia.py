"""What is suggested for each of the 79 totals of Liberia that their counties do not make, with a reader's judgement.

Prints a table in Markdown. The judgements stand in liberia_judged.csv, each for the suggestion that was read; where
another one is made now, the line says so and must be read again.

Run: python benchmarks/culprit/liberia.py
"""

import csv
import shutil
import sys
import tempfile
from collections import Counter
from datetime import date
from itertools import groupby
from pathlib import Path

from crossfoot.checks import find_findings
from crossfoot.culprits import find_culprits
from crossfoot.pipeline.folder import open_folder
from crossfoot.pipeline.ledger import moment
from crossfoot.pipeline.opening import open_ledger
from crossfoot.pipeline.receive import receive

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[1] / "examples" / "ebola-liberia-2014"
LINES = """
    SELECT f.period, f.data_element, f.stated, f.computed, s.cause, s.confidence, s.repairs, s.area, s.data_element,
           s.period, s.stated, s.suggested
    FROM findings f LEFT JOIN suggestions s ON s.finding_key = f.key AND s.rank = 1
    WHERE f.check_code = 'areas-do-not-sum' AND f.outcome = 'failed'
    ORDER BY f.period, f.data_element, s.suggestion_key, s.figure_id
"""
MOST = 3  # changes that a line names


def main():
    """Print the table, and how the suggestions were judged at each confidence."""
    with (HERE / "liberia_judged.csv").open(newline="", encoding="utf-8") as file:
        judged = {(r["date"], r["element"]): r for r in csv.DictReader(file)}
    counted = Counter()
    print("| date | element | stated | sum | suggestion | confidence | judged | why |")
    print("|---|---|---|---|---|---|---|---|")
    for (period, element, stated, computed), rows in groupby(suggested(), key=lambda row: row[:4]):
        told = list(rows)
        text, confidence = said(told), told[0][5] or "-"
        judgement = judged.get((period, element), {"suggestion": "", "judged": "", "why": ""})
        same = judgement["suggestion"] == text
        verdict, why = (judgement["judged"], judgement["why"]) if same else ("to be read", "")
        counted[confidence, verdict] += 1
        cells = (period, element, plain(stated), plain(computed), text, confidence, verdict, why)
        print("| " + " | ".join(cells) + " |")
    print()
    for (confidence, verdict), count in sorted(counted.items()):
        print(f"{confidence}, judged {verdict or '-'}: {count}")


def suggested():
    """Return the rows of the table, from a fresh copy of the example."""
    with tempfile.TemporaryDirectory() as place:
        target = Path(place) / "campaign"
        shutil.copytree(EXAMPLE, target)
        receive(open_folder(target))
        engine, _ = open_ledger(open_folder(target), moment())
        find_findings(engine, date(2026, 1, 1), prove_passed=False)
        find_culprits(engine)
        names = dict(engine.rows("SELECT area, min(name) FROM areas GROUP BY area"))
        rows = [(*row[:7], names.get(row[7]), *row[8:]) for row in engine.rows(LINES)]
        engine.close()
        return rows


def said(rows):
    """Return the changes of one suggestion in a few words, with its cause."""
    if rows[0][4] is None:
        return "none"
    period, element = rows[0][:2]
    words = []
    for *_, area, other, when, before, after in rows[:MOST]:
        about = "".join((f" {other}" if other != element else "", f" {when}" if when != period else ""))
        words.append(f"{area}{about} {plain(before)} → {plain(after)}")
    rest = f" and {len(rows) - MOST} more" if len(rows) > MOST else ""
    return f"{', '.join(words)}{rest} ({rows[0][4]}; repairs {rows[0][6]})"


def plain(number):
    """Return a number without needless zeros; a dash for a blank."""
    return "blank" if number is None else f"{number.normalize():f}"


if __name__ == "__main__":
    sys.exit(main())
