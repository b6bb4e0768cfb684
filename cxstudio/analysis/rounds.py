"""Which rounds a journey has, and which one its map shows."""

from __future__ import annotations

from cxstudio.model import Document, Id, Journey, Round
from cxstudio.model.kinds import RoundKind


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
