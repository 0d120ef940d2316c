"""What figures say about each other; one module a kind of relation."""
