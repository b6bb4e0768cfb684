"""Palette, fonts, icons and style sheet as Qt objects. No widget."""
