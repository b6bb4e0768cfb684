"""Edits of rounds and answers: who may set which, and what a closed round refuses. Knows no window."""
