"""The flow view of the journey: drawing, bar, overview and figures, and who does what a command asks for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from cxstudio.edits import add_touchpoint, remove_records, set_fields
from cxstudio.edits.flow import set_share
from cxstudio.model import Id, Touchpoint, Transition
from cxstudio.wording import N_
from cxstudio.wording.parsing import parse_number
from ui.context import Context
from ui.flow.panel import FlowPanel
from ui.flow.waiting import FlowWaiting
from ui.widgets.basics import column, row
from ui.workspaces.base import Status
from ui.workspaces.journey.flow.area import FlowArea
from ui.workspaces.journey.flow.bar import FlowBar
from ui.workspaces.journey.flow.hints import spoken
from ui.workspaces.journey.flow.line import InPlaceLine
from ui.workspaces.journey.flow.model import FlowModel
from ui.workspaces.journey.flow.overview import FlowOverview
from ui.workspaces.journey.flow.status import flow_status
from ui.workspaces.journey.flow.steps import next_card, next_way
from ui.workspaces.journey.flow.zooming import FlowZoom
from ui.workspaces.journey.map_model import MapModel

ROOMY: Final = 900
"""Pixels from which the figures stand beside the drawing from the start."""


class FlowPage(QWidget):
    """Commands of the journey that mean something here are answered by this view while it is in view."""

    answers = frozenset({"rename", "remove", "new_touchpoint"}) | FlowZoom.SERVES

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
        self.line = InPlaceLine(self.view.viewport())
        self._waiting = FlowWaiting(context)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.area)
        self._stack.addWidget(self._waiting)
        self._asked_for_panel: bool | None = None
        self._entered = False
        left = QWidget()
        column(left, self._stack, self.bar, self.overview, spacing=0).setStretch(0, 1)
        row(self, left, self.panel, spacing=0).setStretch(0, 1)
        self.setFocusProxy(self.view)
        self._wire()

    def __getattr__(self, name: str) -> object:
        """Zooming is answered by its own part."""
        if name in FlowZoom.SERVES and "zooming" in self.__dict__:
            return getattr(self.__dict__["zooming"], name)
        raise AttributeError(name)

    def entered(self) -> None:
        """Comes into view; the first time so near that as much as possible can be read."""
        self._lay_panel()
        self._refresh()
        if not self._entered:
            self._entered = True
            QTimer.singleShot(0, self.zooming.begin)

    def take_focus(self) -> None:
        """Give the keyboard to the drawing."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def status(self) -> Status | None:
        """What the status line says."""
        return flow_status(self.context, self.model)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

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
        view.edit_wanted.connect(self.rename)
        view.menu_wanted.connect(self._menu)
        view.drawn.connect(context.selection.select)
        self.area.header.pressed.connect(context.selection.select)
        self.area.moved.connect(self.line.hide)
        self.line.closed.connect(self.take_focus)
        self.bar.panel_wanted.connect(self._toggle_panel)

    def _refresh(self) -> None:
        waiting = self.model.layout is None and self.model.journey is not None
        self._stack.setCurrentWidget(self._waiting if waiting else self.area)
        self.bar.setVisible(not waiting)
        self.overview.setVisible(not waiting)
        self._waiting.refresh()
        if self.isVisible():
            self.area.refresh()
            self.bar.refresh()
        self._announce()

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
        """Screen readers hear what is selected: the items of a scene are invisible to them."""
        words = spoken(self.context, self.model) if self.isVisible() else ""
        if words != self.view.accessibleDescription():
            self.view.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self.view, QAccessible.Event.DescriptionChanged))

    # What commands of the journey mean here

    def rename(self) -> None:
        """Type the share of the chosen way, or the name of the selected touchpoint, where it stands."""
        way, layout = self.model.way, self.model.layout
        if layout is None or self.context.session.read_only:
            return
        if way is not None:
            self._edit_share()
            return
        record = self.context.selection.of(Touchpoint)
        card = layout.card_of(record.id) if record is not None else None
        if record is not None and card is not None and card.touchpoint is not None:
            self.area.reveal(card.key)
            box = QRectF(card.x, card.y + 6, max(card.width, 160.0), 32.0)
            name = self.context.tr("Name of the touchpoint")
            self.line.open(self._in_view(box), record.name, name, lambda text: self._rename(record.id, text))

    def remove(self) -> None:
        """Remove the chosen way, else what is selected."""
        way = self.model.way
        if way is not None and way.record is None:
            said = self.context.tr("Nobody drew this way: it is the order of the map. Draw another one instead.")
            self.context.messages.say(said)
            return
        ids = [way.record] if way is not None and way.record is not None else list(self.context.selection.ids)
        if ids:
            label = N_("Delete a way") if way is not None else N_("Remove")
            back = way.source if way is not None else None
            self.model.choose_way(None)
            with self.context.session.transaction(label) as draft:
                remove_records(draft, ids)
            if back is not None and back in self.context.document:
                self.context.selection.select(back)

    def new_touchpoint(self) -> None:
        """A touchpoint behind the selected one; its name is typed at once."""
        document, journey = self.context.document, self.model.journey
        stages = document.stages(journey) if journey is not None else ()
        record = self.context.selection.of(Touchpoint)
        if not stages:
            return
        stage = record.stage if record is not None else stages[-1].id
        family = document.touchpoints(stage)
        after = record.id if record is not None else family[-1].id if family else None
        with self.context.session.transaction(N_("New touchpoint")) as draft:
            made = add_touchpoint(draft, stage, after=after)
        self.context.selection.select(made)
        self.rename()

    def _rename(self, touchpoint: Id, text: str) -> bool:
        record = self.context.document.find(touchpoint)
        if isinstance(record, Touchpoint) and text != record.name:
            with self.context.session.transaction(N_("Edit the text")) as draft:
                set_fields(draft, Touchpoint, touchpoint, name=text)
        return True

    def _edit_share(self) -> None:
        way, layout, texts = self.model.way, self.model.layout, self.context.texts
        if way is None or layout is None or layout.cards[way.source].touchpoint is None:
            return
        drawn = self.context.document.find(way.record)
        share = drawn.share if isinstance(drawn, Transition) else way.share
        assumed = drawn.assumed if isinstance(drawn, Transition) else True
        known = "" if share is None else texts.number(share * 100)
        said = f"≈ {known}" if known and assumed else known
        x, y, _, high = way.label or (*way.points[0], 0.0, 0.0)
        box = QRectF(x, y + high / 2 - 16, 76.0, 32.0)
        target = layout.cards[way.target].touchpoint if way.target is not None else None
        name = self.context.tr("Share of customers in per cent")
        self.line.open(self._in_view(box), said, name, lambda text: self._keep_share(way.source, target, way, text))

    def _keep_share(self, source: Id, target: Id | None, way: object, text: str) -> bool:
        texts = self.context.texts
        assumed = text.strip().startswith(("≈", "~"))
        try:
            value = parse_number(text.strip().lstrip("≈~"), texts)
        except ValueError:
            value = -1.0
        if value is not None and not 0 <= value <= 100:
            self.context.messages.say(self.context.tr("A share is a number from 0 to 100."))
            return False
        if target is None and not getattr(way, "drops_out", False):
            self.context.messages.say(self.context.tr("How many have arrived follows from the other ways."))
            return True
        share = None if value is None else value / 100
        with self.context.session.transaction(N_("Share of customers")) as draft:
            made = set_share(draft, source, target, share, assumed=assumed)
        self.context.selection.select(made)
        return True

    def _in_view(self, box: QRectF) -> QRect:
        """A box of the drawing in the viewport, pushed inside."""
        found = QRect(self.view.mapFromScene(box.topLeft()), box.size().toSize())
        room = self.view.viewport().rect().adjusted(4, 4, -4, -4)
        x = max(room.left(), min(found.x(), room.right() - found.width()))
        y = max(room.top(), min(found.y(), room.bottom() - found.height()))
        return QRect(QPoint(x, y), found.size())

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
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at.toPoint())
