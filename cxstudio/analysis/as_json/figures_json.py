"""Every figure of a project as plain data in full precision, for other programs. Keys: resources/help/figures.md."""

from __future__ import annotations

from typing import Any, Final

from cxstudio.analysis.as_json.change_json import (
    benchmarks_json,
    changes_json,
    journey_figure_changes_json,
    targets_json,
    views_json,
)
from cxstudio.analysis.as_json.flow_json import flow_json
from cxstudio.analysis.as_json.money_json import money_json
from cxstudio.analysis.change.loyalty_change import journey_figure_changes
from cxstudio.analysis.change.round_change import earlier_round, round_changes
from cxstudio.analysis.change.target_results import target_outcomes
from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.analysis.journey_figures.benchmark_values import benchmarks
from cxstudio.analysis.journey_figures.nps_csat_ces import JourneyFigure, journey_figures, segment_journey_figures
from cxstudio.analysis.round.employees_against_customers import views_compared
from cxstudio.analysis.round.round_figures import round_figures
from cxstudio.analysis.statistics.figure_values import (
    Criticality,
    DeltaSummary,
    PeakEnd,
    RoundFigures,
    Summary,
    TouchpointFigures,
)
from cxstudio.analysis.statistics.group_figures import segment_figures
from cxstudio.analysis.statistics.interval import CONFIDENCE
from cxstudio.analysis.statistics.kano_figures import KanoFigures, round_kano
from cxstudio.analysis.statistics.krippendorff_alpha import reliability
from cxstudio.analysis.statistics.method_options import Options, options_of
from cxstudio.analysis.statistics.opportunity_score import Opportunity, opportunity
from cxstudio.analysis.statistics.promise_kept import promise_of
from cxstudio.analysis.statistics.touchpoint_figures import is_survey, single_answers_shown
from cxstudio.analysis.statistics.two_camps import Camps
from cxstudio.model import Document, Journey, Persona, Round, Stage, Touchpoint
from cxstudio.model.kinds import RoundKind
from cxstudio.model.questions import DELTA, FIGURES
from cxstudio.model.rounds import shown_round

FORMAT: Final = 2
"""Number of the keys' arrangement; it rises when a key changes its meaning or goes."""

Plain = dict[str, Any]


def figures_json(document: Document, options: Options | None = None) -> Plain:
    """Project → journeys → rounds → touchpoints, in the order of the map. A figure that cannot be told is None."""
    options = options or options_of(document)
    return {
        "format": FORMAT,
        "project": document.project.title,
        "options": {
            "importance_exponent": options.importance_exponent,
            "gap_exponent": options.gap_exponent,
            "threshold": options.threshold,
            "confidence": CONFIDENCE,
        },
        "journeys": [_journey(document, journey, options) for journey in document.all(Journey)],
        "money": money_json(document),
    }


def _journey(document: Document, journey: Journey, options: Options) -> Plain:
    shown = shown_round(document, journey.id)
    figures = {r.id: round_figures(document, r.id, options) for r in document.having(Round, "journey", journey.id)}
    ways = flow_figures(document, journey.id, figures.get(shown.id) if shown else None)
    return {
        "id": journey.id,
        "title": journey.title,
        "kind": journey.kind.value,
        "touchpoints": len(document.journey_touchpoints(journey.id)),
        "handovers": len(ways.handovers),
        "handovers_with_loss": ways.lossy_handovers,
        "shown_round": shown.id if shown else None,
        "flow": flow_json(ways),
        "rounds": [_round(document, found, options) for found in figures.values()],
    }


def _round(document: Document, figures: RoundFigures, options: Options) -> Plain:
    round_ = document.get(Round, figures.round)
    persona, asked = document.find(round_.persona), journey_figures(document, round_.id)
    if round_.kind is RoundKind.TARGET:
        return _target(document, round_, figures)
    survey, earlier = is_survey(round_), earlier_round(document, round_.id)
    changes = None if earlier is None else round_changes(document, earlier.id, round_.id, options)
    return {
        **_occasion(round_),
        "view": round_.view.value,
        "persona": persona.name if isinstance(persona, Persona) else None,
        "n": figures.n,
        "asked": round_.asked,
        "overall_experience": figures.overall_experience,
        "peak_end": _peak_end(figures.peak_end),
        "highest_high": list(figures.highest_high),
        "lowest_low": list(figures.lowest_low),
        "ranking": list(figures.ranking),
        "ranked_by_gap": figures.ranked_by_gap,
        "reliability": reliability(figures),
        "profile": [
            {"kind": p.kind.value, "mean_delta": p.mean_delta, "touchpoints": p.touchpoints} for p in figures.profile
        ],
        "journey_figures": [_journey_figure(f, survey) for f in asked],
        "journey_figures_by_segment": {
            name: [_journey_figure(f, survey) for f in found]
            for name, found in segment_journey_figures(document, round_.id).items()
        },
        "changes": changes_json(changes),
        "journey_figure_changes": journey_figure_changes_json(
            () if earlier is None else journey_figure_changes(document, earlier.id, round_.id)
        ),
        "targets": targets_json(target_outcomes(document, round_.id, options, figures)),
        "views": views_json(views_compared(document, figures, options=options)),
        "benchmarks": benchmarks_json(benchmarks(document, figures, asked)),
        "touchpoints": _touchpoints(document, figures, options),
    }


def _occasion(round_: Round) -> Plain:
    return {
        "id": round_.id,
        "title": round_.title,
        "kind": round_.kind.value,
        "day": round_.day.isoformat() if round_.day else None,
        "scale": round_.scale,
    }


def _target(document: Document, round_: Round, figures: RoundFigures) -> Plain:
    """Values somebody aims at: nobody gave them, and nothing about them is judged."""
    return {**_occasion(round_), "touchpoints": [_aimed(document, found) for found in figures.touchpoints]}


