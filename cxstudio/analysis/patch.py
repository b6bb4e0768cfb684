"""One touchpoint's figures worked out anew at once, while what compares touchpoints follows a moment later."""

from __future__ import annotations

from dataclasses import replace

from cxstudio.analysis.answers import answers
from cxstudio.analysis.options import Options, options_of
from cxstudio.analysis.results import RoundFigures
from cxstudio.analysis.touchpoint import touchpoint_figures
from cxstudio.model import Document, Id, Round, SurveyCounts, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import RequirementKind


def with_touchpoint(
    document: Document, before: RoundFigures, touchpoint: Id, options: Options | None = None
) -> RoundFigures:
    """The figures with this touchpoint's own as the document has them; ranks, criticality and means of all stay.

    For journeys so large that everything takes a noticeable time. Raises MissingRecord for a round that is gone.
    """
    options = options or options_of(document)
    round_ = document.get(Round, before.round)
    about = document.find(touchpoint)
    ratings = [r for r in document.having(TouchpointRatings, "touchpoint", touchpoint) if r.round == round_.id]
    counts = [c for c in document.having(SurveyCounts, "touchpoint", touchpoint) if c.round == round_.id and c.rated]
    given = answers(ratings, counts, round_.scale)
    by_id = {k: v for k, v in before.by_id.items() if k != touchpoint}
    if isinstance(about, Touchpoint) and not given.empty:
        basic = about.requirement is RequirementKind.BASIC
        by_id[touchpoint] = touchpoint_figures(touchpoint, given, round_, options, basic=basic)
    order = [f.touchpoint for f in before.touchpoints]
    if touchpoint not in before.by_id:
        order.append(touchpoint)
    return replace(before, touchpoints=tuple(by_id[i] for i in order if i in by_id), by_id=by_id)
