"""The workspace Measures. Its commands are read without it being loaded."""

from __future__ import annotations

from typing import Any


def __getattr__(name: str) -> Any:
    if name == "MeasuresWorkspace":
        from ui.workspaces.measures.workspace import MeasuresWorkspace

        return MeasuresWorkspace
    raise AttributeError(name)
