"""Agenda of a workshop: times, what a block needs, how it runs, what to shorten. Knows no clock; no words."""
