"""What a file holds that this program does not understand. It stays out of the document and survives a save."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cxstudio.model import Id

Plain = dict[str, Any]
"""A record as it stands in the file: names and JSON values."""


@dataclass(slots=True)
class Aside:
    """Kept beside a document from opening to saving."""

    top: Plain = field(default_factory=dict)
    """Unknown entries of project.json beside "format" and "records"."""
    records: dict[str, list[Any]] = field(default_factory=dict)
    """Kind → records of unknown kinds, and records that could not be read or belong to nothing."""
    fields: dict[Id, Plain] = field(default_factory=dict)
    """Record → fields that are unknown or whose value could not be read."""
    references: dict[Id, Plain] = field(default_factory=dict)
    """Record → field → the part of a list or map that names records which are not there."""
    members: dict[str, bytes] = field(default_factory=dict)
    """Unknown files in the container."""

    def forget(self, ids: set[Id]) -> None:
        """Drop everything that hangs on these records (a person's data was deleted for good)."""
        for record_id in ids:
            self.fields.pop(record_id, None)
            self.references.pop(record_id, None)
        for kind, records in self.records.items():
            self.records[kind] = [r for r in records if not _mentions(r, ids)]


def _mentions(value: Any, ids: set[Id]) -> bool:
    if isinstance(value, str):
        return value in ids
    if isinstance(value, dict):
        return any(_mentions(part, ids) for pair in value.items() for part in pair)
    if isinstance(value, list):
        return any(_mentions(part, ids) for part in value)
    return False
