"""The editor for a declared field."""

from __future__ import annotations

from collections.abc import Callable

from cxstudio.wording.fields.field_table import Editor, Field
from ui.context.context import Context
from ui.forms.asset_editors import AssetEditor, ColourEditor, IconEditor
from ui.forms.choice_editors import CHOOSING
from ui.forms.field_editor import FieldEditor
from ui.forms.keyed_texts_editor import WORDED, WordsEditor
from ui.forms.number_editors import DateEditor, NumberEditor
from ui.forms.reference_editors import ReferenceEditor, ReferencesEditor
from ui.forms.text_editors import LineEditor, LinesEditor, TextEditor
from ui.forms.weight_editor import WeightEditor

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
