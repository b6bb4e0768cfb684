"""What can be adjusted about the figures, and stands beside them wherever it is not the usual."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Exponents of the need for action and thresholds of the verdict."""

    importance_exponent: float = 1.0
    gap_exponent: float = 1.0
    threshold: float = 1 / 6
    """Share of the scale's range that makes a delta disappointing or delighting: one point on 1 to 7."""
    confidence: float = 0.95
    smallest_for_interval: int = 10
    """Answers below which a survey shows its dots instead of an interval."""
    near_tie: float = 0.3
    """Emotion points within which two peaks count as equal."""

    def verdict_threshold(self, span: float) -> float:
        """The threshold in points for a delta that can reach ± `span`."""
        return self.threshold * span


USUAL = Options()
