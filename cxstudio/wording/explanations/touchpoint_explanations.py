"""What each figure means, from which numbers it comes and after whom: the answer to "Why?"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cxstudio.analysis.statistics.figure_values import Summary, TouchpointFigures
from cxstudio.analysis.statistics.method_options import USUAL, Options
from cxstudio.analysis.statistics.promise_kept import promise_found
from cxstudio.analysis.statistics.touchpoint_figures import QUICK_SPAN, share
from cxstudio.model import Round
from cxstudio.model.questions import FIGURES as ASKED
from cxstudio.wording.fields.question_words import WORDS
from cxstudio.wording.figures.adjusted_options import adjusted_need, adjusted_threshold
from cxstudio.wording.figures.adjusted_options import exponent as exponent_words
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.figure_sentences import (
    agreement_words,
    camps_words,
    disappointed_words,
    ends_words,
    interval_words,
    judged_words,
    spread_words,
    view_words,
)
from cxstudio.wording.figures.promise_sentences import result_words
from cxstudio.wording.texts import N_, Texts


@dataclass(frozen=True, slots=True)
class Explained:
    """One figure explained."""

    title: str
    definition: str
    numbers: str
    """This touchpoint's own numbers put in; empty where it has none."""
    source: str = ""


FIGURES: Final = (
    "expectation", "experience", "quick", "delta", "verdict", "agreement", "camps", "emotion", "importance", "need",
    "ceiling", "n",
)  # fmt: skip
"""Figures that can be explained, in the order they are shown."""


def explain(
    figure: str, figures: TouchpointFigures, round_: Round, texts: Texts, options: Options = USUAL
) -> Explained:
    """One of FIGURES explained with a touchpoint's own numbers. Raises KeyError for another figure."""
    numbers, title, definition, source = _FIGURES[figure]
    said = numbers(figures, round_, texts, options)
    return Explained(texts.tr(title), _defined(figure, definition, round_, texts, options), said, texts.tr(source))


_ADJUSTED: Final = {"need": adjusted_need, "verdict": adjusted_threshold}


def define(figure: str, round_: Round, texts: Texts, options: Options = USUAL) -> Explained:
    """One of FIGURES without a touchpoint's numbers. Raises KeyError for another figure."""
    _, title, definition, source = _FIGURES[figure]
    return Explained(texts.tr(title), _defined(figure, definition, round_, texts, options), "", texts.tr(source))


def _defined(figure: str, definition: str, round_: Round, texts: Texts, options: Options) -> str:
    values = {
        "threshold": texts.number(options.verdict_threshold(round_.scale - 1), 1),
    }
    if figure in ASKED:
        values |= ends_words(figure, texts, round_.scale)
    said = [texts.tr(definition, **values)]
    if figure in _ADJUSTED:
        said.append(_ADJUSTED[figure](options, texts))
    return " ".join(part for part in said if part)


def explain_all(figures: TouchpointFigures, round_: Round, texts: Texts, options: Options = USUAL) -> list[Explained]:
    """Every figure this touchpoint has, explained."""
    made = (explain(figure, figures, round_, texts, options) for figure in FIGURES)
    return [one for one in made if one.numbers]


_Numbers = Callable[[TouchpointFigures, Round, Texts, Options], str]


def _part(name: str) -> _Numbers:
    def numbers(figures: TouchpointFigures, round_: Round, texts: Texts, options: Options) -> str:
        part: Summary | None = getattr(figures, name)
        if part is None or figures.target:
            return ""
        said = texts.tr(
            "Mean {mean}, n = {n}, answers {spread}, median {median}",
            mean=texts.number(part.mean, 1),
            n=texts.number(part.n),
            spread=spread_words(part, texts),
            median=texts.number(part.median, 1),
        )
        return said + _skipped(part, texts)

    return numbers


def _promise(figures: TouchpointFigures, round_: Round, texts: Texts, options: Options) -> str:
    found = promise_found(figures.touchpoint, figures.promise, round_)
    if figures.promise is None or found.result is None:
        return ""
    return capital(result_words(found, texts)) + _skipped(figures.promise, texts)


def _skipped(part: Summary, texts: Texts) -> str:
    return ", " + texts.trn("{n} skipped", "{n} skipped", part.skipped) if part.skipped else ""


def _delta(figures: TouchpointFigures, round_: Round, texts: Texts, options: Options) -> str:
    delta = figures.delta
    if delta is None:
        return ""
    if figures.delta_from_quick:
        said = texts.tr(
            "Delta {delta}, n = {n}, from quick ratings", delta=texts.signed(delta.mean), n=texts.number(delta.n)
        )
        return said + _skipped(delta, texts)
    said = texts.trn(
        "Delta {delta}, n = {n} pair", "Delta {delta}, n = {n} pairs", delta.n, delta=texts.signed(delta.mean)
    )
    if figures.experience is not None and figures.expectation is not None:
        said += texts.tr(
            " (experience {experience}, expectation {expectation})",
            experience=texts.number(figures.experience.mean, 1),
            expectation=texts.number(figures.expectation.mean, 1),
        )
    if delta.interval is not None:
        said += ", " + interval_words(delta.interval, texts)
    return said + _skipped(delta, texts)


