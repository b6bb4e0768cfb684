"""The map: stages, touchpoint cards and lanes, laid out once for screen, paper and pictures."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.display.display_list import DisplayList, Frame, Placed
from cxstudio.layout.lanes.lane_kind import LaneSpec
from cxstudio.layout.map.empty_map import empty_hint
from cxstudio.layout.map.frame_assembly import Former, Parts, build, labels
from cxstudio.layout.map.map_delta import LayoutDelta, changed_figures, dirty_touchpoints, only_renamed
from cxstudio.layout.map.name_row import NameRow, name_row
from cxstudio.layout.map.shown_lanes import lanes_of
from cxstudio.layout.map.stage_headers import headers, stage_value, stuck
from cxstudio.layout.map_scene.block_reuse import Touched
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.map_scene.map_style import (
    FOLD_ABOVE,
    Column,
    DropPlace,
    LaneRow,
    MapStyle,
    RatingHit,
    StageSpan,
    density_of,
)
from cxstudio.layout.map_scene.overlaid_values import Over, carry_over, changed_overlays
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.model import Document, Id
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.wording.texts import Texts

if TYPE_CHECKING:
    from cxstudio.store import ChangeSet

__all__ = ["MapLayout", "MapStyle", "density_of", "folded_at_first", "lay_out_map", "update"]


USUAL = MapStyle()
"""The screen at 100 %."""


@dataclass(frozen=True)
class MapLayout:
    """A laid-out map. body, header and labels share coordinates: header the x, labels the y of the body."""

    body: DisplayList
    header: DisplayList
    labels: DisplayList
    columns: tuple[Column, ...]
    stages: tuple[StageSpan, ...]
    lanes: tuple[LaneRow, ...]
    scene: Scene = field(repr=False, compare=False)
    specs: tuple[LaneSpec, ...] = field(repr=False, compare=False)
    parts: Parts = field(repr=False, compare=False)

    @property
    def style(self) -> MapStyle:
        """The style it was laid out in."""
        return self.scene.style

    @cached_property
    def _lefts(self) -> list[float]:
        return [c.x for c in self.columns]

    def column_at(self, x: float) -> int | None:
        """Number of the column at x."""
        if not self.columns or x < 0 or x >= self.scene.width:
            return None
        return bisect_right(self._lefts, x) - 1

    def column_of(self, touchpoint: Id) -> Column | None:
        """The column of a touchpoint; None when it is folded away or of another journey."""
        i = self.scene.index.get(touchpoint)
        return None if i is None else self.columns[i]

    def touchpoint_at(self, x: float, y: float | None = None) -> Id | None:
        """The touchpoint whose column is at x (and y within the lanes, where given)."""
        if y is not None and not 0 <= y < self.body.height:
            return None
        i = self.column_at(x)
        return None if i is None else self.columns[i].touchpoint

    def stage_at(self, x: float) -> Id | None:
        """The stage at x."""
        i = self.column_at(x)
        return None if i is None else self.columns[i].stage

    def lane_at(self, y: float) -> LaneRow | None:
        """The lane at y."""
        return next((row for row in self.lanes if row.y <= y < row.y + row.height), None)

    def lane(self, kind: LaneKind) -> LaneRow | None:
        """The lane of a kind, where it is shown."""
        return next((row for row in self.lanes if row.kind is kind), None)

    def drop_place(self, x: float, moved: Collection[Id] = ()) -> DropPlace | None:
        """Where touchpoints dropped at x would go; `moved` are the ones on their way. None without a stage."""
        if not self.columns:
            return None
        x = min(max(x, 0.0), self.scene.width - 1e-6)
        i = self.column_at(x)
        assert i is not None
        column = self.columns[i]
        place = i + 1 if column.touchpoint is not None and x >= column.x + column.width / 2 else i
        span = next(s for s in self.stages if s.stage == column.stage)
        after: Id | None = None
        for k in range(span.first, place):
            touchpoint = self.columns[k].touchpoint
            if touchpoint is not None and touchpoint not in moved:
                after = touchpoint
        mark = self.columns[place].x if place < len(self.columns) else self.scene.width
        return DropPlace(column.stage, after, mark)

    def rating_value_at(self, touchpoint: Id, y: float) -> RatingHit | None:
        """The value a point at height y means for a touchpoint: on the scale of the lane there; None off a scale."""
        row = self.lane_at(y)
        if row is None or row.axis is None or touchpoint not in self.scene.index:
            return None
        return RatingHit(row.kind, row.axis.value(y - row.y))

    def y_of(self, kind: LaneKind, value: float) -> float | None:
        """Height of a value in a lane with a scale."""
        row = self.lane(kind)
        return None if row is None or row.axis is None else row.y + row.axis.y(value)

    @cached_property
    def blocks(self) -> dict[str, Frame]:
        """ "<lane key>/<first column>" → its frame, in coordinates of its lane."""
        stages = (part.frame for lane in self.parts.lanes.values() for part in lane.stages)
        return {f.key: replace(f, x=stage.x + f.x) for stage in stages for f in stage.frames}

    @cached_property
    def lane_frames(self) -> dict[str, Frame]:
        """Lane key → its frame."""
        return {f.key: f for f in self.parts.frames if f.key.startswith("lane:")}

    @cached_property
    def name_row(self) -> NameRow | None:
        """The touchpoints' names as a slim row, for where the cards are out of view; None from far."""
        row = self.lane(LaneKind.TOUCHPOINTS)
        if row is None or self.scene.far or not self.columns:
            return None
        return name_row(self.scene, row.title, row.y, row.height)

    def named_at(self, x: float) -> Id | None:
        """The touchpoint whose name stands at x in that row."""
        return self.touchpoint_at(x)

    def name_span(self, touchpoint: Id) -> tuple[float, float] | None:
        """Where in that row a touchpoint's name stands: x and width."""
        column = self.column_of(touchpoint)
        return None if column is None else (column.x, column.width)

    def header_at(self, left: float) -> Placed | None:
        """The header of the stage that begins left of a window's edge, as it stands beside that edge."""
        span = next((s for s in self.stages if s.x < left < s.x + s.width), None)
        if span is None:
            return None
        value = stage_value(self.scene, span.stage, span.touchpoints, span.folded, span.width)
        return stuck(span.x, value, left, self.scene.fonts, self.scene.type)

    def whole(self) -> DisplayList:
        """Headers, labels and body as one picture."""
        left, top = self.labels.width, self.header.height
        high = top + self.body.height
        frames = (
            _moved(self.header.root, left, 0.0, "header"),
            _moved(self.labels.root, 0.0, top, "labels"),
            _moved(self.body.root, left, top, "body"),
        )
        wide = left + self.body.width
        return DisplayList(wide, high, Frame("map", 0, 0, wide, high, frames=frames), self.body.title)


