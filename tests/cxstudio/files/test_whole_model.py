"""Every field of every kind of record goes into a file, through the journal and back."""

import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from annotated_types import Ge, Le
from pydantic import TypeAdapter, ValidationError

from cxstudio.files.decoding import decode
from cxstudio.files.encoding import encode
from cxstudio.files.journal_lines import read_step, write_step
from cxstudio.files.jsontext import read_json
from cxstudio.model import GROUP_VOICE, PROJECT_ID, RECORD_TYPES, Document, Project, Record
from cxstudio.model.registry import Shape, ref_fields
from cxstudio.store import ChangeSet, Draft, apply, check_changed, invert


def id_of(kind: type[Record]) -> str:
    return PROJECT_ID if kind is Project else f"one-{kind.__name__}"


def smallest(kind: type[Record]) -> Record:
    return made(kind, only_needed=True)


def fullest(kind: type[Record]) -> Record:
    """A record in which no field holds its default."""
    return made(kind, only_needed=False)


def made(kind: type[Record], *, only_needed: bool) -> Record:
    values: dict[str, Any] = {"id": id_of(kind)}
    refs = {ref.name: ref for ref in ref_fields(kind)}
    for name, info in kind.model_fields.items():
        if name == "id" or (only_needed and not info.is_required()):
            continue
        if name in refs:
            target = id_of(refs[name].kinds[0])
            shape = refs[name].shape
            word = "ein Wort" if name == "word" else 3
            values[name] = {Shape.ONE: target, Shape.MANY: (target,), Shape.KEYS: {target: word, GROUP_VOICE: word}}[
                shape
            ]
        elif name in {"accent"}:
            values[name] = "#3A4FB8"
        else:
            values[name] = another(info.annotation, list(info.metadata), info.default)
    return kind.model_validate(values)


def another(hint: Any, marks: list[Any], default: Any) -> Any:
    """A value of this type that is not the default."""
    origin, args = get_origin(hint), get_args(hint)
    if hasattr(hint, "__metadata__"):
        return another(hint.__origin__, [*marks, *hint.__metadata__], default)
    if origin in {Union, UnionType}:
        return another(next(a for a in args if a is not type(None)), marks, default)
    if origin is tuple:
        return (another(args[0], [], None),)
    if origin is Mapping or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return {"5|-": another(args[1], [], None), "„x“": another(args[1], [], None)}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return next(m for m in hint if m != default)
    flat = [m for mark in marks for m in getattr(mark, "metadata", [mark])]
    low = next((m.ge for m in flat if isinstance(m, Ge)), 0)
    high = next((m.le for m in flat if isinstance(m, Le)), 1000)
    if hint is str:
        return next(text for text in TEXTS if text != default and fits(text, marks))
    values = {bool: [True, False], date: [date(2026, 3, 12)]}
    numbers = [low + (high - low) / 4, high] if hint is float else [high, low]
    return next(v for v in values.get(hint, numbers) if v != default)


TEXTS = ("Text mit „Zeichen“ 👋\n", "08:15", "2026-03-12T09:00:00Z")
"""Any text, a time of day and a moment: the first a field takes is in it."""


def fits(text: str, marks: list[Any]) -> bool:
    """Whether a field with these marks takes a text."""
    try:
        TypeAdapter(Annotated[(str, *marks)] if marks else str).validate_python(text)
    except ValidationError:
        return False
    return True


WHOLE = Document([fullest(kind) for kind in RECORD_TYPES])


def test_no_field_of_the_whole_project_holds_its_default() -> None:
    written = json.loads(encode(WHOLE))["records"]
    assert {k: set(v[0]) for k, v in written.items()} == {k.__name__: set(k.model_fields) for k in RECORD_TYPES}


def test_the_whole_project_is_sound_and_comes_back() -> None:
    check_changed(WHOLE, [record.id for record in WHOLE])
    decoded = decode(encode(WHOLE))
    assert decoded.document == WHOLE and not decoded.problems
    assert encode(decoded.document) == encode(WHOLE)


@pytest.mark.parametrize("kind", RECORD_TYPES, ids=lambda kind: kind.__name__)
def test_a_change_of_every_field_goes_through_the_journal(kind: type[Record]) -> None:
    before = WHOLE.evolve([smallest(kind)])
    draft = Draft(before)
    full = fullest(kind)
    draft.update(kind, full.id, **{name: getattr(full, name) for name in kind.model_fields})
    step = ChangeSet(draft.changes, "Change")
    again = read_step(read_json(write_step(step)))
    assert again == step and apply(before, again) == WHOLE
    assert apply(WHOLE, invert(again)) == before


def test_removing_everything_goes_through_the_journal() -> None:
    draft = Draft(WHOLE)
    for record in WHOLE:
        draft.remove(record.id)
    step = ChangeSet(draft.changes, "Remove")
    again = read_step(read_json(write_step(step)))
    assert again == step and len(apply(WHOLE, again)) == 0 and apply(Document(), invert(again)) == WHOLE