def _verdict(figures: TouchpointFigures, round_: Round, texts: Texts, options: Options) -> str:
    if figures.withheld and figures.delta is None:
        n = texts.tr("n = {n}", n=texts.number(figures.withheld))
        return f"{n}: {judged_words(figures, texts)}"
    if figures.delta is None or figures.target:
        return ""
    span = QUICK_SPAN if figures.delta_from_quick else round_.scale - 1
    said = texts.tr(
        "Delta {delta}, threshold {threshold}: {verdict}",
        delta=texts.signed(figures.delta.mean),
        threshold=texts.number(options.verdict_threshold(span), 1),
        verdict=judged_words(figures, texts),
    )
    if figures.uncertain:
        said += ". " + texts.tr("Uncertain: the interval includes the threshold.")
    if some := disappointed_words(figures, texts):
        said += ". " + capital(some)
    return said


def _agreement(figures: TouchpointFigures, round_: Round, texts: Texts, options: Options) -> str:
    if figures.agreement is None or figures.agreement_steps is None:
        return ""
    return texts.tr(
        "Agreement {value}: {words}",
        value=texts.number(figures.agreement, 2),
        words=agreement_words(figures.agreement_steps, texts),
    )


def _camps(figures: TouchpointFigures, round_: Round, texts: Texts, options: Options) -> str:
    return "" if figures.camps is None else camps_words(figures.camps, texts)


def _need(figures: TouchpointFigures, round_: Round, texts: Texts, options: Options) -> str:
    if figures.need is None or figures.importance is None or figures.gap is None:
        return ""
    a, b = options.importance_exponent, options.gap_exponent
    return texts.tr(
        "100 × {importance} × {gap} = {need}",
        importance=_power(share(figures.importance.mean, round_.scale), a, texts),
        gap=_power(figures.gap, b, texts),
        need=texts.number(figures.need),
    )


def _power(value: float, exponent: float, texts: Texts) -> str:
    said = texts.number(value, 2)
    return said if exponent == 1 else f"{said}^{exponent_words(exponent, texts)}"


def _ceiling(figures: TouchpointFigures, round_: Round, texts: Texts, options: Options) -> str:
    if not figures.ceiling or figures.expectation is None:
        return ""
    return texts.tr(
        "Expectation {mean} of {top}: there is hardly any room left to delight.",
        mean=texts.number(figures.expectation.mean, 1),
        top=texts.number(round_.scale),
    )


def _people(figures: TouchpointFigures, round_: Round, texts: Texts, options: Options) -> str:
    if not figures.n:
        return ""
    whose = view_words(round_.view, texts)
    part = figures.delta or figures.experience or figures.expectation or figures.emotion or figures.importance
    return f"{whose}, n = {texts.number(figures.n)}" + ("" if part is None else _skipped(part, texts))


_FIGURES: Final[dict[str, tuple[_Numbers, str, str, str]]] = {
    **{name: (_part(name), words.name, words.definition, words.source) for name, words in WORDS.items()},
    "promise": (_promise, WORDS["promise"].name, WORDS["promise"].definition, ""),
    "delta": (_delta, N_("Delta"),
        N_("Experience minus expectation, person by person; then the mean. People who skip either of the two are "
           "not counted."), N_("SERVQUAL: Parasuraman, Zeithaml, Berry 1988; criticised by Buttle 1996")),
    "verdict": (_verdict, N_("Verdict"),
        N_("Disappointing at −{threshold} or below, delighting at +{threshold} or above, okay in between, judged by "
           "the value shown. In a survey with five or more answers, a verdict is clear where the 95% interval of the "
           "mean allows only one, otherwise possible. Where the interval reaches both thresholds it cannot be told. It "
           "covers chance only, not the people who did not answer."),
        N_("Disappointing – okay – delighting: literature on touchpoints; interval: Perks 1947, Jeffreys at the bad "
           "end")),
    "agreement": (_agreement, N_("Agreement"),
        N_("How close the answers on the experience are, compared with random answers: 0 to 1. Only in discussions: "
           "customers of a survey need not agree."), N_("r_wg: James, Demaree, Wolf 1984")),
    "camps": (_camps, N_("Two camps"),
        N_("From eight answers on: two thirds of the scale apart, at least three answers and 30% on either "
           "side, and at most 10% between them (20% from 30 answers on). Two camps call for a different "
           "conversation than a wide spread."), ""),
    "need": (_need, N_("Need for action"),
        N_("100 × importance × shortfall, both as shares of what is possible. Basic requirements not met come first."),
        N_("Importance–performance analysis: Martilla and James 1977")),
    "n": (_people, N_("People behind the figures"),
        N_("Pairs of expectation and experience, else single answers. Skipped answers are counted, never read as "
           "zero. Customers’, employees’ and experts’ views are never averaged together."), ""),
    "ceiling": (_ceiling, N_("Ceiling"),
        N_("Where the expectation is within half a point of the top, hardly any experience can exceed it."), ""),
}  # fmt: skip
"""How its numbers are said, name, definition, source."""
