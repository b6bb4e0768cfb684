"""Two views of one journey: where do employees misjudge what customers say? Compared, never averaged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from cxstudio.analysis.round.lowest_points import lowest_of, lowest_touchpoints, lying
from cxstudio.analysis.round.touchpoint_cache import given_in
from cxstudio.analysis.statistics.answer_counts import Answers, answers
from cxstudio.analysis.statistics.descriptive import summary
from cxstudio.analysis.statistics.figure_values import RoundFigures, Summary, TouchpointFigures
from cxstudio.analysis.statistics.interval import mean_interval
from cxstudio.analysis.statistics.method_options import Options, options_of
from cxstudio.analysis.statistics.standing_apart import Lying
from cxstudio.analysis.statistics.touchpoint_figures import CLOSE, is_survey
from cxstudio.model import Document, Id, Round
from cxstudio.model.kinds import View
from cxstudio.model.questions import DELTA, limits
from cxstudio.model.rounds import rounds
from cxstudio.steps import Steps, finished

_AT_A_TIME = 24
"""Touchpoints worked out in one step."""
_FIGURE: Final = "experience"


@dataclass(frozen=True, slots=True)
class Seen:
    """The experience of one touchpoint in two views. Differences are ours − theirs: above 0, customers see it worse."""

    touchpoint: Id
    n_ours: int
    n_theirs: int
    ours: float
    """Mean experience."""
    theirs: float
    difference: float
    expectation: float | None
    """Difference of the mean expectations."""
    delta: float | None
    """Difference of the mean deltas."""
    misjudged: bool
    """The experience differs by half a point of 1–7 (a twelfth of the range) or more, and ours lies outside the
    interval of theirs: half a point alone would be false in 42 % of touchpoints at eight answers."""

    @property
    def seen_worse(self) -> bool:
        """Customers see it worse than we do."""
        return self.misjudged and self.difference > 0


@dataclass(frozen=True, slots=True)
class ViewsCompared:
    """Employees' (or experts') round against a customers' round, touchpoints in the order of the map."""

    ours: Id
    theirs: Id
    touchpoints: tuple[Seen, ...]
    too_few: int
    """Touchpoints with fewer customers than the round's minimum group, therefore not compared."""
    our_worst: tuple[Id, ...]
    """Where the experience lies lowest among those compared, with those that cannot be told apart; none of too many."""
    their_worst: tuple[Id, ...]


def comparable(ours: Round, theirs: Round) -> bool:
    """Whether two views are of the same people, and on one scale."""
    alike = not ours.persona or not theirs.persona or ours.persona == theirs.persona
    return ours.view is not View.CUSTOMERS and theirs.view is View.CUSTOMERS and alike and ours.scale == theirs.scale


def customers_round(document: Document, ours: Round) -> Round | None:
    """The newest customers' round it can be compared with; None for a customers' round itself."""
    found = [one for one in rounds(document, ours.journey) if comparable(ours, one)]
    return found[-1] if found else None


def views_compared(
    document: Document, figures: RoundFigures, theirs: Id | None = None, options: Options | None = None
) -> ViewsCompared | None:
    """A round of employees or experts against the customers' (the newest, unless one is named).

    None for a customers' round, without a customers' round, and for one on another scale or of another persona.
    """
    return finished(views_in_steps(document, figures, theirs, options))


def views_in_steps(
    document: Document, figures: RoundFigures, theirs: Id | None = None, options: Options | None = None
) -> Steps[ViewsCompared | None]:
    """The same in steps."""
    ours = document.get(Round, figures.round)
    other = customers_round(document, ours) if theirs is None else document.get(Round, theirs)
    if other is None or not comparable(ours, other):
        return None
    held = yield from _seen_in_steps(document, ours, other, figures.by_id, options or options_of(document))
    yield
    order = [t.id for t in document.journey_touchpoints(ours.journey)]
    line = tuple(held.found[t] for t in order if t in held.found)
    here = held.found.keys()
    worst = lowest_of([held.theirs[t] for t in order if t in here], is_survey(other))
    return ViewsCompared(ours.id, other.id, line, held.too_few, lowest_touchpoints(figures, _FIGURE, here), worst)


def seen(
    document: Document, ours: Round, other: Round, figures: Mapping[Id, TouchpointFigures], options: Options
) -> dict[Id, Seen]:
    """Every touchpoint whose experience is known in both rounds, and from enough customers to be looked at."""
    return finished(_seen_in_steps(document, ours, other, figures, options)).found


