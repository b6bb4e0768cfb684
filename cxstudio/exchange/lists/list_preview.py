"""What a list will amount to: counts, and its first rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cxstudio.exchange.lists.list_columns import CASES, CHANNEL, DEPARTMENT, DESCRIPTION, LABELS, STAGE, TOUCHPOINT
from cxstudio.exchange.lists.list_rows import ListDraft
from cxstudio.exchange.plan.import_plan import Message, Preview, trn
from cxstudio.model import Channel, Department, Touchpoint

_ROWS_SHOWN: Final = 8


def preview(draft: ListDraft, columns: dict[str, int], ratings: int = 0) -> Preview:
    """Counts, that of the list's ratings among them, and the first rows."""
    counts = [
        trn("{n} stage", "{n} stages", len(draft.stages)),
        trn("{n} touchpoint", "{n} touchpoints", len(draft.points)),
    ]
    if draft.named.get(Channel):
        counts.append(trn("{n} channel", "{n} channels", len(draft.named[Channel])))
    if draft.named.get(Department):
        counts.append(trn("{n} department", "{n} departments", len(draft.named[Department])))
    if ratings:
        counts.append(trn("{n} rating", "{n} ratings", ratings))
    shown = [STAGE, TOUCHPOINT, *(m for m in (CHANNEL, DEPARTMENT, CASES, DESCRIPTION) if m in columns)]
    names = {r.id: r.name for found in draft.named.values() for r in found}
    names.update({s.id: s.name for s in draft.stages.values()})
    rows = tuple(tuple(_shown(point, m, names) for m in shown) for point in draft.points[:_ROWS_SHOWN])
    return Preview(tuple(counts), tuple(Message(LABELS[m]) for m in shown), rows)


def _shown(point: Touchpoint, meaning: str, names: dict[str, str]) -> str | float:
    if meaning == STAGE:
        return names[point.stage]
    if meaning == TOUCHPOINT:
        return point.name
    value: str | float | tuple[str, ...] | None = getattr(point, meaning)
    if isinstance(value, tuple):
        return _joined(names[i] for i in value)
    return "" if value is None else value


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(parts)
