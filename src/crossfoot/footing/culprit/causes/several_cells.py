"""Several wrong figures that hang together."""

from crossfoot.footing.culprit.causes._cause import Cause

CAUSE = Cause(
    code="several-cells",
    what="Several cells have to change together: the likeliest, or the smallest, set of cells after Fellegi and Holt. "
    "It has no generator: the search puts the other causes together.",
    share=0.0,
)
