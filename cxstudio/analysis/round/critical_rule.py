"""Which touchpoints the rule proposes as critical, why, and what the group decided.

Ratings alone propose. What the map, its paths or another round say supports: it is shown, and never decides.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from cxstudio.analysis.flow.journey_graph import Flow
from cxstudio.analysis.statistics.figure_values import (
    Criticality,
    Reason,
    ReasonFound,
    RoundFigures,
    TouchpointFigures,
)
from cxstudio.analysis.statistics.shown_value import shown
from cxstudio.analysis.statistics.touchpoint_figures import CLOSE
from cxstudio.model import Id, Touchpoint
from cxstudio.model.kinds import CriticalMark, Travels

_FEWEST_LARGEST = 3
_LARGEST_SHARE = 4
"""Among the largest needs are at most three, or a quarter of the disappointing touchpoints where that is more."""
_MOST_LOW_POINTS = 3
"""More low points than this among the disappointing touchpoints say nothing about each of them."""

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

    `lows` are the low points of the emotion among all rated touchpoints. `customers` holds, per touchpoint, how much
    lower the customers' mean delta lies than this round's, in points.
    """
    rated = [figures[t.id] for t in touchpoints if t.id in figures]
    bad = [f for f in rated if f.disappoints]
    groups = (
        {f.touchpoint: ReasonFound(Reason.UNMET_BASIC, (("delta", _delta(f)),)) for f in bad if f.unmet_basic},
        _largest(bad, Reason.LARGEST_GAP, _short, _delta) if by_gap else _largest(bad, Reason.LARGEST_NEED, _need),
        _low_points(bad, lows),
        _bad_end(rated),
        _rare({t: ReasonFound(Reason.EVERY_WAY) for t in ways.unavoidable}, len(touchpoints)),
        _lossy_handovers(ways),
        _drop_outs(ways, len(touchpoints)),
        _two_camps(rated),
        {t: ReasonFound(Reason.CUSTOMERS_SEE_WORSE, (("by", v),)) for t, v in customers.items()},
    )
    found = {}
    for touchpoint in touchpoints:
        reasons = tuple(group[touchpoint.id] for group in groups if touchpoint.id in group)
        found[touchpoint.id] = _decided(touchpoint, any(r.reason.decides for r in reasons), reasons)
    return found


def is_critical(figures: RoundFigures | None, touchpoint: Touchpoint) -> bool:
    """The group's word, else what the rule proposes. Nothing aimed at is critical."""
    if figures is not None and figures.target:
        return False
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


def _rare(found: _Found, among: int) -> _Found:
    """What supports a proposal, unless it holds for half of those it could hold for."""
    return found if 2 * len(found) < max(among, 1) or len(found) == 1 < among else {}


_Value = Callable[[TouchpointFigures], float]


def _largest(bad: Sequence[TouchpointFigures], reason: Reason, of: _Value, said: _Value | None = None) -> _Found:
    """The few that stand out among the disappointing ones, with their places.

    At least half of the largest, and above the first one beyond the limit where there is one.
    """
    ordered = sorted(((of(f), f) for f in bad), key=lambda pair: -pair[0])
    limit = max(_FEWEST_LARGEST, len(bad) // _LARGEST_SHARE)
    beyond = ordered[limit][0] if limit < len(ordered) else 0.0
    found: _Found = {}
    place, before = 0, math.inf
    for at, (value, f) in enumerate(ordered[:limit], 1):
        if value <= beyond + CLOSE or 2 * value < ordered[0][0] - CLOSE:
            break
        place, before = (place, before) if value > before - CLOSE else (at, value)
        told = ("need", value) if said is None else ("delta", said(f))
        found[f.touchpoint] = ReasonFound(reason, (("place", float(place)), told))
    return found


def _need(figures: TouchpointFigures) -> float:
    return float(figures.shown_need or 0)


def _short(figures: TouchpointFigures) -> float:
    return figures.shown_gap or 0.0


def _delta(figures: TouchpointFigures) -> float:
    return 0.0 if figures.delta is None else figures.delta.mean


def _low_points(bad: Sequence[TouchpointFigures], lows: Sequence[Id]) -> _Found:
    """Low points of the emotion that disappoint, with how many others lie as low; none of too many."""
    low = [f for f in bad if f.touchpoint in lows]
    if len(low) > _MOST_LOW_POINTS:
        return {}
    others = float(len(lows) - 1)
    return {f.touchpoint: ReasonFound(Reason.LOWEST_LOW, (("emotion", _emotion(f)), ("others", others))) for f in low}


def _emotion(figures: TouchpointFigures) -> float:
    return 0.0 if figures.emotion is None else figures.emotion.shown


def _bad_end(rated: Sequence[TouchpointFigures]) -> _Found:
    """The last touchpoint felt, where it is bad and worse than the journey on the whole."""
    felt = [f for f in rated if f.emotion is not None]
    if len(felt) < 3:
        return {}
    value, mean = _emotion(felt[-1]), sum(f.emotion.mean for f in felt if f.emotion is not None) / len(felt)
    if value > -1 or value >= shown(mean):
        return {}
    return {felt[-1].touchpoint: ReasonFound(Reason.BAD_END, (("emotion", value),))}


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


def _two_camps(rated: Sequence[TouchpointFigures]) -> _Found:
    return {
        f.touchpoint: ReasonFound(
            Reason.TWO_CAMPS,
            (
                ("low", float(f.camps.low)),
                ("upto", float(f.camps.upto)),
                ("high", float(f.camps.high)),
                ("from", float(f.camps.from_)),
            ),
        )
        for f in rated
        if f.camps is not None
    }
