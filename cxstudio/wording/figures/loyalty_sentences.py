"""Figures about the whole journey in words: NPS, CSAT, CES, want – return – recommend, and benchmarks."""

from __future__ import annotations

from typing import Final

from cxstudio.analysis.change.loyalty_change import JourneyFigureChange
from cxstudio.analysis.journey_figures.benchmark_values import Compared
from cxstudio.analysis.journey_figures.nps_csat_ces import JourneyFigure
from cxstudio.model.kinds import FigureKind
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.fields.rating_fields import FIGURES
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.figure_sentences import written_value
from cxstudio.wording.texts import N_, Texts

_SAID: Final[dict[FigureKind, str]] = {
    FigureKind.NPS: N_("{part} would recommend it (top two points)"),
    FigureKind.CSAT: N_("{part} satisfied (top two points)"),
    FigureKind.WANT: N_("{part} would want it again (top two points)"),
    FigureKind.RETURN: N_("{part} would come back (top two points)"),
    FigureKind.RECOMMEND: N_("{part} would tell others (top two points)"),
}


_QUESTIONS: Final[dict[FigureKind, str]] = {
    FigureKind.NPS: N_("How likely are you to recommend us? 0 = not at all likely, 10 = extremely likely"),
    FigureKind.CSAT: N_("How satisfied were you on the whole? High is good."),
    FigureKind.CES: N_("How much effort did it take you? High means a lot of effort."),
    FigureKind.WANT: N_("Would you want it again? High is yes."),
    FigureKind.RETURN: N_("Would you come back? High is yes."),
    FigureKind.RECOMMEND: N_("Would you tell others about it? High is yes."),
}


def figure_question(figure: FigureKind, texts: Texts) -> str:
    """The question behind a figure, and which end of its scale is which."""
    return texts.tr(_QUESTIONS[figure])


def figure_value(found: JourneyFigure, texts: Texts) -> str:
    """The figure alone, as large as life: "+25", "78%", "4.2"; below 30 answers counts: "9 of 14"."""
    if found.figure is FigureKind.CES:
        return texts.number(found.answers.mean, 1)
    if found.as_counts:
        return _part(found.favourable, found, texts)
    return texts.signed(found.value, 0) if found.is_nps else texts.share(found.value)


def figure_name(figure: FigureKind, texts: Texts) -> str:
    """What a figure is called, with a capital."""
    return capital(texts.tr(choice_label(figure)))


def figure_words(found: JourneyFigure, texts: Texts, *, survey: bool = False) -> str:
    """The figure with the answers behind it; below 30 answers counts instead of per cent. The NPS of a `survey` has
    its interval beside it.
    """
    if found.is_nps:
        said = _nps(found, texts)
        if not survey or found.as_counts or found.interval is None:
            return said
        low, high = (texts.signed(end, 0) for end in found.interval)
        return said + ", " + texts.tr("95% interval {low} to {high}", low=low, high=high)
    n = texts.number(found.answers.n)
    if found.figure is FigureKind.CES:
        return texts.tr(
            "mean {mean} from {low} to {high}, n = {n}",
            mean=texts.number(found.answers.mean, 1),
            low=texts.number(found.lowest),
            high=texts.number(found.highest),
            n=n,
        )
    part = _part(found.favourable, found, texts)
    said = texts.tr(_SAID[found.figure], part=part)
    return said if found.as_counts else texts.tr("{said}, n = {n}", said=said, n=n)


def _part(count: int, found: JourneyFigure, texts: Texts) -> str:
    if found.as_counts:
        return texts.tr("{n} of {all}", n=texts.number(count), all=texts.number(found.answers.n))
    return texts.share(count / found.answers.n)


def _nps(found: JourneyFigure, texts: Texts) -> str:
    promoters, detractors = _part(found.favourable, found, texts), _part(found.unfavourable, found, texts)
    if found.as_counts:
        return texts.tr("{promoters} promoters, {detractors} detractors", promoters=promoters, detractors=detractors)
    return texts.tr(
        "NPS {value}: {promoters} promoters, {detractors} detractors, n = {n}",
        value=texts.signed(found.value, 0),
        promoters=promoters,
        detractors=detractors,
        n=texts.number(found.answers.n),
    )


def figure_change_words(change: JourneyFigureChange, texts: Texts) -> str:
    """ "NPS +12 → +25, change +13, n = 40 and 52"; counts alone where too few answered in one of the rounds."""
    before, after = change.before, change.after
    if change.as_counts:
        said = texts.tr(
            "{figure}: {before} of {n_before} → {after} of {n_after}",
            figure=figure_name(change.figure, texts),
            before=texts.number(before.favourable),
            n_before=texts.number(before.answers.n),
            after=texts.number(after.favourable),
            n_after=texts.number(after.answers.n),
        )
        return texts.tr("{said} promoters", said=said) if after.is_nps else said
    if after.is_nps:
        values = (texts.signed(before.value, 0), texts.signed(after.value, 0), texts.signed(change.difference, 0))
    elif change.figure is FigureKind.CES:
        values = (texts.number(before.value, 1), texts.number(after.value, 1), texts.signed(change.difference))
    else:
        signed = texts.signed(100 * change.difference, 0)
        many = abs(round(100 * change.difference))
        points = texts.trn("{points} percentage point", "{points} percentage points", many, points=signed)
        values = (texts.share(before.value), texts.share(after.value), points)
    return texts.tr(
        "{figure} {before} → {after}, change {difference}, n = {n_before} and {n_after}",
        figure=figure_name(change.figure, texts),
        before=values[0],
        after=values[1],
        difference=values[2],
        n_before=texts.number(before.answers.n),
        n_after=texts.number(after.answers.n),
    )


def benchmark_words(found: Compared, texts: Texts, *, as_counts: bool = False) -> str:
    """A value from elsewhere with source and year, and ours beside it unless too few answered (`as_counts`)."""
    said = f"{_figure(found.figure, texts)} {_value(found, found.value, texts)}"
    if found.drawable and found.year is not None:
        said += f" ({found.source.strip()}, {found.year})"
    else:
        said += " " + texts.tr("(source or year missing)")
    if found.ours is None or as_counts:
        return said
    return texts.tr("{benchmark}; here {ours}", benchmark=said, ours=_value(found, found.ours, texts))


def _figure(figure: str, texts: Texts) -> str:
    if figure in set(FigureKind):
        return figure_name(FigureKind(figure), texts)
    return texts.tr(FIGURES[figure]) if figure in FIGURES else capital(figure)


def _value(found: Compared, value: float, texts: Texts) -> str:
    if found.share:
        return texts.share(value)
    if found.figure == FigureKind.NPS:
        return texts.signed(value, 0)
    return written_value(found.figure, value, texts)
