"""Ideas: the notes of the room that have no place yet; wall and votes come later."""

from ui.workspaces.ideas.ideas_workspace import IdeasWorkspace

__all__ = ["IdeasWorkspace"]
