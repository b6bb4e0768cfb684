"""What the figures of a whole round mean: the answer to "Why?" for ranking, criticality, curve and experience."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.analysis.statistics.method_options import Options
from cxstudio.analysis.statistics.touchpoint_figures import is_survey
from cxstudio.model import Document, Id, Round
from cxstudio.wording.explanations.touchpoint_explanations import Explained
from cxstudio.wording.fields.choice_labels import CHOICES
from cxstudio.wording.fields.record_names import short_name
from cxstudio.wording.figures.adjusted_options import need_formula
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.missing_need import without_importance
from cxstudio.wording.texts import N_, Texts


def explain_round(
    figure: str, document: Document, figures: RoundFigures, texts: Texts, options: Options | None = None
) -> Explained:
    """One of ROUND_FIGURES explained with the round's own numbers. Raises KeyError for another figure."""
    options = options or figures.options
    numbers, title, definition, source = _FIGURES[figure]
    round_ = document.get(Round, figures.round)
    values = {
        "formula": need_formula(options, texts),
        "apart": texts.tr(_APART_IN_A_SURVEY if is_survey(round_) else _APART),
        "top": texts.number(round_.scale),
    }
    return Explained(
        texts.tr(title), texts.tr(definition, **values), numbers(document, figures, texts), texts.tr(source)
    )


_Numbers = Callable[[Document, RoundFigures, Texts], str]
_MOST_NAMED = 3


def _names(document: Document, ids: tuple[Id, ...], texts: Texts) -> str:
    return texts.listed([texts.quoted(short_name(document, touchpoint)) for touchpoint in ids[:_MOST_NAMED]])


def _ranking(document: Document, figures: RoundFigures, texts: Texts) -> str:
    if not figures.ranking:
        return ""
    first = texts.tr("First: {names}", names=_names(document, figures.ranking, texts))
    if figures.ranked_by_gap:
        return first + ". " + without_importance(document, figures, texts)
    return first


def _critical(document: Document, figures: RoundFigures, texts: Texts) -> str:
    marks = figures.criticality.values()
    proposed, critical = sum(m.proposed for m in marks), sum(m.critical for m in marks)
    overruled = sum(m.overruled for m in marks)
    return texts.tr(
        "{proposed} proposed, {critical} critical, {overruled} decided otherwise by the group",
        proposed=texts.number(proposed),
        critical=texts.number(critical),
        overruled=texts.number(overruled),
    )


def _high(document: Document, figures: RoundFigures, texts: Texts) -> str:
    return _names(document, figures.highest_high, texts)


def _low(document: Document, figures: RoundFigures, texts: Texts) -> str:
    return _names(document, figures.lowest_low, texts)


def _overall(document: Document, figures: RoundFigures, texts: Texts) -> str:
    if figures.overall_experience is None:
        return ""
    n = sum(f.experience is not None for f in figures.touchpoints)
    return texts.trn(
        "{mean} across {n} touchpoint",
        "{mean} across {n} touchpoints",
        n,
        mean=texts.number(figures.overall_experience, 1),
    )


def _peak_end(document: Document, figures: RoundFigures, texts: Texts) -> str:
    found = figures.peak_end
    if found is None or found.end is None:
        return ""
    values = {
        "value": texts.signed(found.value),
        "n": texts.number(found.n),
        "end": _names(document, (found.end,), texts),
    }
    if not found.peaks:
        return texts.tr("{value}, n = {n}; end: {end}", **values)
    peaks = _names(document, found.peaks, texts)
    return texts.tr("{value}, n = {n}; strongest: {peaks}; end: {end}", peaks=peaks, **values)


def _profile(document: Document, figures: RoundFigures, texts: Texts) -> str:
    words = CHOICES["ExperienceKind"]
    said = [
        f"{capital(texts.tr(words[p.kind.value]))} {texts.signed(p.mean_delta)} ({texts.number(p.touchpoints)})"
        for p in figures.profile
        if p.mean_delta is not None
    ]
    return " · ".join(said)


_APART: Final = N_(
    "One is named alone if it lies half a point or more apart, even without any one person. Otherwise "
    "those without a clear difference are named, up to three."
)
_APART_IN_A_SURVEY: Final = N_(
    "One is named alone if the 95% interval of its difference from every other excludes zero. "
    "Otherwise those without a clear difference are named, up to three."
)
_KAHNEMAN: Final = N_("Kahneman 1993")
_FIGURES: Final[dict[str, tuple[_Numbers, str, str, str]]] = {
    "ranking": (_ranking, N_("Ranking"),
        N_("Basic requirements not met come first, then need for action; equal needs share a rank. {formula}. A basic "
           "requirement counts as not met when it disappoints (in a survey: clearly) and its median experience lies "
           "below the middle of the scale. Where importance is missing at a disappointing touchpoint, the shortfall "
           "alone makes the order."),
        N_("Importance–performance analysis: Martilla and James 1977")),
    "critical": (_critical, N_("Critical"),
        N_("The group decides. The rule proposes by ratings alone: of the touchpoints that disappoint (in a survey: "
           "clearly) every basic requirement not met, the largest needs (at least half of the largest, three or a "
           "quarter of them at most) and up to three low points of the emotion. All else supports and never decides."),
        N_("Kahneman 1993; critical incidents")),
    "highest_high": (_high, N_("High point"), N_("Where the mean emotion is highest, above 0. {apart}"), _KAHNEMAN),
    "lowest_low": (_low, N_("Low point"), N_("Where the mean emotion is lowest, below 0. {apart}"), _KAHNEMAN),
    "overall_experience": (_overall, N_("Overall experience"),
        N_("Mean of the touchpoints’ experience from 1 to {top}, each touchpoint counting once."), ""),
    "peak_end": (_peak_end, N_("Peak and end"),
        N_("(Strongest emotion + last emotion) / 2 per person, then the mean. People without an answer at "
        "the end are left out."), _KAHNEMAN),
    "profile": (_profile, N_("Experience profile"),
        N_("Mean delta of the touchpoints that carry an experience kind; in brackets their number."), ""),
}  # fmt: skip
"""How its numbers are said, name, definition, source; in the order they are shown."""
ROUND_FIGURES: Final = tuple(_FIGURES)
"""Figures of a round that can be explained."""
