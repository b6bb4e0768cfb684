"""Edits of measures, their targets and measured values, and of what follows from a check. Knows no window."""
