"""The figures of one touchpoint in one round."""

from __future__ import annotations

from typing import Any, Final

from cxstudio.analysis.statistics.answer_counts import Answers
from cxstudio.analysis.statistics.descriptive import agreement, delta_summary, summary
from cxstudio.analysis.statistics.figure_values import DeltaSummary, Summary, TouchpointFigures, Verdict
from cxstudio.analysis.statistics.method_options import USUAL, Options
from cxstudio.analysis.statistics.shown_value import shown
from cxstudio.analysis.statistics.two_camps import two_camps
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


def single_answers_shown(round_: Round, n: int) -> bool:
    """Whether n answers may be shown one by one or value by value, on screen or paper.

    Of a discussion only where that was announced; of a survey where there are enough of them.
    """
    if is_survey(round_):
        return not too_few(round_, n)
    return round_.single_answers or round_.kind in (RoundKind.GROUP, RoundKind.TARGET)


def touchpoint_figures(
    touchpoint: Id, given: Answers, round_: Round, options: Options = USUAL, *, basic: bool = False
) -> TouchpointFigures:
    """All figures of one touchpoint from its answers; `basic` says that it is a basic requirement.

    Values of a target are no answers of anybody: nothing is judged there. Of a survey with too few answers to a
    question only their number is told.
    """
    survey, scale = is_survey(round_), round_.scale
    parts: dict[str, Any] = {figure: summary(given.tables[figure]) for figure in FIGURES}
    from_quick = not given.tables[DELTA].counts and parts["quick"] is not None
    ends, table = (SIGNED, "quick") if from_quick else (limits(DELTA, scale), DELTA)
    delta = delta_summary(given.tables[table], ends, survey, options)
    withheld, few = 0, []
    if survey:
        few = [name for name, part in parts.items() if part is not None and part.n < options.smallest_for_interval]
        withheld = max((parts[name].n for name in few), default=0)
        parts |= dict.fromkeys(few)
        delta = None if delta is not None and delta.interval is None else delta
    target = round_.kind is RoundKind.TARGET
    judged = {} if target else _judged(parts, delta, from_quick, round_, options, basic)
    return TouchpointFigures(
        touchpoint=touchpoint,
        round=round_.id,
        **parts,
        delta=delta,
        delta_from_quick=from_quick,
        target=target,
        withheld=withheld,
        kept_back=frozenset(few),
        **{**_UNJUDGED, **judged},
    )


_UNJUDGED: Final[dict[str, Any]] = {
    "verdict": Verdict.UNKNOWN,
    "possible": (),
    "disappointed": None,
    "agreement": None,
    "delta_agreement": None,
    "camps": None,
    "ceiling": False,
    "need": None,
}


def _judged(
    parts: dict[str, Summary | None],
    delta: DeltaSummary | None,
    from_quick: bool,
    round_: Round,
    options: Options,
    basic: bool,
) -> dict[str, Any]:
    """Everything that says how good or bad something is."""
    survey, scale = is_survey(round_), round_.scale
    experience, expectation, importance = (parts[name] for name in ("experience", "expectation", "importance"))
    values: dict[str, Any] = {
        "ceiling": expectation is not None and expectation.mean >= scale - 0.5 - CLOSE,
        "camps": None if experience is None else two_camps(experience.counts, *limits("experience", scale)),
    }
    if not survey:
        points, differences = (SIGNED[1] - SIGNED[0] + 1, False) if from_quick else (scale, True)
        values["agreement"] = agreement(experience, scale)
        values["delta_agreement"] = agreement(delta, points, differences=differences)
    if delta is not None and not (survey and delta.interval is None):
        span = QUICK_SPAN if from_quick else scale - 1
        possible = _possible(delta, span, options)
        threshold = options.verdict_threshold(span)
        median = None if experience is None else experience.median
        values |= {
            "verdict": verdict(delta.mean, span, options),
            "possible": possible,
            "disappointed": sum(times for value, times in delta.counts if value <= -threshold),
            "need": _need(importance, delta, scale, span, options),
            "gap": gap(delta.mean, span),
            "shown_gap": gap(delta.shown, span),
            "unmet_basic": is_unmet(basic, possible == (Verdict.DISAPPOINTING,), median, scale),
        }
    return values


def is_unmet(basic: bool, disappoints: bool, median: float | None, scale: int) -> bool:
    """Whether something is a basic requirement that is not met.

    It must disappoint (in a survey surely), and the middle answer must lie below the middle of the scale: what merely
    falls short of a high expectation still works. Where only quick ratings exist, the verdict alone decides.
    """
    return basic and disappoints and (median is None or median < (scale + 1) / 2)


def verdict(delta: float | None, span: float, options: Options = USUAL) -> Verdict:
    """Disappointing, okay or delighting for a mean delta that can reach ± `span`; it is judged as it is shown."""
    if delta is None:
        return Verdict.UNKNOWN
    threshold, value = options.verdict_threshold(span), shown(delta)
    if value <= -threshold:
        return Verdict.DISAPPOINTING
    return Verdict.DELIGHTING if value >= threshold else Verdict.OKAY


def _possible(delta: DeltaSummary, span: float, options: Options) -> tuple[Verdict, ...]:
    """The verdicts an interval allows, the worst first; without an interval that of the mean."""
    if delta.interval is None:
        return (verdict(delta.mean, span, options),)
    (low, high), threshold = delta.interval, options.verdict_threshold(span)
    allowed = {
        Verdict.DISAPPOINTING: low <= -threshold,
        Verdict.OKAY: low < threshold and high > -threshold,
        Verdict.DELIGHTING: high >= threshold,
    }
    return tuple(one for one, can in allowed.items() if can)


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
