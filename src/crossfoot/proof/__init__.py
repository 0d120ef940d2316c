"""One document end to end: its figures, how they are related, and which relations do not hold."""
