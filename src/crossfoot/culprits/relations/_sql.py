"""Pieces of SQL that several relations are made of; arguments are aliases of tables."""

_LAST_DAY = "coalesce(p.ends, DATE '9999-12-31')"

# The stretch of the hierarchy `a` that holds on the last day of the period `p`.
TREE_OF_PERIOD = f"a.starts <= {_LAST_DAY} AND {_LAST_DAY} <= a.ends"


def said(figure: str) -> str:
    """Return the condition that a figure says something about its value."""
    return f"{figure}.status IN ('reported', 'nil', 'withheld')"


def repetition(table: str) -> str:
    """Return what tells repeated statements of one return apart: '' for the first, then '2' …"""
    return f"CASE WHEN {table}.occurrence > 1 THEN cast({table}.occurrence AS VARCHAR) ELSE '' END"


def same(left: str, right: str, *columns: str) -> str:
    """Return the condition that two rows agree in these columns."""
    return " AND ".join(f"{left}.{column} = {right}.{column}" for column in columns)
