"""Why there is no need for action, or none by importance: what exactly is missing, in one sentence."""

from __future__ import annotations

from typing import Final

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Document, Id, TouchpointRatings
from cxstudio.wording.texts import N_, Texts

_DELTA: Final = {"expectation": N_("expectation"), "experience": N_("experience")}
_ASKED_NOBODY: Final = N_("Importance was not asked, so the shortfall alone decides.")
_ALL_SKIPPED: Final = N_("Everyone skipped importance, so the shortfall alone decides.")


def without_need(document: Document, figures: RoundFigures | None, texts: Texts) -> str:
    """Why nothing can be ordered by need yet; empty where something can."""
    if figures is not None and any(f.delta is not None for f in figures.touchpoints):
        return ""
    known = figures.touchpoints if figures is not None else ()
    missing = [figure for figure in _DELTA if all(getattr(f, figure) is None for f in known)]
    if not missing:
        return texts.tr("No result yet: nobody has rated both expectation and experience of one touchpoint.")
    names = texts.listed([texts.tr(_DELTA[figure]) for figure in missing])
    if figures is not None and all(asked(document, figures.round, figure) for figure in missing):
        return texts.tr("No result: everyone skipped {questions}.", questions=names)
    return texts.tr("No result yet: nobody has answered {questions}.", questions=names)


def without_importance(document: Document, figures: RoundFigures, texts: Texts) -> str:
    """That the shortfall alone makes the order, and why."""
    return texts.tr(_ALL_SKIPPED if asked(document, figures.round, "importance") else _ASKED_NOBODY)


def asked(document: Document, round_id: Id, figure: str) -> bool:
    """Whether anybody answered or skipped a question in a round."""
    return any(getattr(r, figure) for r in document.having(TouchpointRatings, "round", round_id))
