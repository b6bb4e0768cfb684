"""All figures of one round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cxstudio.analysis.flow.journey_graph import flow_in_steps
from cxstudio.analysis.journeys.counterparts import twins
from cxstudio.analysis.journeys.target_values import set_against, todays_round
from cxstudio.analysis.round.critical_rule import criticality
from cxstudio.analysis.round.employees_against_customers import customers_round, seen
from cxstudio.analysis.round.need_ranking import Ranking, Stability, ranking
from cxstudio.analysis.round.touchpoint_cache import Kept, parts
from cxstudio.analysis.statistics.emotion_curve import emotions, high_points, low_points, named, peak_end
from cxstudio.analysis.statistics.figure_values import (
    Criticality,
    KindProfile,
    PeakEnd,
    RoundFigures,
    TouchpointFigures,
)
from cxstudio.analysis.statistics.method_options import Options, options_of
from cxstudio.analysis.statistics.touchpoint_figures import is_survey
from cxstudio.model import Document, Id, Round, Touchpoint
from cxstudio.model.kinds import ExperienceKind, RoundKind
from cxstudio.steps import Steps, finished


def round_figures(
    document: Document, round_id: Id, options: Options | None = None, before: RoundFigures | None = None
) -> RoundFigures:
    """Every figure of one round over its journey. Raises MissingRecord for a round that is not there.

    `before`, figures of the same round in an earlier document, saves the work for touchpoints nobody rated since.
    """
    return finished(figures_in_steps(document, round_id, options, before))


def figures_in_steps(
    document: Document,
    round_id: Id,
    options: Options | None = None,
    before: RoundFigures | None = None,
    *,
    stability: bool = False,
) -> Steps[RoundFigures]:
    """The same in steps; with `stability` the ranks without each person are worked out along with the rest."""
    options = options or options_of(document)
    round_ = document.get(Round, round_id)
    touchpoints = document.journey_touchpoints(round_.journey)
    kept = yield from parts(document, round_, touchpoints, options, before.kept if before is not None else None)
    figures = tuple(part.figures for part in kept.parts.values() if part.figures is not None)
    figures = yield from _set_against_today(document, round_, figures, options)
    yield
    people = frozenset[str]().union(*(part.voices for part in kept.parts.values()))
    by_id = {f.touchpoint: f for f in figures}
    target = round_.kind is RoundKind.TARGET
    judged = _Judged() if target else (yield from _judged(document, kept, figures, by_id))
    held = Stability(kept, judged.ranking.order)
    if stability:
        yield from held.work()
    return RoundFigures(
        round=round_id,
        journey=round_.journey,
        touchpoints=figures,
        criticality=judged.criticality,
        ranking=judged.ranking.order,
        ranked_by_gap=judged.ranking.by_gap,
        stability=held,
        highest_high=named(judged.highs),
        lowest_low=named(judged.lows),
        overall_experience=_mean(f.experience.mean for f in figures if f.experience is not None),
        peak_end=judged.peak_end,
        profile=() if target else _profile(touchpoints, by_id),
        n=0 if target else _people(round_, people, figures),
        by_id=by_id,
        ranks=judged.ranking.ranks,
        options=options,
        target=target,
        kept=kept,
    )


@dataclass(frozen=True, slots=True)
class _Judged:
    """What compares touchpoints; nothing of it for targets, which are nobody's answers."""

    ranking: Ranking = field(default_factory=lambda: Ranking((), {}, False))
    criticality: dict[Id, Criticality] = field(default_factory=dict)
    highs: tuple[Id, ...] = ()
    lows: tuple[Id, ...] = ()
    peak_end: PeakEnd | None = None


def _judged(
    document: Document, kept: Kept, figures: Sequence[TouchpointFigures], by_id: Mapping[Id, TouchpointFigures]
) -> Steps[_Judged]:
    round_, survey = kept.round, is_survey(kept.round)
    ranked = ranking(figures)
    yield
    single = {t: part.ratings[0] for t, part in kept.parts.items() if not part.counts}
    felt = emotions(figures, single)
    enough = [one for one in felt if not survey or one.part.n >= kept.options.smallest_for_interval]
    lows = low_points(enough, survey)
    yield
    highs = high_points(enough, survey)
    yield
    critical = yield from _criticality(document, round_, by_id, lows, ranked.by_gap, kept.options)
    peak = yield from peak_end(felt, single, survey)
    yield
    return _Judged(ranked, critical, highs, lows, peak)


def _set_against_today(
    document: Document, about: Round, figures: tuple[TouchpointFigures, ...], options: Options
) -> Steps[tuple[TouchpointFigures, ...]]:
    """Targets as they stand against today's round; other rounds as they are."""
    today = todays_round(document, about)
    if today is None:
        return figures
    now = yield from parts(document, today, document.journey_touchpoints(today.journey), options, None)
    twin = {} if today.journey == about.journey else twins(document, about.journey, today.journey)
    found = {t: part.figures for t, part in now.parts.items()}
    return tuple(set_against(f, about, found.get(twin.get(f.touchpoint, f.touchpoint)), today.scale) for f in figures)


def _criticality(
    document: Document,
    round_: Round,
    figures: Mapping[Id, TouchpointFigures],
    lows: Sequence[Id],
    by_gap: bool,
    options: Options,
) -> Steps[dict[Id, Criticality]]:
    customers = _customers_worse(document, round_, figures, options)
    yield
    ways = yield from flow_in_steps(document, round_.journey)
    yield
    found = criticality(document.journey_touchpoints(round_.journey), figures, ways, lows, by_gap, customers)
    yield
    return found


def _people(round_: Round, people: frozenset[str], figures: Sequence[TouchpointFigures]) -> int:
    """People in the round: told for a survey, else counted."""
    if people:
        return len(people)
    if round_.respondents:
        return round_.respondents
    return max((f.n for f in figures), default=0)


def _mean(values: Iterable[float]) -> float | None:
    known = list(values)
    return sum(known) / len(known) if known else None


def _profile(touchpoints: Sequence[Touchpoint], figures: Mapping[Id, TouchpointFigures]) -> tuple[KindProfile, ...]:
    profile = []
    for kind in ExperienceKind:
        carrying = [figures[t.id] for t in touchpoints if kind in t.experience_kinds and t.id in figures]
        deltas = [f.delta.mean for f in carrying if f.delta is not None and not f.delta_from_quick]
        profile.append(KindProfile(kind, _mean(deltas), len(deltas)))
    return tuple(profile)


def _customers_worse(
    document: Document, round_: Round, figures: Mapping[Id, TouchpointFigures], options: Options
) -> dict[Id, float]:
    """Where customers of the newest round to compare with experience it worse than we think: by how much.

    The views are compared, never averaged; groups under the round's minimum are not looked at.
    """
    customers = customers_round(document, round_)
    if customers is None:
        return {}
    found = seen(document, round_, customers, figures, options)
    return {touchpoint: one.difference for touchpoint, one in found.items() if one.seen_worse}
