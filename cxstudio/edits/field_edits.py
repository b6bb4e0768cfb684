"""Fields that are written by an edit of their own, because it keeps a rule of the field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from cxstudio.edits.common import set_fields
from cxstudio.edits.measures.measure_edits import depend_on
from cxstudio.model import Id, Measure, Record
from cxstudio.store import Draft

FIELD_EDITS: Final[Mapping[tuple[type[Record], str], Callable[[Draft, Id, Any], object]]] = {
    (Measure, "depends_on"): depend_on,
}


def write_field(draft: Draft, kind: type[Record], record_id: Id, name: str, value: Any) -> None:
    """Write one field of a record as its rules want it. Raises UserError, ValidationError."""
    edit = FIELD_EDITS.get((kind, name))
    if edit is not None:
        edit(draft, record_id, value)
    else:
        set_fields(draft, kind, record_id, **{name: value})
