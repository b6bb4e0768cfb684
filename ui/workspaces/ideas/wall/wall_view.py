"""The idea wall on a canvas: notes are placed freely, a rubber band goes around those that belong together."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from cxstudio.edits import move_ideas
from cxstudio.layout.boards.idea_wall import IdeaWall, WallStyle, lay_out_wall
from cxstudio.layout.display.display_list import Detail
from cxstudio.look.roles import Role
from cxstudio.model import Cluster, Id, Idea, Record
from cxstudio.model.ideation.wall_grid import NOTE_HEIGHT, NOTE_WIDTH
from ui.boards.board_area import RecordBoardArea
from ui.boards.laid_out_board import LaidOutBoard
from ui.canvas.display_scene import CanvasScene
from ui.canvas.interaction.gesture import Gesture
from ui.canvas.interaction.press_machine import Press
from ui.context.context import Context
from ui.forms.picture_data import has_pictures
from ui.workspaces.ideas.ideas_model import COVERED, IdeasModel
from ui.workspaces.ideas.wall.lasso import Lasso
from ui.workspaces.ideas.wall.wall_gestures import MOVE, MoveNotes

_ALT: Final = Qt.KeyboardModifier.AltModifier
_ALL: Final = Detail.ALL
_NUDGE: Final = 12.0
SMALLEST: Final = 0.2
LARGEST: Final = 2.0
_STEP: Final = 1.25
_FAR: Final = 0.45
"""Below this the wall is drawn as tiles of a picture."""


class WallView(LaidOutBoard):
    """Notes and clusters; what is selected may be either."""

    pictures_dropped = Signal(object, object, object)
    """What was dropped, the note it was dropped on (or None), and where."""
    pasting = Signal()
    """Paste was pressed with the wall in focus."""
    lassoed = Signal(object)
    """A lasso was drawn around these ideas."""
    lassoing = False
    """Whether the next drag draws a lasso."""
    kind: type[Record] = Idea
    naming = "text"
    deleting = "ideas.delete"
    shown: IdeaWall

    def __init__(self, context: Context, model: IdeasModel, scene: CanvasScene, parent: QWidget) -> None:
        self.model = model
        self.held: frozenset[Id] = frozenset()
        self.shown = lay_out_wall(model.wall, WallStyle())
        super().__init__(context, scene, parent, context.tr("Idea wall"))
        self.setAcceptDrops(not context.session.read_only)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self.writable and has_pictures(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        at = self.at(event.position())
        self.pictures_dropped.emit(event.mimeData(), self.shown.note_at(at.x(), at.y()), at)
        event.acceptProposedAction()

    def draw_lasso(self, on: bool) -> None:
        """Whether the next drag, wherever it begins, draws a lasso."""
        self.lassoing = on and self.writable
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if self.lassoing else Qt.CursorShape.ArrowCursor)
        if self.lassoing:
            self.setFocus()

    def press(self, press: Press) -> bool:
        if self.lassoing:
            self._held = None
            return True
        return super().press(press)

    def begin(self, press: Press, pointer: QPointF) -> Gesture | None:
        if not self.writable or not (self.lassoing or press.modifiers & _ALT):
            return super().begin(press, pointer)
        accent = self.context.theme.colour(Role.ACCENT)
        return Lasso(self.canvas, accent, self._middles, self.mark, self._drawn)

    def click(self, press: Press) -> None:
        if self.lassoing:
            self.draw_lasso(False)
            self.lassoed.emit(())
        else:
            super().click(press)

    def hover(self, at: QPointF) -> None:
        if not self.lassoing:
            super().hover(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.lassoing and event.key() == Qt.Key.Key_Escape:
            self.draw_lasso(False)
            event.accept()
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasting.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _middles(self) -> list[tuple[Id, QPointF]]:
        """Notes and the middle of each."""
        return [(note.idea, QPointF(note.x + NOTE_WIDTH / 2, note.y + NOTE_HEIGHT / 2))
                for note in self.shown.wall.notes]  # fmt: skip

    def _drawn(self, found: tuple[Id, ...] | None) -> None:
        self.draw_lasso(False)
        self.show_marks()
        if found is not None:
            self.lassoed.emit(found)

    def hold(self, ideas: frozenset[Id]) -> None:
        """Draw these notes above all others."""
        self.held = ideas

    def spoken(self, record: Id | None) -> str:
        note, cluster = self.shown.wall.note(record), self.shown.wall.cluster(record)
        if cluster is not None:
            n = len(cluster.notes)
            return cluster.name + " · " + self.context.texts.trn("{n} idea", "{n} ideas", n)
        return note.spoken if note is not None else ""

    def drag(self, press: Press) -> Gesture | None:
        cluster = self.shown.wall.cluster(self._held)
        if cluster is not None:
            return MoveNotes(self, tuple(n.idea for n in cluster.notes), press.at, whole=True)
        if self._held is None:
            return None
        chosen = tuple(i.id for i in self.context.selection.all_of(Idea) if self.shown.wall.note(i.id) is not None)
        return MoveNotes(self, chosen if self._held in chosen else (self._held,), press.at, whole=False)

    def nudge(self, records: tuple[Id, ...], across: int, down: int, *, stretch: bool) -> None:
        self.change(MOVE, lambda draft: move_ideas(draft, records, across * _NUDGE, down * _NUDGE))

    def open(self, at: QPointF) -> None:
        record = self.record_at(at)
        if isinstance(self.context.document.find(record), Cluster) and record is not None:
            self.name_cluster(record)
        else:
            super().open(at)

    def name_cluster(self, cluster: Id) -> None:
        """Type the name of a cluster where it stands."""
        self.kind, self.naming = Cluster, "name"
        try:
            self.context.selection.select(cluster)
            self.rename(cluster)
        finally:
            if not self.editor.open:
                self._as_ideas()

    def _named(self) -> None:
        super()._named()
        self._as_ideas()

    def _restore(self) -> None:
        super()._restore()
        self._as_ideas()

    def _as_ideas(self) -> None:
        self.kind, self.naming = Idea, "text"

    def rename(self, record_id: Id) -> None:
        self.editor.leave()
        note = self.shown.wall.note(record_id)
        if note is not None and note.covered:
            self.context.messages.say(self.context.tr(COVERED))
            return
        if not isinstance(self.context.document.find(record_id), Cluster):
            self._as_ideas()
        super().rename(record_id)

    def title_box(self, record: Id) -> QRectF | None:
        box = super().title_box(record)
        if box is not None and self.shown.wall.cluster(record) is not None:
            box.setHeight(24.0)
        return box


class WallArea(RecordBoardArea):
    """The wall at a zoom of its own: everything grows and shrinks alike."""

    view: WallView
    model: IdeasModel

    def __init__(self, context: Context, model: IdeasModel) -> None:
        super().__init__(context, model)
        self.scale = 1.0
        self.scene.setBackgroundBrush(context.theme.colour(Role.GROUND))
        self.put(WallView(context, model, self.scene, self))
        self.view.zoom_wanted.connect(self.zoom_by)

    def draw_board(self) -> None:
        room = self.view.viewport().size() / self.scale
        style = WallStyle(room.width() - 1.0, room.height() - 1.0)
        shown = lay_out_wall(self.model.wall, style, self.view.held)
        if self.model.previewing:  # the wall under a drag becomes no smaller, or it would scroll away
            before = self.view.shown.body
            style = WallStyle(max(before.width, shown.body.width), max(before.height, shown.body.height))
            shown = lay_out_wall(self.model.wall, style, self.view.held)
        self.view.shown = shown
        self.painter.set_detail(_ALL)
        if self.view.scale_factor != self.scale:
            self.view.set_scale(self.scale)
        self.painter.set_scale(self.scale, self.devicePixelRatioF())
        self.scene.show_list(shown.body, far=self.scale < _FAR)
        self.follow()

    def zoom_by(self, factor: float, spot: QPointF) -> None:
        """Nearer by a factor; what is under the pointer stays."""
        wanted = min(max(self.scale * factor, SMALLEST), LARGEST)
        point = self.view.at(spot)
        self.scale = 1.0 if (self.scale - 1.0) * (wanted - 1.0) < 0 else wanted
        self.refresh()
        self.view.scroll_to(point - spot / self.scale)

    def zoom_in(self) -> None:
        """One step nearer."""
        self.zoom_by(_STEP, QPointF(self.view.viewport().rect().center()))

    def zoom_out(self) -> None:
        """One step farther."""
        self.zoom_by(1 / _STEP, QPointF(self.view.viewport().rect().center()))

    def zoom_100(self) -> None:
        """Every note at its own size."""
        self.zoom_by(1 / self.scale, QPointF(self.view.viewport().rect().center()))

    def zoom_all(self) -> None:
        """The whole wall in view."""
        boxes = [self.view.shown.box(note.idea) for note in self.model.wall.notes]
        right = max((box.x + box.width for box in boxes if box), default=1.0) + _NUDGE
        bottom = max((box.y + box.height for box in boxes if box), default=1.0) + _NUDGE
        room = self.view.viewport().size()
        self.scale = min(max(min(room.width() / right, room.height() / bottom, 1.0), SMALLEST), LARGEST)
        self.refresh()
        self.view.scroll_to(QPointF(0.0, 0.0))

    def view_state(self) -> float:
        """How near the wall is."""
        return self.scale

    def restore_view_state(self, state: float) -> None:
        """As near again."""
        self.scale = min(max(state, SMALLEST), LARGEST)
