"""The body of the flow: what press, drag and keys mean."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from cxstudio.layout.flow import Card, WayLine
from cxstudio.layout.map_scene.map_style import Density
from cxstudio.look.roles import Role
from cxstudio.model import Id, Touchpoint
from ui.canvas.canvas_view import CanvasView
from ui.canvas.display_scene import CanvasScene
from ui.canvas.hover_and_selection import Outline
from ui.canvas.interaction.gesture import Gesture
from ui.canvas.interaction.picking import Picking
from ui.canvas.interaction.press_machine import Press
from ui.canvas.spoken_children import SpokenChildren, Told
from ui.canvas.transition_marks import GRIP, Grip, Stroke
from ui.context.context import Context
from ui.workspaces.journey.flow.drop_out_area import ExitArea
from ui.workspaces.journey.flow.flow_model import FlowModel
from ui.workspaces.journey.flow.flow_tooltips import hint_at
from ui.workspaces.journey.flow.transition_gestures import DrawWay
from ui.workspaces.journey.gestures.held_records import watch_records
from ui.workspaces.journey.map_model.screen_reader_text import touchpoint_words

_REACH = 7.0
"""Pixels beside a way at which it is met."""
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_WAYS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class FlowView(CanvasView):
    """The body of the flow. It changes nothing itself but through its one gesture."""

    edit_wanted = Signal()
    menu_wanted = Signal(QPointF)
    arrow = Signal(object)
    stepped = Signal(int)
    """Ctrl with the right (1) or left (−1) arrow: to the ways of the selected card."""
    drawn = Signal(str)
    """A way has just been drawn by hand."""

    def __init__(self, context: Context, model: FlowModel, scene: CanvasScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._context, self._model = context, model
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(context.tr("Flow of the journey"))
        theme = context.theme
        self._chosen = Stroke(theme.colour(Role.ACCENT), 3.0)
        self._hovered_way = Stroke(theme.mixed(Role.LINE, Role.INK, 0.5), 2.5)
        self._hovered = Outline(theme.mixed(Role.LINE, Role.INK, 0.3), 1.0)
        self._outlines: list[Outline] = []
        self.grip = Grip(theme.colour(Role.ACCENT), theme.colour(Role.ON_ACCENT))
        for height, item in enumerate((self._hovered, self._hovered_way, self._chosen)):
            scene.add_above(item, height)
        scene.add_above(self.grip, 9)
        self.exit = ExitArea(context, self)
        self.heard = SpokenChildren(self, self._things)
        model.changed.connect(self.heard.look)
        self._grip_of: Card | None = None
        self._held: Card | None = None
        """The card a way would be drawn from."""
        self._panned = False
        """Whether the press went to empty ground."""
        self.picking = Picking(context.selection, self._order)
        watch_records(self.machine, context)

    # What is shown

    def show_marks(self) -> None:
        """Mark what is selected."""
        self._hovered.surround(None)
        self._hovered_way.follow(())
        layout = self._model.layout if self.isVisible() else None
        way = self._model.way if layout is not None else None
        self._chosen.follow(_beside_label(way))
        found = [layout.card_of(i) for i in self._context.selection.ids[-60:]] if layout is not None else []
        cards = [card for card in found if card is not None] if way is None else []
        while len(self._outlines) < len(cards):
            self._outlines.append(Outline(self._context.theme.colour(Role.ACCENT), 2.0, selected=True))
            self.canvas.add_above(self._outlines[-1], 2)
        for number, outline in enumerate(self._outlines):
            outline.surround(_box(cards[number]) if number < len(cards) else None)
        self._show_grip(cards[-1] if cards else None)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Stages reach from the top to the bottom of the view."""
        super().drawBackground(painter, rect)
        layout = self._model.layout
        if layout is None:
            return
        ground, line = self._context.theme.colour(Role.LANE_GROUND), self._context.theme.colour(Role.FAINT_LINE)
        for number, band in enumerate(layout.stages):
            if band.x > rect.right() or band.x + band.width < rect.left():
                continue
            if number % 2:
                painter.fillRect(QRectF(band.x, rect.y(), band.width, rect.height()), ground)
            painter.fillRect(QRectF(band.x + band.width - 0.5, rect.y(), 1.0, rect.height()), line)

    def _show_grip(self, card: Card | None) -> None:
        layout = self._model.layout
        near = layout is not None and layout.style.density is not Density.FAR
        usable = card is not None and card.touchpoint is not None and near and not self._context.session.read_only
        self._grip_of = card if usable else None
        at = (
            None if self._grip_of is None else QPointF(self._grip_of.right, self._grip_of.y + self._grip_of.height - 12)
        )
        self.grip.stand_at(at)

    # Pointer and keys

    def way_at(self, at: QPointF) -> WayLine | None:
        """The way under the pointer."""
        layout = self._model.layout
        return layout.way_at(at.x(), at.y(), _REACH / self.scale_factor) if layout is not None else None

    def _things(self, window: QRectF) -> Iterator[Told]:
        """The touchpoints in view and those selected, for who hears them."""
        layout, context = self._model.layout, self._context
        for card in layout.cards.values() if layout is not None else ():
            record = context.document.find(card.touchpoint)
            if isinstance(record, Touchpoint) and (_box(card).intersects(window) or record.id in context.selection.ids):
                yield _box(card), touchpoint_words(context.document, self._model.figures, record, context.texts)

    def _order(self, record: Id | None) -> list[Id]:
        layout = self._model.layout
        return [c.touchpoint for c in layout.cards.values() if c.touchpoint] if layout is not None else []

    def card_at(self, at: QPointF) -> Card | None:
        """The card or pile under the pointer."""
        layout = self._model.layout
        return layout.card_at(at.x(), at.y()) if layout is not None else None

    def press(self, press: Press) -> bool:
        grip = self._grip_of if self.grip.isVisible() and _near(self.grip.pos(), press.at) else None
        card = self._held = grip or self.card_at(press.at)
        way = self.way_at(press.at) if card is None else None
        self._panned = card is None and way is None
        if grip is not None:
            return True
        if card is not None and card.touchpoint is not None:
            self._model.choose_way(None)
            self.picking.press(card.touchpoint, press.modifiers)
        elif card is not None:
            self._model.unfold(card.stage)
        else:
            if way is None:
                self._context.selection.clear()
            self._model.choose_way(way)
        return True

    def begin(self, press: Press, pointer: QPointF) -> Gesture | None:
        """A way from a card; on empty ground the drawing scrolls with the pointer."""
        if self._panned:
            return self.begin_pan()
        if self._held is None or self._held.touchpoint is None or self._context.session.read_only:
            return None
        self._hovered.surround(None)
        self.grip.stand_at(None)
        return DrawWay(self._context, self._model, self.canvas, self._held, self.exit, self.drawn.emit)

    def click(self, press: Press) -> None:
        self.picking.clicked()

    def open(self, at: QPointF) -> None:
        card = self.card_at(at)
        if (card is not None and card.touchpoint is not None) or (card is None and self.way_at(at) is not None):
            self.edit_wanted.emit()

    def selected_box(self) -> QRectF | None:
        layout, way = self._model.layout, self._model.way
        if way is not None:
            (x, y), *_ = _beside_label(way)
            return self.pixels(QRectF(x, y, 1.0, 1.0))
        card = layout.card_of(self._context.selection.id) if layout is not None else None
        return None if card is None else self.pixels(_box(card))

    def menu(self, at: QPointF | None, where: QPointF) -> None:
        card = self.card_at(at) if at is not None else None
        if card is not None and card.touchpoint is not None:
            if card.touchpoint not in self._context.selection.ids:
                self._context.selection.select(card.touchpoint)
        elif at is not None and (way := self.way_at(at)) is not None:
            self._model.choose_way(way)
        self.menu_wanted.emit(where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            self._step_out()
        elif key in _ARROWS and plain:
            self.arrow.emit(key)
        elif key in _WAYS and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.stepped.emit(_WAYS[key])
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _step_out(self) -> None:
        """From a way back to its card, else select nothing."""
        way = self._model.way
        if way is not None:
            self._model.choose_way(None)
            self._context.selection.select(way.source)
        else:
            self._context.selection.clear()

    def hover(self, at: QPointF) -> None:
        over_grip = self.grip.isVisible() and _near(self.grip.pos(), at)
        card = None if over_grip else self.card_at(at)
        way = self.way_at(at) if card is None and not over_grip else None
        if over_grip:
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        elif way is not None or (card is not None and card.touchpoint is None):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.viewport().unsetCursor()
        chosen = self._model.way
        self._hovered_way.follow(_beside_label(way) if way != chosen else ())
        marked = card is None or card.touchpoint in self._context.selection.ids
        self._hovered.surround(None if card is None or marked else _box(card))
        if card is not None:
            self._show_grip(card)

    def hint(self, at: QPointF) -> str:
        return hint_at(self._context, self._model, self.card_at(at), self.way_at(at))


def _beside_label(way: WayLine | None) -> tuple[tuple[float, float], ...]:
    """The line of a way without the piece under its share."""
    if way is None:
        return ()
    return way.points if way.label is None or way.target is None else way.points[1:]


def _box(card: Card) -> QRectF:
    return QRectF(card.x, card.y, card.width, card.height).adjusted(-1, -1, 1, 1)


def _near(place: QPointF, at: QPointF) -> bool:
    return (place - at).manhattanLength() <= GRIP + 4
