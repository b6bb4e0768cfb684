"""Dragging in the schedule: bars in time, their ends, and days for a measure that has none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from cxstudio.edits import reschedule, shift_measures
from cxstudio.layout.boards.schedule_layout import Part, ScheduleLayout
from cxstudio.model import Document, Id, Measure
from cxstudio.store import Draft
from cxstudio.wording import N_
from ui.canvas.interaction.gesture import ACROSS, UPRIGHT, PreviewGesture
from ui.context.context import Context
from ui.workspaces.measures.boards.plan_model import PlanModel

RESCHEDULE = N_("Change the dates")


class ScheduleCanvas(Protocol):
    """What gestures in time ask of the canvas they happen on."""

    context: Context
    model: PlanModel
    shown: ScheduleLayout

    def viewport(self) -> QWidget: ...

    def change(self, label: str, edit: Callable[[Draft], object]) -> None: ...

    def hold_axis(self, on: bool) -> None: ...

    def say_days(self, document: Document, measure: Id) -> None: ...


class _InTime(PreviewGesture):
    """Whole days under the pointer; the axis keeps still until the button is let go."""

    edges = ACROSS | UPRIGHT
    _model: PlanModel

    def __init__(self, view: ScheduleCanvas, measures: tuple[Id, ...], cursor: Qt.CursorShape) -> None:
        self._view, self._model, self.records = view, view.model, measures
        self._edit: Callable[..., object] | None = None
        self._arguments: tuple[object, ...] = ()
        view.viewport().setCursor(cursor)
        view.hold_axis(True)

    def show(self, edit: Callable[..., object], *arguments: object) -> None:
        """Draw what an edit would do, and say the days."""
        if (edit, arguments) != (self._edit, self._arguments):
            self._edit, self._arguments = edit, arguments
            self._model.preview(edit, *arguments)
            self._view.say_days(self._model.document, self.records[-1])

    def do(self) -> None:
        edit, arguments = self._edit, self._arguments
        document, shown = self._view.context.document, self._model.document
        changed = any(_days(document.get(Measure, m)) != _days(shown.get(Measure, m)) for m in self.records)
        if edit is not None and changed:
            self._view.change(RESCHEDULE, lambda draft: edit(draft, *arguments))

    def finish(self) -> None:
        self._view.hold_axis(False)
        super().finish()

    def cancel(self) -> None:
        self._view.hold_axis(False)
        super().cancel()


class ShiftBars(_InTime):
    """Bars on their way to other days, all by the same number."""

    def __init__(self, view: ScheduleCanvas, measures: tuple[Id, ...], start: QPointF) -> None:
        super().__init__(view, measures, Qt.CursorShape.ClosedHandCursor)
        self._start = start.x()

    def move(self, at: QPointF) -> None:
        days = round((at.x() - self._start) / self._view.shown.axis.day)
        self.show(shift_measures, self.records, days)


class StretchBar(_InTime):
    """The beginning or the end of a bar; it never passes the other end."""

    def __init__(self, view: ScheduleCanvas, measure: Id, part: Part, start: QPointF) -> None:
        super().__init__(view, (measure,), Qt.CursorShape.SizeHorCursor)
        self._part, self._x = part, start.x()
        record = view.context.document.get(Measure, measure)
        self._from, self._due = record.start, record.due

    def move(self, at: QPointF) -> None:
        by = timedelta(round((at.x() - self._x) / self._view.shown.axis.day))
        start, due = self._from, self._due
        if self._part is Part.START and start is not None:
            start = start + by if due is None else min(start + by, due)
        elif self._part is Part.END:
            due = (due + by) if due is not None else self._view.shown.axis.day_at(at.x())
            due = due if start is None else max(due, start)
        self.show(reschedule, self.records[0], start, due)


class DrawSpan(_InTime):
    """From the press to the pointer: the days of a measure that has none yet."""

    def __init__(self, view: ScheduleCanvas, measure: Id, start: QPointF) -> None:
        super().__init__(view, (measure,), Qt.CursorShape.CrossCursor)
        self._day = view.shown.axis.day_at(start.x())

    def move(self, at: QPointF) -> None:
        other = self._view.shown.axis.day_at(at.x())
        self.show(reschedule, self.records[0], min(self._day, other), max(self._day, other))


def _days(measure: Measure) -> tuple[date | None, date | None]:
    return measure.start, measure.due
