"""A record's name as a heading that can be edited where it stands."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from cxstudio.edits import name_persona, told_persona
from cxstudio.model import Persona, Record
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


class PersonaHeading(BoundField):
    """A persona's name: what is typed after it, "Jana Brandt, 34, is moving", goes to the fields it belongs to."""

    def __init__(self, context: Context, kind: type[Record], name: str) -> None:
        super().__init__(context, kind, name, labelled=False, make=HeadingEditor, write=name_persona)

    def commit(self, *, paused: bool = False) -> bool:
        """What has more than a name in it is written when it is typed to its end, not at a pause in between."""
        said = told_persona(str(self.editor.read()))
        if paused and said != told_persona(said["name"]):
            return False
        return super().commit(paused=paused)


def heading_field(context: Context, kind: type[Record], name: str) -> BoundField:
    """The field that names a record, as the heading of its panel."""
    if kind is Persona:
        return PersonaHeading(context, kind, name)
    return BoundField(context, kind, name, labelled=False, make=HeadingEditor)
