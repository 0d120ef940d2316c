"""What came in: the ledger's figures, what could not be read or placed, and the receipts."""

from crossfoot.tables.shape import INTERVAL, SUBJECT, Column, Table, count, text

FIGURES = Table(
    "figures",
    "One row for each cell that a return states something in: the ledger.",
    (
        text("figure_id", "Names the figure for ever: the return, the sheet and the cell, or the characters."),
        text("return_id", "SHA-256 of the file it came in."),
        *SUBJECT,
        count("occurrence", "1 for the first statement of this in the return, 2 for a repetition."),
        text("status", "reported, nil, missing (blank), null (not known), not_applicable or withheld."),
        *INTERVAL,
        text("qualifier", "What the reporter claims: exact, over, about …"),
        text("unit", "Unit the text was written in, before conversion; empty for a plain count."),
        text("sheet", "Sheet of the workbook; empty in a CSV and in a letter."),
        count(
            "row_number",
            "Row, counted from 1; in a CSV the record, the header being 1; in a letter the sentence.",
        ),
        count("line", "Physical line of a text file on which the row ends; the row in a workbook."),
        text("column_name", "Heading of the cell's column, as written; in a letter the words for what is counted."),
        text("row_name", "What the row is called, as written; in a letter the sentence, the figure between ⟦ and ⟧."),
        text("cell", "The cell as a spreadsheet names it: C30; in a letter page and characters: p2:120-126."),
        text("stated", "The text of the cell, as written; in a letter just those characters."),
    ),
)
TROUBLES = Table(
    "troubles",
    "One row for each cell, row, column or file that could not be read or placed, and for each remark.",
    (
        text("return_id", "SHA-256 of the file."),
        text(
            "kind",
            "name-unknown, value-unreadable, period-unreadable, file-unreadable, layout-unknown, text-left-aside "
            "or remark.",
        ),
        text("sheet", "Sheet of the workbook; empty in a CSV."),
        count("row_number", "Row (of a letter, sentence) counted from 1; 0 when the whole file or column is meant."),
        text("column_name", "Heading of the column, as written; in a letter the sentence, the figure marked."),
        text("cell", "The cell as a spreadsheet names it, p2:120-126 in a letter; empty when a whole file is meant."),
        text("stated", "The text as written."),
        text("suggestion", "What it may mean; empty when nothing comes near."),
        *SUBJECT,
    ),
)
RECEIPTS = Table(
    "receipts",
    "One row for each return that is visible as of the asked moment, and each copy of one.",
    (
        text("return_id", "SHA-256 of the file."),
        text("name", "Name of the file as the sender wrote it."),
        text("layout", "Layout by which it was read; empty when none fits."),
        Column("received_at", "TIMESTAMP", "When it was received, as declared; UTC."),
        Column("recorded_at", "TIMESTAMP", "When our clock saw it; UTC."),
        count("sequence", "Order of receipt: a later one supersedes."),
        text("copy_of", "Name under which the same bytes came before; empty for the first."),
    ),
)
