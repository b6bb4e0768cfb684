"""What stands where the flow will be while a very long journey's graph is being worked out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.background.task_runner import TaskRunner
from ui.context.context import Context
from ui.context.flow_in_view import FlowInView
from ui.widgets.basics import button, column, label, row


class FlowWaiting(QWidget):
    """Says so, and lets people stop it or begin again."""

    def __init__(
        self, context: Context, drawing: TaskRunner[Any] | None = None, again: Callable[[], object] | None = None
    ) -> None:
        """`drawing` is what follows when the graph is known; `again` begins it anew."""
        super().__init__()
        self._context, self._drawing, self._again = context, drawing, again
        self.text = label("", "muted", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.bar = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self.bar.setAccessibleName(context.tr("Calculating the flow"))
        self.bar.setFixedWidth(220)
        self.act = button("", self._act)
        box = column(self, -1, self.text, spacing=12)
        for part in (self.bar, self.act):
            box.addLayout(row(None, -1, part, -1))
        box.addStretch(1)
        context.flow.changed.connect(self.refresh)
        if drawing is not None:
            drawing.changed.connect(self.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Say what is going on."""
        tr, stopped = self._context.tr, self._stopped
        self.text.setText(tr("The flow was not calculated.") if stopped else tr("Calculating the flow …"))
        self.bar.setVisible(not stopped)
        self.act.setText(tr("Calculate") if stopped else tr("Stop"))

    @property
    def _stopped(self) -> bool:
        return self._context.flow.stopped or (self._drawing is not None and self._drawing.stopped)

    def _act(self) -> None:
        flow, drawing = self._context.flow, self._drawing
        if drawing is not None and drawing.busy:
            drawing.stop()
        elif drawing is not None and drawing.stopped and self._again is not None:
            self._again()
        else:
            self._act_on(flow)
        self.refresh()

    def _act_on(self, flow: FlowInView) -> None:
        flow.again() if flow.stopped else flow.cancel()
