"""The journey workspace: bar, map, overview strip, and who does what a command asks for."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from cxstudio.analysis.flow.flow_values import GRAPH_PACKAGE
from cxstudio.layout.map_scene.map_style import StageSpan
from cxstudio.model import Id, Record, Stage, Touchpoint
from ui.background.preloading import late_imports
from ui.canvas.group_painter import GroupPainter
from ui.canvas.interaction.press_machine import speak
from ui.canvas.interaction.zoom import at as zoomed
from ui.canvas.zooming import Zooming
from ui.context.context import Context
from ui.context.record_workspace import show_record
from ui.context.session_bridge import graph_in_steps
from ui.widgets.basics import column, row
from ui.widgets.lazy_pages import Pages, modules_of
from ui.widgets.menus import open_at
from ui.workspaces.journey.actions.cell_sheets import CellSheets
from ui.workspaces.journey.actions.journey_actions import JourneyActions
from ui.workspaces.journey.actions.lane_actions import LaneActions
from ui.workspaces.journey.actions.lane_cells import LaneCells
from ui.workspaces.journey.actions.link_cells import LinkCells
from ui.workspaces.journey.actions.map_text_editing import Editor
from ui.workspaces.journey.actions.rating_actions import RatingActions
from ui.workspaces.journey.actions.removing import Removing
from ui.workspaces.journey.actions.route_choice import FlowCommands
from ui.workspaces.journey.actions.touchpoint_actions import MapActions
from ui.workspaces.journey.actions.zoom_actions import ZoomActions
from ui.workspaces.journey.clipboard.clipboard_actions import Hands
from ui.workspaces.journey.context_menus import map_menu
from ui.workspaces.journey.empty_journey import EmptyMap
from ui.workspaces.journey.filter_actions import Looking
from ui.workspaces.journey.filter_and_find.filter_bar import FilterBar
from ui.workspaces.journey.journey_toolbar import Toolbar
from ui.workspaces.journey.journey_views import MAP, JourneyView, ViewEdits, place_in
from ui.workspaces.journey.lane_labels.lanes_menu import lane_menu, toggle_collapsed
from ui.workspaces.journey.map.map_area import MapArea
from ui.workspaces.journey.map.overview_strip import OverviewStrip
from ui.workspaces.journey.map_model.map_keys import neighbour
from ui.workspaces.journey.map_model.map_model import MapModel
from ui.workspaces.journey.map_model.screen_reader_text import spoken
from ui.workspaces.journey.map_status import map_status
from ui.workspaces.journey.side_panels import SidePanels
from ui.workspaces.journey.view_table import PANELS, VIEWS
from ui.workspaces.workspace_base import Status, Workspace

SAID_MS = 120
"""So often at most the status line follows scrolling."""


class JourneyWorkspace(Workspace):
    """The map and the other views of the journey, and the parts that carry out its commands."""

    with_inspector = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.model = MapModel(context, self)
        self.journeys = JourneyActions(context, self)
        self.bar = Toolbar(context, self.model, self.journeys, VIEWS, PANELS)
        self.area = MapArea(context, self.model)
        self.view = self.area.view
        self.editor = Editor(context, self.model, self.area, self._place_of_text)
        self.hand_over, self.go_on = self.editor.hand_over, self.editor.go_on
        self.zooming = ZoomActions(context, self.model, self.area)
        self.editing = MapActions(context, self.model, self.editor, self._unfold)
        self.rating = RatingActions(context, self.model, self)
        self.hands = Hands(context, self.model, self.view.picking, self.editing, self)
        self.cells = LaneCells(context, self.model, self.area, self.editor, self.zooming.reveal)
        self.links = LinkCells(context, self.model, self.area, self.zooming.reveal, self._cell_elsewhere)
        self.sheets = CellSheets(context, self.model, self.area)
        self.removing = Removing(self.cells, self.editing, self.rating, lambda: self._beside_map)
        self.lanes = LaneActions(context, self.model, self.area, self.editor, self.cells)
        self.empty = EmptyMap(context)
        self._map = QStackedWidget()
        self._map.addWidget(self.area)
        self._map.addWidget(self.empty)
        self.views = Pages(VIEWS, {MAP: self._map}, context, self.model)
        self.side = SidePanels(context, self.model, PANELS)
        ready = GroupPainter(self.area.painter.colours, self.area.painter.faces)
        self.overview = OverviewStrip(context, self.model.highlight, self._spans, self.view, ready)
        middle = QWidget()
        row(middle, self.side, self.views, spacing=0).setStretch(1, 1)
        self.ways = FlowCommands(context, self.model.highlight, self.bar)
        self.filter_bar = FilterBar(context, self.model.highlight)
        self.looking = Looking(context, self.model.highlight, self.bar, self.zooming)
        column(self, self.bar, self.filter_bar, middle, self.looking.line, self.overview, spacing=0).setStretch(2, 1)
        self.filter_bar.refresh()
        self.setFocusProxy(self.view)
        self._selected_last: Id | None = None
        """Where the arrows start while nothing is selected."""
        self._pasting = ""
        """A list about to be pasted when the window was made anew."""
        self._unseen: Id | None = None
        """What was selected last while the map was out of view."""
        self._said_later = QTimer(self, singleShot=True, interval=SAID_MS)
        self._said_later.timeout.connect(self.status_changed)
        self._wire()
        self._refresh()
        modules = (*modules_of((*VIEWS, *PANELS)), *late_imports(graph_in_steps))
        context.ahead.want(modules, (GRAPH_PACKAGE,), (_read_catalogue,))

    @property
    def _beside_map(self) -> JourneyView | None:
        """The view in sight, None where that is the map."""
        page = self.views.page
        return page if isinstance(page, JourneyView) else None

    @property
    def zoom(self) -> Zooming:
        """Who brings what is in sight nearer or farther."""
        view = self._beside_map
        return self.zooming if view is None or view.zooming is None else view.zooming

    @property
    def view_edits(self) -> ViewEdits | None:
        """Who edits in the view in sight where that is not the map's affair."""
        view = self._beside_map
        return None if view is None else view.edits

    def view_state(self) -> dict[str, Any]:
        self.zooming.settle()
        highlight, labels, line = self.model.highlight, self.area.labels, self.looking.line
        return {
            "view": self.view_id,
            "inviting": self.journeys.inviting,
            "panel": self.side.panel,
            "zoom": self.model.zoom,
            "folded": self.model.folded,
            "filter": highlight.filter,
            "only": highlight.only,
            "route": self.context.flow.route if highlight.way else "",
            "sought": (line.line.text(), line.isVisibleTo(self)),
            "lane": labels.current.key if labels.current is not None else "",
            "cell": self.cells.current,
            "arrows_from": self._selected_last,
            "cut": self.hands.last_cut,
            "pasting": self.hands.sheet.text if self.hands.sheet is not None else "",
        }

    def restore_view_state(self, state: dict[str, Any]) -> None:
        self.model.set_folded(state["folded"])
        self.model.set_zoom(state["zoom"])
        self.model.highlight.set_filter(state["filter"])
        self.model.highlight.set_only(state["only"])
        if state["route"]:
            self.ways.toggle_route(state["route"])
        self.looking.line.seek(*state["sought"])
        self.area.labels.choose(state["lane"])
        if state["cell"] is not None:
            self.cells.mark(state["cell"])
        self._selected_last = state["arrows_from"]
        self.hands.last_cut, self._pasting = state["cut"], state["pasting"]
        self.side.show_panel(state["panel"])
        self.journeys.inviting = state["inviting"]
        self._show(state["view"])

    def go_back_to(self, view: str, zoom: object) -> None:
        """Show a view and a zoom again, as far as there are such."""
        if isinstance(zoom, int | float):
            self.model.set_zoom(zoomed(float(zoom)))
        if view in {row.id for row in VIEWS}:
            self._show(view)
            self._refresh()

    def place_for(self, record: Record) -> Id | None:
        return place_in(self._beside_map, self.context.document, record)

    def shows_journey(self, journey: Id) -> bool:
        view = self._beside_map
        shown = view.journeys() if view is not None else None
        return journey == self.context.selection.journey if shown is None else journey in shown

    def status(self) -> Status:
        said = self._beside_map.status() if self._beside_map is not None else None
        return said or map_status(self.context, self.model, self.view)

    @property
    def view_id(self) -> str:
        """The view in view: "map", "flow", …"""
        return self.views.id

    def show_view(self, view: str) -> None:
        """Bring a view of the journey into view and give it the keyboard."""
        if not self.isVisible():
            self.context.commands.run("go.journey")
        self._show(view)
        if self._beside_map is not None:
            self._beside_map.entered()
        self._refresh()
        self.take_focus()

    def _show(self, view: str) -> None:
        self.views.show_page(view)
        self.editor.finish()
        shown = self._beside_map
        self.editor.instead = shown.edit_text if shown is not None else None
        if shown is not None:
            shown.status_changed.connect(self.status_changed, Qt.ConnectionType.UniqueConnection)
            shown.named = self.editing.back
        self.journeys.shown(view)
        self.bar.show_view(view)
        if self.isVisible():
            self.context.selection.look_again()

    def toggle_panel(self, panel: str) -> None:
        """Show a panel beside the map, or put it away."""
        if not self.isVisible():
            self.context.commands.run("go.journey")
        self.side.toggle(panel)

    def entered(self) -> None:
        """What stood still while another workspace was in view catches up."""
        if self._beside_map is not None:
            self._beside_map.entered()
        enter = getattr(self.side.widget, "entered", None)
        if enter is not None:
            enter()
        text, self._pasting = self._pasting, ""
        if text:
            self.hands.paste_text(text)

    def take_focus(self) -> None:
        if self._beside_map is not None:
            self._beside_map.take_focus()
        else:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_of_text(self, record: Id, field: str) -> QRect | None:
        """Where a text is edited on the map: a field with a lane of its own in its cell, any other where it stands."""
        return self.cells.field_place(record, field) or self.area.place_in(record, self.area)

    def _cell_elsewhere(self, record: Id, field: str) -> QRect | None:
        """Where a field stands on the screen in the view in sight, where that is not the map."""
        return self._beside_map.cell_place(record, field) if self._beside_map is not None else None

    def _wire(self) -> None:
        context, view, header, labels = self.context, self.view, self.area.header, self.area.labels
        self.model.changed.connect(self.overview.drawing_changed)
        self.model.changed.connect(self._follow)
        self.model.documented.connect(self.overview.document_changed)
        context.selection.changed.connect(self._selected)
        context.selection.voice_changed.connect(self.status_changed)
        self.area.moved.connect(self._moved)
        self.area.moved.connect(self.overview.follow)
        view.edit_wanted.connect(self._edit)
        view.menu_wanted.connect(self._menu)
        view.clicked_at.connect(self.cells.press)
        view.open_cell = lambda at: self.links.open(at) or self.sheets.open(at) or self.cells.open(at)
        view.in_cell = lambda: self.cells.current is not None
        view.written.connect(self.cells.write)
        self.cells.marked.connect(self._announce)
        view.typed.connect(self.rating.typed)
        view.refused.connect(self.rating.refuse)
        view.arrow.connect(self._arrow)
        view.hint_pressed.connect(self._begin_stage)
        view.fold_pressed.connect(self._unfold)
        header.fold_pressed.connect(self._unfold)
        view.picture_dropped.connect(self.hands.pinning.take_from)
        self.overview.wanted.connect(self._centre)
        header.pressed.connect(self._press_stage)
        header.edit_wanted.connect(self._edit)
        header.menu_wanted.connect(self._menu)
        self.area.names.edit_wanted.connect(self._edit)
        self.area.names.menu_wanted.connect(self._menu)
        labels.menu_wanted.connect(self._lane_menu)
        labels.collapse_wanted.connect(lambda key: toggle_collapsed(context, self.model, key))
        self.hands.arrived.connect(self.zooming.reveal)
        self.editor.ended.connect(lambda: None if self.editor.field.passed_on else self.take_focus())
        self.looking.line.ended.connect(self.take_focus)
        self.bar.round_chosen.connect(self.journeys.show_round)
        self.journeys.view_wanted.connect(self.show_view)
        self.bar.view_chosen.connect(self.show_view)
        self.bar.panel_wanted.connect(self.toggle_panel)
        self.side.changed.connect(self._panel_changed)
        self.bar.persona.shown.connect(partial(show_record, self.context))

    def _spans(self) -> tuple[StageSpan, ...]:
        return self.model.layout.stages if self.model.layout is not None else ()

    def _follow(self) -> None:
        if self.isVisible():
            self._refresh()
            self._announce(aloud=False)  # what was done is said by whoever did it

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        self._announce()

    def _refresh(self) -> None:
        document, journey = self.model.document, self.model.journey
        stages = document.stages(journey) if journey is not None else ()
        self._map.setCurrentWidget(self.area if stages else self.empty)
        filled = any(document.touchpoints(stage.id) for stage in stages)
        self.overview.setVisible(filled and self.view_id == MAP)
        if self._unseen is not None and self.area.isVisible():
            self.zooming.unfold_for_selected(self._unseen)
            self.zooming.reveal(self._unseen)
            QTimer.singleShot(0, self, self._reveal_unseen)  # and once more when everything has its place
        self.status_changed.emit()

    def _reveal_unseen(self) -> None:
        unseen, self._unseen = self._unseen, None
        self.zooming.reveal(unseen)

    def _centre(self, x: float) -> None:
        window = self.view.window_rect
        self.view.scroll_to(QPointF(x - window.width() / 2, window.top()))

    def _moved(self) -> None:
        self.editor.lay()
        if not self._said_later.isActive():
            self._said_later.start()

    def _selected(self) -> None:
        record = self.context.selection.record
        self._selected_last = record.id if record is not None else self._selected_last
        if record is not None and self.view.gesture is None:
            alone, seen = len(self.context.selection.ids) == 1, self.area.isVisible()
            if seen or not alone:  # what is revealed later is unfolded then
                self.zooming.unfold_for_selected(record.id)
            if not seen:
                self._unseen = record.id if alone else self._unseen
            elif alone and not (self.view.underMouse() and self.view.hasFocus()):
                self.zooming.reveal(record.id)
        if self.isVisible():
            self.status_changed.emit()
            self._announce()

    def _announce(self, *, aloud: bool = True) -> None:
        speak(self.view, self.cells.words() or spoken(self.context, self.model), aloud=aloud)

    def _arrow(self, key: Qt.Key, extend: bool) -> None:
        journey = self.model.journey
        if journey is None:
            return
        if not extend and self.cells.step(key):
            return
        start = self.context.selection.id or self._selected_last
        wanted = neighbour(self.context.document, journey, start, key)
        onward = {Qt.Key.Key_Home: Qt.Key.Key_Right, Qt.Key.Key_End: Qt.Key.Key_Left}.get(key, key)
        while wanted is not None and self._left_out(wanted):
            wanted = neighbour(self.context.document, journey, wanted, onward)
        if wanted is not None:
            self.view.picking.extend(wanted) if extend else self.context.selection.select(wanted)
            self.zooming.reveal(wanted)

    def _left_out(self, record: Id) -> bool:
        """Whether the map leaves out a stage or a touchpoint, because only others are shown."""
        alone = isinstance(self.context.document.find(record), Stage | Touchpoint)
        return alone and not self.model.shown([record])

    def _begin_stage(self, stage: Id) -> None:
        """The first touchpoint of a stage without any."""
        self.context.selection.select(stage)
        self.context.commands.run("journey.new_touchpoint")

    def _press_stage(self, stage: Id) -> None:
        self.take_focus()
        self.view.picking.press(stage, QApplication.keyboardModifiers())

    def _edit(self, record: Id) -> None:
        self.context.selection.select(record)
        self.zooming.reveal(record)
        self.editor.begin(record)

    def _menu(self, record: str, at: QPointF) -> None:
        if record and record not in self.context.selection.ids:
            self.context.selection.select(record)
        open_at(map_menu(self.context, self.context.document.find(record), self), at.toPoint())

    def _lane_menu(self, key: str, at: QPointF) -> None:
        menu = lane_menu(self.context, self.model, key, self)
        if menu is not None:
            open_at(menu, at.toPoint())

    def _panel_changed(self, panel: str) -> None:
        self.bar.show_panel(panel)
        if not panel:
            self.take_focus()

    def _unfold(self, stage: Id) -> None:
        if isinstance(self.context.document.find(stage), Stage) and stage in self.model.folded:
            self.model.set_folded(self.model.folded - {stage})


def _read_catalogue() -> None:
    """The panel asks for it; reading takes a moment, once."""
    from cxstudio.catalogue.touchpoints import catalogue

    catalogue()