def _aimed(document: Document, found: TouchpointFigures) -> Plain:
    touchpoint = document.get(Touchpoint, found.touchpoint)
    aimed: dict[str, Summary | None] = {figure: getattr(found, figure) for figure in (*FIGURES, DELTA)}
    return {
        **_place(document, touchpoint),
        "aimed": {figure: part.mean for figure, part in aimed.items() if part is not None},
    }


def _place(document: Document, touchpoint: Touchpoint) -> Plain:
    return {"id": touchpoint.id, "name": touchpoint.name, "stage": document.get(Stage, touchpoint.stage).name}


def _peak_end(found: PeakEnd | None) -> Plain | None:
    if found is None:
        return None
    return {"value": found.value, "n": found.n, "peaks": list(found.peaks), "end": found.end}


def _journey_figure(found: JourneyFigure, survey: bool) -> Plain:
    return {
        "figure": found.figure.value,
        "scale": [found.lowest, found.highest],
        "answers": _summary(found.answers),
        "favourable": found.favourable,
        "neutral": found.neutral,
        "unfavourable": found.unfavourable,
        "value": found.value,
        "as_counts": found.as_counts,
        "interval": list(found.interval) if survey and found.interval else None,
    }


def _touchpoints(document: Document, figures: RoundFigures, options: Options) -> list[Plain]:
    kano, round_ = round_kano(document, figures.round), document.get(Round, figures.round)
    made = []
    for found in figures.touchpoints:
        touchpoint = found.touchpoint
        segments = segment_figures(document, figures.round, touchpoint, options)
        made.append(
            {
                **_touchpoint(document, figures, found),
                "kano": _kano(kano.get(touchpoint)),
                "segments": {name: _figures(one, round_) for name, one in segments.items()},
            }
        )
    return made


def _touchpoint(document: Document, figures: RoundFigures, found: TouchpointFigures) -> Plain:
    touchpoint = document.get(Touchpoint, found.touchpoint)
    stability = figures.stability.get(touchpoint.id)
    without = over = None
    if stability is not None:
        over = [stability.lowest_rank_over_exponents, stability.highest_rank_over_exponents]
        if stability.lowest_rank_without_one is not None:
            without = [stability.lowest_rank_without_one, stability.highest_rank_without_one]
    return {
        **_place(document, touchpoint),
        **_figures(found, document.get(Round, figures.round)),
        "promise_kept": promise_of(document, touchpoint, figures).result,
        "opportunity": _opportunity(opportunity(found, document.get(Round, figures.round).scale)),
        "rank": figures.rank(touchpoint.id),
        "rank_without_one": without,
        "rank_over_exponents": over,
        "critical": _criticality(figures.criticality.get(touchpoint.id)),
        "stardust": touchpoint.stardust,
    }


def _opportunity(found: Opportunity | None) -> Plain | None:
    if found is None:
        return None
    return {
        "score": found.score,
        "importance_top_two": found.importance,
        "experience_top_two": found.satisfaction,
        "n": found.n,
    }


def _figures(found: TouchpointFigures, round_: Round) -> Plain:
    """Every figure; how often each value was given only where answers may be shown one by one."""
    single = single_answers_shown(round_, found.n)
    return {
        "n": found.n,
        "withheld": found.withheld,
        "expectation": _summary(found.expectation, single=single),
        "experience": _summary(found.experience, single=single),
        "delta": _delta(found.delta, found.delta_from_quick, single=single),
        "emotion": _summary(found.emotion, single=single),
        "importance": _summary(found.importance, single=single),
        "quick": _summary(found.quick, single=single),
        "promise": _summary(found.promise, single=single),
        "verdict": found.verdict.value,
        "possible": [one.value for one in found.possible],
        "disappointed": found.disappointed,
        "agreement": found.agreement,
        "delta_agreement": found.delta_agreement,
        "two_camps": _camps(found.camps),
        "ceiling": found.ceiling,
        "unmet_basic": found.unmet_basic,
        "gap": found.gap,
        "need": found.need,
    }


def _camps(found: Camps | None) -> Plain | None:
    if found is None:
        return None
    return {"upto": found.upto, "low": found.low, "between": found.between, "from": found.from_, "high": found.high}


def _summary(part: Summary | None, *, single: bool = True) -> Plain | None:
    """`single`: how often each value was given may be told."""
    if part is None:
        return None
    return {
        "mean": part.mean,
        "n": part.n,
        "skipped": part.skipped,
        "deviation": part.deviation,
        "median": part.median,
        "quartiles": [part.lower_quartile, part.upper_quartile],
        "lowest": part.lowest,
        "highest": part.highest,
        "counts": {str(value): count for value, count in part.counts} if single else None,
    }


def _delta(delta: DeltaSummary | None, from_quick: bool, *, single: bool) -> Plain | None:
    data = _summary(delta, single=single)
    if data is None or delta is None:
        return None
    return {**data, "interval": list(delta.interval) if delta.interval else None, "from_quick": from_quick}


def _kano(found: KanoFigures | None) -> Plain | None:
    if found is None:
        return None
    return {
        "kind": found.kind.value,
        "n": found.n,
        "skipped": found.skipped,
        "counts": {kind.value: count for kind, count in found.counts.items()},
        "better": found.better,
        "worse": found.worse,
    }


def _criticality(found: Criticality | None) -> Plain | None:
    if found is None:
        return None
    return {
        "critical": found.critical,
        "proposed": found.proposed,
        "overruled": found.overruled,
        "reasons": [{"reason": r.reason.value, "decides": r.reason.decides, **dict(r.numbers)} for r in found.reasons],
        "group_reason": found.group_reason,
    }
