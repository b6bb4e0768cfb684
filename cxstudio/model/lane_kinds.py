"""The kinds of lanes a map can show, and what each shows and takes in: a member and a row per kind.

A lane of notes asks for no more than this, its name among the choices and its row among the drawings.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cxstudio.model.kinds import NoteKind


class LaneKind(StrEnum):
    TOUCHPOINTS = "touchpoints"
    EXPECTATION_EXPERIENCE = "expectation_experience"
    EMOTION = "emotion"
    IMPORTANCE = "importance"
    CHANNELS = "channels"
    QUOTES = "quotes"
    THOUGHTS_NEEDS = "thoughts_needs"
    HURDLES_OPPORTUNITIES = "hurdles_opportunities"
    VOLUME = "volume"
    STAFF = "staff"
    PROMISE = "promise"
    PICTURES = "pictures"
    DEPARTMENTS = "departments"
    BACKSTAGE = "backstage"
    MEASURES = "measures"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class LaneContents:
    """What a kind of lane shows of each touchpoint, and what is added in it."""

    order: str
    """Its place while nobody has moved it; other kinds fit in between."""
    usual: bool = False
    """Shown until a setting says otherwise; the others are hidden until chosen."""
    figures: tuple[str, ...] = ()
    """Figures of the round shown, by the names `analysis` gives them."""
    fields: tuple[str, ...] = ()
    """Fields of the touchpoint."""
    record: str = ""
    """Kind of the records that stand in it."""
    notes: tuple[NoteKind, ...] = ()
    """Kinds of notes that stand in it; one that is added is of the first."""
    typed: bool = False
    """Texts are typed in its cells: a new record, else the first of the fields."""

    @property
    def grows(self) -> bool:
        """Whether its content decides how high it is: words and pictures grow in narrow columns."""
        return self.typed or bool(self.record)


def _notes(order: str, *kinds: NoteKind, usual: bool = False) -> LaneContents:
    return LaneContents(order, usual, record="Note", notes=kinds, typed=True)


LANE_CONTENTS: Final[dict[LaneKind, LaneContents]] = {
    LaneKind.TOUCHPOINTS: LaneContents("a0", usual=True),
    LaneKind.EXPECTATION_EXPERIENCE: LaneContents("a4", usual=True, figures=("experience", "expectation")),
    LaneKind.EMOTION: LaneContents("a8", usual=True, figures=("emotion",)),
    LaneKind.IMPORTANCE: LaneContents("aC", figures=("importance",)),
    LaneKind.CHANNELS: LaneContents("aG", fields=("channels",)),
    LaneKind.QUOTES: _notes("aK", NoteKind.QUOTE, usual=True),
    LaneKind.THOUGHTS_NEEDS: _notes("aO", NoteKind.THOUGHT, NoteKind.NEED),
    LaneKind.HURDLES_OPPORTUNITIES: _notes("aS", NoteKind.HURDLE, NoteKind.OPPORTUNITY, usual=True),
    LaneKind.VOLUME: LaneContents(
        "aW", fields=("cases_per_month", "complaints_per_month", "duration_minutes", "waiting_minutes")
    ),
    LaneKind.STAFF: LaneContents("aa", fields=("staff", "staff_freedom"), typed=True),
    LaneKind.PROMISE: LaneContents("ac", figures=("promise",), fields=("promise",), typed=True),
    LaneKind.PICTURES: LaneContents("ae", record="Picture"),
    LaneKind.DEPARTMENTS: LaneContents("ai", usual=True, fields=("departments",)),
    LaneKind.BACKSTAGE: LaneContents("am", record="BackstageStep", typed=True),
    LaneKind.MEASURES: LaneContents("aq", usual=True, record="Measure", typed=True),
    LaneKind.OWN: _notes("au", NoteKind.LANE),
}
"""One row per kind; the cards themselves are taken to show everything."""

ABOUT_PEOPLE: Final = frozenset({LaneKind.STAFF})
"""Lanes about those who work at a touchpoint."""
