"""Puts lanes, blocks and groups together into frames, reusing what did not change."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from cxstudio.layout import marks, text
from cxstudio.layout.display import DisplayList, Frame, Group, Placed, Primitive, Rect
from cxstudio.layout.kept import Kept, stale_blocks
from cxstudio.layout.lanes import LANES
from cxstudio.layout.lanes.base import Block, Lane, LaneSpec
from cxstudio.layout.late import LateGroups, looked_at
from cxstudio.layout.map_values import LaneRow
from cxstudio.layout.scene import Scene
from cxstudio.look.roles import Role

COLLAPSED = 30.0
_MANY = 40
"""With more blocks than this, those that may wait are laid out when looked at."""


@dataclass(frozen=True, slots=True)
class BlockEntry:
    """A block laid out, with everything it depended on but its place."""

    keys: tuple[str, ...]
    edge: Hashable
    spec: LaneSpec
    first: bool
    last: bool
    height: float


@dataclass
class LaneParts:
    """A lane's blocks from left to right, and their frames."""

    entries: list[BlockEntry] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)


@dataclass
class Parts:
    """A body under construction and after: its frames and what the next update may reuse."""

    rows: tuple[LaneRow, ...] = ()
    lanes: dict[str, LaneParts] = field(default_factory=dict)
    frames: tuple[Frame, ...] = ()
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Former:
    """What the last layout left, and the columns in which it may look different now."""

    scene: Scene
    parts: Parts
    dirty: frozenset[str] | None
    """None: in all of them."""

    def stands_like(self, scene: Scene) -> bool:
        """Whether every column stands where it did."""
        return scene.columns is self.scene.columns and scene.window == self.scene.window


def build(scene: Scene, specs: tuple[LaneSpec, ...], former: Former | None = None) -> Parts:
    """Lay out the body, reusing of the former one what did not change."""
    parts = Parts()
    y = 0.0
    rows, lanes, grounds = [], [], []
    stale = stale_blocks(scene, former.dirty) if former is not None else frozenset()
    kept = Kept(scene, former.scene if former is not None else None, stale)
    for n, spec in enumerate(specs):
        lane = LANES[spec.kind]
        made = LaneParts() if spec.collapsed else _lane_parts(scene, lane, spec, former, kept)
        parts.lanes[spec.key] = made
        height = _height(scene, lane, spec, made.entries)
        axis = None if spec.collapsed else lane.axis(scene, height)
        rows.append(LaneRow(spec.key, spec.kind, spec.title, y, height, spec.collapsed, spec.setting, axis))
        lanes.append(Frame(spec.key, 0.0, y, scene.width, height, tuple(made.frames)))
        grounds.append(_ground(scene, lane, spec, n, y, height))
        y += height
    parts.rows = tuple(rows)
    parts.height = y
    ground = Frame("grounds", 0.0, 0.0, scene.width, y, groups=tuple(grounds))
    parts.frames = (ground, _stage_lines(scene, y), *lanes)
    return parts


def _lane_parts(scene: Scene, lane: Lane, spec: LaneSpec, former: Former | None, kept: Kept) -> LaneParts:
    """The blocks of a lane. Where no column moved, only those near a change are looked at."""
    known = former.parts.lanes.get(spec.key) if former is not None else None
    work = _LaneWork(scene, lane, spec, known, kept)
    if (
        former is None
        or known is None
        or not known.entries
        or not former.stands_like(scene)
        or lane.around(scene) != lane.around(former.scene)
        or ((known.entries[0].spec != spec or work.taller) and not work.late)
    ):
        made = LaneParts()
        alike = known is not None and known.entries and known.entries[0].spec == spec and not work.taller
        calm = kept.calm if lane.local and alike else ()
        for k in range(len(scene.blocks)):
            old = calm[k] if calm else None
            entry, frame = work.block(k) if old is None else work.moved(k, old)
            made.entries.append(entry)
            made.frames.append(frame)
        return made
    made = LaneParts(list(known.entries), list(known.frames))
    if known.entries[0].spec != spec or work.taller:
        made.entries = [replace(entry, spec=spec, height=work.high) for entry in known.entries]
        made.frames = [work.again(k, frame) for k, frame in enumerate(known.frames)]
    for k in sorted({n for s in kept.stale for n in (s - 1, s, s + 1)}):
        if 0 <= k < len(made.entries):
            made.entries[k], made.frames[k] = work.block(k)
    return made


