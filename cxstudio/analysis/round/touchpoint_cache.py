"""One touchpoint's share of a round's figures, kept from one document to the next while its answers are the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from cxstudio.analysis.statistics.answer_counts import answers, voices
from cxstudio.analysis.statistics.figure_values import TouchpointFigures
from cxstudio.analysis.statistics.leave_one_out import Left, Tally, left_of
from cxstudio.analysis.statistics.method_options import Options
from cxstudio.analysis.statistics.touchpoint_figures import touchpoint_figures
from cxstudio.model import Document, Id, Round, SurveyCounts, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import RequirementKind
from cxstudio.steps import Steps

_AT_ONCE = 40
"""Touchpoints worked out in one step."""
_Given = TypeVar("_Given", TouchpointRatings, SurveyCounts)


@dataclass(frozen=True, slots=True)
class Part:
    """What one touchpoint brings to a round: its records, its figures, and the figures without each voice."""

    ratings: tuple[TouchpointRatings, ...]
    counts: tuple[SurveyCounts, ...]
    basic: bool
    figures: TouchpointFigures | None
    """None where nobody said anything."""
    voices: frozenset[str]
    left: dict[str, Left]
    """Voice → what is left without it; filled when first asked for."""

    def made_from(self, ratings: tuple[TouchpointRatings, ...], counts: tuple[SurveyCounts, ...], basic: bool) -> bool:
        """Whether these very records made it."""
        return (
            self.basic is basic
            and len(self.ratings) == len(ratings)
            and len(self.counts) == len(counts)
            and all(a is b for a, b in zip(self.ratings, ratings, strict=True))
            and all(a is b for a, b in zip(self.counts, counts, strict=True))
        )

    def without(self, voice: str, scale: int, options: Options) -> Left:
        """The figures with one voice left out. Only for touchpoints with figures."""
        assert self.figures is not None
        if voice not in self.voices:
            return left_of(self.figures)
        if not self.left:
            tally = Tally(self.figures, self.ratings[0], self.basic, scale, options)
            self.left.update((name, tally.without(name)) for name in self.voices)
        return self.left[voice]


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything a later computation may take over."""

    round: Round
    options: Options
    parts: dict[Id, Part]


def parts(
    document: Document, round_: Round, touchpoints: Sequence[Touchpoint], options: Options, before: object
) -> Steps[Kept]:
    """The parts of a round in the order of the map; those of `before` (a Kept) whose records are the same ones."""
    ratings, counts = given_in(document, round_.id)
    old: Mapping[Id, Part] = {}
    if isinstance(before, Kept) and before.round == round_ and before.options == options:
        old = before.parts
    made: dict[Id, Part] = {}
    worked = 0
    for touchpoint in touchpoints:
        mine, theirs = ratings.get(touchpoint.id, ()), counts.get(touchpoint.id, ())
        if not mine and not theirs:
            continue
        basic = touchpoint.requirement is RequirementKind.BASIC
        part = old.get(touchpoint.id)
        if part is None or not part.made_from(mine, theirs, basic):
            part = _part(touchpoint.id, mine, theirs, basic, round_, options)
            worked += 1
            if worked % _AT_ONCE == 0:
                yield
        made[touchpoint.id] = part
    return Kept(round_, options, made)


def _part(
    touchpoint: Id,
    ratings: tuple[TouchpointRatings, ...],
    counts: tuple[SurveyCounts, ...],
    basic: bool,
    round_: Round,
    options: Options,
) -> Part:
    given = answers(ratings, counts, round_.scale)
    figures = None if given.empty else touchpoint_figures(touchpoint, given, round_, options, basic=basic)
    return Part(ratings, counts, basic, figures, frozenset(voices(ratings)), {})


def given_in(
    document: Document, round_id: Id
) -> tuple[dict[Id, tuple[TouchpointRatings, ...]], dict[Id, tuple[SurveyCounts, ...]]]:
    """Touchpoint → single ratings and → counts of a round; without counts that hold Kano answers only."""
    ratings = document.having(TouchpointRatings, "round", round_id)
    counts = (c for c in document.having(SurveyCounts, "round", round_id) if c.rated)
    return _by_touchpoint(ratings), _by_touchpoint(counts)


def _by_touchpoint(records: Iterable[_Given]) -> dict[Id, tuple[_Given, ...]]:
    found: dict[Id, list[_Given]] = {}
    for record in records:
        found.setdefault(record.touchpoint, []).append(record)
    return {touchpoint: tuple(mine) for touchpoint, mine in found.items()}
