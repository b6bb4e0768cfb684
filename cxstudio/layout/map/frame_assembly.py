"""Puts lanes, blocks and groups together into frames, reusing what did not change."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Placed, Primitive, Rect
from cxstudio.layout.lanes import LANES
from cxstudio.layout.lanes.lane_kind import Block, Lane, LaneSpec
from cxstudio.layout.map.deferred_groups import LateGroups, looked_at
from cxstudio.layout.map_scene.block_reuse import Kept, Touched, stale_blocks
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.map_scene.map_style import LaneRow
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role

COLLAPSED = 30.0
_MANY = 40
"""With more blocks than this, those that may wait are laid out when looked at."""


@dataclass(frozen=True, slots=True)
class BlockEntry:
    """A block laid out, with what it depended on besides its columns."""

    edge: Hashable
    first: bool
    last: bool
    height: float


@dataclass(frozen=True, slots=True)
class StagePart:
    """A stage's blocks in one lane. Their frame has its own x, so that what stands in it can move as one."""

    edge: Hashable
    """What these blocks show of the surroundings, taken together; None in local lanes."""
    entries: tuple[BlockEntry, ...]
    frame: Frame


@dataclass
class LaneParts:
    """A lane's stages from left to right."""

    spec: LaneSpec | None = None
    high: float = 0.0
    """Height of a lane that says it itself."""
    stages: tuple[StagePart, ...] = ()

    @cached_property
    def entries(self) -> list[BlockEntry]:
        """All blocks from left to right."""
        return [entry for stage in self.stages for entry in stage.entries]

    @cached_property
    def frames(self) -> list[Frame]:
        """Their frames, each in its stage's frame."""
        return [frame for stage in self.stages for frame in stage.frame.frames]


@dataclass
class Parts:
    """A body under construction and after: its frames and what the next update may reuse."""

    rows: tuple[LaneRow, ...] = ()
    lanes: dict[str, LaneParts] = field(default_factory=dict)
    frames: tuple[Frame, ...] = ()
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Former:
    """What the last layout left, and the touchpoints at which it may look different now."""

    scene: Scene
    parts: Parts
    touched: Touched | None
    """None: all of them."""


def build(scene: Scene, specs: tuple[LaneSpec, ...], former: Former | None = None, *, late: bool = False) -> Parts:
    """Lay out the body, reusing of the former one what did not change.

    `late`: to be measured first, so that whatever is as high as its lane says is laid out once it is looked at.
    """
    parts = Parts()
    y = 0.0
    rows, lanes, grounds = [], [], []
    kept = _Keeping(scene, former)
    for n, spec in enumerate(specs):
        lane = LANES[spec.kind]
        made = LaneParts() if spec.collapsed else _lane_parts(scene, lane, spec, former, kept.of(lane), late)
        parts.lanes[spec.key] = made
        height = _height(scene, lane, spec, made.stages)
        height = max(height, _title_height(scene, lane, spec)) if scene.whole else height
        axis = None if spec.collapsed else lane.axis(scene, height)
        rows.append(LaneRow(spec.key, spec.kind, spec.title, y, height, spec.collapsed, spec.setting, axis))
        lanes.append(Frame(spec.key, 0.0, y, scene.width, height, tuple(part.frame for part in made.stages)))
        grounds.append(_ground(scene, lane, spec, n, y, height))
        y += height
    parts.rows = tuple(rows)
    parts.height = y
    ground = Frame("grounds", 0.0, 0.0, scene.width, y, groups=tuple(grounds))
    parts.frames = (ground, _stage_lines(scene, y), *lanes)
    return parts


class _Keeping:
    """What of a former layout each lane keeps: by whether it shows names and figures."""

    def __init__(self, scene: Scene, former: Former | None) -> None:
        self._scene, self._former = scene, former
        self._known: dict[frozenset[str] | None, Kept] = {}

    def of(self, lane: Lane) -> Kept:
        """The blocks a lane keeps; worked out once for all lanes at which the same touchpoints look different."""
        former = self._former
        touched = former.touched if former is not None else Touched(frozenset(), frozenset(), frozenset())
        seen = touched.seen(names=lane.names, figures=lane.figures) if touched is not None else None
        known = self._known.get(seen)
        if known is None:
            stale = stale_blocks(self._scene, seen)
            known = self._known[seen] = Kept(self._scene, former.scene if former is not None else None, stale)
        return known


