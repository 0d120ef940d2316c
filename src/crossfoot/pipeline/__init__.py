"""The only place that knows all stages; one module a command."""
