"""A short mark of a round's figures as they are shown: what was written from them can be told to be out of date."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Final

from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.statistics.figure_values import RoundFigures, Summary
from cxstudio.model import Document, Touchpoint

_SHOWN: Final = ("expectation", "experience", "emotion", "importance", "delta")
_DIGITS: Final = 12
_BETWEEN: Final = ":"


class Written(StrEnum):
    """How something written from figures stands to those of today."""

    AS_THEN = "as_then"
    CHANGED = "changed"
    OTHER_ROUND = "other_round"
    UNKNOWN = "unknown"
    """Nobody noted the figures."""


def figures_stamp(document: Document, figures: RoundFigures) -> str:
    """ "round1:0a1b2c3d4e5f": the round, and a digest of what is shown of it. Names and order change nothing."""
    digest = hashlib.sha256(figures.round.encode())
    for found in sorted(figures.touchpoints, key=lambda one: one.touchpoint):
        parts: list[Summary | None] = [getattr(found, name) for name in _SHOWN]
        shown = [None if part is None else (part.shown, part.n) for part in parts]
        touchpoint = document.get(Touchpoint, found.touchpoint)
        told = (
            found.touchpoint,
            shown,
            [one.value for one in found.possible],
            found.unmet_basic,
            touchpoint.requirement and touchpoint.requirement.value,
            found.shown_need,
            is_critical(figures, touchpoint),
        )
        digest.update(repr(told).encode())
    return f"{figures.round}{_BETWEEN}{digest.hexdigest()[:_DIGITS]}"


def written(stamp: str, document: Document, figures: RoundFigures | None) -> Written:
    """Whether what bears this mark was written from these figures."""
    if not stamp or figures is None:
        return Written.UNKNOWN
    if stamp.rpartition(_BETWEEN)[0] != figures.round:
        return Written.OTHER_ROUND
    return Written.AS_THEN if stamp == figures_stamp(document, figures) else Written.CHANGED