class _LaneWork:
    """Lays out the blocks of one lane, or takes over what the former layout has of them."""

    def __init__(self, scene: Scene, lane: Lane, spec: LaneSpec, known: LaneParts | None, kept: Kept) -> None:
        self._scene, self._lane, self._spec, self._known, self._kept = scene, lane, spec, known, kept
        self._bleed = lane.bleed(scene)
        self.high = (lane.height(scene, spec) if lane.fixed else None) or 0.0
        before = known.entries[0].height if known is not None and known.entries else self.high
        self.taller = lane.fixed and self.high != before
        """Whether a lane that knows its height has another one now."""
        self.late = lane.fixed and len(scene.blocks) > _MANY

    @cached_property
    def _by_first(self) -> dict[str, Frame]:
        """Former frames by their block's first column: what in them looks the same stays the same object."""
        known = self._known
        return {} if known is None else {e.keys[0]: f for e, f in zip(known.entries, known.frames, strict=True)}

    def block(self, k: int) -> tuple[BlockEntry, Frame]:
        """Entry and frame of block k."""
        scene, old, known = self._scene, self._kept.same[k], self._known
        start, stop = scene.blocks[k]
        first, last = start == scene.window[0], stop == scene.window[1]
        x = scene.columns[start].x - (0.0 if first else self._bleed)
        if known is None or not known.entries:
            return self._laid(k, x, None)
        if old is None:
            return self._laid(k, x, self._by_first.get(scene.block_keys[k][0]))
        entry = known.entries[old]
        if (
            k in self._kept.stale
            or entry.first != first
            or entry.last != last
            or entry.spec != self._spec
            or self.taller
            or not (
                (self._lane.local and self._kept.surrounded(k)) or entry.edge == self._lane.edge(scene, start, stop)
            )
        ):
            return self._laid(k, x, known.frames[old])
        return self.moved(k, old)

    def moved(self, k: int, old: int) -> tuple[BlockEntry, Frame]:
        """Block k, which was the former block `old` and at most stands elsewhere."""
        assert self._known is not None
        start, _ = self._scene.blocks[k]
        x = self._scene.columns[start].x - (0.0 if start == self._scene.window[0] else self._bleed)
        frame = self._known.frames[old]
        if frame.x != x:
            frame = Frame(frame.key, x, 0.0, frame.width, frame.height, (), frame.groups)
        return self._known.entries[old], frame

    def again(self, k: int, known: Frame) -> Frame:
        """Block k of a lane that may wait, at the lane's height now."""
        return Frame(known.key, known.x, 0.0, known.width, self.high, (), self._waiting(k, known))

    def _laid(self, k: int, x: float, known: Frame | None) -> tuple[BlockEntry, Frame]:
        scene, lane = self._scene, self._lane
        start, stop = scene.blocks[k]
        first, last = start == scene.window[0], stop == scene.window[1]
        beside = (0.0 if first else self._bleed) + (0.0 if last else self._bleed)
        end = scene.columns[stop - 1]
        wide = end.x + end.width - scene.columns[start].x + beside
        keys = scene.block_keys[k]
        groups: Sequence[Placed]
        if self.late:
            groups, height = self._waiting(k, known), self.high
        else:
            seen = known.groups if known is not None else ()
            block = _made(scene, lane, self._spec, start, stop, self._left(k), seen)
            groups, height = block.groups, block.height
        entry = BlockEntry(keys, lane.edge(scene, start, stop), self._spec, first, last, height)
        return entry, Frame(f"{self._spec.key}/{keys[0]}", x, 0.0, wide, height, groups=groups)

    def _waiting(self, k: int, known: Frame | None) -> LateGroups:
        """Groups of block k, once they are looked at. They hold on to this scene, to nothing before it."""
        scene, lane, spec, left = self._scene, self._lane, self._spec, self._left(k)
        start, stop = scene.blocks[k]
        seen = known.groups if known is not None and looked_at(known.groups) else ()
        return LateGroups(lambda: _made(scene, lane, spec, start, stop, left, seen).groups)

    def _left(self, k: int) -> float:
        """How far the groups of block k stand from the left edge of its frame."""
        return 0.0 if self._scene.blocks[k][0] == self._scene.window[0] else self._bleed


