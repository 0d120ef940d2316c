"""How a wrong figure comes about: each module here is one cause, found by its file name."""

from crossfoot.footing.culprit.causes._catalogue import catalogue
from crossfoot.footing.culprit.causes._cause import Cause

__all__ = ["Cause", "catalogue"]
