"""The journey as an outline: the same records as a tree, for the keyboard and for screen readers."""
