"""Two views of one journey: where do employees misjudge what customers say? Compared, never averaged."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from cxstudio.analysis.round.touchpoint_cache import given_in
from cxstudio.analysis.statistics.answer_counts import answers
from cxstudio.analysis.statistics.figure_values import RoundFigures, Summary, TouchpointFigures
from cxstudio.analysis.statistics.method_options import Options, options_of
from cxstudio.analysis.statistics.touchpoint_figures import CLOSE, touchpoint_figures
from cxstudio.model import Document, Id, Round
from cxstudio.model.kinds import View
from cxstudio.model.rounds import rounds
from cxstudio.steps import Steps, finished

_AT_A_TIME = 24
"""Touchpoints worked out in one step."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One touchpoint in two views. Differences are ours − theirs: above 0, the customers see it worse."""

    touchpoint: Id
    n_ours: int
    n_theirs: int
    ours: float
    """Mean delta."""
    theirs: float
    difference: float
    experience: float | None
    """Difference of the mean experiences."""
    expectation: float | None
    misjudged: bool
    """The deltas differ by half a verdict's threshold or more, and ours lies outside the interval of theirs."""

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
    our_worst: Id | None
    """Lowest delta among those compared; None where several tie."""
    their_worst: Id | None


def customers_round(document: Document, ours: Round) -> Round | None:
    """The newest customers' round on the same scale to hold against this one; None for a customers' round itself."""
    if ours.view is View.CUSTOMERS:
        return None
    found = [r for r in rounds(document, ours.journey) if r.view is View.CUSTOMERS and r.scale == ours.scale]
    return found[-1] if found else None


def views_compared(
    document: Document, figures: RoundFigures, theirs: Id | None = None, options: Options | None = None
) -> ViewsCompared | None:
    """A round of employees or experts against the customers' (the newest, unless one is named).

    None for a customers' round, without a customers' round, and for one on another scale.
    """
    return finished(views_in_steps(document, figures, theirs, options))


def views_in_steps(
    document: Document, figures: RoundFigures, theirs: Id | None = None, options: Options | None = None
) -> Steps[ViewsCompared | None]:
    """The same in steps."""
    ours = document.get(Round, figures.round)
    other = customers_round(document, ours) if theirs is None else document.get(Round, theirs)
    if other is None or ours.view is View.CUSTOMERS or other.view is not View.CUSTOMERS or other.scale != ours.scale:
        return None
    found, too_few = yield from _seen_in_steps(document, ours, other, figures.by_id, options or options_of(document))
    yield
    order = [t.id for t in document.journey_touchpoints(ours.journey)]
    line = tuple(found[t] for t in order if t in found)
    return ViewsCompared(
        ours=ours.id,
        theirs=other.id,
        touchpoints=line,
        too_few=too_few,
        our_worst=_lowest({one.touchpoint: one.ours for one in line}),
        their_worst=_lowest({one.touchpoint: one.theirs for one in line}),
    )


def seen(
    document: Document, ours: Round, other: Round, figures: Mapping[Id, TouchpointFigures], options: Options
) -> tuple[dict[Id, Seen], int]:
    """Every touchpoint with a paired delta in both rounds, and how many have too few customers to be looked at."""
    return finished(_seen_in_steps(document, ours, other, figures, options))


def _seen_in_steps(
    document: Document, ours: Round, other: Round, figures: Mapping[Id, TouchpointFigures], options: Options
) -> Steps[tuple[dict[Id, Seen], int]]:
    told = {t for t, f in figures.items() if f.delta is not None and not f.delta_from_quick}
    found, too_few = {}, 0
    theirs = yield from _figures(document, other, told, options)
    for touchpoint, customers in theirs.items():
        mine = figures[touchpoint]
        if customers.delta is None or customers.delta_from_quick:
            continue
        if customers.delta.n < other.minimum_group:
            too_few += 1
        else:
            found[touchpoint] = _seen(mine, customers, options.verdict_threshold(ours.scale - 1) / 2)
    return found, too_few


def _figures(
    document: Document, round_: Round, wanted: Collection[Id], options: Options
) -> Steps[dict[Id, TouchpointFigures]]:
    ratings, counts = given_in(document, round_.id)
    found: dict[Id, TouchpointFigures] = {}
    yield
    for touchpoint in ratings.keys() | counts.keys():
        if touchpoint in wanted:
            if not len(found) % _AT_A_TIME:
                yield
            given = answers(ratings.get(touchpoint, ()), counts.get(touchpoint, ()), round_.scale)
            found[touchpoint] = touchpoint_figures(touchpoint, given, round_, options)
    return found


def _seen(mine: TouchpointFigures, customers: TouchpointFigures, least: float) -> Seen:
    assert mine.delta is not None and customers.delta is not None
    by = mine.delta.mean - customers.delta.mean
    return Seen(
        touchpoint=mine.touchpoint,
        n_ours=mine.delta.n,
        n_theirs=customers.delta.n,
        ours=mine.delta.mean,
        theirs=customers.delta.mean,
        difference=by,
        experience=_minus(mine.experience, customers.experience),
        expectation=_minus(mine.expectation, customers.expectation),
        misjudged=abs(by) >= least - CLOSE and _outside(mine.delta.mean, customers.delta.interval),
    )


def _outside(mean: float, interval: tuple[float, float] | None) -> bool:
    """Whether a mean lies outside an interval; without one, the difference alone counts."""
    return interval is None or not interval[0] <= mean <= interval[1]


def _minus(mine: Summary | None, theirs: Summary | None) -> float | None:
    return None if mine is None or theirs is None else mine.mean - theirs.mean


def _lowest(values: Mapping[Id, float]) -> Id | None:
    lowest = min(values.values(), default=0.0)
    near = [t for t, value in values.items() if value <= lowest + CLOSE]
    return near[0] if len(near) == 1 else None


def view_rounds(document: Document, journey: Id) -> tuple[tuple[Round, ...], tuple[Round, ...]]:
    """The rounds of a journey that can be held against each other: employees’ and experts’, customers’."""
    known = rounds(document, journey)
    return (
        tuple(r for r in known if r.view is not View.CUSTOMERS),
        tuple(r for r in known if r.view is View.CUSTOMERS),
    )


def view_pair(document: Document, journey: Id, shown: Id | None = None) -> tuple[Round | None, Round | None]:
    """The two rounds compared when nobody chose: the one shown with the newest of the other view on its scale.

    Where no scale fits, the newest of the other view all the same: the comparison then says why it cannot be told.
    """
    ours, theirs = view_rounds(document, journey)
    mine = next((r for r in ours if r.id == shown), None)
    other = next((r for r in theirs if r.id == shown), None)
    if other is None:
        mine = mine or (ours[-1] if ours else None)
        fitting = [r for r in theirs if mine is None or r.scale == mine.scale] or list(theirs)
        return mine, fitting[-1] if fitting else None
    fitting = [r for r in ours if r.scale == other.scale] or list(ours)
    return fitting[-1] if fitting else None, other
