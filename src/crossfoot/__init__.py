"""Turn a campaign's returns into a briefing in which every figure adds up and leads back to its line."""

__version__ = "0.1.0"
