"""Edits of workshops: the agenda as planned, and how it runs. Knows no window and no clock: moments are passed in."""
