"""Edits of questions, ideas, votes, prototypes and tests. Knows no window."""
