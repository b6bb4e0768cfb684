"""Columns of a survey → answers → a round. No figures: those are computed from the round."""
