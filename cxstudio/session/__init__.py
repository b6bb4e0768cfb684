"""One open project (store, file, journal, history together), tasks, settings and log. No window.

What stands here is loaded when first asked for: folders, settings and log are needed before any project is.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxstudio.session.folders import Folders
    from cxstudio.session.notices import Action, NoticeKind
    from cxstudio.session.session import Session
    from cxstudio.session.unsaved import PendingWork, pending_work
    from cxstudio.session.watching import ReadOnly

__all__ = [
    "Action",
    "Folders",
    "NoticeKind",
    "PendingWork",
    "ReadOnly",
    "Session",
    "pending_work",
]
_HOMES = {
    "folders": ("Folders",),
    "notices": ("Action", "NoticeKind"),
    "session": ("Session",),
    "unsaved": ("PendingWork", "pending_work"),
    "watching": ("ReadOnly",),
}


def __getattr__(name: str) -> object:
    for module, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
