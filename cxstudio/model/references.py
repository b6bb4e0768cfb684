"""References that lead nowhere."""

from __future__ import annotations

from collections.abc import Collection

from cxstudio.model import GROUP_VOICE, Document, Record
from cxstudio.model.registry import RefField, Shape


def dangling_of(document: Document, ref: RefField, records: Collection[Record]) -> list[Record]:
    """Records whose field names something that is not there. One pass in C while all is well."""
    name = ref.name
    named = [record.__dict__[name] for record in records]
    if ref.shape is Shape.ONE:
        wanted = set(named) - {None}
    else:
        wanted = set().union(*named)
        wanted.discard(GROUP_VOICE if ref.shape is Shape.KEYS else "")
    lost = {target for target in wanted if not isinstance(document.find(target), ref.kinds)}
    if not lost:
        return []
    return [record for record in records if not lost.isdisjoint(ref.targets(record))]
