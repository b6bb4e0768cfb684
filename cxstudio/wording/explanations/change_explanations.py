"""What stability, change, targets, views, opportunity and figures of the whole journey mean: the answer to "Why?"."""

from __future__ import annotations

from typing import Final

from cxstudio.analysis.change.change_values import Change, Drift, TargetOutcome
from cxstudio.analysis.journey_figures.benchmark_values import Compared
from cxstudio.analysis.journey_figures.nps_csat_ces import JourneyFigure
from cxstudio.analysis.round.employees_against_customers import Seen, ViewsCompared
from cxstudio.analysis.statistics.figure_values import RoundFigures, TouchpointFigures
from cxstudio.analysis.statistics.opportunity_score import opportunity
from cxstudio.model import Document, Id, Round
from cxstudio.model.kinds import FigureKind
from cxstudio.wording.explanations.touchpoint_explanations import Explained
from cxstudio.wording.figures.loyalty_sentences import benchmark_words, figure_name, figure_words
from cxstudio.wording.figures.rank_stability import standing_sentences
from cxstudio.wording.findings.change_findings import change_words, drift_sentence, target_sentence
from cxstudio.wording.findings.view_findings import seen_sentence
from cxstudio.wording.texts import N_, Texts


def explain_change(figure: str, change: Change, texts: Texts) -> Explained:
    """The change of one figure of one touchpoint."""
    definition = texts.tr("The later round minus the earlier one. It says that something changed, not why.")
    if change.paired:
        definition += " " + texts.tr("The same people rated in both rounds, so they are compared one by one.")
    if change.drift is not None:
        definition += " " + texts.tr("Extreme values drift back towards the middle with nothing done; how far follows "
                                     "from the earlier survey.")  # fmt: skip
    source = ""
    if change.interval is not None:
        source = texts.tr("Paired t-interval") if change.paired else texts.tr("Interval for two groups: Welch 1947")
    return Explained(texts.tr("Change"), definition, change_words(figure, change, texts), source)


def explain_drift(drift: Drift, texts: Texts) -> Explained:
    """The mean change with and without a measure."""
    definition = texts.tr(
        "Mean change, each touchpoint counting once. Extreme values drift back towards the middle by themselves. "
        "Measures go to the worst touchpoints, so the others usually drift the other way: they are no control group."
    )
    source = texts.tr("Regression to the mean: Galton 1886")
    return Explained(texts.tr("Change elsewhere"), definition, drift_sentence(drift, texts), source)


def explain_target(document: Document, outcome: TargetOutcome, texts: Texts) -> Explained:
    """Whether a target is met."""
    definition = texts.tr(
        "Met or missed by the round’s mean. In a survey the whole 95% interval must lie on one side. "
        "Before the measure starts it cannot be told yet, and before its date a target is not missed."
    )
    if outcome.round is None:
        definition = texts.tr(
            "Met or missed by the last measured value up to its date. Before its date a target is not missed, and "
            "a level to be held is judged on its date."
        )
    return Explained(texts.tr("Target"), definition, target_sentence(document, outcome, texts))


def explain_seen(document: Document, one: Seen, compared: ViewsCompared, texts: Texts) -> Explained:
    """One touchpoint in both views."""
    scale = document.get(Round, compared.ours).scale
    definition = texts.tr(
        "Mean experience in both views. They count as different from {least} points on, if the other view’s mean lies "
        "outside the 95% interval of the customers’ survey. Views are never averaged.",
        least=texts.number((scale - 1) / 12, 1),
    )
    return Explained(texts.tr("Views compared"), definition, seen_sentence(document, one, compared, texts))


def explain_opportunity(figures: TouchpointFigures, round_: Round, texts: Texts) -> Explained:
    """The opportunity score of one touchpoint; no numbers where it cannot be told."""
    found, numbers = opportunity(figures, round_.scale), ""
    if found is not None:
        values = {
            "importance": texts.number(found.importance, 1),
            "experience": texts.number(found.satisfaction, 1),
            "score": texts.number(found.score, 1),
            "n": texts.number(found.n),
        }
        if found.importance > found.satisfaction:
            numbers = texts.tr("{importance} + ({importance} − {experience}) = {score}, n = {n}", **values)
        else:
            numbers = texts.tr("{importance} + 0 = {score}, n = {n}", **values)
    definition = texts.tr(
        "Importance plus the amount by which it exceeds experience. Both run from 0 to 10: the share of "
        "answers in the top two points of the scale, times ten."
    )
    return Explained(texts.tr("Opportunity score, after Ulwick"), definition, numbers, texts.tr("Ulwick 2005"))


def explain_stability(figures: RoundFigures, touchpoint: Id, texts: Texts) -> Explained:
    """How firmly a touchpoint's rank stands; no numbers where it has none."""
    definition = texts.tr(
        "The ranks it takes when any one person is left out, and when the exponents of importance and shortfall are "
        "changed between 0.5 and 2."
    )
    said = " ".join(standing_sentences(figures, touchpoint, texts))
    return Explained(texts.tr("How stable the rank is"), definition, said)


def explain_journey_figure(found: JourneyFigure, texts: Texts, *, survey: bool = False) -> Explained:
    """NPS, CSAT, CES, or whether people want it, return and recommend."""
    definition, source = _DEFINITIONS[found.figure]
    if found.figure is FigureKind.NPS and not found.is_nps:
        definition, source = _TOP_TWO, ""
    said = texts.tr(definition)
    if found.as_counts and found.figure is not FigureKind.CES:
        said += " " + texts.tr("Below 30 answers, counts are shown instead of per cent.")
    return Explained(
        figure_name(found.figure, texts), said, figure_words(found, texts, survey=survey), texts.tr(source)
    )


def explain_benchmark(found: Compared, texts: Texts) -> Explained:
    """A value from elsewhere."""
    definition = texts.tr(
        "An external value to compare with. It is drawn as a line only if it has a source and a year."
    )
    return Explained(texts.tr("Benchmark"), definition, benchmark_words(found, texts))


_TOP_TWO: Final = N_("The share of answers in the top two points of the scale.")
_DEFINITIONS: Final[dict[FigureKind, tuple[str, str]]] = {
    FigureKind.NPS: (
        N_("Share of promoters (9 and 10) minus share of detractors (0 to 6), from −100 to +100."),
        N_("Reichheld 2003"),
    ),
    FigureKind.CSAT: (_TOP_TWO, ""),
    FigureKind.CES: (
        N_("Mean of the customer effort answers; whether high or low is good depends on the question."),
        N_("Dixon, Freeman, Toman 2010"),
    ),
    FigureKind.WANT: (_TOP_TWO, ""),
    FigureKind.RETURN: (_TOP_TWO, ""),
    FigureKind.RECOMMEND: (_TOP_TWO, ""),
}
