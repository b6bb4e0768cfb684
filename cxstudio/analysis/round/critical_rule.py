"""Which touchpoints the rule proposes as critical, why, and what the group decided.

A reason counts only where it tells a touchpoint from the others: what holds for half of a journey is no reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cxstudio.analysis.flow.journey_graph import Flow
from cxstudio.analysis.statistics.figure_values import (
    Criticality,
    Reason,
    ReasonFound,
    RoundFigures,
    TouchpointFigures,
    Verdict,
)
from cxstudio.analysis.statistics.touchpoint_figures import CLOSE
from cxstudio.model import Id, Touchpoint
from cxstudio.model.kinds import CriticalMark, Travels

_FEWEST_LARGEST = 3
_LARGEST_SHARE = 20
"""Among the largest needs are at most three, or one in twenty of the rated touchpoints where that is more."""
_ENOUGH_OTHERS = 2
"""A disappointing touchpoint is proposed for this many reasons of the weaker kind."""
_STRONG = frozenset({Reason.UNMET_BASIC, Reason.LARGEST_NEED, Reason.LARGEST_GAP})

_Found = dict[Id, ReasonFound]


def criticality(
    touchpoints: Sequence[Touchpoint],
    figures: Mapping[Id, TouchpointFigures],
    ways: Flow,
    lows: Sequence[Id],
    by_gap: bool,
    customers: Mapping[Id, float],
) -> dict[Id, Criticality]:
    """The rule's proposal and the group's word for every touchpoint.

    `customers` holds, per touchpoint, how much lower the customers' mean delta lies than this round's, in points.
    """
    rated = [figures[t.id] for t in touchpoints if t.id in figures]
    judged = [f for f in rated if f.verdict is not Verdict.UNKNOWN]
    groups = (
        _rare(_unmet(judged), len(judged)),
        _largest_gap(judged) if by_gap else _largest_need(judged),
        {t: ReasonFound(Reason.LOWEST_LOW, (("emotion", _emotion(figures[t])),)) for t in lows},
        _bad_end(rated),
        _rare({t: ReasonFound(Reason.EVERY_WAY) for t in ways.unavoidable}, len(touchpoints)),
        _lossy_handovers(ways),
        _drop_outs(ways, len(touchpoints)),
        _rare(_disagreement(rated), sum(f.agreement is not None for f in rated)),
        _rare({t: ReasonFound(Reason.CUSTOMERS_SEE_WORSE, (("by", v),)) for t, v in customers.items()}, len(judged)),
    )
    found = {}
    for touchpoint in touchpoints:
        reasons = tuple(group[touchpoint.id] for group in groups if touchpoint.id in group)
        found[touchpoint.id] = _decided(touchpoint, _proposed(reasons, figures.get(touchpoint.id)), reasons)
    return found


def is_critical(figures: RoundFigures | None, touchpoint: Touchpoint) -> bool:
    """The group's word, else what the rule proposes."""
    if touchpoint.critical is not CriticalMark.BY_RULE:
        return touchpoint.critical is CriticalMark.YES
    found = None if figures is None else figures.criticality.get(touchpoint.id)
    return found is not None and found.critical


def _decided(touchpoint: Touchpoint, proposed: bool, reasons: tuple[ReasonFound, ...]) -> Criticality:
    mark = touchpoint.critical
    critical = proposed if mark is CriticalMark.BY_RULE else mark is CriticalMark.YES
    return Criticality(
        touchpoint=touchpoint.id,
        proposed=proposed,
        critical=critical,
        overruled=critical != proposed,
        reasons=reasons,
        group_reason=touchpoint.critical_reason,
    )


def _proposed(reasons: tuple[ReasonFound, ...], figures: TouchpointFigures | None) -> bool:
    if figures is None or figures.verdict is not Verdict.DISAPPOINTING:
        return False
    if any(r.reason in _STRONG for r in reasons):
        return True
    return len(reasons) >= _ENOUGH_OTHERS


