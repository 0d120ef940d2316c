"""The relations between figures, as sums that must come to nothing; one module for each check that compares figures.

A module says which check's findings its relations belong to (`CHECK`), how the relations that touch
the figures in the table `near` are found (`PREPARE`), and which figures stand in each, with which sign
(`TERMS`: the columns of a finding's key, figure_id, sign). `SLACK` marks a relation that says "not more
than". The sum of sign × figure is zero, within the tolerance of the check.
"""

from crossfoot.culprits.relations._catalogue import relations

__all__ = ["relations"]
