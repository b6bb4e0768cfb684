"""Touchpoints and lists copied and pasted, as data. Nothing of the system's clipboard: that is the window's."""
