"""A later round against an earlier one, as the workspace Control shows it: plain frozen values.

Rows stand with the lowest earlier value first. Nothing here says why anything changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cxstudio.analysis.change.change_values import Change, RoundChanges, TargetOutcome, TargetState
from cxstudio.analysis.change.loyalty_change import JourneyFigureChange, journey_figure_changes
from cxstudio.analysis.change.round_change import obstacle, round_changes, rounds_of_life
from cxstudio.analysis.change.target_results import target_outcomes
from cxstudio.analysis.journeys.counterparts import twin_of
from cxstudio.analysis.round.round_figures import round_figures
from cxstudio.analysis.statistics.figure_values import RoundFigures, Summary, TouchpointFigures
from cxstudio.analysis.statistics.interval import mean_interval
from cxstudio.analysis.statistics.method_options import options_of
from cxstudio.analysis.statistics.shown_value import shown
from cxstudio.analysis.statistics.touchpoint_figures import is_survey
from cxstudio.model import Document, Id, Journey, Measure, Round, Target
from cxstudio.model.kinds import MeasureStatus, RoundKind
from cxstudio.model.questions import limits

FiguresOf = Callable[[Id], RoundFigures | None]
TOLD_BY = ("experience", "delta", "emotion")
"""Figures that tell how a touchpoint changed; the first one both rounds have."""


@dataclass(frozen=True, slots=True)
class ControlRow:
    """One touchpoint before and after."""

    touchpoint: Id
    earlier: Id
    """The same one in the earlier round's journey."""
    change: Change
    expectation: float | None
    """What the later round expects."""
    interval: tuple[float, float] | None
    """95 % interval of the later value, in surveys."""
    goal: float | None
    """What a measure's target wants of the same figure here; it is judged."""
    aimed: float | None
    """What the to-be curve shows here, where it differs from the goal."""
    outcome: TargetOutcome | None
    """Of the target on the same figure, else of the first target here."""
    measures: tuple[Id, ...]


@dataclass(frozen=True, slots=True)
class ControlFigures:
    """Two rounds, and what followed from the measures between them."""

    changes: RoundChanges
    figure: str
    """What the rows tell: experience, delta or emotion."""
    scale: int
    rows: tuple[ControlRow, ...]
    outcomes: tuple[TargetOutcome, ...]
    """Every target of measures that were not dropped, in the plan's order."""
    critical_before: tuple[Id, ...]
    critical_after: tuple[Id, ...]
    not_again: tuple[Id, ...]
    """Critical in the earlier round and not rated in the later one: nobody knows whether they still are."""
    worse: tuple[Id, ...]
    """Touchpoints without a measure whose value fell, beyond what chance alone explains where that is known."""
    journey: tuple[JourneyFigureChange, ...]

    def count(self, state: TargetState) -> int:
        """How many targets are in a state."""
        return sum(one.state is state for one in self.outcomes)


def comparable_rounds(document: Document, journey: Id) -> tuple[Round, ...]:
    """Every round that was rated on a journey, and on those it took the place of, the earliest first."""
    return tuple(r for r in rounds_of_life(document, journey) if r.kind is not RoundKind.TARGET)


def usual_pair(document: Document, journey: Id) -> tuple[Id, Id] | None:
    """The newest round that has an earlier one to compare with, and the first of those; None where there is none."""
    known = comparable_rounds(document, journey)
    for after in reversed(known):
        before = next((r for r in known if r.id != after.id and obstacle(document, r.id, after.id) is None
                       and known.index(r) < known.index(after)), None)  # fmt: skip
        if before is not None:
            return before.id, after.id
    return None


