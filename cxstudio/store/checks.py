"""Checks on leaving a transaction: every reference leads to a record of the right kind."""

from __future__ import annotations

from collections.abc import Iterable

from cxstudio.model import Document, Id, Record
from cxstudio.model.base import GROUP_VOICE
from cxstudio.model.registry import Shape, ref_fields


class CheckFailed(Exception):
    """A transaction would have left the document broken; nothing of it was kept."""


def broken_references(document: Document, record: Record) -> Iterable[str]:
    """One line for each reference of `record` that leads nowhere or to the wrong kind."""
    for ref in ref_fields(type(record)):
        for target in ref.targets(record):
            if ref.shape is Shape.KEYS and target == GROUP_VOICE:
                continue
            if not isinstance(document.find(target), ref.kinds):
                yield f"{type(record).__name__} {record.id}: {ref.name} names {target}, which is not there"


def check_changed(document: Document, changed: Iterable[Id]) -> None:
    """Check the changed records and those that refer to them. Raises CheckFailed."""
    suspects: dict[Id, Record] = {}
    for record_id in changed:
        record = document.find(record_id)
        if record is not None:
            suspects[record_id] = record
        else:
            for other, _ in document.references_to(record_id):
                suspects[other.id] = other
    problems = [line for record in suspects.values() for line in broken_references(document, record)]
    if problems:
        raise CheckFailed("; ".join(problems[:5]))
