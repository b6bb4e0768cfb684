"""A double click in a lane of figures, numbers or photos opens a small sheet there, for that column's touchpoint."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cxstudio.layout.map_scene.map_style import LaneRow
from cxstudio.model import Id, Touchpoint
from cxstudio.model.lane_kinds import LANE_CONTENTS, LaneKind
from cxstudio.wording.fields.record_names import record_name
from ui.forms.form import Form
from ui.inspector.record_pictures import PictureList
from ui.inspector.touchpoint_rating import RatingPanel
from ui.widgets.basics import column, label
from ui.widgets.popup_sheet import Overlay
from ui.workspaces.journey.lane_labels.lanes_menu import toggle_collapsed

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.map.map_area import MapArea
    from ui.workspaces.journey.map_model.map_model import MapModel

_WIDE = 320


class _Body(Protocol):
    def show_record(self, touchpoint: Id) -> None: ...


class LaneSheet(Overlay):
    """What a lane shows of one touchpoint, to be changed."""

    def __init__(self, context: Context, anchor: QWidget, touchpoint: Id, title: str, body: QWidget) -> None:
        super().__init__(anchor)
        self._context, self.touchpoint, self.body = context, touchpoint, body
        name = record_name(context.document.get(Touchpoint, touchpoint), context.texts)
        self.setAccessibleName(f"{title}, {name}")
        self.setFixedWidth(_WIDE)
        heading = label(name, "strong", wrap=True)
        column(self, heading, label(title, "small"), body, spacing=8).setContentsMargins(16, 12, 16, 16)
        context.bridge.changed.connect(self._follow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _follow(self) -> None:
        if self.touchpoint not in self._context.document:
            self.dismiss()
        elif isinstance(self.body, RatingPanel):
            self.body.refresh()


class CellSheets(QObject):
    """Knows which lanes are changed in a sheet, and opens it below the cell."""

    def __init__(self, context: Context, model: MapModel, area: MapArea) -> None:
        super().__init__(area)
        self._context, self._model, self._area = context, model, area

    def open(self, at: QPointF) -> bool:
        """A double click on the map: open what the lane there holds; False where that is no affair of a sheet."""
        layout = self._model.layout
        row = layout.lane_at(at.y()) if layout is not None else None
        touchpoint = layout.touchpoint_at(at.x()) if layout is not None else None
        if layout is None or row is None or self._area.view.finder.thing(at) is not None:
            return False
        if row.collapsed:
            toggle_collapsed(self._context, self._model, row.key)
            return True
        made = None if touchpoint is None else self.show(row, touchpoint)
        return made is not None

    def show(self, row: LaneRow, touchpoint: Id) -> LaneSheet | None:
        """Open the sheet of a lane and a touchpoint; None where the lane has none."""
        make = _body_of(row.kind)
        if make is None:
            return None
        if self._context.selection.ids != (touchpoint,):
            self._context.selection.select(touchpoint)
        body = make(self._context)
        body.show_record(touchpoint)  # type: ignore[attr-defined]
        sheet = LaneSheet(self._context, self._area, touchpoint, row.title, body)
        sheet.back = self._area.view
        sheet.open_below(_first_of(self._context, body), at=self._cell(row, touchpoint))
        return sheet

    def _cell(self, row: LaneRow, touchpoint: Id) -> QRect | None:
        """Where it stands on the screen."""
        layout = self._model.layout
        column_ = layout.column_of(touchpoint) if layout is not None else None
        if column_ is None:
            return None
        box = self._area.box_in(QRectF(column_.x, row.y, column_.width, row.height), self._area)
        return QRect(self._area.mapToGlobal(box.topLeft()), box.size())


def _body_of(kind: LaneKind) -> Callable[[Context], QWidget] | None:
    """What is in the sheet of a kind of lane."""
    contents = LANE_CONTENTS[kind]
    if contents.figures and not contents.typed:
        return lambda context: RatingPanel(context, contents.figures)
    if contents.record == "Picture":
        return PictureList
    if contents.fields and not contents.typed:
        return lambda context: Form(context, Touchpoint, contents.fields)
    return None


def _first_of(context: Context, body: QWidget) -> QWidget | None:
    """What is typed into first."""
    if isinstance(body, RatingPanel):
        figure = context.selection.figure
        if figure not in body.rows:
            figure = next(iter(body.rows))
            context.selection.set_figure(figure)
        return body.rows[figure].slider
    if isinstance(body, PictureList):
        return body.adder
    return body.findChild(QLineEdit)
