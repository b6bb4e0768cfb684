"""Records that both copies made on their own and that are one and the same: one vote per idea, one answer per round."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any, Final

from cxstudio.merging.conflicts import Records
from cxstudio.model import (
    Channel,
    Department,
    Headline,
    Id,
    JourneyFigures,
    LaneSetting,
    Readiness,
    Record,
    ReportSettings,
    SurveyCounts,
    TouchpointRatings,
    VoteRule,
    Votes,
)
from cxstudio.model.base import FrozenMap
from cxstudio.model.folding import folded
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.registry import Shape, ref_fields


def _lane(lane: LaneSetting) -> Hashable:
    return None if lane.kind is LaneKind.OWN else (lane.journey, lane.kind)


_KEYS: Final[Mapping[type[Record], Callable[[Any], Hashable]]] = {
    Channel: lambda r: folded(r.name) or None,
    Department: lambda r: folded(r.name) or None,
    LaneSetting: _lane,
    TouchpointRatings: lambda r: (r.round, r.touchpoint),
    SurveyCounts: lambda r: (r.round, r.touchpoint, r.segment),
    JourneyFigures: lambda r: (r.round, r.figure, r.segment),
    VoteRule: lambda r: r.vote_round,
    Votes: lambda r: (r.vote_round, r.idea),
    Headline: lambda r: (r.section, r.language),
    Readiness: lambda _: "",
    ReportSettings: lambda _: "",
}
"""Kinds of which there is one for each of these."""


def aligned(before: Records, here: Records, there: Records) -> tuple[Records, Records]:
    """Both copies with one id for what is one thing: the one it had before, else the smaller of the two.

    Where one id stands for things of two kinds, the later of them gets another id.
    """
    mine, theirs = _by_key(here), _by_key(there)
    new_here: dict[Id, Id] = {}
    new_there: dict[Id, Id] = {}
    for key in mine.keys() & theirs.keys():
        a, b = mine[key], theirs[key]
        if a is None or b is None or a == b or (a in before and b in before):
            continue
        chosen = a if a in before else b if b in before else min(a, b)
        if chosen == a and a not in there:
            new_there[b] = a
        elif chosen == b and b not in here:
            new_here[a] = b
    for record_id in here.keys() | there.keys():
        states = [side[record_id] for side in (before, here, there) if record_id in side]
        if len({type(state) for state in states}) > 1:
            first = type(states[0]) if record_id in before else min((type(s) for s in states), key=lambda k: k.__name__)
            for side, names in ((here, new_here), (there, new_there)):
                if record_id in side and type(side[record_id]) is not first:
                    names[record_id] = f"{record_id}-{type(side[record_id]).__name__.lower()}"
    return _renamed(here, new_here), _renamed(there, new_there)


def _by_key(records: Records) -> dict[Hashable, Id | None]:
    """Key → id; None where several share it, which then are left as they are."""
    found: dict[Hashable, Id | None] = {}
    for record in records.values():
        key_of = _KEYS.get(type(record))
        key = key_of(record) if key_of is not None else None
        if key is not None:
            whole = (type(record), key)
            found[whole] = None if whole in found else record.id
    return found


def _renamed(records: Records, names: Mapping[Id, Id]) -> Records:
    if not names:
        return records
    found: dict[Id, Record] = {}
    for record in records.values():
        values: dict[str, Any] = {}
        for ref in ref_fields(type(record)):
            if names.keys().isdisjoint(ref.targets(record)):
                continue
            held = getattr(record, ref.name)
            if ref.shape is Shape.ONE:
                values[ref.name] = names.get(held, held)
            elif ref.shape is Shape.MANY:
                values[ref.name] = tuple(dict.fromkeys(names.get(i, i) for i in held))
            else:
                values[ref.name] = FrozenMap({names.get(k, k): v for k, v in held.items()})
        if record.id in names:
            values["id"] = names[record.id]
        mended = record.model_copy(update=values) if values else record
        found[mended.id] = mended
    return found