def view_of(document: Document, figures: RoundFigures, touchpoint: Id) -> ViewsCompared | None:
    """One touchpoint against the newest customers' round, without who lies lowest; None where they do not compare."""
    ours, mine = document.get(Round, figures.round), figures.of(touchpoint)
    other = customers_round(document, ours)
    if other is None or mine is None:
        return None
    found = seen(document, ours, other, {touchpoint: mine}, figures.options)
    return ViewsCompared(ours.id, other.id, tuple(found.values()), 0, (), ()) if found else None


@dataclass(slots=True)
class _Held:
    found: dict[Id, Seen] = field(default_factory=dict)
    theirs: dict[Id, Lying] = field(default_factory=dict)
    too_few: int = 0


def _seen_in_steps(
    document: Document, ours: Round, other: Round, figures: Mapping[Id, TouchpointFigures], options: Options
) -> Steps[_Held]:
    ratings, counts = given_in(document, other.id)
    ends, held = limits(_FIGURE, other.scale), _Held()
    half = (ends[1] - ends[0]) / 12
    yield
    for at, touchpoint in enumerate(ratings.keys() | counts.keys()):
        mine = figures.get(touchpoint)
        if mine is None or mine.experience is None:
            continue
        if not at % _AT_A_TIME:
            yield
        single, counted = ratings.get(touchpoint, ()), counts.get(touchpoint, ())
        given = answers(single, counted, other.scale)
        part = summary(given.tables[_FIGURE])
        if part is None:
            continue
        if part.n < other.minimum_group:
            held.too_few += 1
            continue
        interval = None
        if is_survey(other) and part.n >= options.smallest_for_interval:
            interval = mean_interval(part.counts, *ends)
        held.found[touchpoint] = _seen(mine, part, given, interval, half)
        held.theirs[touchpoint] = lying(touchpoint, part, _FIGURE, other.scale, single, counted)
    return held


def _seen(
    mine: TouchpointFigures, theirs: Summary, given: Answers, interval: tuple[float, float] | None, half: float
) -> Seen:
    assert mine.experience is not None
    ours = mine.experience
    by = ours.mean - theirs.mean
    delta = None if mine.delta_from_quick else mine.delta
    return Seen(
        touchpoint=mine.touchpoint,
        n_ours=ours.n,
        n_theirs=theirs.n,
        ours=ours.mean,
        theirs=theirs.mean,
        difference=by,
        expectation=_minus(mine.expectation, summary(given.tables["expectation"])),
        delta=_minus(delta, summary(given.tables[DELTA])),
        misjudged=abs(by) >= half - CLOSE and _outside(ours.mean, interval),
    )


def _outside(mean: float, interval: tuple[float, float] | None) -> bool:
    """Whether a mean lies outside an interval; without one – customers in the room – the difference alone counts."""
    return interval is None or not interval[0] <= mean <= interval[1]


def _minus(mine: Summary | None, theirs: Summary | None) -> float | None:
    return None if mine is None or theirs is None else mine.mean - theirs.mean


def view_rounds(document: Document, journey: Id) -> tuple[tuple[Round, ...], tuple[Round, ...]]:
    """The rounds of a journey that can be held against each other: employees’ and experts’, customers’."""
    known = rounds(document, journey)
    return (
        tuple(r for r in known if r.view is not View.CUSTOMERS),
        tuple(r for r in known if r.view is View.CUSTOMERS),
    )


def view_pair(document: Document, journey: Id, shown: Id | None = None) -> tuple[Round | None, Round | None]:
    """The two rounds compared when nobody chose: the one shown with the newest of the other view that fits it.

    Where none fits, the newest of the other view all the same: the comparison then says why it cannot be told.
    """
    ours, theirs = view_rounds(document, journey)
    mine = next((r for r in ours if r.id == shown), None)
    other = next((r for r in theirs if r.id == shown), None)
    if other is None:
        mine = mine or (ours[-1] if ours else None)
        fitting = [r for r in theirs if mine is None or comparable(mine, r)] or list(theirs)
        return mine, fitting[-1] if fitting else None
    fitting = [r for r in ours if comparable(r, other)] or list(ours)
    return fitting[-1] if fitting else None, other
