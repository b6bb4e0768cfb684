"""Dragging lanes by their labels: to another place, or to another height."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF

from cxstudio.edits import fix_lane_height, move_lane
from cxstudio.layout.map_scene.map_style import LaneRow
from cxstudio.model import Id
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.lanes import LaneRef
from cxstudio.wording import N_
from ui.canvas.interaction.gesture import UPRIGHT, PreviewGesture
from ui.context.context import Context
from ui.workspaces.journey.lane_labels.lanes_menu import SIZE, lane_of
from ui.workspaces.journey.map_model.map_model import MapModel

_NOWHERE: Final = "nowhere"


class MoveLane(PreviewGesture):
    """A lane taken at its label; the others make room."""

    edges = UPRIGHT
    _model: MapModel

    def __init__(self, context: Context, model: MapModel, key: str, lane: LaneRef) -> None:
        self._context, self._model, self._key, self._lane = context, model, key, lane
        self.records = _own(lane)
        self._after: LaneRef | None = _NOWHERE

    def move(self, at: QPointF) -> None:
        journey, after = self._model.journey, self._behind(at.y())
        if journey is not None and after != self._after:
            self._after = after
            self._model.preview(move_lane, journey, self._lane, after)

    def do(self) -> None:
        journey = self._model.journey
        if journey is not None and self._after != _NOWHERE and not self._stays():
            with self._context.session.transaction(N_("Move a lane")) as draft:
                move_lane(draft, journey, self._lane, self._after)

    def _rows(self) -> tuple[LaneRow, ...]:
        committed = self._model.committed
        return committed.lanes if committed is not None else ()

    def _behind(self, y: float) -> LaneRef | None:
        """Behind which of the other lanes a label dropped at y lands; None for the top."""
        above = [row.key for row in self._rows() if row.key != self._key and row.y + row.height / 2 < y]
        lane = lane_of(self._context, self._model, above[-1]) if above else None
        return lane.ref if lane is not None else None

    def _stays(self) -> bool:
        """Whether it already stands there."""
        keys = [row.key for row in self._rows()]
        here = keys.index(self._key) if self._key in keys else 0
        before = lane_of(self._context, self._model, keys[here - 1]) if here else None
        return self._after == (before.ref if before is not None else None)


class SizeLane(PreviewGesture):
    """The lower edge of a lane's label under the pointer."""

    edges = UPRIGHT
    _model: MapModel

    def __init__(self, context: Context, model: MapModel, row: LaneRow, lane: LaneRef, at: QPointF) -> None:
        self._context, self._model, self._lane = context, model, lane
        self._from, self._high = at.y(), row.height
        self.records = _own(lane)
        self._height: float | None = None

    def move(self, at: QPointF) -> None:
        journey, height = self._model.journey, float(round(self._high + at.y() - self._from))
        if journey is not None and height != self._height:
            self._height = height
            self._model.preview(fix_lane_height, journey, self._lane, height)

    def do(self) -> None:
        journey = self._model.journey
        if journey is not None and self._height is not None and self._height != self._high:
            with self._context.session.transaction(SIZE) as draft:
                fix_lane_height(draft, journey, self._lane, self._height)


def _own(lane: LaneRef) -> tuple[Id, ...]:
    """The record of a lane people named themselves; any other is always there."""
    return () if isinstance(lane, LaneKind) else (lane,)
