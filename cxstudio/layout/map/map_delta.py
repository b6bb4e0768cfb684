"""What differs between two layouts, and which touchpoints a change set makes look different."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from cxstudio.layout.display.display_list import DisplayList, Frame, Placed
from cxstudio.layout.map.deferred_groups import looked_at
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.map_scene.map_style import Delta
from cxstudio.model import Channel, Department, Document, Id, Record, Touchpoint, Transition
from cxstudio.model.placement import PLACED

if TYPE_CHECKING:
    from cxstudio.store import Change, ChangeSet

_EVERYWHERE = (Department, Channel)
"""Records shown at many touchpoints."""


class Laid(Protocol):
    """What of a laid-out map is compared."""

    @property
    def body(self) -> DisplayList: ...

    @property
    def header(self) -> DisplayList: ...

    @property
    def labels(self) -> DisplayList: ...

    @property
    def lane_frames(self) -> Mapping[str, Frame]: ...

    @property
    def blocks(self) -> Mapping[str, Frame]: ...


class LayoutDelta:
    """What differs between two layouts of the same map, compared when asked for.

    Everything not named is the same object as before.
    """

    def __init__(self, before: Laid, after: Laid) -> None:
        self._before = before
        self._after = after

    @cached_property
    def lanes(self) -> Delta:
        """Lane frames; "moved" also when only their height changed."""
        return compare(self._before.lane_frames, self._after.lane_frames, groups=False)

    @cached_property
    def blocks(self) -> Delta:
        """Block frames; "replaced" when a group in them changed, "moved" when only their origin did."""
        return compare(self._before.blocks, self._after.blocks, groups=True)

    @cached_property
    def groups(self) -> Delta:
        """Groups within changed blocks; "moved" is relative to their block."""
        touched = self.blocks.added | self.blocks.replaced | self.blocks.removed
        return compare_groups(_groups_in(self._before, touched), _groups_in(self._after, touched))

    @property
    def header(self) -> bool:
        """Whether the stage headers changed."""
        return self._before.header is not self._after.header

    @property
    def labels(self) -> bool:
        """Whether the label column changed."""
        return self._before.labels is not self._after.labels

    @property
    def size(self) -> bool:
        """Whether the map became wider, narrower, higher or lower."""
        before, after = self._before.body, self._after.body
        return (before.width, before.height) != (after.width, after.height)

    def __bool__(self) -> bool:
        return bool(self.lanes or self.blocks or self.groups or self.header or self.labels or self.size)


def only_renamed(document: Document, changes: ChangeSet, dirty: frozenset[Id]) -> frozenset[Id]:
    """Those of the `dirty` touchpoints of which nothing but the name is another."""
    others = dirty_touchpoints(document, [c for c in changes if c.kind is not Touchpoint or c.field != "name"])
    return frozenset() if others is None else dirty - others


def dirty_touchpoints(document: Document, changes: Iterable[Change]) -> frozenset[Id] | None:
    """Touchpoints whose groups may look different after a change; None when all may."""
    found: set[Id] = set()
    for change in changes:
        if issubclass(change.kind, _EVERYWHERE):
            return None
        if issubclass(change.kind, Touchpoint):
            found.add(change.record_id)
        elif change.kind in PLACED:
            found.update(_named(document, change, PLACED[change.kind]))
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


def changed_figures(before: Scene, after: Scene) -> frozenset[Id] | None:
    """Touchpoints whose figures look different on the map; None when all may."""
    one, other = before.figures, after.figures
    if one is other:
        return frozenset()
    if one is None or other is None or one.round != other.round:
        return None
    fresh = [t for t, f in other.by_id.items() if one.by_id.get(t) is not f]
    found = set(one.by_id.keys() - other.by_id.keys())
    if len(fresh) > len(other.by_id) // 4:
        found.update(t for t in fresh if before.looks.get(t) != after.looks.get(t))
    else:
        found.update(t for t in fresh if before.look_of(t) != after.look_of(t))
    for a, b in ((one.criticality, other.criticality), (other.criticality, one.criticality)):
        if a is not b:
            found.update(t for t, c in a.items() if b.get(t) is not c and (t not in b or b[t].critical != c.critical))
    for was, now in ((one.highest_high, other.highest_high), (one.lowest_low, other.lowest_low)):
        if was != now:
            found.update(was)
            found.update(now)
    return frozenset(found)


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


def _same(a: Sequence[Placed], b: Sequence[Placed]) -> bool:
    """Whether two blocks hold the very same groups; those nobody has looked at count as other ones."""
    if a is b:
        return True
    if not looked_at(a) or not looked_at(b) or len(a) != len(b):
        return False
    return all(p.group is q.group and p.x == q.x and p.y == q.y for p, q in zip(a, b, strict=True))


def _groups_in(layout: Laid, keys: frozenset[str]) -> list[Placed]:
    return [p for key in keys if key in layout.blocks for p in layout.blocks[key].groups]