def _lane_parts(scene: Scene, lane: Lane, spec: LaneSpec, former: Former | None, kept: Kept, late: bool) -> LaneParts:
    """The stages of a lane; of those that are as before, only the frame may stand elsewhere."""
    known = former.parts.lanes.get(spec.key) if former is not None else None
    work = _LaneWork(scene, lane, spec, known if known is not None and known.stages else None, kept, late)
    return LaneParts(spec, work.high, tuple(work.stage(n) for n in range(len(scene.runs))))


class _LaneWork:
    """Lays out the stages of one lane, or takes over what the former layout has of them."""

    def __init__(
        self, scene: Scene, lane: Lane, spec: LaneSpec, known: LaneParts | None, kept: Kept, late: bool
    ) -> None:
        self._scene, self._lane, self._spec, self._known, self._kept = scene, lane, spec, known, kept
        self._bleed = lane.bleed(scene)
        self.high = (lane.height(scene, spec) if lane.fixed else None) or 0.0
        self._alike = known is not None and known.spec == spec and known.high == self.high
        """Whether the lane itself is as it was."""
        self._late = lane.fixed and (late or len(scene.blocks) > _MANY)

    def stage(self, n: int) -> StagePart:
        """The part of stage n."""
        scene, known = self._scene, self._known
        start, stop = scene.runs[n]
        edge = None if self._lane.local else self._lane.edge(scene, scene.blocks[start][0], scene.blocks[stop - 1][1])
        number = self._kept.runs[n] if known is not None else None
        old = known.stages[number] if known is not None and number is not None else None
        if old is not None and (self._lane.local or old.edge == edge):
            if self._alike:
                return self._moved(n, old)
            if self._late and not (self._lane.local and self._kept.restless[n]):
                again = tuple(self._again(start + i, frame) for i, frame in enumerate(old.frame.frames))
                return self._placed(n, edge, old.entries, again, None)
        made = [self._block(k, start) for k in range(start, stop)]
        number = self._kept.named(n)
        former = known.stages[number].frame if known is not None and number is not None else None
        return self._placed(n, edge, tuple(entry for entry, _ in made), tuple(frame for _, frame in made), former)

    def _moved(self, n: int, old: StagePart) -> StagePart:
        """A stage that is as it was, but for blocks next to something else; it may stand elsewhere."""
        restless = self._kept.restless[n] if self._lane.local else ()
        if not restless:
            return self._carried(n, old)
        start, _ = self._scene.runs[n]
        made = {k - start: self._block(k, start) for k in restless}
        entries = tuple(made[i][0] if i in made else entry for i, entry in enumerate(old.entries))
        frames = tuple(made[i][1] if i in made else frame for i, frame in enumerate(old.frame.frames))
        return self._placed(n, old.edge, entries, frames, old.frame)

    def _carried(self, n: int, old: StagePart) -> StagePart:
        """A stage with all its blocks as they were, where it stands now."""
        key, x = self._place(n)
        if (old.frame.key, old.frame.x) == (key, x):
            return old
        frame = Frame(key, x, 0.0, old.frame.width, old.frame.height, old.frame.frames)
        return StagePart(old.edge, old.entries, frame)

    def _place(self, n: int) -> tuple[str, float]:
        """What the frame of stage n is known by, and its left edge."""
        first = self._scene.runs[n][0]
        column = self._scene.columns[self._scene.blocks[first][0]]
        return f"{self._spec.key}/{column.stage}", column.x - self._left(first)

    def _placed(
        self, n: int, edge: Hashable, entries: tuple[BlockEntry, ...], frames: tuple[Frame, ...], old: Frame | None
    ) -> StagePart:
        """A stage's part where it stands now, in the former frame if nothing in it is different."""
        wide = frames[-1].x + frames[-1].width
        high = max(frame.height for frame in frames)
        key, x = self._place(n)
        made = Frame(key, x, 0.0, wide, high, frames)
        return StagePart(edge, entries, old if old is not None and _same(old, made) else made)

    def _block(self, k: int, opening: int) -> tuple[BlockEntry, Frame]:
        """Entry and frame of block k, in a stage that opens with block `opening`."""
        scene, old, known = self._scene, self._kept.same[k], self._known
        if known is None:
            return self._laid(k, opening, None)
        if old is None:
            before = self._kept.first.get(scene.block_keys[k][0])
            return self._laid(k, opening, None if before is None else known.frames[before])
        entry, frame = known.entries[old], known.frames[old]
        if not self._alike or not self._holds(k, entry):
            return self._laid(k, opening, frame)
        x = self._x(k, opening)
        if frame.x != x:
            frame = Frame(frame.key, x, 0.0, frame.width, frame.height, (), frame.groups)
        return entry, frame

    def _holds(self, k: int, entry: BlockEntry) -> bool:
        """Whether block k, the same columns as before, still looks as it did."""
        if self._lane.local and self._kept.at_rest(k):
            return True
        scene = self._scene
        start, stop = scene.blocks[k]
        if k in self._kept.stale or (entry.first, entry.last) != (start == scene.window[0], stop == scene.window[1]):
            return False
        return entry.edge == self._lane.edge(scene, start, stop)

    def _again(self, k: int, known: Frame) -> Frame:
        """Block k of a lane that may wait, at the lane's height now."""
        return Frame(known.key, known.x, 0.0, known.width, self.high, (), self._waiting(k, known))

    def _laid(self, k: int, opening: int, known: Frame | None) -> tuple[BlockEntry, Frame]:
        """Block k laid out anew; the former frame where that looks the same."""
        scene, lane = self._scene, self._lane
        start, stop = scene.blocks[k]
        first, last = start == scene.window[0], stop == scene.window[1]
        beside = (0.0 if first else self._bleed) + (0.0 if last else self._bleed)
        end = scene.columns[stop - 1]
        wide = end.x + end.width - scene.columns[start].x + beside
        groups: Sequence[Placed]
        if self._late:
            groups, height = self._waiting(k, known), self.high
        else:
            seen = known.groups if known is not None else ()
            block = _made(scene, lane, self._spec, start, stop, self._left(k), seen)
            groups, height = block.groups, block.height
        entry = BlockEntry(lane.edge(scene, start, stop), first, last, height)
        key = f"{self._spec.key}/{scene.keys[start]}"
        frame = Frame(key, self._x(k, opening), 0.0, wide, height, groups=groups)
        return entry, known if known is not None and _same(known, frame) else frame

    def _waiting(self, k: int, known: Frame | None) -> LateGroups:
        """Groups of block k, once they are looked at. They hold on to this scene, to nothing before it."""
        scene, lane, spec, left = self._scene, self._lane, self._spec, self._left(k)
        start, stop = scene.blocks[k]
        seen = known.groups if known is not None and looked_at(known.groups) else ()
        return LateGroups(lambda: _made(scene, lane, spec, start, stop, left, seen).groups)

    def _x(self, k: int, opening: int) -> float:
        """Left edge of a block in its stage's frame: sums of exact widths, the same wherever the stage stands."""
        scene = self._scene
        apart = scene.columns[scene.blocks[k][0]].x - scene.columns[scene.blocks[opening][0]].x
        return apart + (self._left(opening) - self._left(k))

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


