"""What a file holds that this program does not understand. It stays out of the document and survives a save."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from cxstudio.model import Id
from cxstudio.model.personal_data.blacking_out import pattern_of

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

    def forget(self, ids: set[Id], names: Iterable[str] = ()) -> None:
        """Drop everything that hangs on these records or says these names (a person's data was deleted for good)."""
        pattern = pattern_of(names)
        for record_id in ids:
            self.fields.pop(record_id, None)
            self.references.pop(record_id, None)
        for kind, records in self.records.items():
            self.records[kind] = [r for r in records if not _mentions(r, ids, pattern)]
        for held in (self.fields, self.references):
            for record_id, values in tuple(held.items()):
                held[record_id] = {name: v for name, v in values.items() if not _mentions(v, set(), pattern)}


def _mentions(value: Any, ids: set[Id], pattern: re.Pattern[str] | None) -> bool:
    if isinstance(value, str):
        return value in ids or (pattern is not None and pattern.search(value) is not None)
    if isinstance(value, dict):
        return any(_mentions(part, ids, pattern) for pair in value.items() for part in pair)
    if isinstance(value, list):
        return any(_mentions(part, ids, pattern) for part in value)
    return False
