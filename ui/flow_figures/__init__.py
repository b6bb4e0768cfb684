"""The figures of a journey's graph in the window: worked out once, shown by flow view, map and the workspace Rate."""
