"""Cells of text lanes: a click on an empty one marks it, Enter or a double click adds a text there and edits it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QTextCursor

from cxstudio.edits import add_in_lane, set_fields, set_lane
from cxstudio.layout.lanes.backstage_lane import placed_rows
from cxstudio.layout.map.map_layout import MapLayout
from cxstudio.layout.map_scene.map_style import LaneRow
from cxstudio.look.roles import Role
from cxstudio.model import BackstageStep, Id, Touchpoint
from cxstudio.model.kinds import BackstageKind
from cxstudio.model.lane_kinds import LANE_CONTENTS, LaneKind
from cxstudio.model.lanes import records_in
from cxstudio.model.placement import touchpoint_of
from cxstudio.store import Draft
from cxstudio.wording import N_
from ui.canvas.hover_and_selection import Outline
from ui.workspaces.journey.lane_labels.lanes_menu import lane_of

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.actions.map_text_editing import Editor
    from ui.workspaces.journey.map.map_area import MapArea
    from ui.workspaces.journey.map_model.map_model import MapModel

_INSET = 5.0


class Cell(NamedTuple):
    """One touchpoint in one text lane."""

    lane: str
    """Key of the lane."""
    touchpoint: Id
    step: BackstageKind | None = None
    """The row within the lane of steps."""


def cell_at(layout: MapLayout, at: QPointF) -> Cell | None:
    """The cell of a text lane at a place on the map."""
    row, touchpoint = layout.lane_at(at.y()), layout.touchpoint_at(at.x())
    if row is None or touchpoint is None or row.collapsed or not LANE_CONTENTS[row.kind].typed:
        return None
    if row.kind is not LaneKind.BACKSTAGE:
        return Cell(row.key, touchpoint)
    rows = placed_rows(layout.scene, row.height)
    inside = [r.kind for r in rows if r.y <= at.y() - row.y]
    return Cell(row.key, touchpoint, inside[-1] if inside else rows[0].kind)


class LaneCells(QObject):
    """The marked cell, and what is added in it."""

    marked = Signal()
    """Another cell is marked, or none."""

    def __init__(
        self, context: Context, model: MapModel, area: MapArea, editor: Editor, reveal: Callable[[Id | None], None]
    ) -> None:
        super().__init__(area)
        self._context, self._model, self._area, self._editor = context, model, area, editor
        self._reveal = reveal
        self.current: Cell | None = None
        self._mark = Outline(context.theme.colour(Role.ACCENT), 1.5)
        area.view.canvas.add_above(self._mark, 1)
        context.selection.changed.connect(self._selected)
        model.changed.connect(self._show)

    # Hands

    def press(self, at: QPointF) -> None:
        """A click on the map: mark the cell there, unless something stands at the place."""
        self.mark(self._free_at(at))

    def open(self, at: QPointF) -> bool:
        """A double click on the map: add something in the cell there; False where there is none."""
        cell = self._free_at(at)
        return cell is not None and self.add(cell)

    def mark(self, cell: Cell | None) -> None:
        """Mark a cell, or none."""
        if cell is not None and self._context.selection.ids != (cell.touchpoint,):
            self._context.selection.select(cell.touchpoint)
        self.current = cell
        self._show()
        self.marked.emit()

    def rename(self) -> None:
        """Edit the text of what is selected, where it can be seen; in a marked cell add one."""
        if not (self._seen is not None and self.add(self._seen)) and self._context.selection.id is not None:
            self._reveal(self._context.selection.id)
            self._editor.begin(self._context.selection.id)

    @property
    def _seen(self) -> Cell | None:
        """The marked cell where it can be seen."""
        return self.current if self._area.view.isVisible() else None

    def write(self, text: str) -> None:
        """A character typed in the marked cell begins a text there, or goes on with it."""
        if self._seen is not None and self.add(self._seen):
            field = self._editor.field
            field.moveCursor(QTextCursor.MoveOperation.End)
            field.insertPlainText(text)

    def clear(self) -> bool:
        """Delete what is written in the marked cell; False where none is marked, and what is selected is meant."""
        cell = self._seen
        lane = lane_of(self._context, self._model, cell.lane) if cell is not None else None
        if cell is None or lane is None:
            return False
        contents, touchpoint = LANE_CONTENTS[lane.kind], self._context.document.find(cell.touchpoint)
        if not contents.record and getattr(touchpoint, contents.fields[0]):
            with self._context.session.transaction(N_("Remove")) as draft:
                set_fields(draft, Touchpoint, cell.touchpoint, **{contents.fields[0]: ""})
        else:
            self._context.messages.say(
                self._context.tr("This cell is empty. To remove the touchpoint, select its card.")
            )
        return True

    def step(self, key: Qt.Key) -> bool:
        """An arrow: up and down through the column as it is seen, to the side within a lane. False: not our affair."""
        layout = self._model.layout
        touchpoint = touchpoint_of(self._context.selection.record)
        if layout is None or touchpoint not in layout.scene.index or touchpoint is None:
            return False
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self._up_or_down(layout, touchpoint, 1 if key == Qt.Key.Key_Down else -1)
        row = self._row_here(layout, touchpoint)
        if row is None or key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return False
        place = layout.scene.index[touchpoint] + (1 if key == Qt.Key.Key_Right else -1)
        beside = layout.columns[place].touchpoint if 0 <= place < len(layout.columns) else None
        if beside is not None:
            here, kind = self._in_lane(layout, row, beside), self._step_of(self.current or self._context.selection.id)
            same = [one for one in here if self._step_of(one) is kind]
            self._go((same or here or [beside])[0])
        return True

    def _row_here(self, layout: MapLayout, touchpoint: Id) -> LaneRow | None:
        """The lane of the marked cell, or of what is selected in one; None for a card or a stage."""
        here = self.current or self._context.selection.id
        if isinstance(here, Cell):
            return next((row for row in layout.lanes if row.key == here.lane), None)
        rows = (row for row in layout.lanes if not row.collapsed)
        return next((row for row in rows if here in self._in_lane(layout, row, touchpoint)), None)

    def _step_of(self, one: Id | Cell | None) -> BackstageKind | None:
        """Which row of the lane of steps something stands in; None elsewhere."""
        if isinstance(one, Cell):
            return one.step
        step = self._context.document.find(one)
        return step.kind if isinstance(step, BackstageStep) else None

    def _up_or_down(self, layout: MapLayout, touchpoint: Id, step: int) -> bool:
        stage = self._model.document.get(Touchpoint, touchpoint).stage
        column: list[Id | Cell] = [stage, touchpoint]
        for row in layout.lanes:
            if not row.collapsed:
                column.extend(self._in_lane(layout, row, touchpoint))
        here: Id | Cell | None = self.current or self._context.selection.id
        place = column.index(here) + step if here in column else 1
        if 0 <= place < len(column):
            self._go(column[place])
        return True

    def _in_lane(self, layout: MapLayout, row: LaneRow, touchpoint: Id) -> list[Id | Cell]:
        """What can be stepped on in a lane: the things there, else the empty cell."""
        if layout.scene.far:
            return []
        lane = lane_of(self._context, self._model, row.key)
        found: list[Id | Cell] = []
        if lane is None:
            return found
        records = records_in(self._model.document, row.kind, touchpoint, row.setting)
        for kind in tuple(BackstageKind) if row.kind is LaneKind.BACKSTAGE else (None,):
            here = [r.id for r in records if kind is None or getattr(r, "kind", None) is kind]
            found.extend(here)
            if not here and LANE_CONTENTS[row.kind].typed:
                found.append(Cell(row.key, touchpoint, kind))
        return found

    def _go(self, wanted: Id | Cell) -> None:
        if isinstance(wanted, Cell):
            self.mark(wanted)
            rect = self.rect_of(wanted)
            if rect is not None:
                self._area.view.reveal(rect)
        else:
            self.current = None
            self._context.selection.select(wanted)
            self._reveal(wanted)
            self._show()

    def _free_at(self, at: QPointF) -> Cell | None:
        layout = self._model.layout
        if layout is None or layout.scene.far or self._area.view.finder.thing(at) is not None:
            return None
        return None if self._context.session.read_only else cell_at(layout, at)

    # Adding

    def add(self, cell: Cell) -> bool:
        """Add a text in a cell and edit it."""
        lane = lane_of(self._context, self._model, cell.lane)
        if lane is None or cell.touchpoint not in self._context.document or self._context.session.read_only:
            return False
        contents = LANE_CONTENTS[lane.kind]
        if not contents.record:
            return self._editor.begin(cell.touchpoint, field=contents.fields[0])
        self.add_new(lane.kind, cell.touchpoint, lambda draft: add_in_lane(draft, lane, cell.touchpoint, cell.step))
        return True

    def add_new(self, kind: LaneKind, touchpoint: Id, make: Callable[[Draft], Id]) -> None:
        """Make something that stands in a touchpoint's lane and edit it in place; a hidden lane is shown for that."""
        journey = self._model.journey
        if journey is None:
            return
        since = self._editor.since(keep=touchpoint)
        layout = self._model.layout
        seen = layout is not None and any(r.kind is kind and not r.collapsed for r in layout.lanes)
        with self._context.session.transaction(N_("New note")) as draft:
            if not seen and kind is not LaneKind.OWN:
                set_lane(draft, journey, kind, shown=True, collapsed=False)
            made = make(draft)
        self.current = None
        self._context.selection.select(made)
        self._reveal(made)
        if not self._editor.begin(made, since=since, created=True):
            self._context.messages.say(self._context.tr("Added. Write the text in the inspector on the right."))

    # What is shown

    def rect_of(self, cell: Cell) -> QRectF | None:
        """Where a cell stands on the map."""
        layout = self._model.layout
        row = next((r for r in layout.lanes if r.key == cell.lane), None) if layout is not None else None
        column = layout.column_of(cell.touchpoint) if layout is not None else None
        if layout is None or row is None or column is None or row.collapsed:
            return None
        y, high = row.y, row.height
        if cell.step is not None:
            part = next(r for r in placed_rows(layout.scene, row.height) if r.kind is cell.step)
            y, high = row.y + part.y, part.height
        return QRectF(column.x, y, column.width, high).adjusted(_INSET, _INSET, -_INSET, -_INSET)

    def words(self) -> str:
        """The marked cell in words, "" where none is."""
        cell, document = self.current, self._context.document
        layout = self._model.layout
        row = next((r for r in layout.lanes if cell and r.key == cell.lane), None) if layout is not None else None
        touchpoint = document.find(cell.touchpoint) if cell is not None else None
        if row is None or not isinstance(touchpoint, Touchpoint):
            return ""
        return self._context.tr("{lane}, {touchpoint}: Enter adds a text", lane=row.title, touchpoint=touchpoint.name)

    def field_place(self, touchpoint: Id, field: str) -> QRect | None:
        """Where a field of a touchpoint that has a lane is edited; None for any other."""
        lanes = self._model.layout.lanes if self._model.layout is not None else ()
        keys = (
            row.key for row in lanes if not LANE_CONTENTS[row.kind].record and field in LANE_CONTENTS[row.kind].fields
        )
        rects = (self.rect_of(Cell(key, touchpoint)) for key in keys)
        return next((self._area.box_in(rect, self._area) for rect in rects if rect is not None), None)

    def _selected(self) -> None:
        if self.current is not None and self._context.selection.ids != (self.current.touchpoint,):
            self.current = None
            self._show()

    def _show(self) -> None:
        rect = self.rect_of(self.current) if self.current is not None else None
        self._mark.surround(rect)
