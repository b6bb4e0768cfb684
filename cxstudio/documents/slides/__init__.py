"""Slides: the sections of the report as a deck of native charts, tables and shapes.

What stands on which slide is planned as values first (`deck_plan`), then put on slides of a base (`deck_base`): the
client's template, or ours. No other part of the program loads python-pptx.
"""
