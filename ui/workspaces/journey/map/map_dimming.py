"""Lets the map show what the highlight says: what steps back under a veil, found cards and numbered ways on top."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor

from cxstudio.layout.map.highlight_marks import Sought, Strip, lay_out_marks, stages_stepping_back, stepping_back
from cxstudio.layout.map_scene.map_style import Density
from cxstudio.look.roles import Role
from cxstudio.model import Id, Note
from ui.canvas.dimming import Marks, Veil
from ui.canvas.display_scene import CanvasScene
from ui.canvas.group_painter import GroupPainter
from ui.canvas.hit_testing import frames_within
from ui.canvas.paint_errors import report
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.map_model.map_model import MapModel

VEIL, DARK_VEIL = 0.38, 0.48
"""How much of the veil's colour lies over what steps back: names below it keep a contrast of 4.5 : 1."""


def veil_colour(theme: Theme) -> QColor:
    """The ground, see-through: what stays stands lit on the surface."""
    made = QColor(theme.colour(Role.GROUND))
    made.setAlphaF(DARK_VEIL if theme.dark else VEIL)
    return made


class Dimming(QObject):
    """One veil and one layer of marks over the body, strips over the stage headers."""

    def __init__(
        self,
        context: Context,
        model: MapModel,
        scene: CanvasScene,
        painter: GroupPainter,
        show_back: Callable[[Sequence[Strip]], object],
        names_back: Callable[[Sequence[Strip]], object],
    ) -> None:
        """`show_back` lets these parts of the stage headers step back, `names_back` of the names below them."""
        super().__init__(scene)
        self._context, self._model, self._show_back, self._names_back = context, model, show_back, names_back
        self.veil = Veil(painter, report, veil_colour(context.theme), self._reaching_over)
        self.marks = Marks(painter, report)
        scene.add_above(self.veil, -2)
        scene.add_above(self.marks, -1)
        model.highlight.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Look again at what steps back and what is marked."""
        layout, highlight = self._model.layout, self._model.highlight
        if layout is None:
            return
        matches = highlight.matches if highlight.active else None
        size = (layout.body.width, layout.body.height)
        back = stepping_back(layout, matches)
        self.veil.cover(back, *size)
        self._names_back(back)
        sought = Sought(matches, frozenset(highlight.found), highlight.way)
        self.marks.show_groups(lay_out_marks(layout, sought, self._context.texts), *size)
        self._show_back(stages_stepping_back(layout, self._model.document, matches))

    def _reaching_over(self, part: QRectF) -> Iterator[tuple[QRectF, bool]]:
        """What reaches over the column beside its own steps back, or stays, as a whole."""
        layout = self._model.layout
        if layout is None or layout.style.density is Density.FAR:
            return
        for stood in frames_within(layout.body, part):
            for placed in stood.frame.groups:
                box = QRectF(stood.x + placed.x, stood.y + placed.y, placed.group.width, placed.group.height)
                if placed.group.key.startswith("handover:"):
                    yield box, self._aside(box)
                elif (back := self._note_back(placed.group.record, box)) is not None:
                    yield box, back

    def _note_back(self, record: Id | None, box: QRectF) -> bool | None:
        """Whether a note steps back; None for what is no note or stays within its column."""
        note, layout = self._model.document.find(record), self._model.layout
        if not isinstance(note, Note) or note.about is None or layout is None:
            return None
        column = layout.column_of(note.about)
        if column is None or (box.left() >= column.x and box.right() <= column.x + column.width):
            return None
        return self._model.highlight.dimmed(note.about)

    def _aside(self, box: QRectF) -> bool:
        """Whether a handover stands between two touchpoints that step back."""
        layout = self._model.layout
        assert layout is not None
        beside = (layout.touchpoint_at(box.center().x() + step) for step in (-2.0, 2.0))
        return not any(i is not None and not self._model.highlight.dimmed(i) for i in beside)
