"""Figures of a whole journey: NPS, CSAT, CES, benchmarks. Nothing about a single touchpoint."""
