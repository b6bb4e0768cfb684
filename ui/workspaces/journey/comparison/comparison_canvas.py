"""The picture of a comparison: select, look at the words, walk with the arrows."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from cxstudio.layout.comparison import ComparisonLayout
from cxstudio.look.roles import Role
from cxstudio.model import Id, Touchpoint
from ui.canvas.canvas_view import CanvasView
from ui.canvas.display_scene import CanvasScene
from ui.canvas.hit_testing import group_at
from ui.canvas.hover_and_selection import Outline
from ui.canvas.interaction.gesture import Gesture
from ui.canvas.interaction.press_machine import Press
from ui.canvas.spoken_children import SpokenChildren, Told
from ui.context.context import Context
from ui.workspaces.journey.comparison.comparison_model import ComparisonModel
from ui.workspaces.journey.comparison.target_dragging import DragTarget, target_at
from ui.workspaces.journey.gestures.held_records import watch_records


class ComparisonView(CanvasView):
    """Both journeys and the curves. It only selects; what is selected is edited in the inspector or on the map."""

    edit_wanted = Signal(str)
    menu_wanted = Signal(str, QPointF)

    def __init__(self, context: Context, model: ComparisonModel, scene: CanvasScene, parent: QWidget) -> None:
        super().__init__(scene, parent)
        self._context, self._model = context, model
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(context.tr("As-is and to-be side by side"))
        self._held: DragTarget | None = None
        watch_records(self.machine, context)
        self._selected = Outline(context.theme.colour(Role.ACCENT), 2.0, selected=True)
        self._other = Outline(context.theme.mixed(Role.ACCENT, Role.SURFACE, 0.5), 1.5)
        self._hovered = Outline(context.theme.mixed(Role.LINE, Role.INK, 0.3), 1.0)
        for height, outline in enumerate((self._hovered, self._other, self._selected)):
            scene.add_above(outline, height)
        self.heard = SpokenChildren(self, self._things)
        model.changed.connect(self.heard.look)

    def _things(self, window: QRectF) -> Iterator[Told]:
        """The touchpoints of both journeys in view and the one selected, for who hears them."""
        layout = self.shown
        if layout is None:
            return
        for slot in (column.slot for column in layout.board.columns):
            for touchpoint in (slot.today, slot.later):
                box = self.box(touchpoint)
                chosen = touchpoint == self._context.selection.id
                if touchpoint is not None and box is not None and (chosen or box.intersects(window)):
                    yield box, layout.said(touchpoint)

    @property
    def shown(self) -> ComparisonLayout | None:
        """What is drawn."""
        return self._model.layout

    def show_marks(self) -> None:
        """Outline the selection, and fainter its counterpart in the other journey."""
        layout, record = self.shown, self._context.selection.id
        self._hovered.surround(None)
        self._selected.surround(self.box(record))
        match = layout.board.comparison.by_touchpoint.get(record or "") if layout is not None else None
        twin = None if match is None else match.later if match.today == record else match.today
        self._other.surround(self.box(twin))

    def box(self, record: Id | None) -> QRectF | None:
        """Where a touchpoint's card or a stage's plate stands."""
        layout = self.shown
        if layout is None or record is None:
            return None
        found = layout.box(record) or layout.stage_box(record)
        return None if found is None else QRectF(*found).adjusted(-1, -1, 1, 1)

    def reveal_record(self, record: Id | None) -> None:
        """Scroll so that a card or plate is in view."""
        box = self.box(record)
        if box is not None and self.covered and self._context.selection.all_of(Touchpoint):
            self.reveal_across(box.left(), box.width())  # its name stands over the view
        elif box is not None:
            self.reveal(box)

    def record_at(self, at: QPointF) -> Id | None:
        """What a click at a place selects."""
        layout = self.shown
        if layout is None:
            return None
        found = group_at(layout.body, at.x(), at.y())
        record = found.group.record if found is not None else None
        return record if record in self._context.document else layout.touchpoint_at(at.x(), at.y())

    def press(self, press: Press) -> bool:
        self._held = target_at(self._context, self._model, press.at)
        record = self.record_at(press.at)
        self._context.selection.select(*([record] if record is not None else []))
        return True

    def begin(self, press: Press, pointer: QPointF) -> Gesture | None:
        return self._held

    def hover(self, at: QPointF) -> None:
        layout, over = self.shown, target_at(self._context, self._model, at) is not None
        self.viewport().setCursor(Qt.CursorShape.SizeVerCursor if over else Qt.CursorShape.ArrowCursor)
        touchpoint = layout.touchpoint_at(at.x(), at.y()) if layout is not None else None
        self._hovered.surround(None if touchpoint == self._context.selection.id else self.box(touchpoint))

    def open(self, at: QPointF) -> None:
        """Edit the text of the card or plate under the pointer; a curve has none."""
        record = self.record_at(at)
        box = self.box(record)
        if record is not None and box is not None and box.contains(at):
            self.edit_wanted.emit(record)

    def selected_box(self) -> QRectF | None:
        box = self.box(self._context.selection.id)
        return None if box is None else self.pixels(box)

    def menu(self, at: QPointF | None, where: QPointF) -> None:
        record = self._context.selection.id if at is None else self.record_at(at)
        if record is not None:
            self._context.selection.select(record)
        self.menu_wanted.emit(record or "", where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain or not self._walked(key):
            super().keyPressEvent(event)
            return
        event.accept()

    def _walked(self, key: Qt.Key) -> bool:
        """Go on by an arrow; False for any other key."""
        layout, selection = self.shown, self._context.selection
        if key == Qt.Key.Key_Escape:
            selection.clear()
            return True
        if layout is None:
            return False
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            wanted = layout.beside(selection.id, 1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            wanted = layout.beside(None, 1 if key == Qt.Key.Key_Home else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            wanted = self._across(layout, key)
        else:
            return False
        if wanted is not None:
            selection.select(wanted)
            self.reveal_record(wanted)
        return True

    def _across(self, layout: ComparisonLayout, key: Qt.Key) -> Id | None:
        """Up leads to today, Down to what shall be."""
        selected = self._context.selection.id
        if selected is None:
            return layout.beside(None, 1)
        number = layout.board.index.get(selected)
        upper = number is not None and layout.board.columns[number].slot.today == selected
        return layout.across(selected) if upper == (key == Qt.Key.Key_Down) else None

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Rows go on behind the last stage."""
        super().drawBackground(painter, rect)
        layout = self.shown
        if layout is None or rect.right() <= layout.body.width:
            return
        ground, line = self._context.theme.colour(Role.LANE_GROUND), self._context.theme.colour(Role.FAINT_LINE)
        for name, (y, tall) in layout.rows.items():
            behind = QRectF(layout.body.width, y, rect.right() - layout.body.width + 1, tall)
            if name in ("later", "differences"):
                painter.fillRect(behind, ground)
            if y and name != "links":
                painter.fillRect(QRectF(behind.x(), y - 0.5, behind.width(), 1.0), line)

    def hint(self, at: QPointF) -> str:
        layout = self.shown
        touchpoint = layout.touchpoint_at(at.x(), at.y()) if layout is not None else None
        return layout.said(touchpoint) if layout is not None and touchpoint is not None else ""
