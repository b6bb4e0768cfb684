"""The journey workspace: the map with its tools."""
