"""The figures of one touchpoint in one round."""

from __future__ import annotations

from typing import Any

from cxstudio.analysis.statistics.answer_counts import Answers
from cxstudio.analysis.statistics.descriptive import agreement, delta_summary, summary
from cxstudio.analysis.statistics.figure_values import DeltaSummary, Summary, TouchpointFigures, Verdict
from cxstudio.analysis.statistics.method_options import USUAL, Options
from cxstudio.model import Id, Round
from cxstudio.model.kinds import RoundKind
from cxstudio.model.questions import DELTA, FIGURES, SIGNED, limits

QUICK_SPAN = 6
"""Points of a 1–7 scale: a quick rating's step stands for one of them, whatever the round's scale."""
CLOSE = 1e-9
"""Floats nearer than this are the same figure."""


def is_survey(round_: Round) -> bool:
    """Whether the round's answers stand for more people than gave them."""
    return round_.kind is RoundKind.SURVEY


def too_few(round_: Round, n: int) -> bool:
    """Whether so few answered in a survey that showing what they said one by one would tell on them."""
    return is_survey(round_) and n < round_.minimum_group


def touchpoint_figures(
    touchpoint: Id, given: Answers, round_: Round, options: Options = USUAL, *, basic: bool = False
) -> TouchpointFigures:
    """All figures of one touchpoint from its answers; `basic` says that it is a basic requirement."""
    survey, span = is_survey(round_), round_.scale - 1
    parts: dict[str, Any] = {figure: summary(given.tables[figure]) for figure in FIGURES}
    experience, importance, expectation = (parts[figure] for figure in ("experience", "importance", "expectation"))
    delta = delta_summary(given.tables[DELTA], span, survey, options)
    from_quick = delta is None and parts["quick"] is not None
    if from_quick:
        span = QUICK_SPAN
        delta = delta_summary(given.tables["quick"], SIGNED[1], survey, options)
    found = verdict(None if delta is None else delta.mean, span, options)
    low, high = SIGNED if from_quick else limits(DELTA, round_.scale)
    uncertain = _uncertain(delta, span, options)
    median = None if experience is None else experience.median
    return TouchpointFigures(
        touchpoint=touchpoint,
        round=round_.id,
        **parts,
        delta=delta,
        delta_from_quick=from_quick,
        verdict=found,
        uncertain=uncertain,
        agreement=agreement(experience, round_.scale),
        delta_agreement=agreement(delta, high - low + 1),
        ceiling=expectation is not None and expectation.mean >= round_.scale - 0.5 - CLOSE,
        need=_need(importance, delta, round_.scale, span, options),
        gap=None if delta is None else gap(delta.mean, span),
        unmet_basic=basic and not uncertain and is_unmet(found, median, round_.scale),
    )


def is_unmet(found: Verdict, median: float | None, scale: int) -> bool:
    """Whether a basic requirement counts as unmet.

    It must disappoint, and the middle answer must lie in the lower half of the scale: what merely falls short of a
    high expectation still works. Where only quick ratings exist, the verdict alone decides.
    """
    return found is Verdict.DISAPPOINTING and (median is None or median < (scale + 1) / 2)


def verdict(delta: float | None, span: float, options: Options = USUAL) -> Verdict:
    """Disappointing, okay or delighting for a mean delta that can reach ± `span`."""
    if delta is None:
        return Verdict.UNKNOWN
    threshold = options.verdict_threshold(span)
    if delta <= -threshold + CLOSE:
        return Verdict.DISAPPOINTING
    return Verdict.DELIGHTING if delta >= threshold - CLOSE else Verdict.OKAY


def _uncertain(delta: DeltaSummary | None, span: float, options: Options) -> bool:
    if delta is None or delta.interval is None:
        return False
    low, high = delta.interval
    threshold = options.verdict_threshold(span)
    return low < -threshold < high or low < threshold < high


def _need(
    importance: Summary | None, delta: DeltaSummary | None, scale: int, span: float, options: Options
) -> float | None:
    if importance is None or delta is None:
        return None
    return need(share(importance.mean, scale), gap(delta.mean, span), options)


def share(mean: float, scale: int) -> float:
    """Where a mean lies on its scale, 0 … 1."""
    return (mean - 1) / (scale - 1)


def gap(delta: float, span: float) -> float:
    """How far experience falls short of expectation, as a share of what is possible, 0 … 1."""
    return max(-delta, 0.0) / span


def need(importance: float, short: float, options: Options = USUAL) -> float:
    """Need for action, 0 … 100, from importance and gap as shares of their ranges. Martilla and James 1977."""
    if short <= 0 or importance <= 0:
        return 0.0
    return 100 * float(importance**options.importance_exponent * short**options.gap_exponent)
