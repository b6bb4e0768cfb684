"""A sheet of what was typed in kept work, to be read and copied where it can be opened no more."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cxstudio.store import ChangeSet
from cxstudio.wording import Texts
from cxstudio.wording.fields.change_sentences import step_name
from cxstudio.wording.fields.typed_texts import typed_in
from ui.context.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.overlay_panel import Overlay

_HEIGHT = 560


class KeptWordsSheet(Overlay):
    """Every step by its name, with the texts it wrote below it."""

    def __init__(self, parent: QWidget, context: Context, title: str, steps: Iterable[ChangeSet]) -> None:
        super().__init__(parent, top=72, wide=760)
        tr = context.tr
        self.setAccessibleName(title)
        self.text = QPlainTextEdit(in_words(steps, context.texts) or tr("No step of it can be read."))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(title)
        self._copy = button(tr("Copy"), lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        close = button(tr("Close"), self.dismiss)
        box = column(self, label(title, "name", wrap=True), spacing=10)
        box.addWidget(label(tr("What was done, oldest first, and the texts that were typed."), "muted", wrap=True))
        box.addWidget(self.text, 1)
        box.addLayout(row(None, -1, self._copy, close))
        box.setContentsMargins(24, 18, 24, 18)

    def open(self) -> None:
        """Show it and take the keyboard."""
        super().open()
        self.text.setFocus()

    def wanted_height(self, width: int) -> int:
        return _HEIGHT


def in_words(steps: Iterable[ChangeSet], texts: Texts) -> str:
    """Steps as plain text."""
    lines: list[str] = []
    for step in steps:
        lines.append(step_name(step, texts))
        lines += (f"    {written}" for text in typed_in(step) for written in text.splitlines())
    return "\n".join(lines)