def control_figures(
    document: Document, before: Id, after: Id, today: date, figures_of: FiguresOf | None = None
) -> ControlFigures:
    """Everything that can be said of two rounds. Raises MissingRecord for a round that is not there."""
    known: FiguresOf = figures_of or (lambda round_id: round_figures(document, round_id))
    options = options_of(document)
    changes = round_changes(document, before, after, options)
    then, now = known(before), known(after)
    about = document.get(Round, after)
    told = {drift.figure for drift in changes.drifts}
    figure = next((name for name in TOLD_BY if name in told), TOLD_BY[0])
    outcomes: tuple[TargetOutcome, ...] = ()
    if now is not None:
        newest = _is_newest(document, about)
        found = target_outcomes(document, after, options, now, today=max(today, about.day or today) if newest else None)
        outcomes = tuple(o for o in found if document.get(Measure, o.measure).status is not MeasureStatus.DROPPED)
    rows = _rows(document, changes, figure, now, outcomes, about) if now is not None else ()
    return ControlFigures(
        changes,
        figure,
        about.scale,
        rows,
        outcomes,
        _critical(then),
        _critical(now),
        _not_again(document, _critical(then), now, about.journey),
        tuple(r.touchpoint for r in rows if not r.measures and _fell(r.change)),
        journey_figure_changes(document, before, after),
    )


def _is_newest(document: Document, about: Round) -> bool:
    """Whether no later round of its journey in its view was rated."""
    same = [r for r in document.having(Round, "journey", about.journey)
            if r.view is about.view and r.kind is not RoundKind.TARGET]  # fmt: skip
    return not same or same[-1].id == about.id


def _critical(figures: RoundFigures | None) -> tuple[Id, ...]:
    return () if figures is None else tuple(t for t, told in figures.criticality.items() if told.critical)


def _not_again(document: Document, before: tuple[Id, ...], now: RoundFigures | None, journey: Id) -> tuple[Id, ...]:
    """Those of the touchpoints that are still in the journey, without a value in the later round."""
    found = []
    for touchpoint in before:
        twin = twin_of(document, touchpoint, journey)
        figures = now.of(twin) if now is not None and twin is not None else None
        if twin is not None and (figures is None or all(getattr(figures, name) is None for name in TOLD_BY)):
            found.append(twin)
    return tuple(found)


def _fell(change: Change) -> bool:
    return shown(change.difference) < 0 and not change.uncertain


def _rows(
    document: Document,
    changes: RoundChanges,
    figure: str,
    now: RoundFigures,
    outcomes: tuple[TargetOutcome, ...],
    about: Round,
) -> tuple[ControlRow, ...]:
    aims = _aims(document, about.journey)
    survey, options = is_survey(about), options_of(document)
    found = []
    for one in changes.touchpoints:
        change: Change | None = getattr(one, figure)
        if change is None:
            continue
        figures = now.of(one.touchpoint)
        here = [o for o in outcomes if o.touchpoint == one.touchpoint]
        same = next((o for o in here if document.get(Target, o.target).figure.value == figure), None)
        goal = None if same is None else same.goal
        aimed = _aimed(document, one.touchpoint, figure, aims)
        part: Summary | None = None if figures is None else getattr(figures, figure)
        interval = None
        if survey and part is not None and part.n >= options.smallest_for_interval:
            interval = mean_interval(part.counts, *limits(figure, about.scale))
        expected = None if figures is None or figure != "experience" else figures.expectation
        found.append(
            ControlRow(
                one.touchpoint,
                one.before,
                change,
                None if expected is None else expected.mean,
                interval,
                goal,
                aimed if aimed is not None and goal is not None and aimed != goal else None,
                same or next(iter(here), None),
                one.measures,
            )
        )
    return tuple(sorted(found, key=lambda row: row.change.before))


def _aims(document: Document, journey: Id) -> RoundFigures | None:
    """Values of the to-be curve: of the journey that came from this one, else of its own."""
    kin = [j.id for j in document.having(Journey, "derived_from", journey)]
    rounds = [r for j in (*kin, journey) for r in document.having(Round, "journey", j) if r.kind is RoundKind.TARGET]
    return round_figures(document, rounds[0].id) if rounds else None


def _aimed(document: Document, touchpoint: Id, figure: str, aims: RoundFigures | None) -> float | None:
    twin = None if aims is None else twin_of(document, touchpoint, aims.journey)
    found: TouchpointFigures | None = None if aims is None else aims.of(touchpoint) or aims.of(twin or "")
    part: Summary | None = None if found is None else getattr(found, figure)
    return None if part is None else part.mean
