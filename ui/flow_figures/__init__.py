"""The figures of a journey's graph as widgets, for flow view, map and Rate. No figure is computed here."""
