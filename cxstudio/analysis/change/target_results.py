"""Whether the targets of measures were met: met, missed, or cannot be told yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cxstudio.analysis.change.change_values import Doubt, TargetOutcome, TargetState
from cxstudio.analysis.change.measured_series import is_own, measured_outcome
from cxstudio.analysis.change.round_change import acts
from cxstudio.analysis.round.round_figures import round_figures
from cxstudio.analysis.statistics.figure_values import RoundFigures, Summary
from cxstudio.analysis.statistics.interval import mean_interval
from cxstudio.analysis.statistics.method_options import Options, options_of
from cxstudio.analysis.statistics.touchpoint_figures import CLOSE, is_survey, too_few
from cxstudio.model import Document, Id, Measure, Round, Stage, Target, Touchpoint
from cxstudio.model.kinds import MeasureStatus, RoundKind, TargetFigure
from cxstudio.model.questions import limits, same_on_every_scale


def target_outcomes(
    document: Document,
    round_id: Id,
    options: Options | None = None,
    figures: RoundFigures | None = None,
    *,
    today: date | None = None,
) -> tuple[TargetOutcome, ...]:
    """Every target of the round's journey as this round sees it, by measure; those on figures of one's own as their
    measured values see them. `figures` saves working them out.

    `today` is given where the round is the newest there is: a target whose date has come since is then due.
    """
    round_ = document.get(Round, round_id)
    options = options or options_of(document)
    known = figures or round_figures(document, round_id, options)
    found = []
    for measure in document.all(Measure):
        for target in document.having(Target, "measure", measure.id):
            about = _about(measure, target)
            if about is None or _journey(document, about) in (None, round_.journey):
                found.append(
                    measured_outcome(document, measure, target)
                    if is_own(target)
                    else _outcome(document, measure, target, known, options, today)
                )
    return tuple(found)


def _about(measure: Measure, target: Target) -> Id | None:
    """The touchpoint that says of which journey a target is: its own, else the only one of the measure.

    It is judged at its own alone: where that was removed, what is said of another would be about something else.
    """
    if target.touchpoint is None and len(measure.touchpoints) == 1:
        return measure.touchpoints[0]
    return target.touchpoint


def _journey(document: Document, touchpoint: Id) -> Id | None:
    about = document.find(touchpoint)
    return document.get(Stage, about.stage).journey if isinstance(about, Touchpoint) else None


def _outcome(
    document: Document,
    measure: Measure,
    target: Target,
    figures: RoundFigures,
    options: Options,
    today: date | None,
) -> TargetOutcome:
    round_, touchpoint = document.get(Round, figures.round), target.touchpoint
    none = TargetOutcome(
        target.id, measure.id, touchpoint, round_.id, TargetState.CANNOT_BE_TOLD, None, target.to_value, None, 0, None
    )
    doubt = _doubt(document, measure, target, touchpoint, round_)
    found = figures.of(touchpoint) if touchpoint is not None else None
    part: Summary | None = None if found is None else getattr(found, target.figure.value)
    quick = found is not None and target.figure is TargetFigure.DELTA and found.delta_from_quick
    withheld = found.withheld if found is not None and part is None else 0
    if withheld and doubt is not Doubt.OTHER_SCALE:
        return replace(none, doubt=doubt or Doubt.FEW_ANSWERS, n=withheld)
    if part is None or quick or doubt is Doubt.OTHER_SCALE:
        return replace(none, doubt=doubt or Doubt.NOT_RATED)
    if too_few(round_, part.n):
        return replace(none, doubt=doubt or Doubt.FEW_ANSWERS, n=part.n)
    interval = _interval(part, target.figure, round_, options)
    told = replace(none, value=part.mean, n=part.n, interval=interval, doubt=doubt)
    if doubt is not None or target.to_value is None:
        return told
    state, doubt = _state(part.mean, interval, target, today or round_.day)
    return replace(told, state=state, doubt=doubt)


def _doubt(document: Document, measure: Measure, target: Target, touchpoint: Id | None, round_: Round) -> Doubt | None:
    """What stands against any answer, whatever was rated."""
    if measure.status is MeasureStatus.DROPPED:
        return Doubt.DROPPED
    if target.to_value is None:
        return Doubt.NO_GOAL
    if touchpoint is None or not isinstance(document.find(touchpoint), Touchpoint):
        return Doubt.NO_TOUCHPOINT
    if not same_on_every_scale(target.figure.value) and round_.scale != document.project.scale:
        return Doubt.OTHER_SCALE
    if target.view is not None and target.view is not round_.view:
        return Doubt.OTHER_VIEW
    if round_.kind is RoundKind.TARGET or not acts(measure, round_):
        return Doubt.NOT_STARTED
    return None


def _interval(part: Summary, figure: TargetFigure, round_: Round, options: Options) -> tuple[float, float] | None:
    """The interval of a mean in a survey with enough answers."""
    if not is_survey(round_) or part.n < options.smallest_for_interval:
        return None
    return mean_interval(part.counts, *limits(figure.value, round_.scale))


def _state(
    mean: float, interval: tuple[float, float] | None, target: Target, day: date | None
) -> tuple[TargetState, Doubt | None]:
    assert target.to_value is not None
    goal, start = target.to_value, target.from_value
    sign = -1.0 if start is not None and goal < start and not target.at_least else 1.0
    ahead = sign * (mean - goal)
    margins = [ahead] if interval is None else [sign * (end - goal) for end in interval]
    early = target.by is not None and (day is None or day < target.by)
    if target.at_least and early:
        return TargetState.CANNOT_BE_TOLD, Doubt.NOT_DUE
    if min(margins) >= -CLOSE:
        return TargetState.MET, None
    if max(margins) >= -CLOSE:
        return TargetState.CANNOT_BE_TOLD, Doubt.UNCERTAIN
    if early:
        return TargetState.CANNOT_BE_TOLD, Doubt.TOO_EARLY
    return TargetState.MISSED, None
