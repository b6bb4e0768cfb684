"""State of the map: layout kept in step, zoom, highlight, selection, keys. No widget."""
