"""Figures asked about a whole journey, entered as counts, and values from elsewhere to compare with."""

from __future__ import annotations

from collections.abc import Mapping

from cxstudio.edits.rating.closed import is_closed, refuse_closed
from cxstudio.model import Benchmark, Document, Id, JourneyFigures, Round
from cxstudio.model.kinds import FigureKind
from cxstudio.store import Draft

MOST = 1_000_000
"""People a single answer may stand for."""


def may_enter_figure(document: Document, round_id: Id, figure: FigureKind) -> bool:
    """Whether counts can be entered by hand: not in a closed round, nor where they came per segment."""
    return not is_closed(document, round_id) and not any(
        record.segment for record in _records(document, round_id, figure)
    )


def set_journey_figure(
    draft: Draft, round_id: Id, figure: FigureKind, lowest: int, highest: int, counts: Mapping[int, int]
) -> None:
    """How many people gave each answer from `lowest` to `highest`; none at all removes the figure.

    Raises ValueError for answers off the scale, impossible numbers, and counts that came per segment.
    """
    if lowest >= highest or any(not lowest <= value <= highest for value in counts):
        raise ValueError("answers off the scale")
    if any(not 0 <= n <= MOST for n in counts.values()):
        raise ValueError("impossible number of people")
    refuse_closed(draft.document, round_id)
    if not may_enter_figure(draft.document, round_id, figure):
        raise ValueError("counts of segments are not edited by hand")
    draft.get(Round, round_id)
    kept = {str(value): n for value, n in sorted(counts.items()) if n}
    known = _records(draft.document, round_id, figure)
    for record in known[1:] if kept else known:
        draft.remove(record.id)
    if kept and known:
        draft.update(JourneyFigures, known[0].id, lowest=lowest, highest=highest, counts=kept)
    elif kept:
        made = JourneyFigures(
            id=draft.new_id(), round=round_id, figure=figure, lowest=lowest, highest=highest, counts=kept
        )
        draft.create(made)


def set_benchmark(
    draft: Draft, benchmark: Id | None, *, about: Id, figure: str, value: float, source: str, year: int
) -> Id:
    """A value from elsewhere, new for None; returns its id. Raises ValueError without a source."""
    if not source.strip():
        raise ValueError("a benchmark needs its source")
    values = {"about": about, "figure": figure, "value": value, "source": source.strip(), "year": year}
    if benchmark is not None:
        return draft.update(Benchmark, benchmark, **values).id
    return draft.create(Benchmark(id=draft.new_id(), **values)).id  # type: ignore[arg-type]


def _records(document: Document, round_id: Id, figure: FigureKind) -> list[JourneyFigures]:
    return [r for r in document.having(JourneyFigures, "round", round_id) if r.figure is figure]
