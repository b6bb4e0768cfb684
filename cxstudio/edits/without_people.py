"""A copy of a project that can be handed on: no names, no single ratings, no pictures; counts stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from cxstudio.model import (
    GROUP_VOICE,
    Document,
    Idea,
    MeasureChange,
    Participant,
    Picture,
    Readiness,
    Record,
    Round,
    SurveyCounts,
    TouchpointRatings,
    Workshop,
    new_id,
)
from cxstudio.model.base import FrozenMap
from cxstudio.model.personal_data.blacking_out import blacked_out, pattern_of
from cxstudio.model.personal_data.naming import NAMING, names_of_people
from cxstudio.model.readiness_scale import LEAST_SHEETS
from cxstudio.model.registry import map_fields

_ALONE: Final = ("emotion", "importance", "quick", "promise")
_SKIPPED: Final = "-"


@dataclass(frozen=True, slots=True)
class CopyWithoutPeople:
    """The copy, and what it leaves out."""

    document: Document
    people: int
    """Participants left out."""
    counted: int
    """Touchpoints whose single ratings are counts now."""
    dropped: int
    """Touchpoints whose ratings are left out: fewer people rated them than the round’s smallest group."""
    pictures: int
    replaced: int
    """Texts in which a name was blacked out."""


def without_people(document: Document) -> CopyWithoutPeople:
    """The copy. The project itself is left as it is."""
    pattern = pattern_of(names_of_people(document))
    kept: list[Record] = []
    counted = dropped = replaced = 0
    for record in document:
        if isinstance(record, TouchpointRatings):
            counts, group = _counted(record, document.get(Round, record.round).minimum_group)
            voices = {voice for name in map_fields(TouchpointRatings) for voice in getattr(record, name)}
            counted += counts is not None
            dropped += counts is None and bool(voices - {GROUP_VOICE})
            kept += [each for each in (counts, group) if each is not None]
        elif not _left_out(record):
            bare = _bare(record)
            clean = blacked_out(bare, pattern)
            replaced += clean is not bare
            kept.append(clean)
    people, pictures = len(document.all(Participant)), len(document.all(Picture))
    project = document.project
    logo = [project.model_copy(update={"logo": ""})] if project.logo else []
    copy = Document(kept)
    return CopyWithoutPeople(copy.evolve([blacked_out(p, pattern) for p in logo]), people, counted, dropped, pictures,
                             replaced)  # fmt: skip


def _left_out(record: Record) -> bool:
    """Records the copy does not have: people, pictures, and what was noted of a name."""
    if isinstance(record, MeasureChange):
        return record.field == "owner_name"
    return isinstance(record, Participant | Picture)


def _bare(record: Record) -> Record:
    """A record whose fields name nobody."""
    values: dict[str, Any] = {name: "" for name in NAMING.get(type(record), ()) if getattr(record, name)}
    if isinstance(record, Idea) and record.author is not None:
        values["author"] = None
    if isinstance(record, Workshop) and record.people:
        values |= {"people": (), "headcount": record.headcount or len(record.people)}
    if isinstance(record, Readiness) and record.waiting < LEAST_SHEETS:
        values |= {"sealed": "", "waiting": 0}
    return record.model_copy(update=values) if values else record


def _counted(ratings: TouchpointRatings, least: int) -> tuple[SurveyCounts | None, TouchpointRatings | None]:
    """The ratings of single people as counts, where enough of them answered; and the voice of the group, if any."""
    fields: dict[str, FrozenMap[str, int]] = {}
    pairs = _tally(_pairs(ratings), least)
    if pairs:
        fields["pairs"] = pairs
    for name in _ALONE:
        answers = [value for voice, value in getattr(ratings, name).items() if voice != GROUP_VOICE]
        found = _tally((_SKIPPED if value is None else str(value) for value in answers), least)
        if found:
            fields[name] = found
    held_by: dict[str, Any] = {"id": new_id(), "round": ratings.round, "touchpoint": ratings.touchpoint, **fields}
    counts = SurveyCounts(**held_by) if fields else None
    group = {
        name: FrozenMap({GROUP_VOICE: held[GROUP_VOICE]} if GROUP_VOICE in (held := getattr(ratings, name)) else {})
        for name in map_fields(TouchpointRatings)
    }
    has_group = any(group.values())
    return counts, ratings.model_copy(update=group) if has_group else None


def _pairs(ratings: TouchpointRatings) -> Iterable[str]:
    voices = dict.fromkeys((*ratings.expectation, *ratings.experience))
    for voice in voices:
        if voice != GROUP_VOICE:
            halves = (ratings.expectation.get(voice), ratings.experience.get(voice))
            yield "|".join(_SKIPPED if half is None else str(half) for half in halves)


def _tally(answers: Iterable[str], least: int) -> FrozenMap[str, int]:
    """How often each answer was given; nothing where fewer people answered than may be told."""
    found = Counter(answers)
    return FrozenMap(dict(sorted(found.items()))) if sum(found.values()) >= least else FrozenMap()
