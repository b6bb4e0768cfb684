"""One touchpoint's figures without one of its voices, in constant time per voice."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.analysis.statistics.answer_counts import difference
from cxstudio.analysis.statistics.descriptive import quantile
from cxstudio.analysis.statistics.figure_values import Summary, TouchpointFigures, Verdict
from cxstudio.analysis.statistics.method_options import Options
from cxstudio.analysis.statistics.shown_value import shown
from cxstudio.analysis.statistics.touchpoint_figures import QUICK_SPAN, gap, is_unmet, need, share, verdict
from cxstudio.model import TouchpointRatings
from cxstudio.model.questions import limits


@dataclass(frozen=True, slots=True)
class Left:
    """What the ranking needs once one voice is gone."""

    need: float
    """Need for action, 0 … 100."""
    gap: float
    """The shortfall as it is shown, as a share of the range."""
    unmet_basic: bool


def left_of(figures: TouchpointFigures) -> Left:
    """The figures as they are, where a voice gave no answer."""
    return Left(figures.need or 0.0, figures.shown_gap or 0.0, figures.unmet_basic)


class Tally:
    """Sums of one touchpoint from which any one voice can be taken."""

    __slots__ = ("_basic", "_figures", "_limits", "_options", "_ratings", "_scale", "_span", "_sums", "touchpoint")

    def __init__(
        self,
        figures: TouchpointFigures,
        ratings: TouchpointRatings | None,
        basic: bool,
        scale: int,
        options: Options,
    ) -> None:
        self.touchpoint = figures.touchpoint
        self._figures = figures
        self._ratings = ratings
        self._basic = basic
        self._scale = scale
        self._options = options
        self._span = QUICK_SPAN if figures.delta_from_quick else scale - 1
        self._sums = tuple(_sum_and_n(part) for part in (figures.importance, figures.delta))
        self._limits = {figure: limits(figure, scale) for figure in ("importance", "experience", "quick")}

    def without(self, voice: str) -> Left:
        """The figures with one voice left out; the same as before where it gave no answer here."""
        f, ratings = self._figures, self._ratings
        if ratings is None or not f.possible or (own := self._own(ratings, voice)) == (None, None, None):
            return left_of(f)
        importance = _mean_without(self._sums[0], own[0])
        delta = _mean_without(self._sums[1], own[1])
        if delta is None:
            return Left(0.0, 0.0, False)
        wanted = 0.0
        if importance is not None:
            wanted = need(share(importance, self._scale), gap(delta, self._span), self._options)
        return Left(wanted, gap(shown(delta), self._span), self._unmet(delta, own[2]))

    def _own(self, ratings: TouchpointRatings, voice: str) -> tuple[int | None, int | None, int | None]:
        """Importance, delta and experience of one voice, None where not given or off the scale."""
        importance, experience = (self._valid(ratings, figure, voice) for figure in ("importance", "experience"))
        if self._figures.delta_from_quick:
            return importance, self._valid(ratings, "quick", voice), experience
        return importance, difference(ratings.expectation.get(voice), experience, self._scale), experience

    def _valid(self, ratings: TouchpointRatings, figure: str, voice: str) -> int | None:
        low, high = self._limits[figure]
        answer: int | None = getattr(ratings, figure).get(voice)
        return answer if answer is not None and low <= answer <= high else None

    def _unmet(self, delta: float, experience: int | None) -> bool:
        if not self._basic or self._figures.uncertain:
            return False
        part, median = self._figures.experience, None
        if part is not None:
            counts = tuple((v, c - (v == experience)) for v, c in part.counts)
            counts = tuple((v, c) for v, c in counts if c)
            n = sum(c for _, c in counts)
            median = quantile(counts, n, 0.5) if n else None
        disappoints = verdict(delta, self._span, self._options) is Verdict.DISAPPOINTING
        return is_unmet(self._basic, disappoints, median, self._scale)


def _sum_and_n(part: Summary | None) -> tuple[int, int]:
    return (0, 0) if part is None else (sum(v * c for v, c in part.counts), part.n)


def _mean_without(sums: tuple[int, int], own: int | None) -> float | None:
    total, n = sums
    if own is not None:
        total, n = total - own, n - 1
    return total / n if n else None
