"""Values of a round drawn over a journey: of its own touchpoints, or of their counterparts in another journey."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

from cxstudio.analysis.journeys.counterparts import twin_of
from cxstudio.analysis.journeys.target_values import as_aimed, measured_round, whole
from cxstudio.analysis.round.round_figures import round_figures
from cxstudio.analysis.statistics.figure_values import RoundFigures, TouchpointFigures
from cxstudio.model import Document, Id, Journey, LaneSetting, Measure, Round, Target
from cxstudio.model.kinds import MeasureStatus, RoundKind, TargetFigure
from cxstudio.model.questions import FIGURES, same_on_every_scale
from cxstudio.model.rounds import shown_round

if TYPE_CHECKING:
    from cxstudio.analysis.comparison.as_is_to_be import Comparison

_REACHED: Final = 0.05
"""A mean so near below a target has reached it: both are told with one decimal."""
_TARGETS: Final = {figure: figure.value for figure in TargetFigure if figure in FIGURES}
BEGUN: Final = tuple(_TARGETS.values())
"""Figures a target starts with: the questions a measure can aim at."""


def kindred_rounds(document: Document, journey: Id) -> tuple[Round, ...]:
    """Rounds whose values can be drawn over a journey: its own, those of the journey it came from, of those from it."""
    about = document.get(Journey, journey)
    kin = [journey]
    if about.derived_from is not None and about.derived_from in document:
        kin.append(about.derived_from)
    kin += [j.id for j in document.having(Journey, "derived_from", journey) if j.id != journey]
    return tuple(r for j in dict.fromkeys(kin) for r in document.having(Round, "journey", j))


def overlaid_figures(document: Document, journey: Id) -> dict[Id, RoundFigures]:
    """Figures of every round some lane of a journey lays over the one shown."""
    settings = document.having(LaneSetting, "journey", journey)
    wanted = dict.fromkeys(i for setting in settings for i in setting.overlaid if i in document)
    return {i: round_figures(document, i) for i in wanted}


def figures_for(document: Document, touchpoint: Id, figures: RoundFigures) -> TouchpointFigures | None:
    """What a round says about a touchpoint, or about its counterpart in the journey the round belongs to."""
    found = figures.of(touchpoint)
    if found is None:
        twin = twin_of(document, touchpoint, figures.journey)
        found = figures.of(twin) if twin is not None else None
    return found


def rounds_to_compare(document: Document, today: Id, later: Id) -> tuple[Round | None, Round | None]:
    """Whose curves are compared: today's round, and the target's (the to-be journey's own, else the as-is one's)."""
    shown = measured_round(document, today)
    targets = [
        r
        for journey in (today, later)
        for r in document.having(Round, "journey", journey)
        if r.kind is RoundKind.TARGET
    ]
    return shown, targets[-1] if targets else shown_round(document, later)


@dataclass(frozen=True, slots=True)
class FigureChange:
    """Mean of a figure over the touchpoints that have it in both journeys, today and to be."""

    figure: str
    today: float
    later: float
    touchpoints: int


def figure_change(
    document: Document, comparison: Comparison, today: RoundFigures | None, later: RoundFigures | None, figure: str
) -> FigureChange | None:
    """How a figure shall change; None where nothing can be compared (none has both, or the scales differ)."""
    if today is None or later is None or not same_axis(document, today.round, later.round, figure):
        return None
    both = []
    for match in comparison.touchpoints:
        if match.today is not None and match.later is not None:
            one = _mean(figures_for(document, match.today, today), figure)
            other = aimed(document, match.later, later, today, figure)
            if one is not None and other is not None:
                both.append((one, other))
    if not both:
        return None
    return FigureChange(figure, sum(a for a, _ in both) / len(both), sum(b for _, b in both) / len(both), len(both))


def aimed(
    document: Document, touchpoint: Id, figures: RoundFigures, today: RoundFigures | None, figure: str
) -> float | None:
    """A round's mean at a touchpoint as it is set against today's.

    Targets are whole numbers: one that is today's mean as a whole number says "as it is today", no more and no less.
    """
    found = _mean(figures_for(document, touchpoint, figures), figure)
    about = document.find(figures.round)
    if found is None or today is None or not isinstance(about, Round):
        return found
    return as_aimed(about, found, _mean(figures_for(document, touchpoint, today), figure), figure)


def aimed_delta(document: Document, touchpoint: Id, figures: RoundFigures, today: RoundFigures | None) -> float | None:
    """Experience − expectation as a round aims at them, in points of its scale; a target has no verdict.

    Where both are as today, it is today's delta, paired per person.
    """
    found = figures_for(document, touchpoint, figures)
    wanted = [aimed(document, touchpoint, figures, today, f) for f in ("expectation", "experience")]
    if found is None or found.delta is None or None in wanted:
        return None if found is None or found.delta is None else found.delta.mean
    now = figures_for(document, touchpoint, today) if today is not None else None
    if now is not None and now.delta is not None and wanted == [_mean(now, f) for f in ("expectation", "experience")]:
        return now.delta.mean
    expectation, experience = (value or 0.0 for value in wanted)
    return experience - expectation


def same_axis(document: Document, one: Id, other: Id, figure: str) -> bool:
    """Whether two rounds' values may stand on one axis: fixed ends always, all else only on the same scale."""
    if same_on_every_scale(figure):
        return True
    first, second = document.find(one), document.find(other)
    return isinstance(first, Round) and isinstance(second, Round) and first.scale == second.scale


def _mean(figures: TouchpointFigures | None, figure: str) -> float | None:
    summary = getattr(figures, figure, None)
    return None if summary is None else summary.mean


def target_beginning(document: Document, journey: Id, today: RoundFigures | None) -> dict[Id, dict[str, int]]:
    """What target values start with: measures' targets (whole numbers that reach them), else today's means, rounded.

    Where today already reaches a measure's target it stays as it is. A new touchpoint has none; nothing is made up for
    it. `today` is a round of this journey or of the one it came from, and gives the scale.
    """
    about = document.find(today.round) if today is not None else None
    if today is None or not isinstance(about, Round):
        return {}
    wanted = _wanted(document)
    begun = {}
    for touchpoint in document.journey_touchpoints(journey):
        figures = figures_for(document, touchpoint.id, today)
        means = {f: mean for f in BEGUN if (mean := _mean(figures, f)) is not None}
        values = {f: whole(mean, f, about.scale) for f, mean in means.items()}
        for known in (touchpoint.counterpart, touchpoint.id):
            for figure, aim in wanted.get(known or "", {}).items():
                if means.get(figure, aim - 1) < aim - _REACHED:
                    values[figure] = whole(ceil(aim), figure, about.scale)
        if values:
            begun[touchpoint.id] = values
    return begun


def _wanted(document: Document) -> Mapping[Id, Mapping[str, float]]:
    """Touchpoint → figure → value some measure aims at, the highest of several."""
    found: dict[Id, dict[str, float]] = {}
    for target in document.all(Target):
        measure, figure = document.find(target.measure), _TARGETS.get(target.figure)
        if isinstance(measure, Measure) and measure.status is MeasureStatus.DROPPED:
            continue
        if figure is not None and target.touchpoint is not None and target.to_value is not None:
            aims = found.setdefault(target.touchpoint, {})
            aims[figure] = max(target.to_value, aims.get(figure, target.to_value))
    return found
