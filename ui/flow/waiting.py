"""What stands where the flow will be while a very long journey's graph is being worked out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.context import Context
from ui.widgets.basics import button, column, label, row


class FlowWaiting(QWidget):
    """Says so, and lets people stop it or begin again."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.text = label("", "muted", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(220)
        self.bar.setAccessibleName(context.tr("Working out the flow"))
        self.act = button("", self._act)
        box = column(self, -1, self.text, spacing=12)
        for part in (self.bar, self.act):
            box.addLayout(row(None, -1, part, -1))
        box.addStretch(1)
        context.flow.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Say what is going on."""
        tr, stopped = self._context.tr, self._context.flow.stopped
        self.text.setText(tr("The flow was not worked out.") if stopped else tr("The flow is being worked out …"))
        self.bar.setVisible(not stopped)
        self.act.setText(tr("Work it out") if stopped else tr("Stop"))

    def _act(self) -> None:
        flow = self._context.flow
        flow.again() if flow.stopped else flow.cancel()
        self.refresh()
