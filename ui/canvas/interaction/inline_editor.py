"""The inline editor: one plain text field laid over what it edits, wrapping by itself while somebody types.

It commits on a second's idle, on Enter and when it loses focus; where the window loses it, the field stays. All commits
of one editing are one step of the history. Esc puts a name back as it was when the editing began, and keeps prose.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QWidget

from cxstudio.exchange.clipboard.spreadsheet_cells import words_of
from cxstudio.plain_text import on_one_line
from ui.theme.text_wrapping import put_text, text_in, wrap_mode

IDLE_MS = 1000
SHOWN_MS = 150
"""So long after the last key the card behind is laid out anew."""
LONGEST = 100_000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LENT = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class InlineEditor(QPlainTextEdit):
    """One line of thought: Enter is done, Tab goes on, line breaks become spaces."""

    committed = Signal(str)
    """Keep this text; the editing goes on."""
    drafted = Signal(str)
    """Show this text, keep nothing."""
    finished = Signal()
    """The editing is over; what is to be kept was committed."""
    left_by_enter = Signal()
    left_by_tab = Signal(int)
    restored = Signal()
    """Esc: what stood there before is wanted back."""
    undo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("inline_editor")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(False)
        self.hide()
        self._kept = ""
        self._open = False
        self.keeps_on_escape = False
        """Esc ends the editing and keeps what was typed: so it is with prose, names are put back."""
        self.passed_on = False
        """The editing ended because something else in the window took the keyboard."""
        self._idle = _timer(self, IDLE_MS, self._commit)
        self._shown = _timer(self, SHOWN_MS, lambda: self.drafted.emit(self.text))
        self.textChanged.connect(self._changed)

    def toPlainText(self) -> str:
        return text_in(self)

    @property
    def text(self) -> str:
        """What stands in it, as one line without space at its ends."""
        return on_one_line(self.toPlainText())[:LONGEST]

    @property
    def open(self) -> bool:
        """Whether an editing is under way."""
        return self._open

    def begin(self, kept: str, text: str, what: str) -> None:
        """Start editing a text, of which `kept` is written already; `what` is said by screen readers."""
        self._open = False
        self._kept = kept
        put_text(self, text)
        self.selectAll()
        self.setAccessibleName(what)
        self.setPlaceholderText(what)
        self._open, self.passed_on = True, False
        if text != kept:
            self._changed()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_over(self, text: str) -> None:
        """The field was changed elsewhere: show that, unless something else is being typed."""
        if self._open and self.text == self._kept and text != self._kept:
            untouched = self.textCursor().selectedText() == self.toPlainText()
            self._kept = text
            self._open = False
            put_text(self, text)
            if untouched:
                self.selectAll()
            self._open = True

    def leave(self, *, commit: bool = True) -> None:
        """End the editing."""
        if not self._open:
            return
        if commit:
            self._commit()
        self.hand_over()
        self.finished.emit()

    def hand_over(self) -> tuple[str, str]:
        """Close without a word; returns the text kept last and the one typed."""
        self._open = False
        self._idle.stop()
        self._shown.stop()
        self.hide()
        return self._kept, self.toPlainText()

    def wanted_height(self) -> int:
        """Height its text needs at its present width."""
        lines = max(1, int(self.document().size().height()))
        return lines * self.fontMetrics().lineSpacing() + 2 * round(self.document().documentMargin()) + 10

    def lay(self, rect: QRect, highest: int) -> None:
        """Cover a rectangle, growing downward as far as allowed."""
        if self.width() != rect.width():
            self.resize(rect.width(), self.height())
        self.setGeometry(
            QRect(rect.x(), rect.y(), rect.width(), min(highest, max(rect.height(), self.wanted_height())))
        )

    def event(self, event: QEvent) -> bool:
        """Enter is the text's, with Ctrl as well: no command of the page takes it while somebody types."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.keeps_on_escape:
            self.leave()
        elif key == Qt.Key.Key_Escape:
            self.restored.emit()
        elif key in _ENTER:
            self._commit()
            self.left_by_enter.emit()
        elif key == Qt.Key.Key_Tab:
            self._commit()
            self.left_by_tab.emit(1)
        elif key == Qt.Key.Key_Backtab:
            self._commit()
            self.left_by_tab.emit(-1)
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable():
            self.leave()
            self.undo_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.passed_on = passed_on(self)
        self._commit() if lent(event) else self.leave()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            text = " ".join(words_of(source.text(), source.html())[:LONGEST].split())
            self.setWordWrapMode(wrap_mode(self.toPlainText() + text))
            self.insertPlainText(text)

    def _changed(self) -> None:
        if self._open:
            self._idle.start()
            self._shown.start()

    def _commit(self) -> None:
        self._idle.stop()
        self._shown.stop()
        if self._open and self.text != self._kept:
            self._kept = self.text
            self.committed.emit(self._kept)


def lent(event: QEvent) -> bool:
    """Whether a field lost the keyboard to another window or a menu: it gets it back, and stays open until then."""
    lost = event.type() is QEvent.Type.FocusOut
    return lost and isinstance(event, QFocusEvent) and event.reason() in _LENT


def passed_on(field: QWidget) -> bool:
    """Whether something else has the keyboard already while a field is told that it lost it."""
    return QApplication.focusWidget() not in (None, field)


def _timer(parent: InlineEditor, milliseconds: int, act: object) -> QTimer:
    made = QTimer(parent, singleShot=True, interval=milliseconds)
    made.timeout.connect(act)
    return made
