"""Whether a window is used by keys just now. Nothing is drawn here."""

BY_KEYS = "by_keys"
"""The property of a window in which keys are used, not a mouse."""
