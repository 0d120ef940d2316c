"""Stage 3b: findings → suggestions: which figure is likely wrong where a relation does not hold.

The relations around what failed are written as sums over figures (`relations/`, `_view`), each figure
is told with all that is known of it (`_cells`), the search in `crossfoot.footing.culprit` names the
likely culprits, and they become rows (`_run`). Nothing here changes a figure.
"""

from crossfoot.culprits._run import find_culprits

__all__ = ["find_culprits"]
