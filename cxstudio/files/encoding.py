"""Document → project.json: sorted keys, no default values, and whatever was kept aside put back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from cxstudio.files.aside import Aside, Plain
from cxstudio.files.jsontext import write_json
from cxstudio.files.migrations import FORMAT
from cxstudio.model import Document, Record


def encode(document: Document, aside: Aside | None = None) -> bytes:
    """The bytes of project.json."""
    records: dict[str, list[Any]] = {}
    for record in document:
        records.setdefault(type(record).__name__, []).append(plain(record))
    if aside is not None:
        _put_back(aside, records)
    return write_json({**(aside.top if aside else {}), "format": FORMAT, "records": records})


def plain(record: Record) -> Plain:
    """A record as it stands in a file, without fields that hold their default."""
    defaults = _defaults(type(record))
    return {k: v for k, v in record.__dict__.items() if k not in defaults or defaults[k] != v}


@cache
def _defaults(kind: type[Record]) -> dict[str, Any]:
    return {name: info.default for name, info in kind.model_fields.items() if not info.is_required()}


def _put_back(aside: Aside, records: dict[str, list[Any]]) -> None:
    touched = (aside.fields.keys() | aside.references.keys()) if aside.fields or aside.references else set()
    if touched:
        for group in records.values():
            for place, entry in enumerate(group):
                if entry["id"] in touched:
                    group[place] = _whole(entry, aside)
    for kind, extra in aside.records.items():
        if extra:
            records.setdefault(kind, []).extend(extra)


def _whole(entry: Plain, aside: Aside) -> Plain:
    """A record with its unknown fields and unknown references; what the program wrote itself goes first."""
    whole = {**aside.fields.get(entry["id"], {}), **entry}
    for name, part in aside.references.get(entry["id"], {}).items():
        held = entry.get(name)
        if isinstance(part, Mapping):
            whole[name] = {**part, **(held or {})}
        else:
            whole[name] = [*(held or ()), *(i for i in part if i not in (held or ()))]
    return whole
