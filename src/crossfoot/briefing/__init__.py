"""Stage 5: template → document; every number looked up, and led back to its cell."""
