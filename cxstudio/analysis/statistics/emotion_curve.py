"""The emotion curve: its highest and lowest points, and peak-end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cxstudio.analysis.statistics.figure_values import PeakEnd, Summary, TouchpointFigures
from cxstudio.analysis.statistics.standing_apart import MOST_NAMED, Lying, lowest, turned
from cxstudio.model import GROUP_VOICE, Id, TouchpointRatings
from cxstudio.model.questions import SIGNED

Single = Mapping[Id, TouchpointRatings]
"""Touchpoint → single ratings, where nothing else is behind its figures."""


def high_points(felt: Sequence[TouchpointFigures], single: Single, survey: bool) -> tuple[Id, ...]:
    """The touchpoint at the top of the curve with those that cannot be told apart from it; only those above zero.

    `felt` are those with an emotion, in a survey of enough answers.
    """
    emotions = {f.touchpoint: f.emotion for f in felt if f.emotion is not None}
    found = lowest([turned(t, e.counts, SIGNED, _voices(single, t)) for t, e in emotions.items()], survey)
    return tuple(t for t in found if emotions[t].shown > 0)


def low_points(felt: Sequence[TouchpointFigures], single: Single, survey: bool) -> tuple[Id, ...]:
    """The same at the bottom of the curve, below zero."""
    emotions = {f.touchpoint: f.emotion for f in felt if f.emotion is not None}
    found = lowest([_lying(t, e, single) for t, e in emotions.items()], survey)
    return tuple(t for t in found if emotions[t].shown < 0)


def _lying(touchpoint: Id, emotion: Summary, single: Single) -> Lying:
    return Lying(touchpoint, emotion.counts, SIGNED, _voices(single, touchpoint))


def _voices(single: Single, touchpoint: Id) -> Mapping[str, int] | None:
    """Who felt what at a touchpoint; None where it is not known."""
    ratings, (low, high) = single.get(touchpoint), SIGNED
    if ratings is None:
        return None
    return {voice: a for voice, a in ratings.emotion.items() if a is not None and low <= a <= high}


_FEWEST_FELT, _FEWEST_PEOPLE = 2, 2


def peak_end(figures: Sequence[TouchpointFigures], ratings: Single, survey: bool) -> PeakEnd | None:
    """(Most intense emotion + last emotion) / 2 per person, then averaged. Kahneman 1993.

    The end is the last touchpoint of the map with emotions. A person without an answer there is left out: nothing
    is imputed. Where a person's strongest feelings point both ways, their average counts as the peak. None for
    counts of a survey, which do not tell persons apart, for a single person (unless it is the group's one voice), and
    where only one touchpoint has emotions: peak and end would be the same answer.
    """
    felt = [f for f in figures if f.emotion is not None]
    rated = [ratings[f.touchpoint].emotion for f in felt if f.touchpoint in ratings]
    if len(felt) < _FEWEST_FELT or len(rated) < len(felt):
        return None
    low, high = SIGNED
    peaks: dict[str, list[int]] = {}
    for given in rated:
        for voice, answer in given.items():
            if answer is None or not low <= answer <= high:
                continue
            strongest = peaks.get(voice)
            if strongest is None or abs(answer) > abs(strongest[0]):
                peaks[voice] = [answer]
            elif abs(answer) == abs(strongest[0]):
                strongest.append(answer)
    values = []
    for voice, last in rated[-1].items():
        if last is not None and low <= last <= high:
            values.append((sum(peaks[voice]) / len(peaks[voice]) + last) / 2)
    if len(values) < _FEWEST_PEOPLE and GROUP_VOICE not in rated[-1]:
        return None
    return PeakEnd(sum(values) / len(values), len(values), _most_intense(felt, ratings, survey), felt[-1].touchpoint)


def _most_intense(felt: Sequence[TouchpointFigures], single: Single, survey: bool) -> tuple[Id, ...]:
    """Where feelings are strongest, by the rule of low and high points; none where more than a few are alike."""
    lying = []
    for f in felt:
        if f.emotion is not None:
            low = _lying(f.touchpoint, f.emotion, single)
            lying.append(low if f.emotion.mean < 0 else turned(low.touchpoint, low.counts, SIGNED, low.voices))
    return named(lowest(lying, survey))


def named(points: tuple[Id, ...]) -> tuple[Id, ...]:
    """Those a sentence names: none of too many that cannot be told apart."""
    return points if len(points) <= MOST_NAMED else ()
