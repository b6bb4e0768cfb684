"""What can be stepped through on the map with arrows, and what stands where."""

from __future__ import annotations

from PySide6.QtCore import Qt

from cxstudio.model import Document, Id, Picture, Stage, Touchpoint
from cxstudio.model.placement import PLACED, placed_at, touchpoint_of


def row_of(document: Document, journey: Id | None, record: Id | None) -> list[Id]:
    """The stages of a journey for a stage, for anything else its touchpoints, from left to right."""
    if journey is None:
        return []
    if isinstance(document.find(record), Stage):
        return [s.id for s in document.stages(journey)]
    return [t.id for t in document.journey_touchpoints(journey)]


def neighbour(document: Document, journey: Id, selected: Id | None, key: Qt.Key) -> Id | None:
    """What an arrow, Home or End selects next; None where there is nothing in that direction."""
    record, row = document.find(selected), row_of(document, journey, selected)
    if isinstance(record, Stage):
        return _from_stage(document, record, row, key)
    if not row:
        return next((s.id for s in document.stages(journey)), None)
    home = touchpoint_of(record)
    if home not in row:
        return row[-1] if key in (Qt.Key.Key_Left, Qt.Key.Key_End) else row[0]
    if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return _up_or_down(document, home, selected, key)
    return _beside(row, home, key)


def _from_stage(document: Document, stage: Stage, stages: list[Id], key: Qt.Key) -> Id | None:
    if key == Qt.Key.Key_Down:
        inside = document.touchpoints(stage.id)
        return inside[0].id if inside else None
    return None if key == Qt.Key.Key_Up else _beside(stages, stage.id, key)


def _beside(row: list[Id], here: Id, key: Qt.Key) -> Id | None:
    place = row.index(here)
    wanted = {
        Qt.Key.Key_Left: place - 1,
        Qt.Key.Key_Right: place + 1,
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: len(row) - 1,
    }.get(key, place)
    return row[wanted] if 0 <= wanted < len(row) and wanted != place else None


def _up_or_down(document: Document, touchpoint: Id, selected: Id | None, key: Qt.Key) -> Id | None:
    """Through the stage, the card and what hangs below it."""
    stage = document.get(Touchpoint, touchpoint).stage
    column = [stage, touchpoint, *hanging(document, touchpoint)]
    place = column.index(selected) if selected in column else 1
    wanted = place + (1 if key == Qt.Key.Key_Down else -1)
    return column[wanted] if 0 <= wanted < len(column) else None


def hanging(document: Document, touchpoint: Id) -> list[Id]:
    """What stands at a touchpoint and can be stepped through: notes, steps and measures."""
    kinds = (kind for kind in PLACED if kind is not Picture)
    return [record.id for kind in kinds for record in placed_at(document, kind, touchpoint)]