def _made(
    scene: Scene, lane: Lane, spec: LaneSpec, start: int, stop: int, left: float, seen: Sequence[Placed]
) -> Block:
    """A block shifted by its bleed; groups that look as those `seen` here before are the same objects."""
    block = lane.block(scene, spec, start, stop)
    same = {p.group.key: p.group for p in seen}
    placed = []
    for one in block.groups:
        old = same.get(one.group.key)
        group = old if old is not None and old == one.group else one.group
        placed.append(Placed(one.x + left, one.y, group))
    return Block(tuple(placed), block.height)


def _height(scene: Scene, lane: Lane, spec: LaneSpec, entries: list[BlockEntry]) -> float:
    if spec.collapsed:
        return scene.type(COLLAPSED)
    fixed = lane.height(scene, spec)
    if fixed is not None:
        return fixed
    tallest = max((e.height for e in entries), default=0.0)
    return max(scene.type(lane.least_far if scene.far else lane.least), tallest)


def _ground(scene: Scene, lane: Lane, spec: LaneSpec, n: int, y: float, height: float) -> Placed:
    role = Role.LANE_GROUND if n % 2 else Role.SURFACE
    items: list[Primitive] = [Rect(0, 0, scene.width, height, fill=role)]
    if not spec.collapsed:
        items.extend(lane.grid(scene, height, scene.width))
    if n:
        items.append(marks.line(0, 0, scene.width, 0, Role.FAINT_LINE, scene.type(1)))
    return Placed(scene.left, y, Group(f"ground:{spec.key}", scene.width, height, tuple(items)))


def _stage_lines(scene: Scene, height: float) -> Frame:
    groups = []
    dash = (scene.type(2), scene.type(4))
    drawn = -1e9
    start, stop = scene.window
    for span in scene.stages:
        if not start < span.first < stop or span.x - drawn < 6:
            continue
        drawn = span.x
        line = marks.line(0, 0, 0, height, Role.LINE, scene.type(1), dash)
        groups.append(Placed(span.x, 0.0, Group(f"stage-line:{span.stage}", 0.0, height, (line,))))
    return Frame("stage-lines", 0.0, 0.0, scene.width, height, groups=tuple(groups))


def labels(scene: Scene, specs: tuple[LaneSpec, ...], parts: Parts) -> DisplayList:
    """The label column: one group per lane."""
    unit = scene.type
    wide = scene.style.label_width
    groups: list[Placed] = []
    for spec, row in zip(specs, parts.rows, strict=True):
        lane = LANES[spec.kind]
        left = unit(14)
        extra = () if spec.collapsed else lane.label(scene, row.height)
        with_axis = row.axis is not None and not scene.far
        room = wide - left - unit(34 if with_axis else lane.kept_right)
        style = unit.strong if row.height >= unit(44) and not scene.far else unit.small_strong
        allowed = 1 if spec.collapsed else 4 if scene.far else lane.title_lines
        most = max(1, min(allowed, int(row.height // style.leading)))
        lines = len(text.wrap(scene.fonts, spec.title, style.face, style.size, room, most))
        top = max(0.0, min(unit(12), (row.height - lines * style.leading) / 2))
        title = text.block(scene.fonts, spec.title, style, left, top, room, Role.INK, most)
        role = Role.LANE_GROUND if len(groups) % 2 else Role.SURFACE
        ground: list[Primitive] = [Rect(0, 0, wide, row.height, fill=role)]
        if groups:
            ground.append(marks.line(0, 0, wide, 0, Role.FAINT_LINE, unit(1)))
        group = Group(f"label:{spec.key}", wide, row.height, (*ground, *title, *extra), spec.setting)
        groups.append(Placed(0.0, row.y, group))
    return DisplayList(wide, parts.height, Frame("labels", 0, 0, wide, parts.height, groups=tuple(groups)))
