"""Records that go from one project or journey to another leave behind what they name and what does not come along."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cxstudio.model import Id, Record
from cxstudio.model.registry import ref_fields


def without_strangers(record: Record, known: Callable[[Id], bool]) -> Record:
    """The record without references to what is not known."""
    values: dict[str, Any] = {}
    for ref in ref_fields(type(record)):
        for target in [t for t in ref.targets(record) if not known(t)]:
            values[ref.name] = ref.without(record.model_copy(update=values), target)
    return record.model_copy(update=values) if values else record
