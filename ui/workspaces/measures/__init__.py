"""The workspace Measures. The class is imported when asked for: the command table only needs the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.workspaces.measures.measures_workspace import MeasuresWorkspace

__all__ = ["MeasuresWorkspace"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from ui.workspaces.measures import measures_workspace as workspace

        return getattr(workspace, name)
    raise AttributeError(name)
