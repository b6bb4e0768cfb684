"""An import into a project that is not empty: what arrives stands behind what is there and uses what it can share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cxstudio.exchange.plan.import_plan import ImportPlan
from cxstudio.exchange.plan.wall_ideas import below
from cxstudio.model import (
    Channel,
    Cluster,
    Department,
    Document,
    Id,
    Idea,
    Journey,
    Ordered,
    Participant,
    Persona,
    Record,
    Touchpoint,
)
from cxstudio.model.known_channels import NameBook
from cxstudio.store.order import keys_between

_AT_THE_TOP: tuple[type[Ordered], ...] = (Journey, Persona, Participant, Channel, Department, Cluster, Idea)
"""Kinds that belong to nothing else, so that their places are shared by the whole project."""
_SHARED: tuple[type[Channel] | type[Department], ...] = (Channel, Department)


def arriving(plan: ImportPlan, document: Document) -> tuple[Record, ...]:
    """The plan's records as they are to be added to `document`."""
    same = {new: old for kind in _SHARED for new, old in _same_names(kind, plan.records, document)}
    empty = _empty_journeys(plan, document)
    kept = [_pointing(record, same) for record in plan.records if record.id not in same and record.id not in empty]
    placed: dict[Id, Record] = {}
    for kind in _AT_THE_TOP:
        placed.update(_behind(document.all(kind), [record for record in kept if isinstance(record, kind)]))
    hung = below(document.all(Idea), [placed.get(record.id, record) for record in kept])
    return tuple(hung.get(record.id) or placed.get(record.id, record) for record in kept)


def _empty_journeys(plan: ImportPlan, document: Document) -> frozenset[Id]:
    """Journeys nothing stands in, made for a project of its own, where the project has one: notes and personas came."""
    if not document.all(Journey):
        return frozenset()
    held = {ref for record in plan.records for ref in _journeys_of(record)}
    return frozenset(r.id for r in plan.records if isinstance(r, Journey) and r.id not in held)


def _journeys_of(record: Record) -> tuple[Id | None, ...]:
    return getattr(record, "journey", None), getattr(record, "about", None)


def _same_names(
    kind: type[Channel] | type[Department], records: Iterable[Record], document: Document
) -> Iterable[tuple[Id, Id]]:
    """Ids of arriving records whose name the project already has, with the id they have there."""
    book = NameBook(kind, document.all(kind))
    for record in records:
        found = book.find(record.name) if isinstance(record, kind) else None
        if found is not None:
            yield record.id, found


def _pointing(record: Record, same: dict[Id, Id]) -> Record:
    """The record with references to what the project already has."""
    if not same or not isinstance(record, Touchpoint):
        return record
    channels = tuple(same.get(i, i) for i in record.channels)
    departments = tuple(same.get(i, i) for i in record.departments)
    return record.model_copy(update={"channels": channels, "departments": departments})


def _behind(there: Sequence[Ordered], arrived: Sequence[Ordered]) -> dict[Id, Record]:
    """The arriving records with places behind those that are there."""
    if not there:
        return {}
    keys = keys_between(there[-1].order, None, len(arrived))
    in_order = sorted(arrived, key=lambda record: (record.order, record.id))
    return {record.id: record.model_copy(update={"order": key}) for record, key in zip(in_order, keys, strict=True)}
