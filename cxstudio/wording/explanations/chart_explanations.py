"""What each chart shows, how it comes about and after whom: the answer to "Why?" beside the pictures."""

from __future__ import annotations

from typing import Final

from cxstudio.analysis.statistics.method_options import USUAL, Options
from cxstudio.wording.explanations.touchpoint_explanations import Explained
from cxstudio.wording.texts import N_, Texts


def explain_chart(chart: str, title: str, numbers: str, texts: Texts, options: Options = USUAL) -> list[Explained]:
    """A chart explained with its own numbers; then what it must not be taken for. Raises KeyError for another one."""
    definition, caution, source = _CHARTS[chart]
    threshold = texts.number(options.verdict_points, 1)
    parts = [Explained(title, texts.tr(definition, threshold=threshold), numbers, texts.tr(source))]
    if caution:
        parts.append(Explained(texts.tr("What the chart does not show"), texts.tr(caution), ""))
    return parts


_CHARTS: Final[dict[str, tuple[str, str, str]]] = {
    "scatter": (
        N_("Each mark is a touchpoint: the mean expectation across, the mean experience up. The tinted zones begin "
           "where the verdict turns, {threshold} points of a scale from 1 to 7 away from the dashed line. Above 40 "
           "touchpoints squares count how many lie there; the five with the largest need for action are named."),
        N_("The verdict comes from the paired deltas; where people skip one question, a mark can lie just outside."),
        N_("SERVQUAL: Parasuraman, Zeithaml, Berry 1988; criticised by Buttle 1996")),
    "ranking": (
        N_("Experience minus expectation, person by person; the bar is the mean. In a discussion every answer is a "
           "dot. In a survey from five answers on, the line is the 95% interval of the mean; the bar is hollow where "
           "the interval allows more than one verdict."),
        N_("A discussion has no interval. It speaks only for the people in the room."),
        N_("SERVQUAL: Parasuraman, Zeithaml, Berry 1988; criticised by Buttle 1996")),
    "importance": (
        N_("The mean experience across, the mean importance up. What lies above the crosshair matters more, what lies "
           "left of it goes worse; important and badly experienced comes first."),
        N_("The quadrant shows where a touchpoint lies among the others. With the crosshair at the means "
        "some always lie at the bottom, however well all of them do."),
        N_("Importance–performance analysis: Martilla and James 1977")),
    "emotion": (
        N_("The curve goes through the mean emotion of each touchpoint and never beyond neighbouring values. "
        "Bars: from the lower to the upper quartile of the answers. Up to three high and low points "
        "without a clear difference are named."),
        N_("Nothing was asked between two touchpoints. Only the points are measured."),
        N_("Semantic differential: Osgood 1957; peak and end: Kahneman 1993")),
    "competitors": (
        N_("Our mean experience at each touchpoint, and over it values from elsewhere that were entered as benchmarks "
           "with source and year; at most three sources."),
        N_("Others asked other people in another way. A gap says where to look, not why."), ""),
    "profile": (
        N_("The mean delta of the touchpoints that carry an experience kind; a touchpoint may carry several. "
        "The number of touchpoints is shown beside each."),
        N_("With only one or two touchpoints, the value describes just those."), ""),
    "distribution": (
        N_("How many gave which answer, per touchpoint. Up to 30 answers each is a dot; above that darkness and "
           "number say the share, below 30 answers the count."), "", ""),
    "answers": (
        N_("Every question asked about one touchpoint, with the number of each answer. The mark below the axis is the "
           "mean."), N_("Skipped answers are counted, never read as zero."), ""),
    "kano": (
        N_("Two questions: what if it is there, what if it is missing? Better = (A + O) / (A + O + M + I): how much "
           "it can please. Worse = −(O + M) / (A + O + M + I): how much its lack annoys. The corner names the kind."),
        N_("The coefficients say how strongly people feel, not how well the touchpoint does today."),
        N_("Berger et al. 1993")),
    "views": (
        N_("Touchpoints rated in both rounds, the largest difference of the experience first. Ring: employees or "
           "experts; disc: customers. Half a point of a scale from 1 to 7 or more counts as a misjudgement where the "
           "mean of our own round lies outside the 95% interval of the customers’ survey."),
        N_("The views are compared, never averaged. Touchpoints with fewer customers than the round’s minimum are "
           "left out."), ""),
}  # fmt: skip
