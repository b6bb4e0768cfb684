"""Which round is in view, whose answers the grid shows, and which questions it was asked."""

from __future__ import annotations

from cxstudio.edits.rating.voices import Rater, rater
from cxstudio.model import Document, Id, Round, SurveyCounts, TouchpointRatings
from cxstudio.model.questions import BY_NAME
from ui.context.context import Context


def asked(context: Context, instead: Id | None = None) -> Rater:
    """What is in view: the round the journey shows (or the one chosen `instead`) and the voice of the window."""
    document, journey = context.document, context.selection.rated_journey
    other = document.find(instead)
    shown = other if isinstance(other, Round) and other.journey == journey else context.bridge.measured_round(journey)
    return rater(document, journey, shown, context.selection.voice)


def is_quick(document: Document, round_: Round | None) -> bool:
    """Whether a round was asked the one quick question only."""
    return round_ is not None and not is_full(document, round_) and _answered(document, round_.id, "quick")


def is_full(document: Document, round_: Round | None) -> bool:
    """Whether a round holds answers to what the quick question stands in for."""
    return round_ is not None and any(_answered(document, round_.id, figure) for figure in BY_NAME["quick"].instead_of)


def _answered(document: Document, round_id: Id, figure: str) -> bool:
    ratings = document.having(TouchpointRatings, "round", round_id)
    counts = document.having(SurveyCounts, "round", round_id)
    return any(getattr(r, figure) for r in ratings) or any(getattr(c, BY_NAME[figure].counts) for c in counts)
