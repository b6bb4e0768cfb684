"""A headline is written anew where it stands on the page: a click or Enter opens it, Enter or leaving keeps it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from cxstudio.documents.setting.writing import HeadlinePlace
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button

_AROUND = 4
"""Pixels around the headline."""
_LEAST = 34

Write = Callable[[str, str], object]
"""Section and text."""


class HeadlineButton:
    """The place on a page that opens the editor; shown on hover and with the keyboard."""

    def __init__(self, context: Context, page: QWidget, place: HeadlinePlace, write: Write,
                 closed: Callable[[], object], *, fixed: bool) -> None:  # fmt: skip
        self.place = place
        self._context, self._page, self._write, self._closed = context, page, write, closed
        said = context.tr("Change the headline “{text}”", text=place.text)
        self.button: QPushButton = button("", self.edit, "onpage", name=said)
        self.button.setParent(page)
        self.button.setCursor(Qt.CursorShape.IBeamCursor)
        self.button.setEnabled(not fixed)
        set_tooltip(self.button, context.tr("Click to write a headline of your own"))
        self.editor: HeadlineEditor | None = None
        self.follow()
        self.button.show()

    def follow(self) -> None:
        """Stand where the headline stands at this size of the page."""
        box = self._box()
        self.button.setGeometry(box)
        if self.editor is not None:
            self.editor.setGeometry(self._room())

    def edit(self) -> None:
        """Open the text."""
        if self.editor is not None:
            return
        self.editor = HeadlineEditor(self._context, self._page, self.place.text, self._close)
        high = self._page.height()
        size = QFont(self.editor.font())
        size.setPixelSize(max(13, round(high * min(0.036, self.place.height))))
        self.editor.setGeometry(self._room())
        self.editor.show()
        self.editor.document().setDefaultFont(size)
        self.editor.setFocus()
        self.editor.selectAll()

    def _box(self) -> QRect:
        wide, high = self._page.width(), self._page.height()
        place = self.place
        return QRect(round(place.left * wide) - _AROUND, round(place.top * high) - _AROUND,
                     round(place.width * wide) + 2 * _AROUND, round(place.height * high) + 2 * _AROUND)  # fmt: skip

    def _room(self) -> QRect:
        """A further line below, for what is longer."""
        box = self._box()
        box.setHeight(max(2 * _LEAST, box.height() + _LEAST))
        return box

    def _close(self, text: str | None) -> None:
        editor, self.editor = self.editor, None
        if editor is None:
            return
        editor.hide()
        editor.deleteLater()
        self.button.setFocus()
        if text is not None and text != self.place.text:
            self._write(self.place.section, text)
        self._closed()


class HeadlineEditor(QPlainTextEdit):
    """Enter and leaving keep the text, Esc drops it. An empty one gives the program's own headline back."""

    def __init__(self, context: Context, page: QWidget, text: str, close: Callable[[str | None], object]) -> None:
        super().__init__(page)
        self._close = close
        self.setPlainText(text)
        self.setTabChangesFocus(True)
        self.setAccessibleName(context.tr("Headline"))
        self.setPlaceholderText(context.tr("Empty: the headline written from the figures"))

    @property
    def text(self) -> str:
        """On one line."""
        return " ".join(self.toPlainText().split())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close(self.text)
        elif event.key() == Qt.Key.Key_Escape:
            self._close(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._close(self.text)
