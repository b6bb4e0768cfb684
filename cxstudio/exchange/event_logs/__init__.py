"""Event logs (tables, XES) → a journey with its ways. No figures of a graph: those are `analysis.flow`."""
