"""The journey as a tree, for the keyboard and for screen readers. Nothing the map does not have."""
