"""The sheet after an error nobody expected: what is safe, a report to copy, and how to go on. It blocks nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.context.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.overlay_panel import Overlay

_HEIGHT = 460


class CrashSheet(Overlay):
    """One for a shell; another error takes its place in it."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent, top=104, wide=700)
        tr = context.tr
        title = tr("The program ran into an error")
        self.setAccessibleName(title)
        self._context = context
        self.safe = label("", wrap=True)
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName(tr("Error report"))
        self._copy = button(tr("Copy error report"), self.copy)
        self.save = button(tr("Save as …"), lambda: self._leave("project.save_as"))
        self.leave = button(tr("Quit"), lambda: self._leave("project.quit"))
        self.go_on = button(tr("Continue"), self.dismiss, "primary")
        box = column(self, label(title, "name"), self.safe, spacing=10)
        box.addWidget(
            label(tr("The report says where in the program. It holds nothing of your project."), "muted", wrap=True)
        )
        box.addWidget(self.report, 1)
        box.addLayout(row(None, self._copy, -1, self.leave, self.save, self.go_on))
        box.setContentsMargins(24, 18, 24, 18)

    def tell(self, report: str, secured: Callable[[], bool]) -> None:
        """Show it with this report; `secured` says whether all that is not in the file would come back."""
        tr = self._context.tr
        self.safe.setText(
            tr("Your work is safe: what is not in the file comes back at the next start. You can continue.")
            if secured()
            else tr("Your last changes are on no disk yet. Save the project under another name, where there is room.")
        )
        self.report.setPlainText(report)
        self._copy.setText(tr("Copy error report"))
        self.open()
        (self.go_on if secured() else self.save).setFocus()

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self._copy.setText(self._context.tr("Copied"))

    def wanted_height(self, width: int) -> int:
        return _HEIGHT

    def _leave(self, command: str) -> None:
        self.dismiss()
        self._context.commands.run(command)
