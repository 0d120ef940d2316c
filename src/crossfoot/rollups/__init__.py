"""Stage 4: figures → areas above, longer periods, indicators, reporting rates, peers."""
