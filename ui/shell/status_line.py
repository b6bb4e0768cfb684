"""The status line: what the workspace says, a passing word, and long work with its progress."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.context.context import Context
from ui.theme.announcing import announce
from ui.widgets.basics import button, label, row
from ui.widgets.status_text import StatusText
from ui.workspaces.workspace_base import Status

_PASSING_MS = 6000


class StatusLine(QWidget):
    """26 pixels at the foot of the window."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("statusline")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(28)
        self._context = context
        self._left, self._right = StatusText(context.theme), StatusText(context.theme)
        self._word = label("", "accent")
        self._word.setObjectName("passing_word")
        self._task, self._progress = label(""), QProgressBar()
        self._progress.setFixedWidth(140)
        self._progress.setTextVisible(False)
        self._cancel = button(context.tr("Cancel"), context.tasks.cancel, "link")
        self._cancel.setFixedHeight(22)
        self._work, self._work_act = label("", "muted"), button("", self._act_on_work, "link")
        self._work.setObjectName("being_worked_out")
        self._work_act.setFixedHeight(22)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(lambda: self._word.setText(""))
        work, task = (self._work, self._work_act), (self._task, self._progress, self._cancel)
        self._box = box = row(self, self._left, self._word, -1, *work, *task, self._right, spacing=16)
        box.setContentsMargins(16, 0, 16, 0)
        self._show_task()
        self._show_work()
        context.works.changed.connect(self._show_work)
        context.messages.said.connect(self.say)
        context.bridge.changed.connect(self._forget_word)
        context.tasks.changed.connect(self._show_task)
        context.tasks.progressed.connect(self._task_progressed)

    def show_status(self, status: Status) -> None:
        """Show what a workspace says."""
        self._left.show_parts(status.left)
        self._right.show_parts(status.right)

    def say(self, text: str) -> None:
        """Show a passing word, and let it be heard."""
        self._word.setText(text)
        self._box.activate()  # at once: in a window just made anew Qt gives it no room of its own accord
        announce(self, text)
        self._timer.start(_PASSING_MS)

    def _forget_word(self) -> None:
        """What was said of the step before is no news any more."""
        self._word.setText("")

    def _show_work(self) -> None:
        """Say what is being worked out, or was not, with the one thing to do about it."""
        shown = self._context.works.shown
        if shown is not None:
            work, spoken = shown
            text = spoken.stopped if work.stopped else spoken.doing
            act = self._context.tr("Calculate") if work.stopped else self._context.tr("Stop")
            self._work.setText(text)
            self._work_act.setText(act)
            self._work_act.setAccessibleName(f"{act}. {text}")
        self._work.setVisible(shown is not None)
        self._work_act.setVisible(shown is not None)

    def _act_on_work(self) -> None:
        shown = self._context.works.shown
        if shown is None:
            return
        work, spoken = shown
        if work.stopped:
            spoken.again()
        else:
            work.stop()

    def _show_task(self) -> None:
        tasks = self._context.tasks
        self._task.setText(tasks.title)
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(tasks.title)
        for part in (self._task, self._progress, self._cancel):
            part.setVisible(tasks.busy)

    def _task_progressed(self, share: float) -> None:
        self._progress.setRange(0, 1000)
        self._progress.setValue(round(share * 1000))
