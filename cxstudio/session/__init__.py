"""One open project (store, file, journal, history together), tasks, settings and log."""

from cxstudio.session.folders import Folders, project_key
from cxstudio.session.notices import ACTION_LABELS, Action, Notice, NoticeKind
from cxstudio.session.session import Session
from cxstudio.session.unsaved import PendingWork
from cxstudio.session.watching import ReadOnly

__all__ = [
    "ACTION_LABELS",
    "Action",
    "Folders",
    "Notice",
    "NoticeKind",
    "PendingWork",
    "ReadOnly",
    "Session",
    "project_key",
]
