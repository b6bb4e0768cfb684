"""The steps of a presentation: the whole journey, then stage by stage, touchpoint by touchpoint."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from math import ceil
from typing import NamedTuple

from cxstudio.model import Document, Id, Touchpoint

MOST_CARDS = 7
"""Cards the room can take in at once."""


class StepKind(StrEnum):
    """What a step shows."""

    OVERVIEW = "overview"
    STAGE = "stage"
    TOUCHPOINT = "touchpoint"


class Step(NamedTuple):
    """One step; the same step has the same key before and after a change of the document."""

    kind: StepKind
    stage: Id | None = None
    touchpoint: Id | None = None
    page: int = 0
    """Which part, from 0, of what does not fit on one slide."""
    pages: int = 1
    shown: tuple[Id, ...] = ()
    """The stages of an overview, the touchpoints of a stage."""

    @property
    def key(self) -> tuple[StepKind, Id | None, Id | None, int]:
        """What it is known by."""
        return (self.kind, self.stage, self.touchpoint, self.page)


def walk(document: Document, journey: Id, most: int = MOST_CARDS) -> tuple[Step, ...]:
    """All steps through a journey, with at most so many cards on one; never none."""
    stages = [s.id for s in document.stages(journey)]
    parts = evenly(stages, most)
    steps = [Step(StepKind.OVERVIEW, page=n, pages=len(parts), shown=part) for n, part in enumerate(parts)]
    for stage in stages:
        pages = evenly([t.id for t in document.touchpoints(stage)], most)
        for number, part in enumerate(pages):
            steps.append(Step(StepKind.STAGE, stage, page=number, pages=len(pages), shown=part))
            steps.extend(Step(StepKind.TOUCHPOINT, stage, touchpoint) for touchpoint in part)
    return tuple(steps)


def evenly(ids: Sequence[Id], most: int) -> list[tuple[Id, ...]]:
    """Cut into as few parts as needed, all about as long; one empty part where there is nothing."""
    count = max(1, ceil(len(ids) / max(1, most)))
    size, longer = divmod(len(ids), count)
    parts, start = [], 0
    for number in range(count):
        stop = start + size + (number < longer)
        parts.append(tuple(ids[start:stop]))
        start = stop
    return parts


def step_of(steps: Sequence[Step], record: Id | None) -> int:
    """The step that shows a touchpoint or begins a stage; the first one for anything else."""
    if record is None:
        return 0
    wanted = (i for i, s in enumerate(steps) if record in (s.touchpoint, s.stage if s.touchpoint is None else None))
    return next(wanted, 0)


def found_again(before: Sequence[Step], at: int, after: Sequence[Step]) -> int:
    """Where a presentation stands after a change: at the same step, or where that is gone at the nearest one left.

    A page that is gone leads to the last page of its stage; a touchpoint to the next one left of its stage, else to
    the one before, else to the stage itself.
    """
    if not before:
        return 0
    places = {step.key: number for number, step in enumerate(after)}
    here = before[at]
    if here.key in places:
        return places[here.key]
    beside = [s for s in (*before[at + 1 :], *reversed(before[:at])) if s.stage == here.stage]
    if here.kind is StepKind.TOUCHPOINT:
        moved = next((i for i, s in enumerate(after) if s.touchpoint == here.touchpoint), None)
        if moved is not None:
            return moved
        beside.sort(key=lambda s: s.kind is not StepKind.TOUCHPOINT)
    else:
        beside = [s for s in reversed(before[:at]) if (s.kind, s.stage) == (here.kind, here.stage)] + beside
    rest = (*before[at + 1 :], *reversed(before[:at]))
    return next((places[s.key] for s in (*beside, *rest) if s.key in places), 0)


def another_stage(steps: Sequence[Step], at: int, way: int) -> int:
    """The beginning of the next stage (1) or of this, then of the one before (−1); the ends stay where they are."""
    begins = [i for i, s in enumerate(steps) if s.kind is not StepKind.TOUCHPOINT and s.page == 0]
    if way > 0:
        return next((i for i in begins if i > at), at)
    return next((i for i in reversed(begins) if i < at), 0)


def place_in_stage(document: Document, touchpoint: Touchpoint) -> tuple[int, int]:
    """Its number in its stage from 1, and how many there are."""
    row = [t.id for t in document.touchpoints(touchpoint.stage)]
    return row.index(touchpoint.id) + 1, len(row)
