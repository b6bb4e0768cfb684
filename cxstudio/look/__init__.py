"""Palettes, type scale, colour roles, font files and what they cover. Nothing is drawn or measured here."""
