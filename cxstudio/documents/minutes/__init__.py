"""The minutes of a workshop: who was there, what was decided by which rule, what follows. No single vote is told."""
