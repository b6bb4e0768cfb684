"""Headlines of the report, written from figures: they compare, and stay silent where there is no difference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cxstudio.analysis.round.lowest_points import lowest_touchpoints
from cxstudio.analysis.search.unanswered import Coverage
from cxstudio.analysis.statistics.figure_values import RoundFigures, TouchpointFigures, Verdict
from cxstudio.model import Document, Id, Measure, Round, Touchpoint
from cxstudio.model.kinds import Evidence, MeasureStatus
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.texts import N_, Texts

_NUMBER_WORDS: Final = (
    N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"), N_("eight"), N_("nine"), N_("ten"),
    N_("eleven"), N_("twelve"),
)  # fmt: skip


def number_word(n: int, texts: Texts) -> str:
    """Two to twelve in words, other numbers in figures."""
    return texts.tr(_NUMBER_WORDS[n - 2]) if 2 <= n <= 12 else texts.number(n)


def finding(document: Document, figures: RoundFigures | None, texts: Texts) -> str:
    """Page one: what is wrong, in one sentence; it says so where much was not rated at all."""
    judged = [] if figures is None else [f for f in figures.touchpoints if f.verdict is not Verdict.UNKNOWN]
    if figures is None or not judged:
        return _nothing_compared(document, figures, texts)
    bad = [f for f in judged if f.disappoints]
    unmet = sum(f.unmet_basic for f in judged)
    said = _disappointing(document, figures, judged, bad, unmet, texts) if bad else _nothing_bad(figures, texts)
    return said.removesuffix(".") + _possibly(judged, texts) + _unrated(document, figures, texts)


def _disappointing(
    document: Document,
    figures: RoundFigures,
    judged: Sequence[TouchpointFigures],
    bad: Sequence[TouchpointFigures],
    unmet: int,
    texts: Texts,
) -> str:
    everything = texts.number(len(judged))
    if len(judged) == 1:
        said = N_("{name} falls short on a basic requirement.") if unmet else N_("{name} disappoints.")
        return texts.tr(said, name=texts.quoted(short_name(document, bad[0].touchpoint)))
    if unmet == 1:
        return texts.tr("One of {all} touchpoints falls short on basic requirements.", all=everything)
    if unmet:
        return texts.tr(
            "{n} of {all} touchpoints fall short on basic requirements.",
            n=capital(number_word(unmet, texts)),
            all=everything,
        )
    if len(bad) == 1:
        name = texts.quoted(short_name(document, bad[0].touchpoint))
        return texts.tr("One of {all} touchpoints disappoints: {name}.", all=everything, name=name)
    values = {"n": capital(number_word(len(bad), texts)), "all": everything}
    worst = lowest_touchpoints(figures, "delta")
    if not worst:
        return texts.tr("{n} of {all} touchpoints disappoint.", **values)
    return texts.tr(
        "{n} of {all} touchpoints disappoint, most of all {name}.", name=_named(document, worst, texts), **values
    )


def _named(document: Document, touchpoints: Sequence[Id], texts: Texts) -> str:
    return texts.listed([texts.quoted(short_name(document, one)) for one in touchpoints])


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
    if figures is None or sum(f.experience is not None for f in figures.touchpoints) < 2:
        return texts.tr("Nothing to report yet: expectation and experience have not been rated.")
    if len(rated) < 2:
        return texts.tr("The expectation was not asked; the experience is the same everywhere.")
    low = lowest_touchpoints(figures, "experience")
    if not low:
        return texts.tr("The expectation was not asked.")
    name = _named(document, low, texts)
    return texts.tr("The expectation was not asked. The experience is lowest at {name}.", name=name)


def _nothing_bad(figures: RoundFigures, texts: Texts) -> str:
    good = sum(f.possible == (Verdict.DELIGHTING,) for f in figures.touchpoints)
    if any(f.uncertain for f in figures.touchpoints):
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


def map_headline(document: Document, figures: RoundFigures | None, texts: Texts, fallback: str) -> str:
    """The map: its low points, else its high points, else `fallback` (the journey's title)."""
    lows, highs = ((), ()) if figures is None else (figures.lowest_low, figures.highest_high)
    if len(lows) == 1:
        return texts.tr("{name} is the low point of the journey", name=_named(document, lows, texts))
    if lows:
        return texts.tr("{names} are the low points of the journey", names=_named(document, lows, texts))
    if len(highs) == 1:
        return texts.tr("{name} is the high point of the journey", name=_named(document, highs, texts))
    if highs:
        return texts.tr("{names} are the high points of the journey", names=_named(document, highs, texts))
    return fallback


def deltas_headline(figures: RoundFigures | None, texts: Texts) -> str:
    """The deltas: whether experience and expectation part at all."""
    if figures is None or not any(f.delta is not None for f in figures.touchpoints):
        if figures is not None and any(f.experience is not None for f in figures.touchpoints):
            return texts.tr("The experience was rated, the expectation was not")
        return texts.tr("Expectation and experience have not been rated yet")
    parted = any(f.verdict in (Verdict.DISAPPOINTING, Verdict.DELIGHTING) for f in figures.touchpoints)
    if parted:
        return texts.tr("Where experience and expectation differ")
    return texts.tr("Experience and expectation lie close together")


def critical_headline(n: int, texts: Texts) -> str:
    """How many touchpoints are critical."""
    if n == 0:
        return texts.tr("No touchpoint is critical so far")
    if n == 1:
        return texts.tr("One touchpoint is critical")
    return texts.tr("{number} touchpoints are critical", number=capital(number_word(n, texts)))


def measures_headline(measures: Sequence[Measure], texts: Texts) -> str:
    """How many measures there are, and how many of them wait for approval."""
    n, asked = len(measures), sum(m.status is MeasureStatus.PROPOSED for m in measures)
    if n == 0:
        return texts.tr("There are no measures yet")
    everything = texts.tr("One measure") if n == 1 else texts.tr("{n} measures", n=capital(number_word(n, texts)))
    if not asked:
        return everything
    if n == asked == 1:
        return texts.tr("One measure awaiting approval")
    if asked == 1:
        return texts.tr("{measures}, one of them awaiting approval", measures=everything)
    return texts.tr("{measures}, {n} awaiting approval", measures=everything, n=number_word(asked, texts))


def approval_gap(found: Coverage, texts: Texts) -> str:
    """That what is asked for touches no critical touchpoint, where that is so: "24 critical, 0 answered"."""
    if not found.critical or found.answered:
        return ""
    critical = texts.number(found.critical)
    return texts.tr("No critical touchpoint is among them: {n} critical, 0 answered.", n=critical)


def benefit_basis(measures: Sequence[Measure], texts: Texts) -> str:
    """How the benefit of several measures was worked out: "a + b; the team’s assumptions"."""
    counted = [m for m in measures if m.benefit_per_year is not None and m.basis.strip()]
    said = " + ".join(dict.fromkeys(m.basis.strip() for m in counted))
    if said and all(m.basis_evidence is Evidence.ASSUMPTION for m in counted):
        return texts.tr("{basis}; the team’s assumptions", basis=said)
    return said


def short_name(document: Document, touchpoint: Id) -> str:
    """A touchpoint's name up to its colon, where it has one and no other touchpoint begins the same way."""
    name = document.get(Touchpoint, touchpoint).name
    head, colon, _ = name.partition(": ")
    if not colon or not head.strip():
        return name
    alike = (t for t in document.all(Touchpoint) if t.name.startswith(head) and t.name[len(head) :][:2] in ("", ": "))
    next(alike)
    return head if next(alike, None) is None else name
