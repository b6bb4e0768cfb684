"""What every area shares: writing fields, places among siblings, adding and removing records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from cxstudio.model import Document, Id, Ordered, Record
from cxstudio.model.registry import RefField, Shape, ref_fields
from cxstudio.store import Draft, key_between, keys_between

R = TypeVar("R", bound=Record)
O = TypeVar("O", bound=Ordered)  # noqa: E741 - the letter of its bound


def set_fields(draft: Draft, kind: type[R], record_id: Id, /, **values: Any) -> R:
    """Write fields of one record. Raises pydantic's ValidationError for a value that does not fit."""
    return draft.update(kind, record_id, **values)


def add_records(draft: Draft, records: Iterable[Record]) -> None:
    """Add ready-made records, as an import plan holds them; a record whose id exists replaces its fields."""
    new = []
    for record in records:
        known = draft.document.find(record.id)
        if known is None:
            new.append(record)
        else:
            draft.update(type(record), record.id, **{name: getattr(record, name) for name in record.model_fields_set})
    draft.create_many(new)


def remove_records(draft: Draft, ids: Iterable[Id]) -> None:
    """Remove records and everything that belongs to them."""
    draft.remove_many(ids)


def siblings(document: Document, record: O) -> tuple[O, ...]:
    """Records of the same kind under the same parent, in order; all of the kind where it has no parent."""
    kind = type(record)
    parent = parent_field(kind)
    if parent is None:
        return document.all(kind)
    owner = getattr(record, parent.name)
    if owner is None:
        return tuple(r for r in document.all(kind) if getattr(r, parent.name) is None)
    return document.having(kind, parent.name, owner)


def parent_field(kind: type[Record]) -> RefField | None:
    """The field that names what a kind of record belongs to."""
    return next((r for r in ref_fields(kind) if r.owner and r.shape is Shape.ONE), None)


def key_after(family: Sequence[Ordered], after: Id | None) -> str:
    """An order key right behind `after` among `family` (sorted); ahead of all for None."""
    if after is None:
        return key_between(None, family[0].order if family else None)
    place = next((i for i, r in enumerate(family) if r.id == after), len(family) - 1)
    following = family[place + 1].order if place + 1 < len(family) else None
    return key_between(family[place].order if family else None, following)


def keys_after(family: Sequence[Ordered], after: Id | None, count: int) -> list[str]:
    """As `key_after`, for `count` records one behind the other."""
    if after is None:
        return keys_between(None, family[0].order if family else None, count)
    place = next((i for i, r in enumerate(family) if r.id == after), len(family) - 1)
    following = family[place + 1].order if place + 1 < len(family) else None
    return keys_between(family[place].order if family else None, following, count)


def last_key(family: Sequence[Ordered]) -> str:
    """An order key behind the whole family."""
    return key_between(family[-1].order if family else None, None)


def move_record(draft: Draft, kind: type[O], record_id: Id, after: Id | None) -> None:
    """Move a record among its siblings: behind `after`, or to the front for None."""
    record = draft.get(kind, record_id)
    family = [r for r in siblings(draft.document, record) if r.id != record_id]
    draft.update(kind, record_id, order=key_after(family, after))


def duplicate_record(draft: Draft, kind: type[O], record_id: Id, **values: Any) -> Id:
    """A copy of a record right behind it, with what belongs to it (ratings and ways excepted); returns its id."""
    record = draft.get(kind, record_id)
    copy_id = draft.new_id()
    order = key_after(siblings(draft.document, record), record_id)
    draft.create(record.model_copy(update={"id": copy_id, "order": order, **values}))
    for other, name in list(draft.document.references_to(record_id)):
        if type(other).__name__ in _COPIED_ALONG:
            draft.create(other.model_copy(update={"id": draft.new_id(), name: copy_id}))
    return copy_id


_COPIED_ALONG = frozenset(
    {"Note", "Picture", "BackstageStep", "ExpectationSource", "PersonaTrait", "Target", "MeasureSaving"}
)
