"""The sheet that says whether a report agrees with the project, and what differs."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from cxstudio.outputs.verify_files import Answer
from ui.context.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.overlay_panel import Overlay
from ui.widgets.vertical_scroll_area import VerticalScrollArea

_WIDE = 700
_AROUND = 164
"""Height of what stands above and below the sentences."""


class VerdictSheet(Overlay):
    """One for a shell; the next report takes its place in it."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent, top=88, wide=_WIDE)
        self._context = context
        self.title = label("", "name", wrap=True)
        self.verdict = label("", "", wrap=True)
        self.lines: list[str] = []
        self._inner = QWidget()
        self._box = column(self._inner, spacing=8)
        self.area = VerticalScrollArea(self._inner, by_keys=True)
        self._copy = button(context.tr("Copy"), self.copy)
        self._done = button(context.tr("Close"), self.dismiss, "primary")
        box = column(self, self.title, self.verdict, spacing=10)
        box.addWidget(self.area, 1)
        box.addLayout(row(None, self._copy, -1, self._done))
        box.setContentsMargins(24, 18, 24, 18)

    def tell(self, name: str, answer: Answer) -> None:
        """Show it with the answer about the report of this name: the verdict above, each difference below."""
        tr = self._context.tr
        self.title.setText(tr("Report “{name}”", name=name))
        self.setAccessibleName(self.title.text())
        self.lines = list(answer.lines)
        self.verdict.setText(self.lines[0])
        while self._box.count():
            item = self._box.takeAt(0)
            gone = item.widget() if item is not None else None
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for line in self.lines[1:]:
            self._box.addWidget(label(line, "muted" if answer.agrees else "", wrap=True))
        self._box.addStretch(1)
        self._copy.setText(tr("Copy"))
        self.open()
        self._done.setFocus()

    def copy(self) -> None:
        """Put the sentences on the clipboard."""
        QGuiApplication.clipboard().setText("\n".join((self.title.text(), *self.lines)))
        self._copy.setText(self._context.tr("Copied"))

    def wanted_height(self, width: int) -> int:
        said = max(self._box.totalHeightForWidth(width - 60), self._inner.sizeHint().height())
        return _AROUND + said
