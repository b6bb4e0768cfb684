"""Sections that are charts: those chosen, those a documentation has anyway, deltas and both views.

How a chart is laid out is no concern of theirs.
"""