def _same(a: Frame, b: Frame) -> bool:
    """Whether two frames show the same in the same place; what nobody has looked at is not laid out to compare it."""
    if (a.key, a.x, a.width, a.height) != (b.key, b.x, b.width, b.height) or len(a.frames) != len(b.frames):
        return False
    if not all(one is other for one, other in zip(a.frames, b.frames, strict=True)):
        return False
    return a.groups is b.groups or (looked_at(a.groups) and looked_at(b.groups) and a.groups == b.groups)


def _height(scene: Scene, lane: Lane, spec: LaneSpec, stages: Sequence[StagePart]) -> float:
    if spec.collapsed:
        return scene.type(COLLAPSED)
    fixed = lane.height(scene, spec)
    if fixed is not None:
        return fixed
    tallest = max((part.frame.height for part in stages), default=0.0)
    return max(scene.type(lane.least_far if scene.far else lane.least), tallest)


def _title_room(scene: Scene, lane: Lane) -> float:
    """Width of a lane's title in the label column."""
    charted = not scene.far and lane.axis(scene, scene.type(100)) is not None
    return scene.style.label_width - scene.type(14) - scene.type(34 if charted else lane.kept_right)


def _title_height(scene: Scene, lane: Lane, spec: LaneSpec) -> float:
    """Height of a lane whose title stands in its label to the end."""
    style = scene.type.strong
    lines = len(text.wrap(scene.fonts, spec.title, style.face, style.size, _title_room(scene, lane)))
    return lines * style.leading + scene.type(24 if lines > 1 else 0)


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
        room = _title_room(scene, lane)
        style = unit.strong if row.height >= unit(44) and not scene.far else unit.small_strong
        allowed = 1 if spec.collapsed else 4 if scene.far else lane.title_lines
        most = text.UNBOUNDED if scene.whole else max(1, min(allowed, int(row.height // style.leading)))
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
