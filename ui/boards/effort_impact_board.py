"""The plane of effort and impact: marks are dragged to where the group sees them; a subclass says what they are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget

from cxstudio.layout.boards.effort_impact import HIGH, LOW, EffortImpact, MatrixStyle, lay_out_effort_impact
from cxstudio.layout.boards.plan_items import Plan
from cxstudio.layout.map_scene.map_style import Density
from cxstudio.model import Id
from cxstudio.store import Draft
from cxstudio.wording import N_
from ui.boards.board_area import RecordBoardArea
from ui.boards.preview_model import PreviewModel
from ui.boards.record_board import RecordBoard
from ui.canvas.display_scene import CanvasScene
from ui.canvas.hit_testing import group_at
from ui.canvas.interaction.gesture import UPRIGHT, Gesture, PreviewGesture
from ui.canvas.interaction.press_machine import Press
from ui.canvas.interaction.zoom import Zoom
from ui.context.context import Context

ESTIMATE = N_("Estimate effort and impact")
Points = tuple[int | None, int | None]


class MoveMark(PreviewGesture):
    """A mark under the pointer; it stands where its whole points are."""

    edges = UPRIGHT

    def __init__(self, view: EffortImpactBoard, record: Id) -> None:
        self._view, self._model, self.records = view, view.previews, (record,)
        self._points: Points | None = None

    def move(self, at: QPointF) -> None:
        points: Points = self._view.shown.points_at(at.x(), at.y()) or (None, None)
        if points != self._points:
            self._points = points
            self._view.previews.preview(self._view.weigh, self.records[0], *points)
            self._view.say(points)

    def do(self) -> None:
        points, record = self._points, self.records[0]
        if points is not None and points != self._view.weighed(record):
            self._view.change(ESTIMATE, lambda draft: self._view.weigh(draft, record, *points))


class EffortImpactBoard(RecordBoard):
    """Numbered marks on four quadrants."""

    shown: EffortImpact

    def __init__(
        self, context: Context, previews: PreviewModel, scene: CanvasScene, parent: QWidget, name: str
    ) -> None:
        self.previews = previews
        self.shown = lay_out_effort_impact(self.plan(), MatrixStyle(300.0, 300.0))
        super().__init__(context, scene, parent, name)

    def plan(self) -> Plan:
        """What the marks stand for."""
        raise NotImplementedError

    def weigh(self, draft: Draft, record: Id, effort: int | None, impact: int | None) -> None:
        """The edit that writes both points."""
        raise NotImplementedError

    def weighed(self, record: Id) -> Points:
        """Effort and impact as they stand."""
        found = self.record(record)
        return getattr(found, "effort", None), getattr(found, "impact", None)

    def spoken(self, record: Id | None) -> str:
        return next((mark.item.spoken for mark in self.shown.marks if mark.item.measure == record), "")

    def order(self) -> Sequence[Id]:
        return self.shown.order

    def record_at(self, at: QPointF) -> Id | None:
        mark = self.shown.mark_at(at.x(), at.y())
        if mark is not None:
            return mark.item.measure
        found = group_at(self.shown.body, at.x(), at.y())
        return found.group.record if found is not None else None

    def boxes(self, record: Id | None) -> list[QRectF]:
        box = self.shown.box(record)
        return [] if box is None else [QRectF(*box).adjusted(-2, -2, 2, 2)]

    def beside(self, record: Id | None, across: int, down: int) -> Id | None:
        order, here = list(self.order()), self.shown.mark_of(record)
        if here is None:
            return order[0] if order else None
        ahead = [m for m in self.shown.marks if (m.x - here.x) * across + (m.y - here.y) * down > 1]
        far = [(abs(m.x - here.x) + abs(m.y - here.y) + abs((m.x - here.x) * down + (m.y - here.y) * across), m)
               for m in ahead]  # fmt: skip
        return min(far, key=lambda f: (f[0], f[1].item.number))[1].item.measure if far else None

    def drag(self, press: Press) -> Gesture | None:
        mark = self.shown.mark_at(press.at.x(), press.at.y())
        return None if mark is None else MoveMark(self, mark.item.measure)

    def nudge(self, records: tuple[Id, ...], across: int, down: int, *, stretch: bool) -> None:
        before, middle, record = self.weighed(records[-1]), (LOW + HIGH) // 2, records[-1]
        effort = _moved(before[0] or middle, across if before[0] else 0)
        impact = _moved(before[1] or middle, -down if before[1] else 0)
        if (effort, impact) != before:
            self.change(ESTIMATE, lambda draft: self.weigh(draft, record, effort, impact))
            self.say((effort, impact))

    def say(self, points: Points) -> None:
        """Tell which points these are."""
        tr, (effort, impact) = self.context.tr, points
        if effort is None or impact is None:
            self.context.messages.say(tr("Not estimated yet"))
        else:
            self.context.messages.say(tr("Effort {effort}, impact {impact}", effort=effort, impact=impact))


class EffortImpactPlane(RecordBoardArea):
    """The plane as large as there is room."""

    view: EffortImpactBoard

    def draw_board(self) -> None:
        room = self.view.viewport().size()
        style = MatrixStyle(float(max(room.width() - 1, 220)), float(max(room.height() - 1, 220)))
        self.view.shown = lay_out_effort_impact(self.view.plan(), style)
        self.draw(Zoom(), Density.NEAR, self.view.shown.body)


def _moved(points: int, step: int) -> int:
    return min(max(points + step, LOW), HIGH)
