"""The flow view of the journey: drawing, bar, overview and figures, and who does what a command asks for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from cxstudio.model import Id, Journey, Record, Stage, Touchpoint, Transition
from ui.canvas.interaction.press_machine import speak
from ui.canvas.interaction.zoom import Zoom
from ui.context.context import Context
from ui.flow_figures.flow_panel import FlowPanel
from ui.flow_figures.waiting_notice import FlowWaiting
from ui.widgets.basics import button, column, row
from ui.widgets.empty_state import empty_state
from ui.widgets.menus import open_at
from ui.workspaces.journey.flow.flow_actions import FlowEdits
from ui.workspaces.journey.flow.flow_area import FlowArea
from ui.workspaces.journey.flow.flow_bar import FlowBar
from ui.workspaces.journey.flow.flow_keys import next_card, next_way
from ui.workspaces.journey.flow.flow_model import FlowModel
from ui.workspaces.journey.flow.flow_overview import FlowOverview
from ui.workspaces.journey.flow.flow_status import flow_status
from ui.workspaces.journey.flow.flow_tooltips import spoken
from ui.workspaces.journey.flow.flow_zoom import FlowZoom
from ui.workspaces.journey.journey_views import JourneyView
from ui.workspaces.journey.map_model.map_model import MapModel
from ui.workspaces.workspace_base import Status

ROOMY: Final = 900
"""Pixels from which the figures stand beside the drawing from the start."""


class FlowPage(JourneyView):
    """The journey as a graph, with its figures beside it."""

    zooming: FlowZoom
    edits: FlowEdits

    def __init__(self, context: Context, map_model: MapModel) -> None:
        super().__init__()
        self.context = context
        self.model = FlowModel(context, map_model, self)
        self.area = FlowArea(context, self.model)
        self.view = self.area.view
        self.bar = FlowBar(context, self.model)
        self.zooming = FlowZoom(context, self.model, self.area)
        self.overview = FlowOverview(context, self.model, self.area)
        self.panel = FlowPanel(context)
        self.edits = FlowEdits(context, self.model, self.area)
        self.hand_over, self.go_on = self.edits.hand_over, self.edits.go_on
        self._waiting = FlowWaiting(context, self.model.work, self.model.again)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.area)
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self._nothing())
        self._asked_for_panel: bool | None = None
        self._entered = False
        left = QWidget()
        column(left, self._stack, self.bar, self.overview, spacing=0).setStretch(0, 1)
        row(self, left, self.panel, spacing=0).setStretch(0, 1)
        self.setFocusProxy(self.view)
        self._wire()

    @property
    def kinds(self) -> frozenset[type[Record]]:
        return frozenset({Journey, Stage, Touchpoint, Transition})

    def entered(self) -> None:
        """Comes into view; the first time so near that as much as possible can be read."""
        self._lay_panel()
        if not self._entered:
            self._entered = True
            QTimer.singleShot(0, self.zooming.begin)

    def view_state(self) -> tuple[bool | None, Zoom, int | None, str]:
        """Whether the figures were asked for; zoom, number of ways, and the way chosen."""
        return self._asked_for_panel, self.model.zoom, self.model.most_ways, self.model.way_key

    def restore_view_state(self, state: tuple[bool | None, Zoom, int | None, str]) -> None:
        """Show the same; nothing is brought nearer."""
        self._asked_for_panel, self.model.zoom, self.model.most_ways, self.model.way_key = state
        self._entered = True

    def take_focus(self) -> None:
        """Give the keyboard to the drawing."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def status(self) -> Status | None:
        """What the status line says."""
        return flow_status(self.context, self.model)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.watch(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._lay_panel)  # not while layouts are under way

    def _wire(self) -> None:
        view, context = self.view, self.context
        self.model.changed.connect(self._refresh)
        self.model.way_changed.connect(self._announce)
        context.selection.changed.connect(self._selected)
        view.arrow.connect(self._arrow)
        view.stepped.connect(self._step)
        view.edit_wanted.connect(self.edits.rename)
        view.menu_wanted.connect(self._menu)
        view.drawn.connect(context.selection.select)
        self.area.header.pressed.connect(context.selection.select)
        self.area.moved.connect(self.edits.line.hide)
        self.edits.line.closed.connect(lambda: None if self.edits.line.passed_on else self.take_focus())
        self.bar.panel_wanted.connect(self._toggle_panel)

    def _refresh(self) -> None:
        layout = self.model.layout
        work = self.model.work
        unknown = self.context.flow.state is None or work.busy or work.stopped
        waiting = layout is None and self.model.journey is not None and unknown
        empty = not waiting and (layout is None or not layout.cards)
        self._stack.setCurrentIndex(1 if waiting else 2 if empty else 0)
        self.bar.setVisible(not waiting and not empty)
        self.overview.setVisible(not waiting and not empty)
        self.status_changed.emit()
        if self.isVisible():
            self.area.refresh()
            self.bar.refresh()
        self._announce()

    def _nothing(self) -> QWidget:
        tr = self.context.tr
        add = button(tr("+ Touchpoint"), lambda: self.context.commands.run("journey.new_touchpoint"), "primary")
        said = tr("The flow is read from the order of the map and from the paths you draw in the flow view.")
        return empty_state(self.context.theme, "journey", tr("No touchpoints yet"), said, add)

    def _lay_panel(self) -> None:
        shown = self.width() >= ROOMY if self._asked_for_panel is None else self._asked_for_panel
        self.panel.setVisible(shown)
        self.bar.panel.setChecked(shown)

    def _toggle_panel(self) -> None:
        self._asked_for_panel = self.panel.isHidden()
        self._lay_panel()

    # Walking

    @property
    def _here(self) -> Id | None:
        """The card that is selected, or whose way is."""
        way = self.model.way
        if way is not None:
            return way.source
        layout = self.model.layout
        card = layout.card_of(self.context.selection.id) if layout is not None else None
        return card.key if card is not None else None

    def _arrow(self, key: Qt.Key) -> None:
        layout, way = self.model.layout, self.model.way
        if layout is None:
            return
        if way is not None and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._choose(next_way(layout, way, None, -1 if key == Qt.Key.Key_Up else 1) or way)
            return
        wanted = next_card(layout, self._here, key)
        if way is not None and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            wanted = way.target if key == Qt.Key.Key_Right else way.source
        if wanted is not None:
            self._go_to(wanted)

    def _go_to(self, key: str) -> None:
        layout = self.model.layout
        card = layout.cards.get(key) if layout is not None else None
        if card is None:
            return
        if card.touchpoint is None:
            self.model.unfold(card.stage)
        self.model.choose_way(None)
        self.context.selection.select(card.touchpoint or card.hidden[0])

    def _step(self, step: int) -> None:
        layout, way = self.model.layout, self.model.way
        if layout is None:
            return
        found = next_way(layout, way, self._here, step)
        if found is not None:
            self._choose(found)
        elif way is not None and step < 0:
            self._go_to(way.source)

    def _choose(self, way: object) -> None:
        layout = self.model.layout
        found = next((w for w in layout.ways if w == way), None) if layout is not None else None
        self.model.choose_way(found)

    def _selected(self) -> None:
        if not self.isVisible():
            return
        record = self.context.selection.record
        layout = self.model.layout
        if isinstance(record, Touchpoint) and layout is not None:
            card = layout.card_of(record.id)
            if card is not None and card.touchpoint is None:
                self.model.unfold(card.stage)
                layout = self.model.layout
                card = layout.card_of(record.id) if layout is not None else None
            if card is not None and not self.view.underMouse():
                self.area.reveal(card.key)
        elif isinstance(record, Transition) and layout is not None and not self.view.underMouse():
            way = layout.way(record.id)
            if way is not None:
                self.area.reveal_way(way)
        self._announce()

    def _announce(self) -> None:
        speak(self.view, spoken(self.context, self.model) if self.isVisible() else "")

    def _menu(self, at: QPointF) -> None:
        commands = self.context.commands
        menu = QMenu(self)
        names = ["journey.rename", "journey.remove"]
        if self.model.way is None:
            names = ["flow.draw_way", "flow.drop_out", "", "journey.rename", "journey.critical", "journey.stardust",
                     "", "journey.new_touchpoint", "journey.remove"]  # fmt: skip
        for name in names:
            if name:
                menu.addAction(commands.action(name))
            else:
                menu.addSeparator()
        open_at(menu, at.toPoint())
