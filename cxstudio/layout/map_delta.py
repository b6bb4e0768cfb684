"""What differs between two layouts, and which touchpoints a change set makes look different."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cxstudio.analysis.results import RoundFigures, Summary, TouchpointFigures
from cxstudio.layout.display import Frame, Placed
from cxstudio.layout.map_values import Delta
from cxstudio.model import (
    Channel,
    Department,
    Document,
    Id,
    LaneSetting,
    Measure,
    Note,
    Record,
    Touchpoint,
    Transition,
)
from cxstudio.store import Change, ChangeSet

_EVERYWHERE = (Department, Channel)
"""Records shown at many touchpoints."""


def dirty_touchpoints(document: Document, changes: ChangeSet) -> frozenset[Id] | None:
    """Touchpoints whose groups may look different after a change; None when all may."""
    found: set[Id] = set()
    for change in changes:
        if issubclass(change.kind, _EVERYWHERE):
            return None
        if issubclass(change.kind, Touchpoint):
            found.add(change.record_id)
        elif issubclass(change.kind, Note):
            found.update(_named(document, change, "about"))
        elif issubclass(change.kind, Measure):
            found.update(_named(document, change, "touchpoints"))
        elif issubclass(change.kind, Transition):
            found.update(_named(document, change, "source"))
            found.update(_named(document, change, "target"))
    return frozenset(found)


def _named(document: Document, change: Change, field: str) -> Iterable[Id]:
    """Every id a reference field of the changed record holds or held."""
    values: list[object] = []
    for state in (change.before, change.after) if change.field is None else (document.find(change.record_id),):
        if isinstance(state, Record):
            values.append(getattr(state, field))
    if change.field == field:
        values.extend((change.before, change.after))
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value


def changed_figures(before: RoundFigures | None, after: RoundFigures | None) -> frozenset[Id] | None:
    """Touchpoints whose figures differ; None when all may."""
    if before is after:
        return frozenset()
    if before is None or after is None or before.round != after.round:
        return None
    old = before.by_id
    found = {f.touchpoint for f in after.touchpoints if not _shows_alike(old.get(f.touchpoint), f)}
    found.update(old.keys() - after.by_id.keys())
    for a, b in ((before.criticality, after.criticality), (after.criticality, before.criticality)):
        found.update(t for t, c in a.items() if b.get(t) is None or b[t].critical != c.critical)
    for one, other in ((before.highest_high, after.highest_high), (before.lowest_low, after.lowest_low)):
        if one != other:
            found.update(one)
            found.update(other)
    return frozenset(found)


def _shows_alike(a: TouchpointFigures | None, b: TouchpointFigures) -> bool:
    """Whether two figures of a touchpoint look the same on the map."""
    return a is b or (
        a is not None
        and a.verdict is b.verdict
        and _mean(a.delta) == _mean(b.delta)
        and _mean(a.expectation) == _mean(b.expectation)
        and _mean(a.experience) == _mean(b.experience)
        and a.disagreeing == b.disagreeing
        and _felt(a.emotion) == _felt(b.emotion)
    )


def _mean(summary: Summary | None) -> float | None:
    return None if summary is None else summary.mean


def _felt(summary: Summary | None) -> tuple[float, float, float] | None:
    return None if summary is None else (summary.mean, summary.lower_quartile, summary.upper_quartile)


def touches_lanes(changes: ChangeSet) -> bool:
    """Whether the choice of lanes may have changed."""
    return changes.touches(LaneSetting)


def compare(before: Mapping[str, Frame], after: Mapping[str, Frame], *, groups: bool) -> Delta:
    """Frames by key: same object, only moved, or with other content (`groups`: blocks compare their groups)."""
    replaced, moved = set(), set()
    for key, frame in after.items():
        old = before.get(key)
        if old is None or old is frame:
            continue
        if groups and not _same(old.groups, frame.groups):
            replaced.add(key)
        elif (old.x, old.y, old.width, old.height) != (frame.x, frame.y, frame.width, frame.height):
            moved.add(key)
    return Delta(
        frozenset(after.keys() - before.keys()),
        frozenset(replaced),
        frozenset(moved),
        frozenset(before.keys() - after.keys()),
    )


def compare_groups(before: Iterable[Placed], after: Iterable[Placed]) -> Delta:
    """Groups by key: other content, or the same group in another place of its block."""
    old = {p.group.key: p for p in before}
    new = {p.group.key: p for p in after}
    both = old.keys() & new.keys()
    replaced = frozenset(k for k in both if old[k].group is not new[k].group)
    moved = frozenset(k for k in both - replaced if (old[k].x, old[k].y) != (new[k].x, new[k].y))
    return Delta(frozenset(new.keys() - old.keys()), replaced, moved, frozenset(old.keys() - new.keys()))


def _same(a: tuple[Placed, ...], b: tuple[Placed, ...]) -> bool:
    return a is b or (
        len(a) == len(b) and all(p.group is q.group and p.x == q.x and p.y == q.y for p, q in zip(a, b, strict=True))
    )
