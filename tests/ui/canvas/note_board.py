"""A board of notes in columns by theme: what a canvas of its own takes when it stands on `ui.canvas.interaction`."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent

from cxstudio.edits import set_fields
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Placed, Rect
from cxstudio.look.roles import Role
from cxstudio.model import Note
from cxstudio.store import ChangeSet
from tests.ui.canvas_lists import group_painter, line
from ui.canvas.canvas_view import CanvasView
from ui.canvas.display_scene import CanvasScene
from ui.canvas.hit_testing import group_at
from ui.canvas.hover_and_selection import Ghost, Outlines
from ui.canvas.interaction.gesture import ACROSS, UPRIGHT, Gesture
from ui.canvas.interaction.inline_editor import InlineEditor
from ui.canvas.interaction.picking import ADDING, Picking
from ui.canvas.interaction.press_machine import Press
from ui.canvas.interaction.rubber_band import RubberBand
from ui.context.context import Context

COLUMN, ROW, WIDE, HIGH = 200.0, 48.0, 180.0, 40.0
CARD = Rect(0, 0, WIDE, HIGH, Role.OKAY_GROUND, Role.LINE, radius=8)


def lay_out(notes: tuple[Note, ...], themes: tuple[str, ...]) -> DisplayList:
    """A column per theme, the notes of each in their order."""
    filled = [[note for note in notes if note.theme == theme] for theme in themes]
    placed = tuple(
        Placed(10 + COLUMN * x, 8 + ROW * y, Group(note.id, WIDE, HIGH, (CARD, line(8, 24, note.text)), note.id))
        for x, column in enumerate(filled)
        for y, note in enumerate(column)
    )
    width, height = COLUMN * len(themes), 8 + ROW * max(map(len, filled))
    return DisplayList(width, height, Frame("notes", 0, 0, width, height, (), placed))


class MoveNotes:
    """Notes on their way to another column."""

    edges = ACROSS | UPRIGHT

    def __init__(self, board: NoteBoard, ids: tuple[str, ...], at: QPointF) -> None:
        self._board, self.records, self._theme = board, ids, ""
        held = [p for p in board.layout.flat() if p.group.record in ids]
        self._ghost = Ghost([p.group for p in held], board.canvas.group_painter, board.canvas.shadow)
        board.canvas.add_above(self._ghost, 3)

    def move(self, at: QPointF) -> None:
        self._ghost.setPos(at)
        self._theme = self._board.themes[min(max(int(at.x() // COLUMN), 0), len(self._board.themes) - 1)]

    def finish(self) -> None:
        self.cancel()
        with self._board.context.session.transaction("Move notes") as draft:
            for note in self.records:
                set_fields(draft, Note, note, theme=self._theme)

    def cancel(self) -> None:
        if self._ghost.scene() is not None:
            self._board.canvas.removeItem(self._ghost)


class NoteBoard(CanvasView):
    """Move, rubber band, edit in place; everything is one step, and Esc leaves nothing."""

    def __init__(self, context: Context, themes: tuple[str, ...]) -> None:
        super().__init__(CanvasScene(group_painter()))
        self.context, self.themes = context, themes
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.machine.known = lambda record: record in context.document
        self.picking = Picking(context.selection, lambda _: self.order)
        self._outlines = Outlines(context.theme.colour(Role.ACCENT), 2.0)
        self.canvas.add_above(self._outlines, 1)
        self._held: str | None = None
        self.editor = InlineEditor(self)
        self._edited: tuple[str, str, ChangeSet | None] = ("", "", None)
        self.editor.committed.connect(self._write)
        self.editor.left_by_enter.connect(self.editor.leave)
        self.editor.restored.connect(self._restore)
        context.bridge.changed.connect(self.refresh)
        context.selection.changed.connect(self._mark)
        self.refresh()

    def refresh(self) -> None:
        self.layout = lay_out(self.context.document.all(Note), self.themes)
        self.canvas.show_list(self.layout)
        self._mark()

    @property
    def order(self) -> list[str]:
        return [p.group.record for p in self.layout.flat() if p.group.record]

    def touched(self, box: QRectF) -> tuple[str, ...]:
        return tuple(p.group.record or "" for p in self.layout.flat() if box.intersects(box_of(p)))

    def note_at(self, at: QPointF) -> str | None:
        found = group_at(self.layout, at.x(), at.y())
        return found.group.record if found is not None else None

    def press(self, press: Press) -> bool:
        self._held = self.note_at(press.at)
        self.picking.press(self._held, press.modifiers)
        return True

    def begin(self, press: Press, pointer: QPointF) -> Gesture | None:
        if self._held is not None:
            return None if press.modifiers & ADDING else MoveNotes(self, self.context.selection.ids, press.at)
        accent = self.context.theme.colour(Role.ACCENT)
        return RubberBand(self.canvas, accent, self.picking, press, self.touched, self._mark)

    def click(self, press: Press) -> None:
        self.picking.clicked()

    def open(self, at: QPointF) -> None:
        note = self.context.document.find(self.note_at(at))
        if isinstance(note, Note):
            self._edited = note.id, note.text, self.context.session.store.history.undoable
            self.editor.begin(note.text, note.text, "Note")
            self.editor.lay(self.pixels(self.box(note.id)).toRect(), 200)

    def box(self, note: str) -> QRectF:
        return next(box_of(p) for p in self.layout.flat() if p.group.record == note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.context.selection.clear() if event.key() == Qt.Key.Key_Escape else super().keyPressEvent(event)

    def _mark(self, ids: tuple[str, ...] | None = None) -> None:
        wanted = self.context.selection.ids if ids is None else ids
        self._outlines.surround([box_of(p) for p in self.layout.flat() if p.group.record in wanted])

    def _write(self, text: str) -> None:
        note, _, since = self._edited
        with self.context.session.transaction("Edit the note") as draft:
            set_fields(draft, Note, note, text=text)
        self.context.session.store.history.join_since(since)

    def _restore(self) -> None:
        self.editor.leave(commit=False)
        self._write(self._edited[1])


def box_of(placed: Placed) -> QRectF:
    return QRectF(placed.x, placed.y, placed.group.width, placed.group.height)
