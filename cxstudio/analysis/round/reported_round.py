"""Which round a report tells of: a round just begun does not yet take the place of the one before it."""

from __future__ import annotations

from cxstudio.analysis.round.round_figures import round_figures
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Document, Id, Round
from cxstudio.model.kinds import RoundKind
from cxstudio.model.rounds import rounds, shown_round


def says_something(figures: RoundFigures) -> bool:
    """Whether the experience of at least two touchpoints was rated: fewer cannot be compared."""
    return sum(f.experience is not None for f in figures.touchpoints) >= 2


def reported_round(document: Document, journey: Id) -> Round | None:
    """The round a journey shows, or while that says nothing yet the newest one that does, of its view if possible."""
    shown = shown_round(document, journey)
    if shown is None or shown.kind is RoundKind.TARGET or says_something(round_figures(document, shown.id)):
        return shown
    known = [r for r in rounds(document, journey) if says_something(round_figures(document, r.id))]
    alike = [r for r in known if r.view is shown.view]
    return (alike or known or [shown])[-1]
