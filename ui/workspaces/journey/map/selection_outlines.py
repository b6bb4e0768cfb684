"""The lines around what is selected: around each thing when near, around whole stretches of columns when far."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF

from cxstudio.layout.display.display_list import Placed
from cxstudio.layout.map.map_layout import MapLayout
from cxstudio.layout.map_scene.map_style import Column, Density
from cxstudio.model import Id
from cxstudio.model.lane_kinds import LaneKind
from ui.canvas.hover_and_selection import Outlines
from ui.workspaces.journey.map.map_hit_testing import box_of

REACH = 1500.0
"""How far (points) beside the part in view things are surrounded already."""


class Marking:
    """Keeps the lines where the selected things stand. Only things near the part in view get one."""

    def __init__(self, outlines: Outlines, place_of: Callable[[Id], Placed | None]) -> None:
        self.outlines = outlines
        self._place_of = place_of
        self._ids: tuple[Id, ...] = ()
        self._layout: MapLayout | None = None
        self._made_for = QRectF()

    def show(self, layout: MapLayout | None, ids: tuple[Id, ...], window: QRectF) -> None:
        """Surround these records."""
        self._ids, self._layout = ids, layout
        self._made_for = window.adjusted(-REACH, -REACH, REACH, REACH)
        self.outlines.surround(list(self._boxes()))

    def follow(self, window: QRectF) -> None:
        """The view scrolled: cheap until it comes near what has no lines yet."""
        if len(self._ids) > 1 and not self._made_for.contains(window):
            self.show(self._layout, self._ids, window)

    def _boxes(self) -> Iterable[QRectF]:
        layout = self._layout
        if layout is None:
            return
        columns = [column for i in self._ids if (column := layout.column_of(i)) is not None]
        left, right = self._made_for.left(), self._made_for.right()
        columns = [c for c in columns if c.x + c.width > left and c.x < right]
        if layout.style.density is Density.FAR and len(columns) > 1:
            yield from stretches(layout, columns)
            return
        near = {c.touchpoint for c in columns}
        for record in self._ids:
            if record in near or layout.column_of(record) is None:
                found = self._place_of(record)
                if found is not None:
                    yield box_of(found).adjusted(-1, -1, 1, 1)


def stretches(layout: MapLayout, columns: Iterable[Column]) -> Iterable[QRectF]:
    """One box around every unbroken row of columns, as high as the lane of the touchpoints."""
    lane = layout.lane(LaneKind.TOUCHPOINTS)
    top, height = (lane.y, lane.height) if lane is not None else (0.0, layout.body.height)
    begun: QRectF | None = None
    for column in sorted(columns, key=lambda c: c.x):
        if begun is not None and abs(begun.right() - column.x) < 0.5:
            begun.setRight(column.x + column.width)
            continue
        if begun is not None:
            yield begun
        begun = QRectF(column.x, top + 1, column.width, height - 2)
    if begun is not None:
        yield begun
