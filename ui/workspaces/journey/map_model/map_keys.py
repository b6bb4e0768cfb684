"""What can be stepped through on the map with arrows, and what stands where."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt

from cxstudio.model import Document, Id, Picture, Stage, Touchpoint
from cxstudio.model.placement import PLACED, placed_at, touchpoint_of

_ALONG = (Qt.Key.Key_Left, Qt.Key.Key_Right)


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
        if not document.touchpoints(record.id) and key in _ALONG:
            return _past_column(document, row, record.id, key)
        return _from_stage(document, record, row, key)
    if not row:
        return next((s.id for s in document.stages(journey)), None)
    home = touchpoint_of(record)
    if home not in row:
        return row[-1] if key in (Qt.Key.Key_Left, Qt.Key.Key_End) else row[0]
    if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return _up_or_down(document, home, selected, key)
    return _along(document, row, home, key)


def _along(document: Document, row: list[Id], home: Id, key: Qt.Key) -> Id | None:
    """The card beside a card; where a stage is empty, that stage lies in between."""
    found, stage = _beside(row, home, key), document.get(Touchpoint, home).stage
    if key not in _ALONG or (found is not None and document.get(Touchpoint, found).stage == stage):
        return found
    stages = [s.id for s in document.stages(document.get(Stage, stage).journey)]
    return _past_column(document, stages, stage, key)


def _past_column(document: Document, stages: list[Id], stage: Id, key: Qt.Key) -> Id | None:
    """What lies beyond the end of a stage: the nearest card of the next one, or that stage itself where it is empty."""
    onward = key == Qt.Key.Key_Right
    place = stages.index(stage) + (1 if onward else -1)
    if not 0 <= place < len(stages):
        return None
    cards = document.touchpoints(stages[place])
    return cards[0 if onward else -1].id if cards else stages[place]


def beside(row: Sequence[Id], meant: Collection[Id], here: Id | None, way: int) -> Id | None:
    """The next of those meant in a row (1) or the one before (−1), from the end on to the beginning."""
    place = {record: at for at, record in enumerate(row)}
    start = place.get(here or "", -1 if way > 0 else len(row))
    among = [record for record in row if record in meant]
    ahead = [record for record in among if (place[record] - start) * way > 0]
    if not among:
        return None
    return (ahead or among)[0] if way > 0 else (ahead or among)[-1]


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
