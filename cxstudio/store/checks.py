"""Checks on leaving a transaction: every reference leads to a record of the right kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cxstudio.model import Document, Id, Record
from cxstudio.model.registry import ref_fields


class CheckFailed(Exception):
    """A transaction would have left the document broken; nothing of it was kept."""


def dangling(document: Document, record: Record) -> Iterator[tuple[str, Id]]:
    """Field and target of each reference of `record` that leads nowhere or to the wrong kind."""
    for ref in ref_fields(type(record)):
        for target in ref.targets(record):
            if not isinstance(document.find(target), ref.kinds):
                yield ref.name, target


def suspects(document: Document, changed: Iterable[Id]) -> Iterable[Record]:
    """The records that changed, and those that refer to one that is gone."""
    found: dict[Id, Record] = {}
    for record_id in changed:
        record = document.find(record_id)
        if record is not None:
            found[record_id] = record
        else:
            for other, _ in document.references_to(record_id):
                found[other.id] = other
    return found.values()


def check_changed(document: Document, changed: Iterable[Id]) -> None:
    """Check the changed records and those that refer to removed ones. Raises CheckFailed."""
    problems = [
        f"{type(record).__name__} {record.id}: {field} names {target}, which is not there"
        for record in suspects(document, changed)
        for field, target in dangling(document, record)
    ]
    if problems:
        raise CheckFailed("; ".join(problems[:5]))
