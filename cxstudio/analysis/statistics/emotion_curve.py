"""The emotion curve: its highest and lowest points, and peak-end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from cxstudio.analysis.statistics.figure_values import PeakEnd, TouchpointFigures
from cxstudio.analysis.statistics.standing_apart import MOST_NAMED, Lying, lowest, turned
from cxstudio.model import GROUP_VOICE, Id, TouchpointRatings
from cxstudio.model.questions import SIGNED
from cxstudio.steps import Steps

Single = Mapping[Id, TouchpointRatings]
"""Touchpoint → single ratings, where nothing else is behind its figures."""


def emotions(figures: Iterable[TouchpointFigures], single: Single) -> list[Lying]:
    """The emotions of all touchpoints that have one, in the order of the map."""
    found = []
    for f in figures:
        if f.emotion is not None:
            ratings = single.get(f.touchpoint)
            who = None if ratings is None else partial(_voices, ratings)
            found.append(Lying(f.touchpoint, f.emotion, SIGNED, who))
    return found


def high_points(felt: Sequence[Lying], survey: bool) -> tuple[Id, ...]:
    """The touchpoint at the top of the curve with those that cannot be told apart from it; only those above zero."""
    above = {one.touchpoint for one in felt if one.part.shown > 0}
    return tuple(t for t in lowest([turned(one) for one in felt], survey) if t in above) if above else ()


def low_points(felt: Sequence[Lying], survey: bool) -> tuple[Id, ...]:
    """The same at the bottom of the curve, below zero."""
    below = {one.touchpoint for one in felt if one.part.shown < 0}
    return tuple(t for t in lowest(felt, survey) if t in below) if below else ()


def _voices(ratings: TouchpointRatings) -> dict[str, int]:
    """Who felt what at a touchpoint."""
    low, high = SIGNED
    return {voice: a for voice, a in ratings.emotion.items() if a is not None and low <= a <= high}


_FEWEST_FELT, _FEWEST_PEOPLE = 2, 2
_AT_A_TIME = 400
"""Touchpoints whose answers are gone through in a few milliseconds."""


def peak_end(felt: Sequence[Lying], ratings: Single, survey: bool) -> Steps[PeakEnd | None]:
    """In steps: (Most intense emotion + last emotion) / 2 per person, then averaged. Kahneman 1993.

    The end is the last touchpoint of the map with emotions. A person without an answer there is left out: nothing
    is imputed. Where a person's strongest feelings point both ways, their average counts as the peak. None for
    counts of a survey, which do not tell persons apart, for a single person (unless it is the group's one voice), and
    where only one touchpoint has emotions: peak and end would be the same answer.
    """
    rated = [ratings[f.touchpoint].emotion for f in felt if f.touchpoint in ratings]
    if len(felt) < _FEWEST_FELT or len(rated) < len(felt):
        return None
    low, high = SIGNED
    peaks: dict[str, list[int]] = {}
    for number, given in enumerate(rated, 1):
        if not number % _AT_A_TIME:
            yield
        for voice, answer in given.items():
            if answer is None or not low <= answer <= high:
                continue
            strongest = peaks.get(voice)
            if strongest is None or abs(answer) > abs(strongest[0]):
                peaks[voice] = [answer]
            elif abs(answer) == abs(strongest[0]):
                strongest.append(answer)
    yield
    values = []
    for voice, last in rated[-1].items():
        if last is not None and low <= last <= high:
            values.append((sum(peaks[voice]) / len(peaks[voice]) + last) / 2)
    if len(values) < _FEWEST_PEOPLE and GROUP_VOICE not in rated[-1]:
        return None
    return PeakEnd(sum(values) / len(values), len(values), _most_intense(felt, survey), felt[-1].touchpoint)


def _most_intense(felt: Sequence[Lying], survey: bool) -> tuple[Id, ...]:
    """Where feelings are strongest, by the rule of low and high points; none where more than a few are alike."""
    return named(lowest([one if one.part.mean < 0 else turned(one) for one in felt], survey))


def named(points: tuple[Id, ...]) -> tuple[Id, ...]:
    """Those a sentence names: none of too many that cannot be told apart."""
    return points if len(points) <= MOST_NAMED else ()
