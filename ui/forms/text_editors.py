"""Editors for words: one line, a text that grows, several short lines."""

from __future__ import annotations

from typing import Any

from cxstudio.wording.fields.field_table import Field
from ui.context.context import Context
from ui.forms.field_editor import FieldEditor
from ui.forms.text_boxes import GrowingText, Line
from ui.widgets.basics import column, row


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
        self.line.escaped.connect(self._escaped)

    def _escaped(self) -> None:
        """The value as it was; undo in the line brings back what was typed."""
        self.line.replace(self._text(self.shown))
        self.revert()

    @property
    def touched(self) -> bool:
        return self.line.text() != self._text(self.shown)

    def read(self) -> Any:
        return self.line.text().strip()

    def _display(self, value: Any) -> None:
        self.line.put(self._text(value))

    def _text(self, value: Any) -> str:
        return value or ""


class TextEditor(FieldEditor):
    """A text of any length; its box grows with it. Esc leaves it and keeps what was typed."""

    least_lines = 2
    escape_keeps = True
    """Whether Esc keeps what was typed; else the record's value is shown again, and undo brings back what was typed."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self.box = self.make_box()
        self.box.setAccessibleName(self.name)
        self.setFocusProxy(self.box)
        column(self, self.box)
        self.box.textChanged.connect(self._typed)
        self.box.done.connect(self.finished)
        self.box.left.connect(self._left)
        self.box.escaped.connect(self._escaped)

    def _escaped(self) -> None:
        if self.escape_keeps:
            self._left()
        else:
            self.box.replace(self._text(self.shown))
            self.revert()

    def make_box(self) -> GrowingText:
        """The text box this editor works with."""
        return GrowingText(self.least_lines)

    @property
    def touched(self) -> bool:
        return self.box.toPlainText() != self._text(self.shown)

    def read(self) -> Any:
        return self.box.toPlainText().strip()

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
