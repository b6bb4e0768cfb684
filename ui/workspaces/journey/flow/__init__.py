"""The flow view: the journey as a graph."""
