"""Which touchpoints stand in the grid, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from cxstudio.model import Document, Id, Touchpoint
from cxstudio.model.kinds import ShortlistMark
from cxstudio.wording import Texts
from ui.workspaces.rate.table.answer_columns import FIGURE_OF, NAME, WORD
from ui.workspaces.rate.table.answer_rows import Line


class Place(NamedTuple):
    """One row: the heading of a stage or a touchpoint."""

    id: Id
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """What somebody wants to see; everything when nothing is set."""

    text: str = ""
    critical: bool = False
    decided: bool = False
    """Only where the group decided against the rule."""
    basics: bool = False
    """Only basic requirements not met."""
    unrated: bool = False
    shortlisted: bool = False
    """Only what the shortlist left to be rated."""
    department: Id | None = None

    @property
    def on(self) -> bool:
        """Whether anything is left out."""
        return bool(
            self.text.strip()
            or self.critical
            or self.decided
            or self.basics
            or self.unrated
            or self.shortlisted
            or self.department
        )


@dataclass(frozen=True, slots=True)
class Sorting:
    """The column rows are sorted by."""

    column: int
    descending: bool


Read = Callable[[Id], Line]


def arranged(
    document: Document,
    journey: Id | None,
    read: Read,
    wanted: Filter,
    sorting: Sorting | None,
    texts: Texts,
    to_fill: Iterable[int],
) -> list[Place]:
    """The rows from top to bottom: under their stages as on the map, or all in the order of one column."""
    figures = [FIGURE_OF[column] for column in to_fill]
    stages = document.stages(journey) if journey is not None else ()
    kept = {s.id: [t.id for t in document.touchpoints(s.id) if _wanted(t, read, wanted, figures)] for s in stages}
    if sorting is None:
        rows: list[Place] = []
        for stage, touchpoints in kept.items():
            if touchpoints or not wanted.on:
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


def _wanted(touchpoint: Touchpoint, read: Read, wanted: Filter, figures: list[str]) -> bool:
    text = wanted.text.strip().casefold()
    if text and text not in touchpoint.name.casefold():
        return False
    if wanted.department is not None and wanted.department not in touchpoint.departments:
        return False
    if wanted.shortlisted and touchpoint.shortlist not in (ShortlistMark.CHECK, ShortlistMark.BURNING):
        return False
    if not (wanted.critical or wanted.unrated or wanted.decided or wanted.basics):
        return True
    line = read(touchpoint.id)
    if wanted.critical and not line.critical:
        return False
    if wanted.decided and not line.decision.overrules:
        return False
    if wanted.basics and not (line.figures is not None and line.figures.unmet_basic):
        return False
    return not wanted.unrated or _unrated(line, figures)


def _unrated(line: Line, figures: list[str]) -> bool:
    """Whether a question is still open; for means, whether nobody has said anything."""
    if line.own:
        return any(not line.answer(figure).given for figure in figures)
    return line.figures is None or all(getattr(line.figures, figure) is None for figure in figures)
