"""Published issues go down the hierarchy, and what comes back: messages, notes, acknowledgements.

Nothing is gathered here: what folds the journal is needed by every command, what sends mail by one.
"""
