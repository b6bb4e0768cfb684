"""Every canvas of the window with a drag on it that is one step, for tests of what a pointer does on all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

from cxstudio.edits import add_measure, add_own_lane
from cxstudio.layout.comparison.comparison_curves import axis
from cxstudio.model import Document, LaneSetting
from cxstudio.model.kinds import MeasureStatus
from cxstudio.store import ChangeSet
from tests.ui.comparing_desk import comparing, on_map, planned, run, workspace
from ui.canvas.canvas_view import CanvasView
from ui.canvas.frozen_strip import FrozenStrip
from ui.canvas.interaction.zoom import at
from ui.main_window.main_window import MainWindow
from ui.workspaces.journey.flow.flow_page import FlowPage
from ui.workspaces.measures.boards.schedule_page import ScheduleView
from ui.workspaces.measures.boards.status_board_page import BoardView

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Case:
    """A canvas, and a drag on it that changes something."""

    window: MainWindow
    canvas: CanvasView | FrozenStrip
    start: QPoint
    end: QPoint
    held: str
    """The record that is held while dragging."""
    scrolled: CanvasView
    """The view that scrolls when the drag is held at an edge."""
    edge: QPoint
    """A place so near an edge that it scrolls."""

    @property
    def pointed(self) -> QWidget:
        return self.canvas.viewport() if isinstance(self.canvas, CanvasView) else self.canvas

    @property
    def document(self) -> Document:
        return self.window.context.document

    def press(self) -> None:
        """Take hold and go to the end; the button stays down."""
        QTest.mousePress(self.pointed, LEFT, NONE, self.start)
        self.move(*(self.start + (self.end - self.start) * step / 4 for step in range(1, 5)))

    def move(self, *places: QPoint) -> None:
        for place in places:
            QTest.mouseMove(self.pointed, place)
            QApplication.processEvents()

    def release(self) -> None:
        QTest.mouseRelease(self.pointed, LEFT, NONE, self.end)
        QApplication.processEvents()

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget(), key)
        QApplication.processEvents()

    @property
    def last_step(self) -> ChangeSet | None:
        return self.window.context.session.store.history.undoable

    @property
    def bars(self) -> tuple[int, int]:
        return self.scrolled.horizontalScrollBar().value(), self.scrolled.verticalScrollBar().value()


def _middle(view: QGraphicsView, x: float, y: float) -> QPoint:
    return view.mapFromScene(QPointF(x, y))


def _map(window: MainWindow) -> Case:
    view = workspace(window).view
    places = {i: view.place_of(i) for i in ("t01", "t04")}
    start, end = (_middle(view, p.x + p.group.width / 2, p.y + 30) for p in places.values() if p is not None)
    edge = QPoint(view.viewport().width() - 5, start.y())
    return Case(window, view, start, end, "t01", view, edge)


def _header(window: MainWindow) -> Case:
    area, document = workspace(window).area, window.context.document
    first, second = (s.id for s in document.stages(window.context.selection.journey)[:2])
    rects = [area.header.stage_rect(stage) for stage in (first, second)]
    start, end = (rect.center().toPoint() for rect in rects if rect is not None)
    edge = QPoint(area.header.width() - 5, start.y())
    return Case(window, area.header, start, end + QPoint(60, 0), first, area.view, edge)


def _labels(window: MainWindow) -> Case:
    area, context = workspace(window).area, window.context
    with context.session.transaction("a lane") as draft:
        lane = add_own_lane(draft, context.selection.journey, "Own")
    QApplication.processEvents()
    rows = [row.key for row in area.labels.rows]
    (key,) = [key for key in rows if key.endswith(lane)]
    area.view.scroll_to(QPointF(0.0, 10_000.0 if rows.index(key) > 3 else 0.0))
    own, before = area.labels.rect_of(key), area.labels.rect_of(rows[rows.index(key) - 1])
    assert own is not None and before is not None and isinstance(context.document.find(lane), LaneSetting)
    start, end = own.center().toPoint(), before.center().toPoint() - QPoint(0, 8)
    return Case(window, area.labels, start, end, lane, area.view, QPoint(start.x(), 5))


def _flow(window: MainWindow) -> Case:
    run(window, "journey.show_flow")
    page = window.findChild(FlowPage)
    assert page is not None
    page.zooming.set_zoom(at(0.5))
    page.area.reveal("t12")
    page.view.scroll_by(60, 0)
    layout = page.model.layout
    assert layout is not None
    cards = [layout.cards[touchpoint] for touchpoint in ("t12", "t11")]
    start, end = (_middle(page.view, card.x + card.width / 2, card.middle) for card in cards)
    edge = QPoint(page.view.viewport().width() - 5, start.y())
    return Case(window, page.view, start, end, "t12", page.view, edge)


def _comparison(window: MainWindow) -> Case:
    _, touchpoints = planned(window)
    run(window, "journey.show_compare", "journeys.set_targets")
    page = comparing(window)
    page.view.scroll_to(QPointF(0.0, 10_000.0))
    layout, target = page.model.layout, touchpoints[3]
    assert layout is not None
    number, _, now = next(v for v in layout.board.values(layout.board.later) if v[1] == target)
    x, top = (number + 0.5) * layout.board.wide, layout.rows["curve"][0]
    start, end = (_middle(page.view, x, top + axis(layout.board).y(value)) for value in (now, 2))
    return Case(window, page.view, start, end, target, page.view, QPoint(start.x(), 5))


def _board(window: MainWindow) -> Case:
    with window.context.session.transaction("more cards than the window has room for") as draft:
        for number in range(12):
            add_measure(draft, f"Measure {number}", status=MeasureStatus.PROPOSED)
    run(window, "go.measures", "measures.show_board")
    view = window.findChild(BoardView)
    assert view is not None
    held = next(c for c in view.shown.cards if c.item.status is MeasureStatus.PROPOSED)
    start = _middle(view, held.x + held.width / 2, held.y + 20)
    end = start + QPoint(round(view.shown.style.column), 30)
    edge = QPoint(start.x(), view.viewport().height() - 5)
    return Case(window, view, start, end, held.item.measure, view, edge)


def _schedule(window: MainWindow) -> Case:
    run(window, "go.measures", "measures.show_schedule")
    view = window.findChild(ScheduleView)
    assert view is not None
    row = view.shown.rows[0]
    assert row.item is not None and row.span is not None
    view.reveal_selected()
    x = max(row.span.x + 20, view.window_rect.left() + 40)
    start = _middle(view, x, row.y + row.height / 2)
    edge = QPoint(view.viewport().width() - 5, start.y())
    return Case(window, view, start, start + QPoint(60, 8), row.item.measure, view, edge)


CASES: dict[str, Callable[[MainWindow], Case]] = {
    "map": _map,
    "headers": _header,
    "labels": _labels,
    "flow": _flow,
    "comparison": _comparison,
    "board": _board,
    "schedule": _schedule,
}


def case_of(name: str, window: MainWindow) -> Case:
    """One canvas, in a window so small that there is something to scroll."""
    window.resize(1000, 620)
    on_map(window)
    window.activateWindow()
    QApplication.processEvents()
    return CASES[name](window)
