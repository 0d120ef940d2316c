"""What areas answered about a finding, looked up in one place for all who tell it."""

# In:  answers, proofs, receipts       Out: one row for each answer about each finding, oldest first; {which} chooses.
# An answer is about the figure that was asked about: it is told as long as that figure proves the finding.
ANSWERED = """
    SELECT p.key, a.kind, a.area, a.remark, substr(cast(r.received_at AS VARCHAR), 1, 10), r.name, a.sheet, a.cell
    FROM (SELECT DISTINCT b.return_id, b.row_number, q.key FROM answers b JOIN proofs q ON q.figure_id = b.figure_id
          UNION ALL SELECT return_id, row_number, finding_key FROM answers WHERE figure_id = '') p
    JOIN answers a ON a.return_id = p.return_id AND a.row_number = p.row_number
     AND (a.figure_id <> '' OR a.finding_key = p.key)
    JOIN receipts r ON r.return_id = a.return_id AND r.copy_of = ''
    WHERE {which}
    ORDER BY p.key, r.received_at, r.sequence, a.row_number
"""
