"""A record's name as a heading that can be edited where it stands."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from cxstudio.model import Record
from cxstudio.plain_text import on_one_line
from cxstudio.wording.fields.field_table import Field
from ui.context.context import Context
from ui.forms.bound_field import BoundField
from ui.forms.text_boxes import GrowingText
from ui.forms.text_editors import TextEditor


class _HeadingText(GrowingText):
    """Enter ends the editing: a name has no line breaks."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
            return
        super().keyPressEvent(event)


class HeadingEditor(TextEditor):
    """A name, large."""

    least_lines = 1
    escape_keeps = False

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self.box.setProperty("kind", "heading")
        self.box.document().setDocumentMargin(0)
        self.box.setFont(context.theme.font(17, "semibold"))

    def make_box(self) -> GrowingText:
        """The text box this editor works with."""
        return _HeadingText(self.least_lines)

    def select_all(self) -> None:
        """Mark the whole name, so that typing replaces it."""
        self.box.selectAll()

    def read(self) -> Any:
        return on_one_line(self.box.toPlainText())


def heading_field(context: Context, kind: type[Record], name: str) -> BoundField:
    """The field that names a record, as the heading of its panel."""
    return BoundField(context, kind, name, labelled=False, make=HeadingEditor)
