"""What stands there when the window itself cannot be made: a plain message, with the report to copy."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cxstudio.wording import LANGUAGES, texts
from ui.theme.plain_texts import PlainButton, PlainLabel


class StartFailed(QWidget):
    """Made of Qt's plainest parts: whatever failed may be what the others are made of."""

    def __init__(self, report: str, leave: Callable[[], object], language: str = "") -> None:
        super().__init__()
        tr = texts(language or _system_language()).tr
        self.setWindowTitle("CX Studio")
        self.resize(640, 420)
        said = PlainLabel(
            tr("CX Studio could not start. Your projects and unsaved work are untouched.")
            + "\n\n"
            + tr("Start it again. If that does not help, send the report to whoever looks after the program.")
        )
        said.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(tr("Error report"))
        copy, close = PlainButton(tr("Copy error report")), PlainButton(tr("Quit"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        close.clicked.connect(lambda *_: leave())
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        box = QVBoxLayout(self)
        box.addWidget(said)
        box.addWidget(self.report, 1)
        box.addLayout(buttons)
        close.setFocus()


def _system_language() -> str:
    name = QLocale.system().name().partition("_")[0]
    return name if name in LANGUAGES else LANGUAGES[0]
