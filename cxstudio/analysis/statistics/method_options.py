"""What can be adjusted about the figures, and stands beside them wherever it is not the usual."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.analysis.statistics.shown_value import shown
from cxstudio.model import Document

_POINTS_TO_TELL = 6
"""From end to end of the scale in whose points a project's threshold is given and told."""


@dataclass(frozen=True, slots=True)
class Options:
    """Exponents of the need for action and thresholds of the verdict."""

    importance_exponent: float = 1.0
    gap_exponent: float = 1.0
    threshold: float = 1 / 6
    """Share of the scale's range that makes a delta disappointing or delighting: one point on 1 to 7."""
    smallest_for_interval: int = 5
    """Answers below which a survey tells nothing but their number."""

    def verdict_threshold(self, span: float) -> float:
        """The threshold in points for a delta that can reach ± `span`, rounded as the delta is; at least 0.1."""
        return max(0.1, shown(self.threshold * span))

    @property
    def verdict_points(self) -> float:
        """The threshold as people are told it: in points of a scale from 1 to 7."""
        return self.threshold * _POINTS_TO_TELL

    @property
    def usual_need(self) -> bool:
        """Whether importance and shortfall count alike, as they are."""
        return self.importance_exponent == self.gap_exponent == 1

    @property
    def usual_threshold(self) -> bool:
        """Whether the verdict turns at one point of a scale from 1 to 7."""
        return abs(self.threshold - USUAL.threshold) < 1e-9


USUAL = Options()


def options_of(document: Document) -> Options:
    """What a project has adjusted. Every figure that is worked out from a document reads it here."""
    project = document.project
    return Options(
        importance_exponent=project.importance_exponent,
        gap_exponent=project.gap_exponent,
        threshold=project.verdict_points / _POINTS_TO_TELL,
    )
