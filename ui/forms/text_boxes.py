"""The boxes words are typed into: one line, and a text that grows."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from cxstudio.exchange.clipboard.spreadsheet_cells import words_of
from ui.theme.text_wrapping import put_text, text_in, wrap_mode
from ui.widgets.pasting_line import PastingLine


class Line(PastingLine):
    """A line that says when it is left, and when Esc is pressed in it."""

    left = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            event.setAccepted(self.isModified())
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def replace(self, text: str) -> None:
        """Put a text in place of what stands here; undo brings that back."""
        if text != self.text():
            self.selectAll()
            self.insert(text)

    def put(self, text: str) -> None:
        """Show a text, keeping the cursor's place."""
        if text != self.text():
            place, from_end = self.cursorPosition(), len(self.text()) - self.cursorPosition()
            at_end = from_end == 0
            self.setText(text)
            self.setCursorPosition(len(text) if at_end else min(place, len(text)))
        if not self.hasFocus():
            self.setCursorPosition(0)
        self.setModified(False)


class GrowingText(QPlainTextEdit):
    """A plain-text edit as high as its text, up to twelve lines; Tab leaves it."""

    left = Signal()
    escaped = Signal()
    done = Signal()

    def toPlainText(self) -> str:
        return text_in(self)

    enter_ends = False
    """Whether Enter alone finishes; Shift+Enter then begins a new line."""

    def __init__(self, least_lines: int = 1, most_lines: int = 12) -> None:
        super().__init__()
        self._least, self._most = least_lines, most_lines
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(3)
        self.textChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the height the text needs."""
        spacing = self.fontMetrics().lineSpacing()
        height, block = 0.0, self.document().firstBlock()
        while block.isValid():
            height += max(spacing, self.blockBoundingRect(block).height())
            block = block.next()
        fits = height <= self._most * spacing
        height = max(self._least * spacing, min(height, self._most * spacing))
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bar)
        needed = max(30, ceil(height) + self._around())
        if self.minimumHeight() != needed:
            self.setFixedHeight(needed)

    def _around(self) -> int:
        """Height of everything but the text: border, padding, margins."""
        frame = self.height() - self.viewport().height()
        return (frame if 0 < frame < 30 else 8) + 2 * int(self.document().documentMargin())

    def sizeHint(self) -> QSize:
        return QSize(160, max(30, self.minimumHeight()))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 30)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.setAccepted(self.document().isModified())  # else what is around closes, or the page gets the keyboard
            self.escaped.emit()
            self.document().setModified(False)
            return
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if enter and (event.modifiers() & Qt.KeyboardModifier.ControlModifier or (self.enter_ends and not shift)):
            self.done.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only the words of what is pasted."""
        words = words_of(source.text(), source.html())
        self.setWordWrapMode(wrap_mode(self.toPlainText() + words))
        self.insertPlainText(words)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def replace(self, text: str) -> None:
        """Put a text in place of what stands here; undo brings that back."""
        if text != self.toPlainText():
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(text)

    def put(self, text: str) -> None:
        """Show a text, keeping the cursor's place."""
        if text != self.toPlainText():
            place = self.textCursor().position()
            put_text(self, text)
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(text)))
            self.setTextCursor(cursor)
        self.document().setModified(False)
        self.fit()
