"""All that was new since the beginning − the last figure to date = 0; only where the two disagree."""

CHECK = "cumulative-does-not-sum"
SLACK = False

PREPARE = ()
PROVED = "CASE WHEN p.role = 'part' THEN 1 ELSE -1 END"
