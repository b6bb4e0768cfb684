"""What stands where on the map, and where something stands."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from cxstudio.layout.display.display_list import Placed, TextLine
from cxstudio.model import Channel, Id, Record, Stage, Touchpoint
from ui.canvas.display_scene import CARD
from ui.canvas.hit_testing import group_at, groups_of
from ui.context.context import Context
from ui.workspaces.journey.gestures.value_handles import Handle, handle_at
from ui.workspaces.journey.map_model.map_model import MapModel

MORE = "more:"
"""Stands for what a lane has no room for."""
LIFTED = (CARD, "note:", "step:", "picture:", "measure:", MORE)
"""Groups that are things of their own; anywhere else in a lane the column's touchpoint is meant."""
REACH = 2000.0
"""How far (points) around the part in view notes and measures are looked for."""


class MapFinder:
    """Asks the layout that is drawn."""

    def __init__(self, context: Context, model: MapModel) -> None:
        self._context, self._model = context, model

    def group(self, at: QPointF) -> Placed | None:
        """The topmost group with a record at a place."""
        layout = self._model.layout
        return group_at(layout.body, at.x(), at.y()) if layout is not None else None

    def thing(self, at: QPointF) -> Placed | None:
        """The card, note or measure at a place."""
        found = self.group(at)
        return found if found is not None and found.group.key.startswith(LIFTED) else None

    def record(self, at: QPointF) -> Id | None:
        """What a click at a place selects: a card, note or measure, else the column's touchpoint."""
        found = self.thing(at)
        if found is not None and found.group.record in self._context.document:
            return found.group.record
        return self.touchpoint(at)

    def touchpoint(self, at: QPointF) -> Id | None:
        """The touchpoint whose column is at a place."""
        layout = self._model.layout
        return layout.touchpoint_at(at.x(), at.y()) if layout is not None else None

    def touched(self, box: QRectF) -> tuple[Id, ...]:
        """Touchpoints whose column a box reaches into, in the order of the map."""
        layout = self._model.layout
        if layout is None:
            return ()
        last = layout.column_at(min(box.right(), layout.body.width - 1e-6))
        first = layout.column_at(max(0.0, box.left()))
        if first is None or last is None or box.right() < 0:
            return ()
        found = []
        for column in layout.columns[first : last + 1]:
            margin = min(6.0, column.width * 0.08)
            reached = box.right() > column.x + margin and box.left() < column.x + column.width - margin
            if column.touchpoint is not None and reached:
                found.append(column.touchpoint)
        return tuple(found)

    def handle(self, at: QPointF) -> Handle | None:
        """The value to be taken hold of at a place."""
        layout = self._model.layout
        if layout is None:
            return None
        return handle_at(layout, self._model.figures, at.x(), at.y(), self._context.selection.figure)

    def place_of(self, record: Id | None, window: QRectF) -> Placed | None:
        """Where a record's group stands; for a touchpoint its card, anything else near the part in view."""
        layout = self._model.layout
        if record is None or layout is None:
            return None
        column = layout.column_of(record)
        if column is not None:
            window = QRectF(column.x, 0, column.width, layout.body.height)
        elif isinstance(self._model.document.find(record), Touchpoint | Stage):
            return None
        else:
            window = window.adjusted(-REACH, -REACH, REACH, REACH)
        places = list(groups_of(layout.body, record, window))
        return next((p for p in places if p.group.key == CARD + record), places[0] if places else None)

    def whole_text(self, at: QPointF) -> str:
        """The whole of a text that had to be cut; the name of a card that shows none."""
        found = self.group(at)
        record = self._context.document.find(found.group.record) if found is not None else None
        if found is None or record is None:
            return ""
        cut = any(isinstance(i, TextLine) and i.text.endswith("…") for i in found.group.items)
        nameless = not any(isinstance(i, TextLine) for i in found.group.items)
        return self._words(found.group.key, record)[:2000] if cut or nameless else ""

    def _words(self, key: str, record: Record) -> str:
        """What a group of that key would say if it had room."""
        kind = key.partition(":")[0]
        if isinstance(record, Touchpoint) and kind in ("staff", "promise"):
            return str(getattr(record, kind))
        if isinstance(record, Touchpoint) and kind == "channel":
            found = (self._context.document.find(channel) for channel in record.channels)
            return ", ".join(channel.name for channel in found if isinstance(channel, Channel))
        names = ("name", "text", "title", "alternative_text")
        return str(next((getattr(record, n) for n in names if hasattr(record, n)), ""))


def box_of(placed: Placed) -> QRectF:
    """Where a group stands."""
    return QRectF(placed.x, placed.y, placed.group.width, placed.group.height)
