"""Where a target starts from."""

from __future__ import annotations

from cxstudio.analysis.statistics.figure_values import RoundFigures, Summary
from cxstudio.analysis.statistics.touchpoint_figures import too_few
from cxstudio.model import Document, Round, Target
from cxstudio.model.kinds import TargetFigure
from cxstudio.model.questions import same_on_every_scale


def value_today(document: Document, target: Target, figures: RoundFigures | None) -> float | None:
    """The shown mean of a target's figure at its touchpoint in the measured round, on that round's scale.

    None for a figure of one's own, where nothing was rated, where so few answered that it is not shown, and on another
    scale than the project's.
    """
    if figures is None or target.touchpoint is None or target.figure is TargetFigure.OWN:
        return None
    round_ = document.get(Round, figures.round)
    if not same_on_every_scale(target.figure.value) and round_.scale != document.project.scale:
        return None
    found = figures.of(target.touchpoint)
    part: Summary | None = None if found is None else getattr(found, target.figure.value)
    return None if part is None or too_few(round_, part.n) else part.shown
