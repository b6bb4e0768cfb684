"""Rows of commands, read at start. No widget of the map is loaded by them."""
