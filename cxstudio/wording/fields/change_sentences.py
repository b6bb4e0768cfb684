"""Change sets as sentences: for the undo entry, the history and views of a merge."""

from __future__ import annotations

from typing import Any, Final

from cxstudio.model import Record
from cxstudio.store import Change, ChangeSet
from cxstudio.wording.fields.field_table import FIELDS, RECORDS
from cxstudio.wording.fields.record_names import naming_field, record_name
from cxstudio.wording.texts import N_, Texts

_MESSAGE_ARGUMENTS: Final = frozenset({"field", "kind", "figure"})
"""Arguments of a step's label that are message ids themselves."""


def step_name(step: ChangeSet, texts: Texts) -> str:
    """What a step is called in the undo entry: its label, else what it did."""
    if not step.label:
        return describe(step, texts)
    values = {k: texts.tr(v) if k in _MESSAGE_ARGUMENTS else v for k, v in step.label_args}
    return texts.tr(step.label, **values)


def describe(step: ChangeSet, texts: Texts, records: dict[str, Record] | None = None) -> str:
    """What a step changed, in one sentence: "Kontaktpunkt „Tarifrechner“ umbenannt".

    `records` may give records by id, so that changed fields can be told with the name of their record.
    """
    if not step.changes:
        return texts.tr("nothing changed")
    main = _main_kind(step)
    mine = [c for c in step.changes if c.kind is main]
    if len({c.record_id for c in mine}) == 1:
        return _one(mine, texts, (records or {}).get(mine[0].record_id))
    return _many(mine, texts)


def _main_kind(step: ChangeSet) -> type[Record]:
    """Kind of the record the step is about: what was created or removed counts before what changed along."""
    whole = [c for c in step.changes if c.field is None]
    return (whole or list(step.changes))[0 if not whole or whole[0].creates else -1].kind


def _one(changes: list[Change], texts: Texts, record: Record | None) -> str:
    first = changes[0]
    if first.creates:
        return _told(N_("{kind} {name} added"), N_("{kind} added"), first, first.after, texts)
    if first.removes:
        return _told(N_("{kind} {name} deleted"), N_("{kind} deleted"), first, first.before, texts)
    naming = naming_field(first.kind)
    names = dict.fromkeys(str(c.field) for c in changes)
    if naming in names and naming != "text":
        renamed = next(c for c in changes if c.field == naming)
        values = {"kind": texts.tr(RECORDS[first.kind.__name__].one), "name": texts.quoted(str(renamed.after))}
        return texts.tr("{kind} {name} renamed", **values)
    if set(names) & {"order"}:
        return _told(N_("{kind} {name} moved"), N_("{kind} moved"), first, record, texts)
    if len(names) == 1:
        field = FIELDS.get((first.kind.__name__, next(iter(names))))
        if field is not None:
            return _told(
                N_("{kind} {name}: {field} changed"), N_("{kind}: {field} changed"), first, record, texts, field.label
            )
    return _told(N_("{kind} {name} changed"), N_("{kind} changed"), first, record, texts)


def _told(named: str, nameless: str, change: Change, record: Record | None, texts: Texts, field: str = "") -> str:
    name = record_name(record, texts) if record is not None else ""
    values: dict[str, Any] = {"kind": texts.tr(RECORDS[change.kind.__name__].one), "field": texts.tr(field)}
    return texts.tr(named, name=texts.quoted(name), **values) if name else texts.tr(nameless, **values)


def _many(changes: list[Change], texts: Texts) -> str:
    first = changes[0]
    kind = texts.tr(RECORDS[first.kind.__name__].many)
    alike = [c for c in changes if (c.creates, c.removes) == (first.creates, first.removes)]
    n = texts.number(len({c.record_id for c in alike}))
    if first.creates:
        return texts.tr("{kind}: {n} added", kind=kind, n=n)
    if first.removes:
        return texts.tr("{kind}: {n} deleted", kind=kind, n=n)
    return texts.tr("{kind}: {n} changed", kind=kind, n=n)
