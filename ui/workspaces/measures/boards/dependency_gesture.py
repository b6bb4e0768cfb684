"""Dragging from the end of one bar to another row: that measure waits for this one, or no longer does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from cxstudio.analysis.measures.measure_standing import plan_numbers
from cxstudio.edits import toggle_dependency
from cxstudio.errors import UserError
from cxstudio.model import Id, Measure
from cxstudio.store import Draft
from cxstudio.wording import N_
from cxstudio.wording.error_sentences import sentence
from ui.canvas.interaction.gesture import ACROSS, UPRIGHT, PreviewGesture
from ui.context.context import Context
from ui.workspaces.measures.boards.plan_model import PlanModel

CONNECT = N_("Change what waits for what")


class ConnectingCanvas(Protocol):
    """What the gesture asks of the canvas it happens on."""

    context: Context
    model: PlanModel

    def viewport(self) -> QWidget: ...

    def record_at(self, at: QPointF) -> Id | None: ...

    def change(self, label: str, edit: Callable[[Draft], object]) -> None: ...

    def hold_axis(self, on: bool) -> None: ...


class Connect(PreviewGesture):
    """The arrow is drawn while the pointer is over a row; what would close a circle is refused with its path."""

    edges = ACROSS | UPRIGHT
    _model: PlanModel

    def __init__(self, view: ConnectingCanvas, source: Id) -> None:
        self._view, self._model, self.records = view, view.model, (source,)
        self._target: Id | None = None
        self._refused = False
        view.viewport().setCursor(Qt.CursorShape.CrossCursor)
        view.hold_axis(True)

    def move(self, at: QPointF) -> None:
        found = self._view.record_at(at)
        target = None if found == self.records[0] else found
        if target == self._target:
            return
        self._target, self._refused = target, False
        if target is None:
            self._model.end_preview()
            return
        try:
            self._model.preview(toggle_dependency, target, self.records[0])
        except UserError as problem:
            self._refused = True
            self._model.end_preview()
            self._view.context.messages.say(sentence(problem, self._view.context.texts))
        else:
            self._say(target)

    def do(self) -> None:
        target = self._target
        if target is not None and not self._refused:
            self._view.change(CONNECT, lambda draft: toggle_dependency(draft, target, self.records[0]))

    def finish(self) -> None:
        self._view.hold_axis(False)
        super().finish()

    def cancel(self) -> None:
        self._view.hold_axis(False)
        super().cancel()

    def _say(self, target: Id) -> None:
        context, numbers = self._view.context, plan_numbers(self._view.context.document)
        waits = self.records[0] in self._model.document.get(Measure, target).depends_on
        said = N_("{measure} waits for {other}.") if waits else N_("{measure} no longer waits for {other}.")
        context.messages.say(context.tr(said, measure=numbers[target], other=numbers[self.records[0]]))
