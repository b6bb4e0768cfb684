"""The end of everything that goes on for a window: a closed one keeps neither processor nor process."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer


def end_work(owner: QObject) -> None:
    """Drop what is worked out for this object and its children, and begin nothing that was to begin later."""
    from ui.background.task_runner import TaskRunner  # nothing of it is needed before the first picture

    for work in owner.findChildren(TaskRunner):
        work.end()
    for timer in owner.findChildren(QTimer):
        timer.stop()
