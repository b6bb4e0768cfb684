"""Names in texts of any record, blacked out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeVar

from cxstudio.model import Record
from cxstudio.model.base import FrozenMap
from cxstudio.model.registry import ref_fields

R = TypeVar("R", bound=Record)

BLACKED_OUT: Final = "■■■"
"""Signs our own font has, so that paper shows them on any computer."""


def pattern_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """Finds whole words only, longer names first where they stand first; None where there is nothing to find."""
    each = [rf"(?<!\w){re.escape(name)}(?!\w)" for name in names]
    return re.compile("|".join(each)) if each else None


def blacked_out(record: R, pattern: re.Pattern[str] | None) -> R:
    """A record in whose texts nothing the pattern finds stands; the very same where nothing did."""
    if pattern is None:
        return record
    refs = {ref.name for ref in ref_fields(type(record))} | {"id", "order"}
    values: dict[str, Any] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        clean = value if name in refs else _clean(value, pattern)
        if clean != value:
            values[name] = clean
    return record.model_copy(update=values) if values else record


def _clean(value: Any, pattern: re.Pattern[str]) -> Any:
    if type(value) is str:
        return pattern.sub(BLACKED_OUT, value)
    if isinstance(value, tuple):
        return tuple(_clean(each, pattern) for each in value)
    if isinstance(value, Mapping):
        return FrozenMap({key: _clean(each, pattern) for key, each in value.items()})
    return value
