"""Dragging notes and clusters over the wall."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF

from cxstudio.edits import join_cluster, move_ideas
from cxstudio.layout.boards.idea_wall import IdeaWall
from cxstudio.model import Id
from cxstudio.store import Draft
from cxstudio.wording import N_
from ui.canvas.interaction.gesture import ACROSS, UPRIGHT, PreviewGesture
from ui.workspaces.ideas.ideas_model import IdeasModel

MOVE = N_("Move the ideas")


def drop_ideas(
    draft: Draft, ideas: tuple[Id, ...], across: float, down: float, cluster: Id | None, joins: bool
) -> None:
    """Move notes; where they come into another cluster or out of theirs, they belong there from now on."""
    move_ideas(draft, ideas, across, down)
    if joins:
        join_cluster(draft, ideas, cluster)


class Wall(Protocol):
    """What notes are dragged on."""

    model: IdeasModel
    shown: IdeaWall

    def hold(self, ideas: frozenset[Id]) -> None: ...

    def change(self, label: str, edit: Callable[[Draft], object]) -> None: ...


class MoveNotes(PreviewGesture):
    """Notes under the pointer, above all others; where they are let go in a cluster, they join it."""

    edges = ACROSS | UPRIGHT

    def __init__(self, view: Wall, ideas: tuple[Id, ...], press: QPointF, *, whole: bool) -> None:
        """`whole`: a cluster is moved with all its notes, which stay in it."""
        self._view, self._model, self.records = view, view.model, ideas
        self._press, self._whole = press, whole
        self._by = QPointF()
        self._cluster: Id | None = None
        self._others = view.shown.clusters
        """Where the clusters were before: a note dragged out of its own one must not pull it along."""
        self._home = {note.cluster for note in view.shown.wall.notes if note.idea in ideas}
        view.hold(frozenset(ideas))

    def move(self, at: QPointF) -> None:
        self._by = at - self._press
        found = [(box.width * box.height, cluster) for cluster, box in self._others if box.holds(at.x(), at.y())]
        self._cluster = min(found)[1] if found else None
        self._view.model.preview(drop_ideas, self.records, self._by.x(), self._by.y(), self._cluster, self._joins)

    @property
    def _joins(self) -> bool:
        return not self._whole and self._home != {self._cluster}

    def do(self) -> None:
        by, cluster, joins = self._by, self._cluster, self._joins
        if by.manhattanLength() > 0:
            self._view.change(MOVE, lambda draft: drop_ideas(draft, self.records, by.x(), by.y(), cluster, joins))

    def finish(self) -> None:
        self._view.hold(frozenset())
        super().finish()

    def cancel(self) -> None:
        self._view.hold(frozenset())
        super().cancel()
