"""What a text means in a cell of the plan, typed, pasted or read back: one clear sentence where it fits nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, Final

from cxstudio.model import Department, Document, Id, Idea, Record, Touchpoint
from cxstudio.model.folding import folded
from cxstudio.plain_text import on_one_line
from cxstudio.wording.fields.field_table import Editor, Field, choice_label
from cxstudio.wording.fields.record_names import idea_words
from cxstudio.wording.fields.typed_values import BadInput, value_of
from cxstudio.wording.texts import N_, Texts

TYPED: Final = frozenset({Editor.LINE, Editor.TEXT, Editor.MONEY, Editor.DATE, Editor.NUMBER, Editor.INTEGER})
"""Editors whose fields are typed in the cell."""
_YES, _NO = (
    frozenset({"yes", "ja", "x", "1", "true", "wahr"}),
    frozenset({"", "no", "nein", "0", "false", "falsch", "–"}),
)
_NAMED: Final[dict[str, tuple[type[Record], str]]] = {
    Department.__name__: (Department, N_("There is no department {name}.")),
    Touchpoint.__name__: (Touchpoint, N_("There is no touchpoint {name}.")),
    Idea.__name__: (Idea, N_("There is no idea {name}.")),
}
"""Kinds of record a cell names, and what is said of a name nobody has."""


def cell_value(texts: Texts, document: Document, field: Field, text: str, record: Id | None) -> Any:
    """The value a text stands for in a field of a record. Raises BadInput."""
    said = on_one_line(text) if field.editor is not Editor.TEXT else text.strip()
    if field.choices:
        return _choice(texts, field, said)
    if field.editor is Editor.POINTS:
        return _points(texts, field, said)
    if field.editor is Editor.YES_NO:
        return _yes_or_no(texts, said)
    if field.editor is Editor.REFERENCE and Department.__name__ in field.refs:
        return _one(texts, document, Department.__name__, said)
    if field.editor not in TYPED:
        raise BadInput(texts.tr("{field} is changed in the inspector.", field=texts.tr(field.label)))
    if not said and field.required:
        raise BadInput(texts.tr("{field} must not be empty.", field=texts.tr(field.label)))
    return value_of(texts, document, field, said, record)


def named_records(texts: Texts, document: Document, field: Field, text: str, held: Iterable[Id]) -> tuple[Id, ...]:
    """The records a cell names, one a line or between commas; of equal names the one `held` already.

    Raises BadInput for a name nobody has, and for one that two have.
    """
    kind = next(name for name in field.refs if name in _NAMED)
    found = (i for name in _names(texts, document, kind, text) for i in (_one(texts, document, kind, name, held),) if i)
    return tuple(dict.fromkeys(found))


def choice_text(texts: Texts, member: StrEnum) -> str:
    """A choice's label with a capital first letter, as it stands alone."""
    text = texts.tr(choice_label(member))
    return text[:1].upper() + text[1:]


def by_letter(texts: Texts, field: Field, letter: str, now: Any) -> Any:
    """The next choice that begins with a letter, from the present one on; the present one where none does."""
    choices = list(field.choices)
    start = choices.index(now) + 1 if now in choices else 0
    for choice in (*choices[start:], *choices[:start]):
        if folded(choice_text(texts, choice)).startswith(folded(letter)):
            return choice
    return now


def _choice(texts: Texts, field: Field, said: str) -> Any:
    if not said and field.nullable:
        return None
    for choice in field.choices:
        if folded(said) in (folded(choice_text(texts, choice)), folded(choice.value)):
            return choice
    known = ", ".join(choice_text(texts, choice) for choice in field.choices)
    raise BadInput(texts.tr("{text} is not one of: {known}.", text=texts.quoted(said), known=known))


def _points(texts: Texts, field: Field, said: str) -> int | None:
    low, high = int(field.lowest or 1), int(field.highest or 7)
    if not said:
        return None
    if said.isdecimal() and low <= int(said) <= high:
        return int(said)
    raise BadInput(
        texts.tr("{field} is a number from {low} to {high}.", field=texts.tr(field.label), low=low, high=high)
    )


def _yes_or_no(texts: Texts, said: str) -> bool:
    if folded(said) in _YES:
        return True
    if folded(said) in _NO:
        return False
    raise BadInput(texts.tr("{text} is neither yes nor no.", text=texts.quoted(said)))


def _names(texts: Texts, document: Document, kind: str, text: str) -> Iterator[str]:
    """The names in a cell: a line each, or between commas where a line is nobody's name."""
    known = {folded(_name(r, texts)) for r in document.all(_NAMED[kind][0])}
    for line in text.splitlines():
        whole = on_one_line(line)
        yield from (whole,) if folded(whole) in known else map(on_one_line, whole.replace(";", ",").split(","))


def _one(texts: Texts, document: Document, kind: str, name: str, held: Iterable[Id] = ()) -> Id | None:
    if not name:
        return None
    records, unknown = _NAMED[kind]
    found = [r for r in document.all(records) if folded(on_one_line(_name(r, texts))) == folded(name)]
    found = [r for r in found if r.id in set(held)] or found
    if not found:
        raise BadInput(texts.tr(unknown, name=texts.quoted(name)))
    if len(found) > 1 and kind != Department.__name__:
        raise BadInput(texts.tr("Several are called {name}. Choose in the program.", name=texts.quoted(name)))
    first = found[0]
    return first.merged_into or first.id if isinstance(first, Department) else first.id


def _name(record: Record, texts: Texts) -> str:
    return idea_words(record, texts) if isinstance(record, Idea) else str(getattr(record, "name", ""))
