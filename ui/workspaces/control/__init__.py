"""Control: when the next look is due; before and after come later."""

from ui.workspaces.control.control_workspace import ControlWorkspace

__all__ = ["ControlWorkspace"]
