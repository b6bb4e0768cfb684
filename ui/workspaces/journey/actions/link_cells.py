"""The channels and departments of touchpoints, picked where they stand on the map: by command, key or double click."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio.edits.links import OWNERS, Linked
from cxstudio.layout.map.map_layout import MapLayout
from cxstudio.layout.map_scene.map_style import LaneRow
from cxstudio.model import Id, Touchpoint
from cxstudio.model.lane_kinds import LANE_CONTENTS
from ui.forms.link_picker import LinkPicker

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.map.map_area import MapArea
    from ui.workspaces.journey.map_model.map_model import MapModel


def field_picked_in(row: LaneRow) -> Linked | None:
    """The field that is picked in a lane, None where nothing is."""
    return next((field for field in OWNERS if field in LANE_CONTENTS[row.kind].fields), None)


class LinkCells(QObject):
    """Opens the list below the cell of the lane, or below the card where the lane is hidden."""

    def __init__(
        self,
        context: Context,
        model: MapModel,
        area: MapArea,
        reveal: Callable[[Id | None], None],
        place_of: Callable[[Id, str], QRect | None],
    ) -> None:
        """`place_of`: where a touchpoint's field stands on the screen while another view than the map is in sight."""
        super().__init__(area)
        self._context, self._model, self._area = context, model, area
        self._reveal, self._place_of = reveal, place_of

    def open(self, at: QPointF) -> bool:
        """A double click on the map: pick in the cell there; False where nothing is picked."""
        layout = self._model.layout
        row, touchpoint = (layout.lane_at(at.y()), layout.touchpoint_at(at.x())) if layout is not None else (None, None)
        if layout is None or row is None or touchpoint is None or row.collapsed or layout.scene.far:
            return False
        field = field_picked_in(row)
        if field is None or self._context.session.read_only:
            return False
        if self._context.selection.ids != (touchpoint,):
            self._context.selection.select(touchpoint)
        self._show(field, (touchpoint,))
        return True

    def pick(self, field: Linked) -> LinkPicker | None:
        """Pick for the touchpoints that are selected."""
        ids = tuple(t.id for t in self._context.selection.all_of(Touchpoint))
        if not ids:
            return None
        self._reveal(self._context.selection.id)
        return self._show(field, ids)

    def _show(self, field: Linked, ids: tuple[Id, ...]) -> LinkPicker:
        focus = QApplication.focusWidget()
        anchor: QWidget = self._area if self._area.isVisible() else focus or self._area
        picker = LinkPicker(self._context, anchor, ids, field)
        picker.back = focus or self._area.view
        picker.open_at(self._cell_on_screen(field, ids[-1]))
        return picker

    def _cell_on_screen(self, field: Linked, touchpoint: Id) -> QRect | None:
        """Beside what the list opens."""
        if not self._area.isVisible():
            return self._place_of(touchpoint, field)
        layout = self._model.layout
        rect = self._cell(layout, field, touchpoint) if layout is not None else None
        rect = rect or self._area.place_in(touchpoint, self._area)
        return QRect(self._area.mapToGlobal(rect.topLeft()), rect.size()) if rect is not None else None

    def _cell(self, layout: MapLayout, field: Linked, touchpoint: Id) -> QRect | None:
        rows = (row for row in layout.lanes if field_picked_in(row) == field and not row.collapsed)
        row, column = next(rows, None), layout.column_of(touchpoint)
        if row is None or column is None:
            return None
        return self._area.box_in(QRectF(column.x, row.y, column.width, row.height), self._area)
