"""Where a topic comes up: how many notes of each topic stand at which touchpoint and in which stage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from cxstudio.analysis.journeys.note_topics import note_topics
from cxstudio.model import Document, Id, Note, Stage, Touchpoint
from cxstudio.model.kinds import NoteKind

_APART = frozenset({NoteKind.LANE, NoteKind.PARKING_LOT})
"""Kinds of notes that are nobody's voice."""


class ThemeRow(NamedTuple):
    """One topic: its voices, and where they stand. Counts are notes."""

    name: str
    notes: tuple[Id, ...]
    stages: dict[Id, int]
    touchpoints: dict[Id, int]
    elsewhere: int
    """Notes about personas, about other journeys, or about nothing yet."""


def voices(document: Document) -> tuple[Note, ...]:
    """Quotes, complaints, thoughts, needs, hurdles, opportunities and notes of empathy maps, in their order."""
    return tuple(n for n in document.all(Note) if n.kind not in _APART)


def theme_counts(document: Document, journey: Id | None, notes: Sequence[Note] | None = None) -> tuple[ThemeRow, ...]:
    """Topics with the places of their notes in a journey, the most frequent first."""
    listed = voices(document) if notes is None else notes
    here = {} if journey is None else _stage_of(document, journey)
    about = {note.id: note.about for note in listed}
    rows = []
    for topic in note_topics(listed):
        places = [about[i] for i in topic.notes]
        touchpoints = Counter(place for place in places if place is not None and place in here)
        stages: Counter[Id] = Counter()
        for place, count in touchpoints.items():
            stages[here[place]] += count
        rows.append(
            ThemeRow(topic.name, topic.notes, dict(stages), dict(touchpoints), len(places) - sum(touchpoints.values()))
        )
    return tuple(rows)


def _stage_of(document: Document, journey: Id) -> dict[Id, Id]:
    stages = document.having(Stage, "journey", journey)
    return {t.id: stage.id for stage in stages for t in document.having(Touchpoint, "stage", stage.id)}
