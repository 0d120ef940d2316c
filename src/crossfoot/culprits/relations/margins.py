"""What one complete set of parts makes − what another makes = 0; only where the two disagree."""

CHECK = "margins-disagree"
SLACK = False

PREPARE = ()
PROVED = "CASE WHEN p.role = 'part' THEN -1 ELSE 1 END"
