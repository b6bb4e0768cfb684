"""Boards: the plan by status, along time, and by impact and effort. What is drawn, and what a place in it means.

A board is laid out from a `Plan`; screen, report and files show the same picture. Whether a measure is late is not
judged here.
"""
