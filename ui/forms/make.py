"""The editor for a declared field."""

from __future__ import annotations

from collections.abc import Callable

from cxstudio.wording.fields import Editor, Field
from ui.context import Context
from ui.forms.assets import AssetEditor, ColourEditor, IconEditor
from ui.forms.base import FieldEditor
from ui.forms.choices import CHOOSING
from ui.forms.numbers import DateEditor, NumberEditor
from ui.forms.references import ReferenceEditor, ReferencesEditor
from ui.forms.text import LineEditor, LinesEditor, TextEditor
from ui.forms.weight import WeightEditor
from ui.forms.words import WORDED, WordsEditor

EDITORS: dict[Editor, Callable[[Context, Field], FieldEditor]] = {
    Editor.LINE: LineEditor,
    Editor.TEXT: TextEditor,
    Editor.LINES: LinesEditor,
    Editor.INTEGER: NumberEditor,
    Editor.NUMBER: NumberEditor,
    Editor.MONEY: NumberEditor,
    Editor.SHARE: NumberEditor,
    Editor.DATE: DateEditor,
    Editor.REFERENCE: ReferenceEditor,
    Editor.REFERENCES: ReferencesEditor,
    Editor.COLOUR: ColourEditor,
    Editor.ICON: IconEditor,
    Editor.ASSET: AssetEditor,
    Editor.WORDS: WordsEditor,
    Editor.WEIGHT: WeightEditor,
    **CHOOSING,
}
"""Answers, counts and coordinates are not edited in forms."""


def editable(field: Field) -> bool:
    """Whether a form can edit this field."""
    return field.editor in EDITORS and (field.editor is not Editor.WORDS or field.kind in WORDED)


def editor_for(context: Context, field: Field) -> FieldEditor:
    """A fresh editor for a field. Raises KeyError for fields that are not edited in forms."""
    return EDITORS[field.editor](context, field)
