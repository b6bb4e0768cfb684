"""Puts lanes, blocks and groups together into frames, reusing what did not change."""

from __future__ import annotations

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
    height: float


@dataclass
class Parts:
    """A body under construction and after: its frames and what the next update may reuse."""

    rows: tuple[LaneRow, ...] = ()
    blocks: dict[str, BlockEntry] = field(default_factory=dict)
    """"<lane key>/<first column>" → block."""
    frames: tuple[Frame, ...] = ()
    height: float = 0.0


def build(
    scene: Scene, specs: tuple[LaneSpec, ...], before: Parts | None = None, dirty: frozenset[str] = frozenset()
) -> Parts:
    """Lay out the body. `before` is what may be reused where no column is in `dirty`."""
    parts = Parts()
    y = 0.0
    rows, lanes, grounds = [], [], []
    stale = _stale_blocks(scene, dirty)
    for n, spec in enumerate(specs):
        lane = LANES[spec.kind]
        entries = [] if spec.collapsed else _blocks(scene, lane, spec, before, stale, parts)
        height = _height(scene, lane, spec, entries)
        rows.append(
            LaneRow(
                spec.key,
                spec.kind,
                spec.title,
                y,
                height,
                spec.collapsed,
                spec.setting,
                None if spec.collapsed else lane.axis(scene, height),
            )
        )
        lanes.append(Frame(spec.key, 0.0, y, scene.width, height, tuple(e.frame for e in entries)))
        grounds.append(_ground(scene, lane, spec, n, y, height))
        y += height
    parts.rows = tuple(rows)
    parts.height = y
    ground = Frame("grounds", 0.0, 0.0, scene.width, y, groups=tuple(grounds))
    parts.frames = (ground, _stage_lines(scene, y), *lanes)
    return parts


def _stale_blocks(scene: Scene, dirty: frozenset[str]) -> frozenset[int]:
    if not dirty:
        return frozenset()
    return frozenset(start for start, stop in scene.blocks if not dirty.isdisjoint(scene.keys[start:stop]))


def _blocks(
    scene: Scene, lane: Lane, spec: LaneSpec, before: Parts | None, stale: frozenset[int], parts: Parts
) -> list[BlockEntry]:
    entries = []
    bleed = lane.bleed(scene)
    left, right = scene.window
    reusable = before.blocks if before is not None else {}
    for (start, stop), keys in zip(scene.blocks, scene.block_keys, strict=True):
        key = f"{spec.key}/{keys[0]}"
        edge = lane.edge(scene, start, stop)
        known = reusable.get(key)
        first, last = start == left, stop == right
        if (
            known is not None
            and start not in stale
            and known.keys == keys
            and known.edge == edge
            and known.spec == spec
            and known.first == first
            and known.last == last
        ):
            x = scene.columns[start].x - (0.0 if first else bleed)
            entry = known if known.frame.x == x else _moved(known, x)
        else:
            entry = _laid(scene, lane, spec, (start, stop), key, known)
            entry = BlockEntry(keys, edge, spec, first, last, entry.frame, entry.height)
        parts.blocks[key] = entry
        entries.append(entry)
    return entries


def _moved(known: BlockEntry, x: float) -> BlockEntry:
    old = known.frame
    frame = Frame(old.key, x, old.y, old.width, old.height, old.frames, old.groups)
    return BlockEntry(known.keys, known.edge, known.spec, known.first, known.last, frame, known.height)


def _laid(
    scene: Scene, lane: Lane, spec: LaneSpec, span: tuple[int, int], key: str, known: BlockEntry | None
) -> BlockEntry:
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
    frame = Frame(key, leftmost.x - left, 0.0, wide, block.height, groups=tuple(groups))
    return BlockEntry((), None, spec, False, False, frame, block.height)


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
