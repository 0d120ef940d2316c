"""`python -m crossfoot` is the command `crossfoot`."""

from crossfoot.cli import main

main()
