"""The workspace Rate. The class is imported when asked for: the command table only needs the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.workspaces.rate.rate_workspace import RateWorkspace

__all__ = ["RateWorkspace"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from ui.workspaces.rate import rate_workspace as workspace

        return getattr(workspace, name)
    raise AttributeError(name)