def lay_out_map(
    document: Document,
    journey: Id,
    figures: RoundFigures | None,
    texts: Texts,
    style: MapStyle = USUAL,
    fonts: FontBook | None = None,
    over: Over | None = None,
) -> MapLayout:
    """Lay out a journey; `over` are figures of rounds its lanes lay over. Raises MissingRecord for no such journey."""
    scene = Scene(document, journey, figures, texts, style, fonts or font_book(), over=over)
    return _laid_out(scene, None, None)


def update(
    previous: MapLayout,
    document: Document,
    changes: ChangeSet | None,
    figures: RoundFigures | None,
    texts: Texts,
    style: MapStyle | None = None,
    over: Over | None = None,
) -> tuple[MapLayout, LayoutDelta]:
    """The layout after a change, and what differs. Equals a fresh layout; what did not change is the same object.

    `changes` None means: anything may have changed. `style` and `over` None: as before.
    """
    old = previous.scene
    over = old.over if over is None else over
    scene = Scene(document, old.journey, figures, texts, style or old.style, old.fonts, old, over)
    dirty = None if changes is None else dirty_touchpoints(document, changes)
    felt = changed_figures(old, scene)
    if changes is not None:
        carry_over(old, scene, changes)
    laid_over = changed_overlays(old, scene)
    alike = texts is old.texts and scene.style == old.style and scene.scale == old.scale
    if changes is None or dirty is None or felt is None or laid_over is None or not alike:
        laid = _laid_out(scene, previous, None)
    else:
        scene.inherit(old, dirty, felt)
        renamed = only_renamed(document, changes, dirty)
        laid = _laid_out(scene, previous, Touched(renamed, felt | laid_over, dirty - renamed))
    return laid, LayoutDelta(previous, laid)


def folded_at_first(document: Document, journey: Id) -> frozenset[Id]:
    """Stages that start folded: all, in a journey of more than 200 touchpoints."""
    stages = document.stages(journey)
    many = sum(len(document.touchpoints(s.id)) for s in stages) > FOLD_ABOVE
    return frozenset(s.id for s in stages) if many else frozenset()


def _laid_out(scene: Scene, previous: MapLayout | None, touched: Touched | None) -> MapLayout:
    specs = lanes_of(scene)
    former = Former(previous.scene, previous.parts, touched) if previous is not None else None
    parts = build(scene, specs, former)
    head, side = headers(scene), labels(scene, specs, parts)
    begins = not scene.stages and scene.style.hints and scene.style.only is None
    hint = empty_hint(scene) if begins else None
    title = getattr(scene.document.find(scene.journey), "title", "")
    if previous is not None:
        known = {f.key: f for f in previous.parts.frames}
        parts.frames = tuple(_kept(known.get(f.key), f) for f in parts.frames)
        head = previous.header if previous.header == head else head
        side = _with_former_groups(previous.labels, side)
    frames = parts.frames
    if hint is not None:
        frames = (*frames, Frame("hint", 0.0, 0.0, scene.width, parts.height, groups=(hint,)))
    root = Frame("map", 0.0, 0.0, scene.width, parts.height, frames)
    body = DisplayList(scene.width, parts.height, root, title)
    return MapLayout(body, head, side, scene.columns, scene.stages, parts.rows, scene, specs, parts)


def _with_former_groups(old: DisplayList, new: DisplayList) -> DisplayList:
    """The former list where nothing in it differs, else the new one with those former groups that look the same."""
    if old == new:
        return old
    return replace(new, root=_with_former_groups_of(old.root, new.root))


def _with_former_groups_of(old: Frame, new: Frame) -> Frame:
    """The new frame with those former groups that look the same, wherever they stand."""
    known = {placed.group.key: placed.group for placed in old.groups}
    groups = tuple(
        replace(placed, group=known[placed.group.key]) if known.get(placed.group.key) == placed.group else placed
        for placed in new.groups
    )
    return replace(new, groups=groups)


def _kept(old: Frame | None, new: Frame) -> Frame:
    """The former frame where nothing in it changed."""
    if old is not None and old.groups != new.groups:
        return _with_former_groups_of(old, new)
    if old is None or len(old.frames) != len(new.frames):
        return new
    if (old.x, old.y, old.width, old.height) != (new.x, new.y, new.width, new.height):
        return new
    return old if all(a is b for a, b in zip(old.frames, new.frames, strict=True)) else new


def _moved(frame: Frame, dx: float, dy: float, key: str) -> Frame:
    return Frame(key, frame.x + dx, frame.y + dy, frame.width, frame.height, frame.frames, frame.groups)
