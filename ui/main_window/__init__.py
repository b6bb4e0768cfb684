"""The window, what is made anew for each session, and its own commands.

The one room that may import all others; no other imports it.
"""
