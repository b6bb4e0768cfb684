"""Palette, fonts, icons and style sheet as Qt objects, and how texts reach Qt. No widget."""
