"""Which touchpoints stand in the grid, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from cxstudio.analysis.search.touchpoint_filter import Filter, Mark, matching
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Document, Id, Touchpoint
from cxstudio.wording import Texts
from ui.workspaces.rate.table.answer_columns import FIGURE_OF, NAME, WORD
from ui.workspaces.rate.table.answer_rows import Line


class Place(NamedTuple):
    """One row: the heading of a stage or a touchpoint."""

    id: Id
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Sorting:
    """The column rows are sorted by."""

    column: int
    descending: bool


Read = Callable[[Id], Line]


def arranged(
    document: Document,
    journey: Id | None,
    figures: RoundFigures | None,
    read: Read,
    wanted: Filter,
    sorting: Sorting | None,
    texts: Texts,
    to_fill: Iterable[int],
) -> list[Place]:
    """The rows from top to bottom: under their stages as on the map, or all in the order of one column."""
    stages = document.stages(journey) if journey is not None else ()
    kept = {s.id: list(document.ids_having(Touchpoint, "stage", s.id)) for s in stages}
    if journey is not None and wanted:
        meant = _meant(document, journey, figures, read, wanted, to_fill)
        kept = {stage: [t for t in touchpoints if t in meant] for stage, touchpoints in kept.items()}
    if sorting is None:
        rows: list[Place] = []
        for stage, touchpoints in kept.items():
            if touchpoints or not wanted:
                rows += [Place(stage, heading=True), *(Place(t) for t in touchpoints)]
        return rows
    ids = [t for touchpoints in kept.values() for t in touchpoints]
    if sorting.column == NAME:
        names = {t: texts.sort_key(document.get(Touchpoint, t).name) for t in ids}
        return [Place(t) for t in sorted(ids, key=names.__getitem__, reverse=sorting.descending)]
    if sorting.column == WORD:
        said = [t for t in ids if read(t).words]
        said.sort(key=lambda t: texts.sort_key(read(t).words[0]), reverse=sorting.descending)
        return [Place(t) for t in (*said, *(t for t in ids if not read(t).words))]
    values = {t: read(t).sort_value(sorting.column) for t in ids}
    filled = [t for t in ids if values[t] is not None]
    filled.sort(key=lambda t: values[t] or 0.0, reverse=sorting.descending)
    return [Place(t) for t in (*filled, *(t for t in ids if values[t] is None))]


def _meant(
    document: Document,
    journey: Id,
    figures: RoundFigures | None,
    read: Read,
    wanted: Filter,
    to_fill: Iterable[int],
) -> frozenset[Id]:
    """The touchpoints the filter means in the round and for the voice in view."""
    unrated = frozenset[Id]()
    if Mark.UNRATED in wanted.marks:
        asked = [FIGURE_OF[column] for column in to_fill]
        unrated = frozenset(t.id for t in document.journey_touchpoints(journey) if _unrated(read(t.id), asked))
    return matching(document, journey, figures, wanted, unrated)


def _unrated(line: Line, figures: list[str]) -> bool:
    """Whether a question is still open; for means, whether nobody has said anything."""
    if line.own:
        return any(not line.answer(figure).given for figure in figures)
    return line.figures is None or all(getattr(line.figures, figure) is None for figure in figures)
