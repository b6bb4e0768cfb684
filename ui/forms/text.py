"""Editors for words: one line, a text that grows, several short lines."""

from __future__ import annotations

from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from cxstudio.wording.fields import Field
from ui.context import Context
from ui.forms.base import FieldEditor
from ui.widgets.basics import column, row


class Line(QLineEdit):
    """A line edit that lets undo through to the project once it has nothing of its own to undo."""

    left = Signal()
    escaped = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

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


class LineEditor(FieldEditor):
    """One line of text."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self.line = Line()
        self.line.setAccessibleName(self.name)
        self.setFocusProxy(self.line)
        self.beside = row(self, self.line, spacing=8)
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(self.finished)
        self.line.left.connect(self._left)
        self.line.escaped.connect(self.revert)

    @property
    def touched(self) -> bool:
        return self.line.text() != self._text(self.shown)

    def read(self) -> Any:
        return self.line.text().strip()

    def _left(self) -> None:
        if self.touched:
            self.finished.emit()

    def _display(self, value: Any) -> None:
        self.line.put(self._text(value))

    def _text(self, value: Any) -> str:
        return value or ""


class GrowingText(QPlainTextEdit):
    """A plain-text edit as high as its text, up to twelve lines; Tab leaves it."""

    left = Signal()
    escaped = Signal()
    done = Signal()

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
            self.escaped.emit()
            return
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only the words of what is pasted."""
        self.insertPlainText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def put(self, text: str) -> None:
        """Show a text, keeping the cursor's place."""
        if text != self.toPlainText():
            place = self.textCursor().position()
            self.setPlainText(text)
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(text)))
            self.setTextCursor(cursor)
        self.fit()


class TextEditor(FieldEditor):
    """A text of any length; its box grows with it."""

    least_lines = 2

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self.box = self.make_box()
        self.box.setAccessibleName(self.name)
        self.setFocusProxy(self.box)
        column(self, self.box)
        self.box.textChanged.connect(self._typed)
        self.box.done.connect(self.finished)
        self.box.left.connect(self._left)
        self.box.escaped.connect(self.revert)

    def make_box(self) -> GrowingText:
        """The text box this editor works with."""
        return GrowingText(self.least_lines)

    @property
    def touched(self) -> bool:
        return self.box.toPlainText() != self._text(self.shown)

    def read(self) -> Any:
        return self.box.toPlainText().strip()

    def _typed(self) -> None:
        if self.touched:
            self.edited()

    def _left(self) -> None:
        if self.touched:
            self.finished.emit()

    def _display(self, value: Any) -> None:
        self.box.put(self._text(value))

    def _text(self, value: Any) -> str:
        return value or ""


class OneLineText(TextEditor):
    """A text that starts as one line and grows: short notes."""

    least_lines = 1


def bare(editor: TextEditor, context: Context) -> TextEditor:
    """A text without a box until somebody points at it; an empty one says what belongs there."""
    editor.box.setProperty("kind", "bare")
    editor.box.document().setDocumentMargin(0)
    editor.box.setPlaceholderText(context.tr(editor.field.help or editor.field.label))
    return editor


class LinesEditor(TextEditor):
    """Several short texts, one per line."""

    def read(self) -> Any:
        lines = (line.strip().lstrip("•").strip() for line in self.box.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    def _text(self, value: Any) -> str:
        return "\n".join(value or ())
