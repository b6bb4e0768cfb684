"""Puts lanes, blocks and groups together into frames, reusing what did not change."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable
from dataclasses import dataclass, field

from cxstudio.layout import marks, text
from cxstudio.layout.display import DisplayList, Frame, Group, Placed, Primitive, Rect
from cxstudio.layout.lanes import LANES
from cxstudio.layout.lanes.base import Block, Lane, LaneSpec
from cxstudio.layout.map_values import LaneRow
from cxstudio.layout.scene import Scene
from cxstudio.look.roles import Role

COLLAPSED = 30.0


@dataclass(frozen=True, slots=True)
class BlockEntry:
    """A block laid out, with everything it depended on."""

    keys: tuple[str, ...]
    edge: Hashable
    spec: LaneSpec
    first: bool
    last: bool
    frame: Frame

    @property
    def height(self) -> float:
        """Room its content needs."""
        return self.frame.height


@dataclass
class Parts:
    """A body under construction and after: its frames and what the next update may reuse."""

    rows: tuple[LaneRow, ...] = ()
    blocks: dict[str, BlockEntry] = field(default_factory=dict)
    """"<lane key>/<first column>" → block."""
    entries: dict[str, list[BlockEntry]] = field(default_factory=dict)
    """Lane key → its blocks from left to right."""
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
    stale = _stale_blocks(scene, former.dirty) if former is not None else frozenset()
    for n, spec in enumerate(specs):
        lane = LANES[spec.kind]
        entries = [] if spec.collapsed else _entries(scene, lane, spec, former, stale)
        parts.entries[spec.key] = entries
        parts.blocks.update((e.frame.key, e) for e in entries)
        height = _height(scene, lane, spec, entries)
        axis = None if spec.collapsed else lane.axis(scene, height)
        rows.append(LaneRow(spec.key, spec.kind, spec.title, y, height, spec.collapsed, spec.setting, axis))
        lanes.append(Frame(spec.key, 0.0, y, scene.width, height, tuple(e.frame for e in entries)))
        grounds.append(_ground(scene, lane, spec, n, y, height))
        y += height
    parts.rows = tuple(rows)
    parts.height = y
    ground = Frame("grounds", 0.0, 0.0, scene.width, y, groups=tuple(grounds))
    parts.frames = (ground, _stage_lines(scene, y), *lanes)
    return parts


def _entries(
    scene: Scene, lane: Lane, spec: LaneSpec, former: Former | None, stale: frozenset[int]
) -> list[BlockEntry]:
    """The blocks of a lane. Where no column moved, only those near a change are looked at."""
    known = former.parts.entries.get(spec.key) if former is not None else None
    if (
        former is None
        or not known
        or not former.stands_like(scene)
        or known[0].spec != spec
        or lane.around(scene) != lane.around(former.scene)
    ):
        reusable = former.parts.blocks if former is not None else {}
        return [_entry(scene, lane, spec, k, reusable, stale) for k in range(len(scene.blocks))]
    entries = list(known)
    for k in sorted({n for s in stale for n in (s - 1, s, s + 1)}):
        if 0 <= k < len(entries):
            entries[k] = _entry(scene, lane, spec, k, former.parts.blocks, stale)
    return entries


def _stale_blocks(scene: Scene, dirty: frozenset[str] | None) -> frozenset[int]:
    """Numbers of the blocks with a column that may look different."""
    if dirty is None:
        return frozenset(range(len(scene.blocks)))
    found = set()
    starts = [start for start, _ in scene.blocks]
    for key in dirty:
        i = scene.index.get(key)
        if i is not None:
            found.add(bisect_right(starts, i) - 1)
    return frozenset(found)


def _entry(
    scene: Scene, lane: Lane, spec: LaneSpec, k: int, reusable: dict[str, BlockEntry], stale: frozenset[int]
) -> BlockEntry:
    start, stop = scene.blocks[k]
    keys = scene.block_keys[k]
    key = f"{spec.key}/{keys[0]}"
    edge = lane.edge(scene, start, stop)
    known = reusable.get(key)
    first, last = start == scene.window[0], stop == scene.window[1]
    if (
        known is not None
        and k not in stale
        and known.keys == keys
        and known.edge == edge
        and known.spec == spec
        and known.first == first
        and known.last == last
    ):
        x = scene.columns[start].x - (0.0 if first else lane.bleed(scene))
        return known if known.frame.x == x else _moved(known, x)
    frame = _laid(scene, lane, spec, (start, stop), key, known)
    return BlockEntry(keys, edge, spec, first, last, frame)


def _moved(known: BlockEntry, x: float) -> BlockEntry:
    old = known.frame
    frame = Frame(old.key, x, old.y, old.width, old.height, old.frames, old.groups)
    return BlockEntry(known.keys, known.edge, known.spec, known.first, known.last, frame)


def _laid(scene: Scene, lane: Lane, spec: LaneSpec, span: tuple[int, int], key: str, known: BlockEntry | None) -> Frame:
    start, stop = span
    block: Block = lane.block(scene, spec, start, stop)
    bleed = lane.bleed(scene)
    left = 0.0 if start == scene.window[0] else bleed
    right = 0.0 if stop == scene.window[1] else bleed
    leftmost, rightmost = scene.columns[start], scene.columns[stop - 1]
    same = {p.group.key: p.group for p in known.frame.groups} if known is not None else {}
    groups = []
    for placed in block.groups:
        old = same.get(placed.group.key)
        group = old if old is not None and old == placed.group else placed.group
        groups.append(Placed(placed.x + left, placed.y, group))
    wide = rightmost.x + rightmost.width - leftmost.x + left + right
    return Frame(key, leftmost.x - left, 0.0, wide, block.height, groups=tuple(groups))


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
        room = wide - left - (unit(34) if with_axis else unit(8))
        style = unit.strong if row.height >= unit(44) and not scene.far else unit.small_strong
        most = 1 if spec.collapsed else max(1, min(lane.title_lines, int(row.height // style.leading)))
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
