"""The inspector: every field of what is selected, at the right of a workspace."""

from ui.inspector.inspector import Inspector

__all__ = ["Inspector"]
