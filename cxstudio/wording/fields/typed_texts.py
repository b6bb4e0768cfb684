"""What somebody typed in a step, as it was typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from cxstudio.store import ChangeSet
from cxstudio.wording.fields.field_declaration import Editor
from cxstudio.wording.fields.field_table import FIELDS

_TYPED: Final = frozenset({Editor.LINE, Editor.TEXT})


def typed_in(step: ChangeSet) -> Iterator[str]:
    """Every free text a step wrote, in its order."""
    for change in step.changes:
        if change.field is not None:
            values: dict[str, Any] = {change.field: change.after}
        elif change.after is not None:
            values = dict(change.after.__dict__)
        else:
            continue
        for name, value in values.items():
            if isinstance(value, str) and value and _is_typed(change.kind.__name__, name):
                yield value


def _is_typed(kind: str, name: str) -> bool:
    field = FIELDS.get((kind, name))
    return field is not None and field.editor in _TYPED
