"""What all boards of records have in common: selecting, walking, renaming in place, and being heard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cxstudio.edits import set_fields
from cxstudio.look.roles import Role
from cxstudio.model import Id, Record
from cxstudio.store import ChangeSet, Draft
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import FIELDS
from ui.canvas.canvas_view import CanvasView
from ui.canvas.display_scene import CanvasScene
from ui.canvas.hover_and_selection import Outline, Outlines
from ui.canvas.interaction.gesture import Gesture
from ui.canvas.interaction.inline_editor import InlineEditor
from ui.canvas.interaction.picking import ADDING, Picking
from ui.canvas.interaction.press_machine import Press, speak
from ui.canvas.interaction.rubber_band import RubberBand
from ui.context.context import Context

_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_NARROWEST: Final = 180
"""Pixels the line to type a title in has at least."""


class RecordBoard(CanvasView):
    """Arrows walk, Alt and arrows move what is selected, Enter or a double click renames it, the mouse drags it."""

    menu_wanted = Signal(QPointF)
    kind: type[Record]
    """What hangs on the board …"""
    naming: str
    """… and its field that is typed in place."""
    deleting: str
    """The command of the Delete key."""

    def __init__(self, context: Context, scene: CanvasScene, parent: QWidget, name: str) -> None:
        super().__init__(scene, parent)
        self.context = context
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self._name = name
        self.machine.known = lambda record: record in context.document
        self.machine.gone.connect(lambda: context.messages.say(context.tr("What you were moving is no longer there.")))
        self.picking = Picking(context.selection, lambda _: self.order())
        accent = context.theme.colour(Role.ACCENT)
        self._outlines = Outlines(accent, 2.0)
        self._hovered = Outline(context.theme.mixed(Role.LINE, Role.INK, 0.3), 1.0)
        scene.add_above(self._hovered, 0)
        scene.add_above(self._outlines, 1)
        self._held: Id | None = None
        self.editor = InlineEditor(self.viewport())
        self._edited: tuple[Id, str, ChangeSet | None] = ("", "", None)
        self.editor.committed.connect(self._write)
        self.editor.left_by_enter.connect(self._named)
        self.editor.left_by_tab.connect(lambda _: self._named())
        self.editor.restored.connect(self._restore)
        self.editor.undo_wanted.connect(lambda: context.commands.run("edit.undo"))
        self.moved.connect(self._lay_editor)

    # What a board states of itself

    def order(self) -> Sequence[Id]:
        """Records in the order they are laid out."""
        raise NotImplementedError

    def spoken(self, record: Id | None) -> str:
        """What screen readers and tooltips say of a record."""
        raise NotImplementedError

    def record_at(self, at: QPointF) -> Id | None:
        """The record at a place."""
        raise NotImplementedError

    def boxes(self, record: Id | None) -> list[QRectF]:
        """Everywhere a record stands."""
        raise NotImplementedError

    def beside(self, record: Id | None, across: int, down: int) -> Id | None:
        """The record an arrow leads to."""
        raise NotImplementedError

    def drag(self, press: Press) -> Gesture | None:
        """What a drag from a record does; None where nothing can be dragged."""
        raise NotImplementedError

    def nudge(self, records: tuple[Id, ...], across: int, down: int, *, stretch: bool) -> None:
        """Alt and an arrow: move what is selected by one step."""
        raise NotImplementedError

    def title_box(self, record: Id) -> QRectF | None:
        """Where a title is typed, in points."""
        return next(iter(self.boxes(record)), None)

    def record(self, record: Id | None) -> Record | None:
        """A record of the board's kind as it stands, without a preview."""
        found = self.context.document.find(record)
        return found if isinstance(found, self.kind) else None

    # Pointer

    @property
    def writable(self) -> bool:
        """Whether anything may be changed."""
        return not self.context.session.read_only

    def press(self, press: Press) -> bool:
        self._held = self.record_at(press.at)
        self._hovered.surround(None)
        self.picking.press(self._held, press.modifiers)
        return True

    def begin(self, press: Press, pointer: QPointF) -> Gesture | None:
        if self._held is None:
            accent = self.context.theme.colour(Role.ACCENT)
            return RubberBand(self.canvas, accent, self.picking, press, self._touched, self.mark)
        if press.modifiers & ADDING or not self.writable:
            return None
        return self.drag(press)

    def click(self, press: Press) -> None:
        self.picking.clicked()

    def open(self, at: QPointF) -> None:
        record = self.record_at(at)
        if record is not None:
            self.context.selection.select(record)
            self.rename(record)

    def hover(self, at: QPointF) -> None:
        record = self.record_at(at)
        chosen = record in self.context.selection.ids
        self._hovered.surround(None if chosen else next(iter(self.boxes(record)), None), 8)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor if record is None else Qt.CursorShape.OpenHandCursor)

    def hint(self, at: QPointF) -> str:
        return self.spoken(self.record_at(at))

    def selected_box(self) -> QRectF | None:
        box = next(iter(self.boxes(self.context.selection.id)), None)
        return None if box is None else self.pixels(box)

    def menu(self, at: QPointF | None, where: QPointF) -> None:
        record = self.record_at(at) if at is not None else self.context.selection.id
        if record is not None and record not in self.context.selection.ids:
            self.context.selection.select(record)
        self.menu_wanted.emit(where)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._took(event):
            super().keyPressEvent(event)
            return
        event.accept()

    def _took(self, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        selection = self.context.selection
        mine = tuple(m.id for m in selection.all_of(self.kind))
        if key in _STEPS and held & _ALT and not held & ~(_ALT | _SHIFT):
            if mine and self.writable:
                self.nudge(mine, *_STEPS[key], stretch=bool(held & _SHIFT))
                self.reveal_selected()
            return True
        if key in _STEPS and not held & ~_SHIFT:
            self._walk(*_STEPS[key], extend=bool(held))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not held:
            order = self.order()
            self._select(order[0 if key == Qt.Key.Key_Home else -1] if order else None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not held and mine:
            self.rename(mine[-1])
        elif key == Qt.Key.Key_Delete and not held and mine and self.writable:
            self.context.commands.run(self.deleting)
        elif key == Qt.Key.Key_Escape and not held:
            selection.clear()
        else:
            return False
        return True

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._mine(event):
            event.accept()
            return True
        return super().event(event)

    def _mine(self, event: QKeyEvent) -> bool:
        """Keys that belong to the board while it has the keyboard, whatever commands they have elsewhere."""
        return event.key() in _STEPS and bool(event.modifiers() & _ALT)

    def _walk(self, across: int, down: int, *, extend: bool) -> None:
        wanted = self.beside(self.context.selection.id, across, down)
        if wanted is not None and extend:
            self.picking.extend(wanted)
            self.reveal_selected()
        else:
            self._select(wanted)

    def _select(self, record: Id | None) -> None:
        if record is not None:
            self.context.selection.select(record)
            self.reveal_selected()

    # What is shown

    def show_marks(self) -> None:
        """Outline what is selected, and let it be heard."""
        self.mark(self.context.selection.ids)
        speak(self, self.spoken(self.context.selection.id))
        self._lay_editor()

    def mark(self, ids: tuple[Id, ...]) -> None:
        """Outline these records."""
        self._hovered.surround(None)
        self._outlines.surround([box for i in ids for box in self.boxes(i)])

    def reveal_selected(self) -> None:
        """Scroll so that what is selected is in view."""
        box = next(iter(self.boxes(self.context.selection.id)), None)
        if box is not None:
            self.reveal(box)

    def _touched(self, box: QRectF) -> tuple[str, ...]:
        return tuple(i for i in self.order() if any(box.intersects(b) for b in self.boxes(i)))

    def change(self, label: str, edit: Callable[[Draft], object]) -> None:
        """One step that can be undone."""
        with self.context.session.transaction(label) as draft:
            edit(draft)

    # Renaming

    def rename(self, record_id: Id) -> None:
        """Type the title of a record where it stands."""
        record = self.record(record_id)
        if record is None or not self.writable:
            return
        self.reveal_selected()
        title = str(getattr(record, self.naming))
        self._edited = record_id, title, self.context.session.store.history.undoable
        self.editor.begin(title, title, self.asked())
        self._lay_editor()

    def asked(self) -> str:
        """What is asked where a title is typed."""
        return self.context.tr(FIELDS[self.kind.__name__, self.naming].label)

    def _lay_editor(self) -> None:
        box = self.title_box(self._edited[0]) if self.editor.open else None
        if box is None:
            return
        rect, room = self.pixels(box).toRect(), self.viewport().rect()
        wide = min(max(rect.width(), _NARROWEST), room.width() - 8)
        left = min(max(rect.left(), 4), room.width() - wide - 4)
        self.editor.lay(QRect(left, rect.top(), wide, min(rect.height(), 40)), 120)

    def _named(self) -> None:
        self.editor.leave()
        self.setFocus()

    def _write(self, text: str) -> None:
        record, _, since = self._edited
        if self.record(record) is None:
            return
        if not text:
            name = self.context.tr(FIELDS[self.kind.__name__, self.naming].label)
            self.context.messages.say(self.context.tr("{field} must not be empty.", field=name))
            return
        self._keep(record, text)
        self.context.session.store.history.join_since(since)

    def _restore(self) -> None:
        self.editor.leave(commit=False)
        record_id, title, since = self._edited
        record = self.record(record_id)
        if record is not None and getattr(record, self.naming) != title:
            self._keep(record_id, title)
            self.context.session.store.history.join_since(since)
        self.setFocus()

    def _keep(self, record: Id, text: str) -> None:
        kind, naming = self.kind, self.naming
        self.change(N_("Edit the text"), lambda draft: set_fields(draft, kind, record, **{naming: text}))
