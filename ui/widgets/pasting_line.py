"""A line that takes cells of a spreadsheet as they were written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from cxstudio.exchange.clipboard.spreadsheet_cells import copied_cells


class PastingLine(QLineEdit):
    """One cell stands in the line without the quotation marks of the clipboard; several can be taken one by one.

    Undo goes on in the project once the line has nothing of its own to undo.
    """

    pasted = Signal(list)
    """The cells of a spreadsheet, where there are several and `takes_several`."""
    takes_several = False

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pasting = event.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly()
        data = QGuiApplication.clipboard().mimeData() if pasting else None
        rows = copied_cells(data.text(), data.html()) if isinstance(data, QMimeData) else []
        cells = [words for row in rows for cell in row if (words := " ".join(cell.split()))]
        if len(cells) > 1 and self.takes_several:
            self.pasted.emit(cells)
        elif cells:
            self.insert(" ".join(cells))
        else:
            super().keyPressEvent(event)
