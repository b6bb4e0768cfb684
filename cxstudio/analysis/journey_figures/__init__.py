"""Journey figures."""
