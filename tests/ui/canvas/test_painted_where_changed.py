"""After an edit only what differs is painted anew, and then the screen shows what a whole repaint would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cxstudio.catalogue.samples import sample
from cxstudio.edits import move_touchpoints, rate, set_fields, set_lane
from cxstudio.model import GROUP_VOICE, Round, Touchpoint
from cxstudio.model.kinds import RoundState
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.store import Draft
from tests.ui.journey_desk import Desk


class Painted(QObject):
    """How much of which widget was painted, in pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.pixels: dict[QObject, int] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(event, QPaintEvent):
            self.pixels[watched] = self.pixels.get(watched, 0) + _area(event.region())
        return False


def _area(region: QRegion) -> int:
    return sum(rect.width() * rect.height() for rect in region)


def shown(window: QWidget) -> QImage:
    """What stands on the screen just now, without painting anything."""
    return window.screen().grabWindow(window.winId()).toImage()


def test_an_edit_paints_what_differs_and_nothing_else(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    document = sample("lindenfurt", "de").document
    document = document.evolve(r.model_copy(update={"state": RoundState.OPEN}) for r in document.all(Round))
    desk = Desk(qtbot, tmp_path, document)
    workspace, context = desk.workspace, desk.context
    journey = workspace.model.journey or ""
    first, second, *_ = document.journey_touchpoints(journey)
    now = context.bridge.shown_round(journey)
    assert now is not None
    edits: dict[str, tuple[Callable[[Draft], object], float]] = {
        "rename": (lambda d: set_fields(d, Touchpoint, first.id, name="Anders"), 0.25),
        "rating": (lambda d: rate(d, now.id, second.id, GROUP_VOICE, "experience", 1), 0.4),
        "say more": (lambda d: set_fields(d, Touchpoint, second.id, name="Anders und länger " * 6), 1.0),
        "lane height": (lambda d: set_lane(d, journey, LaneKind.EMOTION, height=230.0), 1.0),
        "move": (lambda d: move_touchpoints(d, [first.id], second.stage, after=second.id), 1.0),
    }
    viewport, bar = workspace.view.viewport(), workspace.bar
    for name, (edit, most) in edits.items():
        desk.settle()
        painted = Painted()
        qapp.installEventFilter(painted)
        with context.session.transaction(name) as draft:
            edit(draft)
        qapp.sendPostedEvents()
        qapp.removeEventFilter(painted)
        assert 0 < painted.pixels[viewport] <= most * viewport.width() * viewport.height(), name
        assert bar not in painted.pixels, f"{name}: nothing in the bar says anything else"
        desk.settle()
        there = shown(workspace)
        workspace.repaint()
        viewport.repaint()
        assert there == shown(workspace), f"{name}: the screen shows something else than a whole repaint"
