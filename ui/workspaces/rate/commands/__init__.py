"""Rows of commands, read at start. No widget of the workspace is loaded by them."""
