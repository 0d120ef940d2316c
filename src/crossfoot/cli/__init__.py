"""The command line: parse, call one function of the pipeline, print."""

from crossfoot.cli.main import main

__all__ = ["main"]
