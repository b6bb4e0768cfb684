"""The seven steps of an emotion in words."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from cxstudio.wording.texts import N_, Texts

EMOTIONS: Final[dict[int, str]] = {
    -3: N_("terrible"),
    -2: N_("bad"),
    -1: N_("rather bad"),
    0: N_("neither good nor bad"),
    1: N_("rather good"),
    2: N_("good"),
    3: N_("wonderful"),
}
"""Step → message id."""


def emotion_words(step: int, texts: Texts) -> str:
    """One step in words with its number: "rather bad (−1)". Raises KeyError off the scale."""
    return f"{texts.tr(EMOTIONS[step])} ({texts.signed(step, 0)})"


def peak_words(touchpoint: object, highs: Collection[object], lows: Collection[object], texts: Texts) -> str:
    """What the curve is at a touchpoint: a superlative has one holder; on a near tie each is among them. "" else."""
    if touchpoint in highs:
        return texts.tr("high point") if len(highs) == 1 else texts.tr("one of the high points")
    if touchpoint in lows:
        return texts.tr("low point") if len(lows) == 1 else texts.tr("one of the low points")
    return ""
