"""Sentences in each language, made from values; nothing of the figures is decided here."""
