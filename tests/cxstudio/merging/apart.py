"""Two copies of a project, edited apart by chance, mostly at the same few records."""

from contextlib import suppress
from random import Random

from cxstudio.model import Document, Id, Note, Participant, Persona, Record, Stage, Touchpoint
from cxstudio.store import Draft, Store
from tests.cxstudio.any_edit import EDITS, create_any, edit_any

_TEXTS = ("text", "description", "name", "title")


def focus_of(base: Document, chance: Random) -> list[Id]:
    """The records both work on."""
    some = chance.sample([record.id for record in base if record.id != "project"], 6)
    return some + [chance.choice(base.all(kind)).id for kind in (Note, Touchpoint, Persona, Participant, Stage)]


def edited(base: Document, chance: Random, steps: int, focus: list[Id]) -> Document:
    """A copy after so many steps."""
    store = Store(base)
    for _ in range(steps):
        with suppress(Exception), store.transaction("Any") as draft:
            _edit(draft, chance, focus)
    return store.document


def _edit(draft: Draft, chance: Random, focus: list[Id]) -> None:
    lot = chance.random()
    if lot < 0.5:
        record = draft.document.find(chance.choice(focus))
        if record is not None:
            _edit_one(draft, chance, record)
    elif lot < 0.6:
        create_any(draft, chance)
    elif lot < 0.7:
        draft.remove(chance.choice(list(draft.document)).id)
    else:
        edit_any(draft, chance.choice(sorted(EDITS)), chance, [])


def _edit_one(draft: Draft, chance: Random, record: Record) -> None:
    if chance.random() < 0.15:
        draft.remove(record.id)
        return
    kind = type(record)
    field = chance.choice([name for name in kind.model_fields if name != "id"])
    value = getattr(chance.choice(draft.document.all(kind)), field)
    draft.update(kind, record.id, **{field: value + chance.choice("abc") if field in _TEXTS else value})
