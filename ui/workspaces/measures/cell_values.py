"""What a text means in a cell of the list, whether it was typed or pasted: one clear sentence where it fits nothing."""

from __future__ import annotations

from typing import Any, Final

from cxstudio.model import Department, Id
from cxstudio.model.folding import folded
from cxstudio.wording.fields.field_table import Editor, Field
from ui.context.context import Context
from ui.forms.choice_editors import choice_text
from ui.forms.field_editor import BadInput
from ui.forms.field_values import value_of
from ui.theme.text_wrapping import on_one_line

TYPED: Final = frozenset({Editor.LINE, Editor.TEXT, Editor.MONEY, Editor.DATE, Editor.NUMBER, Editor.INTEGER})
"""Editors whose fields are typed in the cell."""
_YES, _NO = (
    frozenset({"yes", "ja", "x", "1", "true", "wahr"}),
    frozenset({"", "no", "nein", "0", "false", "falsch", "–"}),
)


def cell_value(context: Context, field: Field, text: str, measure: Id) -> Any:
    """The value a text stands for. Raises BadInput."""
    said = on_one_line(text) if field.editor is not Editor.TEXT else text.strip()
    if field.choices:
        return _choice(context, field, said)
    if field.editor is Editor.POINTS:
        return _points(context, field, said)
    if field.editor is Editor.YES_NO:
        return _yes_or_no(context, said)
    if field.editor is Editor.REFERENCE and Department.__name__ in field.refs:
        return _department(context, said)
    if field.editor not in TYPED:
        raise BadInput(context.tr("{field} is changed in the inspector.", field=context.tr(field.label)))
    if not said and field.required:
        raise BadInput(context.tr("{field} must not be empty.", field=context.tr(field.label)))
    return value_of(context, field, said, measure)


def by_letter(context: Context, field: Field, letter: str, now: Any) -> Any:
    """The next choice that begins with a letter, from the present one on; the present one where none does."""
    choices = list(field.choices)
    start = choices.index(now) + 1 if now in choices else 0
    for choice in (*choices[start:], *choices[:start]):
        if folded(choice_text(context, choice)).startswith(folded(letter)):
            return choice
    return now


def _choice(context: Context, field: Field, said: str) -> Any:
    if not said and field.nullable:
        return None
    for choice in field.choices:
        if folded(said) in (folded(choice_text(context, choice)), folded(choice.value)):
            return choice
    known = ", ".join(choice_text(context, choice) for choice in field.choices)
    sentence = context.tr("{text} is not one of: {known}.", text=context.texts.quoted(said), known=known)
    raise BadInput(sentence)


def _points(context: Context, field: Field, said: str) -> int | None:
    low, high = int(field.lowest or 1), int(field.highest or 7)
    if not said:
        return None
    if said.isdecimal() and low <= int(said) <= high:
        return int(said)
    raise BadInput(context.tr("{field} is a number from {low} to {high}.", field=context.tr(field.label), low=low,
                              high=high))  # fmt: skip


def _yes_or_no(context: Context, said: str) -> bool:
    if folded(said) in _YES:
        return True
    if folded(said) in _NO:
        return False
    raise BadInput(context.tr("{text} is neither yes nor no.", text=context.texts.quoted(said)))


def _department(context: Context, said: str) -> Id | None:
    if not said:
        return None
    known = [d for d in context.document.all(Department) if folded(d.name) == folded(said)]
    if known:
        return known[0].merged_into or known[0].id
    raise BadInput(context.tr("There is no department {name}.", name=context.texts.quoted(said)))
