"""Single touchpoints' figures worked out anew at once, while what compares touchpoints follows a moment later."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from cxstudio.analysis.journeys.counterparts import twin_of
from cxstudio.analysis.journeys.target_values import set_against, todays_round
from cxstudio.analysis.statistics.answer_counts import answers
from cxstudio.analysis.statistics.figure_values import RoundFigures, TouchpointFigures
from cxstudio.analysis.statistics.method_options import Options, options_of
from cxstudio.analysis.statistics.touchpoint_figures import touchpoint_figures
from cxstudio.model import Document, Id, Round, SurveyCounts, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import RequirementKind


def with_touchpoints(document: Document, before: RoundFigures, touchpoints: Collection[Id]) -> RoundFigures:
    """The figures with these touchpoints' own as the document has them; ranks, criticality and means of all stay.

    For journeys so large that everything takes a noticeable time. Raises MissingRecord for a round that is gone.
    """
    options, round_ = options_of(document), document.get(Round, before.round)
    today = todays_round(document, round_)
    by_id, listed = dict(before.by_id), list[TouchpointFigures | None](before.touchpoints)
    places = {f.touchpoint: at for at, f in enumerate(before.touchpoints) if f.touchpoint in touchpoints}
    for touchpoint in touchpoints:
        found = _own(document, round_, touchpoint, options)
        if found is not None and today is not None:
            now = _own(document, today, twin_of(document, touchpoint, today.journey) or "", options)
            found = set_against(found, round_, now, today.scale)
        by_id.pop(touchpoint, None)
        if found is not None:
            by_id[touchpoint] = found
        if touchpoint in places:
            listed[places[touchpoint]] = found
        else:
            listed.append(found)
    return replace(before, touchpoints=tuple(f for f in listed if f is not None), by_id=by_id)


def _own(document: Document, round_: Round, touchpoint: Id, options: Options) -> TouchpointFigures | None:
    """A touchpoint's own figures in a round; None where nobody said anything."""
    about = document.find(touchpoint)
    ratings = [r for r in document.having(TouchpointRatings, "touchpoint", touchpoint) if r.round == round_.id]
    counts = [c for c in document.having(SurveyCounts, "touchpoint", touchpoint) if c.round == round_.id and c.rated]
    given = answers(ratings, counts, round_.scale)
    if not isinstance(about, Touchpoint) or given.empty:
        return None
    basic = about.requirement is RequirementKind.BASIC
    return touchpoint_figures(touchpoint, given, round_, options, basic=basic)
