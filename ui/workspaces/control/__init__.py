"""Control: when the next look is due; before and after come later."""

from ui.workspaces.control.workspace import ControlWorkspace

__all__ = ["ControlWorkspace"]
