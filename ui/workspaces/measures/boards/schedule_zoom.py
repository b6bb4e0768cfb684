"""How near the days of the schedule are, and which of them are in view."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF

from cxstudio.layout.boards.schedule_layout import FULL_DAY, ScheduleLayout
from ui.canvas.interaction.zoom import Zoom, at
from ui.canvas.zooming import Zooming
from ui.workspaces.measures.boards.plan_view import PlanView


class ScheduleShown(Protocol):
    """A schedule with a zoom of its own."""

    zoom: Zoom

    def set_zoom(self, zoom: Zoom) -> None: ...


class ScheduleCanvasView(PlanView):
    """A view of a schedule."""

    shown: ScheduleLayout


class _Zoomed:
    """The schedule as what is laid out for a zoom."""

    def __init__(self, area: ScheduleShown, view: ScheduleCanvasView) -> None:
        self._area, self._view = area, view
        self.set_zoom = area.set_zoom

    @property
    def zoom(self) -> Zoom:
        return self._area.zoom

    @property
    def layout(self) -> ScheduleLayout:
        return self._view.shown


class ScheduleZoom(Zooming):
    """Wheel, fingers and keys; the day under the pointer stays where it is."""

    middle = 0.5

    def __init__(self, area: ScheduleShown, view: ScheduleCanvasView) -> None:
        super().__init__(_Zoomed(area, view), view)  # type: ignore[arg-type]
        self._schedule = view
        self.carrying = False

    def set_zoom(self, zoom: Zoom, anchor: QPointF | None = None) -> None:
        self.carrying = True
        super().set_zoom(zoom, anchor)
        self.carrying = False

    def carry(self, before: ScheduleLayout, after: ScheduleLayout, point: QPointF) -> QPointF:
        days = point.x() / before.axis.day + (before.axis.first - after.axis.first).days
        return QPointF(days * after.axis.day, point.y())

    def reveal_selected(self) -> None:
        self._schedule.reveal_selected()

    def zoom_all(self) -> None:
        """Every day in view."""
        rows = [row.span for row in self._schedule.shown.rows if row.span is not None]
        if rows:
            left, right = min(s.x for s in rows), max(s.right for s in rows)
            wide = (right - left) / self._schedule.shown.axis.day + 60
            self.set_zoom(at(self._schedule.viewport().width() / wide / FULL_DAY))
        self._schedule.scroll_to(QPointF(0.0, 0.0))
