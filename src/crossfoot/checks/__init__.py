"""Stage 3: figures → findings. Each module here is one check, found by its file name.

To add one, add a module with `CHECK`, `QUERY` and `PROOF`, and a spec test. Nothing else has to
be edited: the catalogue, the documentation page and the command line are made from what the
modules say.
"""

from crossfoot.checks._catalogue import catalogue
from crossfoot.checks._run import find_findings

__all__ = ["catalogue", "find_findings"]
