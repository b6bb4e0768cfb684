"""A series of measured values in words: what was usual, what stands out, and why there may be no limits."""

from __future__ import annotations

from typing import Final

from cxstudio.analysis.change.measured_series import Judged
from cxstudio.analysis.statistics.usual_variation import LEAST_EARLIER, NoLimits
from cxstudio.model import Target
from cxstudio.wording.plan.measure_sentences import figure_label, limit_number, measured_text
from cxstudio.wording.texts import N_, Texts

WITHOUT: Final[dict[NoLimits, str]] = {
    NoLimits.FEW_VALUES: N_("Usual variation is shown from {n} earlier values on."),
    NoLimits.SIZES_DIFFER: N_("No usual variation: the largest number of cases is more than twice the smallest."),
}


def series_line(target: Target, judged: Judged, texts: Texts) -> str:
    """The newest value and what was usual: "October 0.55, usual are 0.72 to 1.02"."""
    if judged.newest is None:
        return texts.tr("no value yet")
    last = judged.values[-1]
    said = f"{texts.month(last.day, year=True)} {measured_text(last.value, target, texts)}"
    limits = judged.newest.limits
    if limits is None:
        return said
    low, high = (limit_number(end, texts) for end in (limits.low, limits.high))
    return said + ", " + texts.tr("usual are {low} to {high}", low=low, high=high)


def series_note(judged: Judged, texts: Texts) -> str:
    """Why there are no limits, or how often one would lie outside by chance."""
    newest = judged.newest
    if newest is None:
        return ""
    if newest.without is not None:
        return texts.tr(WITHOUT[newest.without], n=texts.number(LEAST_EARLIER))
    share = texts.share(newest.by_chance or 0.0)
    return texts.tr("By chance alone about {share} of the values lie outside.", share=share)


def series_words(target: Target, judged: Judged, texts: Texts) -> str:
    """The whole series for those who do not see it."""
    values = ", ".join(
        f"{texts.month(one.day, year=True)} {measured_text(one.value, target, texts)}" for one in judged.values
    )
    name = figure_label(target, texts) or texts.tr("Target")
    signals = ", ".join(texts.month(judged.values[n].day, year=True) for n in judged.signals)
    said = f"{name}: {values}"
    return said + ". " + texts.tr("Outside of what is usual: {months}.", months=signals) if signals else said
