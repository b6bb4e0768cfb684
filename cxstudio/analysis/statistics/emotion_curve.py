"""The emotion curve: its highest and lowest points, and peak-end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cxstudio.analysis.statistics.figure_values import PeakEnd, TouchpointFigures
from cxstudio.analysis.statistics.method_options import Options
from cxstudio.analysis.statistics.touchpoint_figures import CLOSE
from cxstudio.model import GROUP_VOICE, Id, TouchpointRatings
from cxstudio.model.questions import SIGNED

_MOST_TIED = 3
"""More near-equal extremes than this are no extremes; only the outermost is named then."""


def highest_high(figures: Sequence[TouchpointFigures], options: Options) -> tuple[Id, ...]:
    """Touchpoints at the top of the curve, above zero; several on a near tie."""
    return _extremes([(f.touchpoint, f.emotion.mean) for f in figures if f.emotion is not None], options)


def lowest_low(figures: Sequence[TouchpointFigures], options: Options) -> tuple[Id, ...]:
    """Touchpoints at the bottom of the curve, below zero; several on a near tie."""
    return _extremes([(f.touchpoint, -f.emotion.mean) for f in figures if f.emotion is not None], options)


def _extremes(values: list[tuple[Id, float]], options: Options) -> tuple[Id, ...]:
    if len(values) < 2:
        return ()
    top, bottom = max(v for _, v in values), min(v for _, v in values)
    if top <= CLOSE or top - bottom <= options.near_tie + CLOSE:
        return ()
    near = tuple(t for t, v in values if v >= top - options.near_tie - CLOSE and v > CLOSE)
    if len(near) > _MOST_TIED:
        near = tuple(t for t, v in values if v >= top - CLOSE)
    return near


_FEWEST_FELT, _FEWEST_PEOPLE = 2, 2


def peak_end(
    figures: Sequence[TouchpointFigures], ratings: Mapping[Id, TouchpointRatings], options: Options
) -> PeakEnd | None:
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
    return PeakEnd(sum(values) / len(values), len(values), _most_intense(felt, options), felt[-1].touchpoint)


def _most_intense(felt: Sequence[TouchpointFigures], options: Options) -> tuple[Id, ...]:
    strength = [(f.touchpoint, abs(f.emotion.mean)) for f in felt if f.emotion is not None]
    top = max(v for _, v in strength)
    near = tuple(t for t, v in strength if v >= top - options.near_tie - CLOSE)
    return near if len(near) <= _MOST_TIED else tuple(t for t, v in strength if v >= top - CLOSE)
