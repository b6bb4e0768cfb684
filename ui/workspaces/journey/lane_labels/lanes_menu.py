"""Which lanes are shown, folded or hidden: the menu of the bar and of each lane's label."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.edits import fix_lane_height, move_lane, set_lane, show_lanes
from cxstudio.layout.map.shown_lanes import lane_title
from cxstudio.model import Document, Id
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.lanes import JourneyLane, LaneRef, journey_lanes
from cxstudio.wording import N_
from ui.theme.plain_texts import caption
from ui.widgets.menus import entry
from ui.workspaces.journey.map_model.round_overlays import add_over_menu

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.map_model.map_model import MapModel

STEP = 32.0
"""How much higher or lower (points) one step makes a lane."""
CHANGE = N_("Change the lanes")
SIZE = N_("Size a lane")


class TickMenu(QMenu):
    """A menu that stays open while entries are ticked: one chooses several lanes at a time."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        entry = self.actionAt(event.position().toPoint())
        if entry is not None and entry.isCheckable() and entry.isEnabled():
            entry.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.activeAction()
        if event.key() == Qt.Key.Key_Space and entry is not None and entry.isCheckable() and entry.isEnabled():
            entry.trigger()
        else:
            super().keyPressEvent(event)


def lanes_in_use(document: Document, journey: Id | None) -> tuple[int, int]:
    """How many lanes are shown, and how many there are."""
    lanes = journey_lanes(document, journey) if journey is not None else ()
    return sum(lane.shown for lane in lanes), len(lanes)


def lanes_menu(context: Context, model: MapModel, parent: QWidget) -> QMenu:
    """Every lane with a tick where it is shown, and those one can add."""
    menu = TickMenu(parent)
    lanes = journey_lanes(context.document, model.journey) if model.journey is not None else ()
    for lane in lanes:
        line = entry(menu, lane_title(lane, context.texts), chosen=lane.shown)
        line.setEnabled(lane.kind is not LaneKind.TOUCHPOINTS or not lane.shown)
        _shows(line, context, model, lane.ref)
    menu.addSeparator()
    menu.addAction(context.commands.action("lanes.new"))
    menu.addAction(context.commands.action("lanes.show_all"))
    return menu


def lane_menu(context: Context, model: MapModel, key: str, parent: QWidget) -> QMenu | None:
    """What can be done with one lane; None where the label names none."""
    lane, row = lane_of(context, model, key), row_of(model, key)
    if lane is None or row is None or context.session.read_only:
        return None
    menu = QMenu(parent)
    if lane.kind is LaneKind.OWN:
        for command in ("lanes.rename", "lanes.remove"):
            menu.addAction(context.commands.action(command))
        menu.addSeparator()
    fold = context.tr("Unfold") if row.collapsed else context.tr("Fold")
    _does(entry(menu, fold), context, model, lane.ref, collapsed=not row.collapsed)
    if lane.kind is not LaneKind.TOUCHPOINTS:
        _does(entry(menu, context.tr("Hide")), context, model, lane.ref, shown=False)
    menu.addSeparator()
    for command in ("lanes.higher", "lanes.lower", "lanes.as_needed"):
        menu.addAction(context.commands.action(command))
    menu.addSeparator()
    for command in ("lanes.up", "lanes.down"):
        menu.addAction(context.commands.action(command))
    add_over_menu(context, model.journey, menu, lane.kind)
    menu.addSeparator()
    lanes = lanes_menu(context, model, menu)
    lanes.setTitle(caption(context.tr("Lanes")))
    menu.addMenu(lanes)
    return menu


def lane_of(context: Context, model: MapModel, key: str) -> JourneyLane | None:
    """The lane of that key."""
    lanes = journey_lanes(context.document, model.journey) if model.journey is not None else ()
    return next((lane for lane in lanes if lane.key == key), None)


def row_of(model: MapModel, key: str) -> Any:
    """Where that lane stands on the map drawn; None where it is hidden."""
    layout = model.layout
    return next((row for row in layout.lanes if row.key == key), None) if layout is not None else None


def toggle_collapsed(context: Context, model: MapModel, key: str) -> None:
    """Fold a lane to its title, or unfold it."""
    lane, row = lane_of(context, model, key), row_of(model, key)
    if lane is not None and row is not None and not context.session.read_only:
        change(context, model, lane.ref, collapsed=not row.collapsed)


def change(context: Context, model: MapModel, lane: LaneRef, **values: Any) -> None:
    """Change how one lane is shown, as one step."""
    if model.journey is not None:
        with context.session.transaction(CHANGE) as draft:
            set_lane(draft, model.journey, lane, **values)


def resize(context: Context, model: MapModel, lane: LaneRef, height: float | None) -> None:
    """Fix a lane's height, or let its content decide, as one step."""
    if model.journey is not None:
        with context.session.transaction(SIZE) as draft:
            fix_lane_height(draft, model.journey, lane, height)


def show_all(context: Context, model: MapModel) -> None:
    """Show every lane, as one step."""
    if model.journey is None:
        return
    hidden = [lane.ref for lane in journey_lanes(context.document, model.journey) if not lane.shown]
    with context.session.transaction(CHANGE) as draft:
        show_lanes(draft, model.journey, hidden)


def neighbours(context: Context, model: MapModel, lane: LaneRef, step: int) -> LaneRef | bool | None:
    """Behind which lane one goes that moves a shown place up or down: None for the top, False at the ends."""
    lanes = journey_lanes(context.document, model.journey) if model.journey is not None else ()
    shown = [one.ref for one in lanes if one.shown]
    if lane not in shown:
        return False
    place = shown.index(lane) + step
    if not 0 <= place < len(shown):
        return False
    rest = [one for one in shown if one != lane]
    return rest[place - 1] if place else None


def move(context: Context, model: MapModel, lane: LaneRef, step: int) -> None:
    """Move a lane one shown place up or down, as one step."""
    after = neighbours(context, model, lane, step)
    if not isinstance(after, bool) and model.journey is not None:
        with context.session.transaction(N_("Move a lane")) as draft:
            move_lane(draft, model.journey, lane, after)


def _shows(line: QAction, context: Context, model: MapModel, lane: LaneRef) -> None:
    line.toggled.connect(lambda shown: change(context, model, lane, shown=shown))


def _does(line: QAction, context: Context, model: MapModel, lane: LaneRef, **values: Any) -> None:
    act: Callable[[], None] = lambda: change(context, model, lane, **values)  # noqa: E731 - late on purpose
    line.triggered.connect(lambda *_: act())
