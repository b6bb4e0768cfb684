"""Measuring and breaking lines by the font files. No Qt and no words of its own."""
