"""The need's formula as it stands, and what a project has adjusted about its figures."""

from __future__ import annotations

from cxstudio.analysis.statistics.method_options import Options
from cxstudio.wording.texts import Texts


def need_formula(options: Options, texts: Texts) -> str:
    """The formula in one line, with its exponents where they are not 1."""
    if options.usual_need:
        return texts.tr("Need = 100 · importance · shortfall, each as a share of the scale")
    return texts.tr(
        "Need = 100 · importance^{a} · shortfall^{b}, each as a share of the scale",
        a=exponent(options.importance_exponent, texts),
        b=exponent(options.gap_exponent, texts),
    )


def exponent(value: float, texts: Texts) -> str:
    """An exponent with as many decimals as it needs, at most two."""
    for decimals in (0, 1):
        if abs(value - round(value, decimals)) < 1e-9:
            return texts.number(value, decimals)
    return texts.number(value, 2)


def adjusted_sentences(options: Options, texts: Texts) -> list[str]:
    """What is not as usual, a sentence each; empty where nothing was adjusted."""
    return [said for said in (adjusted_need(options, texts), adjusted_threshold(options, texts)) if said]


def adjusted_need(options: Options, texts: Texts) -> str:
    """The exponents where they are not 1, else empty."""
    if options.usual_need:
        return ""
    return texts.tr(
        "Need for action with exponents {a} for importance and {b} for the shortfall; 1 and 1 are usual.",
        a=exponent(options.importance_exponent, texts),
        b=exponent(options.gap_exponent, texts),
    )


def adjusted_threshold(options: Options, texts: Texts) -> str:
    """The verdict's threshold where it is not one point in seven, else empty."""
    if options.usual_threshold:
        return ""
    points = exponent(options.verdict_points, texts)
    return texts.tr("The verdict turns at a difference of {points} on a scale from 1 to 7; 1 is usual.", points=points)
