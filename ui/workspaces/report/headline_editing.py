"""Headlines, leads and the decision are written anew where they stand on the page.

A click or Enter opens the text, Enter or leaving keeps it. Nothing is written for Esc.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from cxstudio.documents.chosen import chosen_language, report_settings
from cxstudio.documents.setting.writing import HeadlinePlace, WrittenKind
from cxstudio.model import Headline, ReportSettings
from cxstudio.model.personal_data.blacking_out import BLACKED_OUT
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import field_of
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button

_AROUND = 4
"""Pixels around the headline."""
_LEAST = 34

Write = Callable[[HeadlinePlace, str], object]
"""Where, and the text."""
_NAMES: Final = {WrittenKind.HEADLINE: N_("Headline"), WrittenKind.LEAD: N_("Lead")}
_EMPTY: Final = {
    WrittenKind.HEADLINE: N_("Empty: the headline written from the figures"),
    WrittenKind.LEAD: N_("Empty: the lead written from the figures"),
}
_CHANGE: Final = {
    WrittenKind.HEADLINE: N_("Change the headline “{text}”"),
    WrittenKind.LEAD: N_("Change the lead “{text}”"),
    WrittenKind.SETTING: N_("Change {field}: “{text}”"),
}
_HINTS: Final = {
    WrittenKind.HEADLINE: N_("Click to write a headline of your own"),
    WrittenKind.LEAD: N_("Click to write a lead of your own"),
    WrittenKind.SETTING: N_("Click to write a text of your own"),
}


def _name(context: Context, place: HeadlinePlace) -> str:
    """What is written there."""
    if place.kind is WrittenKind.SETTING:
        return context.tr(field_of(ReportSettings, place.section).label)
    return context.tr(_NAMES[place.kind])


def _hint(context: Context, place: HeadlinePlace) -> str:
    """What an empty text means."""
    if place.kind is WrittenKind.SETTING:
        return context.tr(field_of(ReportSettings, place.section).help)
    return context.tr(_EMPTY[place.kind])


def _begins_with(context: Context, place: HeadlinePlace) -> str:
    """The text as it is printed; where a name is blacked out in it, as somebody wrote it."""
    if BLACKED_OUT not in place.text:
        return place.text
    document = context.document
    if place.kind is WrittenKind.SETTING:
        return str(getattr(report_settings(document), place.section)) or place.text
    language = chosen_language(document)
    own = (h.text for h in document.all(Headline) if (h.section, h.language.value) == (place.section, language))
    return next(own, place.text)


class HeadlineButton:
    """The place on a page that opens the editor; shown on hover and with the keyboard."""

    def __init__(self, context: Context, page: QWidget, place: HeadlinePlace, write: Write,
                 closed: Callable[[], object], *, fixed: bool) -> None:  # fmt: skip
        self.place = place
        self._context, self._page, self._write, self._closed = context, page, write, closed
        said = context.tr(_CHANGE[place.kind], text=place.text, field=_name(context, place))
        self.button: QPushButton = button("", self.edit, "onpage", name=said)
        self.button.setParent(page)
        self.button.setCursor(Qt.CursorShape.IBeamCursor)
        self.button.setEnabled(not fixed)
        set_tooltip(self.button, context.tr(_HINTS[place.kind]))
        self.editor: HeadlineEditor | None = None
        self._begun = place.text
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
        self._begun = _begins_with(self._context, self.place)
        self.editor = HeadlineEditor(self._context, self._page, self.place, self._begun, self._close)
        high = self._page.height()
        size = QFont(self.editor.font())
        size.setPixelSize(max(13, round(high * self.place.size)))
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
        if text is not None and text != " ".join(self._begun.split()):
            self._write(self.place, text)
        self._closed()


class HeadlineEditor(QPlainTextEdit):
    """Enter and leaving keep the text, Esc drops it. An empty one gives the program's own back."""

    def __init__(self, context: Context, page: QWidget, place: HeadlinePlace, text: str,
                 close: Callable[[str | None], object]) -> None:  # fmt: skip
        super().__init__(page)
        self._close = close
        self.setPlainText(text)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_name(context, place))
        self.setPlaceholderText(_hint(context, place))

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
