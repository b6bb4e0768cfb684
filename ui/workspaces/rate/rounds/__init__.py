"""Choosing, beginning, changing and closing rounds, and the people who rate. No answers."""
