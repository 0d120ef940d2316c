"""A proofed document shown: in the terminal, as JSON, as an annotated copy."""