def _rare(found: _Found, among: int) -> _Found:
    """The reason, unless it holds for half of those it could hold for."""
    return found if 2 * len(found) < max(among, 1) or len(found) == 1 < among else {}


def _unmet(judged: Sequence[TouchpointFigures]) -> _Found:
    return {
        f.touchpoint: ReasonFound(Reason.UNMET_BASIC, (("delta", f.delta.mean),))
        for f in judged
        if f.unmet_basic and f.delta is not None
    }


def _largest_need(judged: Sequence[TouchpointFigures]) -> _Found:
    values = [(f.touchpoint, f.need) for f in judged if f.need]
    return {
        t: ReasonFound(Reason.LARGEST_NEED, (("place", place), ("need", value)))
        for t, place, value in _largest(values, len(judged))
    }


def _largest_gap(judged: Sequence[TouchpointFigures]) -> _Found:
    deltas = {f.touchpoint: f.delta.mean for f in judged if f.delta is not None}
    values = [(f.touchpoint, f.gap) for f in judged if f.gap and f.verdict is Verdict.DISAPPOINTING]
    return {
        t: ReasonFound(Reason.LARGEST_GAP, (("place", place), ("delta", deltas[t])))
        for t, place, _ in _largest(values, len(judged))
    }


def _largest(values: Sequence[tuple[Id, float]], among: int) -> list[tuple[Id, float, float]]:
    """The few that stand out: at least half of the largest, above the first one beyond the limit; with places."""
    ordered = sorted(values, key=lambda pair: -pair[1])
    limit = min(max(_FEWEST_LARGEST, among // _LARGEST_SHARE), among // 2)
    if not ordered or limit < 1:
        return []
    floor = max(ordered[0][1] / 2 - CLOSE, ordered[limit][1] + CLOSE if limit < len(ordered) else 0.0)
    kept = [(t, v) for t, v in ordered if v >= floor]
    return [(t, float(1 + sum(other > v + CLOSE for _, other in kept)), v) for t, v in kept]


def _emotion(figures: TouchpointFigures) -> float:
    return 0.0 if figures.emotion is None else figures.emotion.mean


def _bad_end(rated: Sequence[TouchpointFigures]) -> _Found:
    """The last touchpoint felt, where it is bad and worse than the journey on the whole."""
    felt = [f for f in rated if f.emotion is not None]
    if len(felt) < 3:
        return {}
    last, mean = felt[-1], sum(_emotion(f) for f in felt) / len(felt)
    value = _emotion(last)
    if value > -1 + CLOSE or value >= mean - CLOSE:
        return {}
    return {last.touchpoint: ReasonFound(Reason.BAD_END, (("emotion", value),))}


def _lossy_handovers(ways: Flow) -> _Found:
    """Touchpoints that take over without everything, where handovers are rarer elsewhere."""
    found: _Found = {}
    for handover in ways.handovers:
        others = len(ways.steps) - 1
        if handover.lossy and 2 * (len(ways.handovers) - 1) < others:
            nothing = float(handover.travels is Travels.NOTHING)
            found[handover.target] = ReasonFound(Reason.LOSSY_HANDOVER, (("nothing", nothing),))
    return _rare(found, len(ways.steps))


def _drop_outs(ways: Flow, among: int) -> _Found:
    found: _Found = {}
    for leaving in ways.drop_outs:
        share = (("share", leaving.share),) if leaving.share is not None else ()
        found[leaving.touchpoint] = ReasonFound(Reason.DROP_OUT, (*share, ("assumed", float(leaving.assumed))))
    return _rare(found, among)


def _disagreement(rated: Sequence[TouchpointFigures]) -> _Found:
    return {
        f.touchpoint: ReasonFound(
            Reason.DISAGREEMENT, (("lowest", float(f.experience.lowest)), ("highest", float(f.experience.highest)))
        )
        for f in rated
        if f.disagreeing and f.experience is not None
    }
