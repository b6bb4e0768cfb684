"""The workspace Understand. Its commands are read without it being loaded."""

from __future__ import annotations

from typing import Any


def __getattr__(name: str) -> Any:
    if name == "UnderstandWorkspace":
        from ui.workspaces.understand.understand_workspace import UnderstandWorkspace

        return UnderstandWorkspace
    raise AttributeError(name)
