"""What is wrong with a journey, in one sentence: the finding on page one. The rule behind every count is said."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.analysis.round.lowest_points import lowest_touchpoints
from cxstudio.analysis.round.reported_round import says_something
from cxstudio.analysis.statistics.figure_values import RoundFigures, TouchpointFigures, Verdict
from cxstudio.analysis.statistics.touchpoint_figures import is_survey
from cxstudio.model import Document, Id, Round, Touchpoint
from cxstudio.model.kinds import RequirementKind
from cxstudio.model.questions import DELTA
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.findings.finding import lowest_named, named
from cxstudio.wording.findings.report_headlines import number_word
from cxstudio.wording.texts import N_, Texts


def finding(document: Document, figures: RoundFigures | None, texts: Texts) -> str:
    """Page one: what is wrong, in one sentence; it says so where much was not rated at all."""
    judged = [] if figures is None else [f for f in figures.touchpoints if f.verdict is not Verdict.UNKNOWN]
    if figures is None or not judged:
        return _nothing_compared(document, figures, texts)
    bad = [f for f in judged if f.disappoints]
    said = _disappointing(document, figures, judged, bad, texts) if bad else _nothing_bad(figures, texts)
    return said.removesuffix(".") + _possibly(judged, texts) + _unrated(document, figures, texts)


def _disappointing(
    document: Document,
    figures: RoundFigures,
    judged: Sequence[TouchpointFigures],
    bad: Sequence[TouchpointFigures],
    texts: Texts,
) -> str:
    survey = is_survey(document.get(Round, figures.round))
    everything, basics, unmet = texts.number(len(judged)), _basics(document, bad), sum(f.unmet_basic for f in bad)
    if len(bad) == 1:
        name = named(document, bad[0].touchpoint, texts)
        if len(judged) == 1:
            said = texts.tr(N_("{name} clearly disappoints") if survey else N_("{name} disappoints"), name=name)
        else:
            one = N_("One of {all} touchpoints clearly disappoints: {name}")
            said = texts.tr(one if survey else N_("One of {all} touchpoints disappoints: {name}"),
                            all=everything, name=name)  # fmt: skip
        return said + _one_basic(basics, unmet, texts)
    values = {"n": capital(number_word(len(bad), texts)), "all": everything}
    said = texts.tr(N_("{n} of {all} touchpoints clearly disappoint") if survey
                    else N_("{n} of {all} touchpoints disappoint"), **values)  # fmt: skip
    if basics:
        return said + _among_them(basics, len(bad), texts) + _not_met(basics, unmet, texts)
    worst = lowest_touchpoints(figures, DELTA)
    if not worst:
        return said
    return texts.tr("{said}, most of all {name}", said=said, name=lowest_named(document, worst, texts, survey=survey))


def _basics(document: Document, bad: Sequence[TouchpointFigures]) -> int:
    return sum(document.get(Touchpoint, f.touchpoint).requirement is RequirementKind.BASIC for f in bad)


def _one_basic(basics: int, unmet: int, texts: Texts) -> str:
    if not basics:
        return ""
    return texts.tr(N_(", a basic requirement that is not met") if unmet else N_(", a basic requirement"))


def _among_them(basics: int, bad: int, texts: Texts) -> str:
    if basics == bad:
        return texts.tr(", all of them basic requirements")
    if basics == 1:
        return texts.tr(", among them one basic requirement")
    return texts.tr(", among them {n} basic requirements", n=number_word(basics, texts))


def _not_met(basics: int, unmet: int, texts: Texts) -> str:
    """How many of these basics are not met, which is more than to disappoint."""
    if not unmet:
        return ""
    if basics == 1:
        return texts.tr("; it is not met")
    if unmet == basics:
        return texts.tr("; none of these is met")
    if unmet == 1:
        return texts.tr("; one of these is not met")
    return texts.tr("; {n} of these are not met", n=number_word(unmet, texts))


def _possibly(judged: Sequence[TouchpointFigures], texts: Texts) -> str:
    """What a survey cannot tell for sure: how many possibly disappoint, and how many cannot be told."""
    bad = sum(f.uncertain and Verdict.DISAPPOINTING in f.possible and not f.cannot_be_told for f in judged)
    untold = sum(f.cannot_be_told for f in judged)
    said = texts.trn("; {n} possibly disappoints", "; {n} possibly disappoint", bad) if bad else ""
    return said + (texts.trn("; {n} cannot be told", "; {n} cannot be told", untold) if untold else "")


def _unrated(document: Document, figures: RoundFigures, texts: Texts) -> str:
    """The end of the sentence: how many touchpoints nobody rated, where that is a third of them or more."""
    rated = {f.touchpoint for f in figures.touchpoints if f.expectation or f.experience}
    touchpoints = document.journey_touchpoints(document.get(Round, figures.round).journey)
    everything, missing = len(touchpoints), sum(t.id not in rated for t in touchpoints)
    if missing * 3 < everything:
        return "."
    return texts.trn(
        "; {n} of {all} touchpoints is not rated yet.",
        "; {n} of {all} touchpoints are not rated yet.",
        missing,
        all=texts.number(everything),
    )


def _nothing_compared(document: Document, figures: RoundFigures | None, texts: Texts) -> str:
    rated = {f.experience.shown for f in figures.touchpoints if f.experience} if figures else set()
    if figures is None or not says_something(figures):
        return texts.tr("Nothing to report yet: expectation and experience have not been rated.")
    if len(rated) < 2:
        return texts.tr("The expectation was not asked; the experience is the same everywhere.")
    low: tuple[Id, ...] = lowest_touchpoints(figures, "experience")
    if not low:
        return texts.tr("The expectation was not asked. No touchpoint is clearly experienced worst.")
    name = lowest_named(document, low, texts, survey=is_survey(document.get(Round, figures.round)))
    return texts.tr("The expectation was not asked. The experience is lowest at {name}.", name=name)


def _nothing_bad(figures: RoundFigures, texts: Texts) -> str:
    good = sum(f.possible == (Verdict.DELIGHTING,) for f in figures.touchpoints)
    if any(f.delta is not None and f.delta.interval is not None for f in figures.touchpoints):
        if not good:
            return texts.tr("No touchpoint clearly disappoints, and none clearly delights.")
        return texts.trn(
            "No touchpoint clearly disappoints; {n} clearly delights.",
            "No touchpoint clearly disappoints; {n} clearly delight.",
            good,
        )
    if not good:
        return texts.tr("No touchpoint disappoints, and none delights.")
    return texts.trn("No touchpoint disappoints; {n} delights.", "No touchpoint disappoints; {n} delight.", good)
