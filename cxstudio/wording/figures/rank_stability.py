"""How firmly a touchpoint's rank stands: without any one person, and under other weights."""

from __future__ import annotations

from cxstudio.analysis.statistics.figure_values import RankStability, RoundFigures
from cxstudio.model import Id
from cxstudio.wording.figures.critical_reasons import stability_sentences
from cxstudio.wording.texts import Texts


def standing_sentences(figures: RoundFigures, touchpoint: Id, texts: Texts) -> list[str]:
    """Both stabilities in a sentence each; the first is missing where voices cannot be told apart."""
    rank, held = figures.rank(touchpoint), figures.stability.get(touchpoint)
    if rank is None or held is None:
        return []
    said = stability_sentences(rank, held, texts)
    other_weights = _over_weights(held, texts)
    if said and held.lowest_rank_over_exponents == held.highest_rank_over_exponents:
        return said  # other weights change nothing
    known = 0 if held.lowest_rank_without_one is None else 1
    return said if len(said) > known else [*said, other_weights]


def _over_weights(held: RankStability, texts: Texts) -> str:
    low, high = held.lowest_rank_over_exponents, held.highest_rank_over_exponents
    values = {"low": texts.number(low), "high": texts.number(high)}
    if low == high:
        return texts.tr("Rank {low}, whatever the weights.", **values)
    if high - low == 1:
        return texts.tr("Rank {low} or {high}, depending on the weights.", **values)
    return texts.tr("With other weights for importance and shortfall: rank {low} to {high}.", **values)


def standing_words(figures: RoundFigures, touchpoint: Id, texts: Texts) -> str:
    """Both stabilities in a few words, for a narrow place; empty where the touchpoint has no rank."""
    held = figures.stability.get(touchpoint)
    if held is None:
        return ""
    without = _span(held.lowest_rank_without_one, held.highest_rank_without_one, texts)
    weighed = _span(held.lowest_rank_over_exponents, held.highest_rank_over_exponents, texts)
    now = texts.number(figures.rank(touchpoint) or 0)
    if weighed == now:
        if not without:
            return ""
        if without == now:
            return texts.tr("Rank stays the same without any one person, and under other weights")
        return texts.tr("Rank {ranks} if one is left out", ranks=without)
    if without in ("", now):
        return texts.tr("Rank {ranks} under other weights", ranks=weighed)
    if without == weighed:
        return texts.tr("Rank {ranks} without any one person or under other weights", ranks=without)
    return texts.tr(
        "Rank {without} if one is left out, {weighed} under other weights", without=without, weighed=weighed
    )


def _span(low: int | None, high: int | None, texts: Texts) -> str:
    if low is None or high is None:
        return ""
    return texts.number(low) if low == high else f"{texts.number(low)}–{texts.number(high)}"
