"""Which rounds a journey has, and which one its map shows."""

from __future__ import annotations

from cxstudio.model.base import Id
from cxstudio.model.document import Document
from cxstudio.model.journey import Journey
from cxstudio.model.kinds import RoundKind
from cxstudio.model.rating import Round, SurveyCounts, TouchpointRatings


def rounds(document: Document, journey: Id) -> tuple[Round, ...]:
    """Rounds of a journey in order; target curves are not rounds."""
    return tuple(r for r in document.having(Round, "journey", journey) if r.kind is not RoundKind.TARGET)


def shown_round(document: Document, journey: Id) -> Round | None:
    """The round whose figures a journey shows: the one chosen, else the newest; None where there is none."""
    about = document.get(Journey, journey)
    chosen = document.find(about.shown_round)
    if isinstance(chosen, Round) and chosen.journey == journey:
        return chosen
    known = rounds(document, journey)
    return known[-1] if known else None


def ratings_of(document: Document, round_id: Id | None, touchpoint: Id) -> TouchpointRatings | None:
    """The single answers of a round at a touchpoint."""
    found = document.having(TouchpointRatings, "touchpoint", touchpoint)
    return next((ratings for ratings in found if ratings.round == round_id), None)


def is_counted(document: Document, round_id: Id) -> bool:
    """Whether a round's answers came as counts of a survey: nobody rates there."""
    return any(counts.rated for counts in document.having(SurveyCounts, "round", round_id))
