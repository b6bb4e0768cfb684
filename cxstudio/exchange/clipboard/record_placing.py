"""What arrives on a map, copied or read from a list, gets its place: new ids, shared departments and channels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from cxstudio.edits import LAST, add_journey, add_stage
from cxstudio.edits.common import keys_after, last_key
from cxstudio.errors import UserError
from cxstudio.exchange.clipboard.clipboard_format import Clipping
from cxstudio.exchange.clipboard.foreign_references import without_strangers
from cxstudio.model import (
    BackstageStep,
    Channel,
    Department,
    Document,
    Id,
    Journey,
    LaneSetting,
    Note,
    Picture,
    Record,
    Stage,
    Touchpoint,
    TouchpointRatings,
    Transition,
)
from cxstudio.model.kinds import CriticalMark
from cxstudio.model.known_channels import NameBook
from cxstudio.model.rating import SurveyCounts
from cxstudio.model.registry import Shape, ref_fields
from cxstudio.store import Draft
from cxstudio.wording.texts import N_

MOST_TOUCHPOINTS: Final = 5_000
"""Touchpoints of one journey; beyond it nobody finds their way, and every step gets slow."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a map something goes."""

    journey: Id | None
    """None: a new journey is begun."""
    stage: Id | None = None
    """None: a new stage is begun."""
    after: Id | None = LAST
    """The touchpoint before it, LAST, or None for the stage's front."""


def room_in(document: Document, journey: Id | None) -> int:
    """How many more touchpoints a journey can take (None: a new one)."""
    there = len(document.journey_touchpoints(journey)) if journey is not None else 0
    return max(0, MOST_TOUCHPOINTS - there)


def room_for(document: Document, journey: Id | None, count: int) -> None:
    """Raises UserError where a journey cannot take so many more touchpoints."""
    there = len(document.journey_touchpoints(journey)) if journey is not None else 0
    if there + count > MOST_TOUCHPOINTS:
        raise UserError(
            N_("A journey holds at most {most} touchpoints; it has {there}, and {more} more would be too many."),
            N_("Nothing was pasted."),
            N_("Copy fewer, or begin another journey."),
            most=MOST_TOUCHPOINTS,
            there=there,
            more=count,
        )


def paste(draft: Draft, clipping: Clipping, place: Place, pictures: Mapping[str, str]) -> list[Id]:
    """Put copied touchpoints (or whole stages) there; returns their ids. Raises UserError where there is no room.

    `pictures` maps the hash of each picture to what it is called in this project. What was cut here and is not back
    yet comes back as itself.
    """
    room_for(draft.document, place.journey, len(clipping.touchpoints))
    journey = place.journey or add_journey(draft, "")
    pasting = _Pasting(draft, clipping, journey, pictures)
    made = pasting.stages(place.stage) if clipping.stages else pasting.touchpoints(place)
    pasting.belongings()
    draft.create_many(pasting.made)
    if pasting.back:
        _restored(draft, clipping, journey)
    return made


def stand_behind(draft: Draft, kind: type[Channel] | type[Department], records: Iterable[Record]) -> dict[Id, Id]:
    """Departments or channels found by their name, or added; maps the id they had to the one they have here."""
    book = NameBook(kind, draft.document.all(kind))
    here: dict[Id, Id] = {}
    for record in records:
        if isinstance(record, kind):
            found = book.find(record.name)
            if found is None:
                values: dict[str, Any] = {"id": draft.new_id(), "order": last_key(draft.document.all(kind))}
                if isinstance(record, Department):
                    values["merged_into"] = None
                found = draft.create(record.model_copy(update=values)).id
                book.add(record.name, found)
            here[record.id] = found
    return here


class _Pasting:
    """Gathers the records to create, so that the document is looked at once and not for each of them."""

    def __init__(self, draft: Draft, clipping: Clipping, journey: Id, pictures: Mapping[str, str]) -> None:
        self._draft, self._clipping, self._journey, self._pictures = draft, clipping, journey, pictures
        self._here = {
            **stand_behind(draft, Channel, clipping.document.all(Channel)),
            **stand_behind(draft, Department, clipping.document.all(Department)),
        }
        self._document = draft.document
        self.back = bool(clipping.lost) and all(t.id not in self._document for t in clipping.touchpoints)
        self._given: dict[Id, Id] = {}
        self._coming: set[Id] = set()
        self._originals = {r.id: r for r in clipping.lost if isinstance(r, Touchpoint)} if self.back else {}
        self.made: list[Record] = []

    def stages(self, beside: Id | None) -> list[Id]:
        """Whole stages behind another one (None: behind all)."""
        stages = self._clipping.document.all(Stage)
        family = self._document.stages(self._journey)
        keys = keys_after(family, beside or (family[-1].id if family else None), len(stages))
        for stage, order in zip(stages, keys, strict=True):
            self._add(stage, journey=self._journey, order=order)
        for touchpoint in self._clipping.touchpoints:
            self._touchpoint(touchpoint, self._given[touchpoint.stage], touchpoint.order)
        return [self._given[stage.id] for stage in stages]

    def touchpoints(self, place: Place) -> list[Id]:
        """Touchpoints in a row, into one stage."""
        stage = place.stage or add_stage(self._draft, self._journey, "")
        self._document = self._draft.document
        touchpoints = self._clipping.touchpoints
        family = self._document.touchpoints(stage)
        after = (family[-1].id if family else None) if place.after == LAST else place.after
        keys = keys_after(family, after, len(touchpoints))
        for touchpoint, order in zip(touchpoints, keys, strict=True):
            self._touchpoint(touchpoint, stage, order)
        return [self._given[touchpoint.id] for touchpoint in touchpoints]

    def belongings(self) -> None:
        """Notes, steps, pictures and ways between what was pasted."""
        document, given = self._clipping.document, self._given
        lanes: dict[Id | None, Id | None] = {}
        for note in document.all(Note):
            if note.about in given:
                if note.lane not in lanes:
                    lanes[note.lane] = self._lane(document.find(note.lane))
                self._add(note, about=given[note.about], lane=lanes[note.lane])
        for step in document.all(BackstageStep):
            if step.touchpoint in given:
                self._add(step, touchpoint=given[step.touchpoint])
        for picture in document.all(Picture):
            if picture.about in given and picture.asset in self._pictures:
                self._add(picture, about=given[picture.about], asset=self._pictures[picture.asset])
        for way in document.all(Transition):
            if way.source in given and (way.target is None or way.target in given):
                target = None if way.target is None else given[way.target]
                self._add(way, source=given[way.source], target=target)

    def _add(self, record: Record, **values: Any) -> Id:
        free = self.back and record.id not in self._document
        made = self._given[record.id] = record.id if free else self._draft.new_id()
        self._coming.add(made)
        placed = record.model_copy(update={**values, "id": made})
        self.made.append(without_strangers(placed, lambda i: i in self._document or i in self._coming))
        return made

    def _touchpoint(self, source: Touchpoint, stage: Id, order: str) -> None:
        """One touchpoint. A copy is not critical because its original is, as with duplicating."""
        here = self._here
        values: dict[str, Any] = {
            "stage": stage,
            "order": order,
            "channels": tuple(dict.fromkeys(here[i] for i in source.channels if i in here)),
            "departments": tuple(dict.fromkeys(here[i] for i in source.departments if i in here)),
            "accountable": here.get(source.accountable or ""),
        }
        if not self.back:
            values |= {"critical": CriticalMark.BY_RULE, "critical_reason": "", "no_measure_reason": ""}
            values["counterpart"] = _counterpart(self._document, source.id, self._journey)
        self._add(self._originals.get(source.id, source), **values)

    def _lane(self, lane: Record | None) -> Id | None:
        """The journey's own lane of that title, made where there is none."""
        if not isinstance(lane, LaneSetting):
            return None
        family = self._document.having(LaneSetting, "journey", self._journey)
        known = next((s.id for s in family if s.kind is lane.kind and s.title.strip() == lane.title.strip()), None)
        return known or self._add(lane, journey=self._journey, order=last_key(family))


def _counterpart(document: Document, source: Id, journey: Id) -> Id | None:
    """Copied from the as-is journey into the to-be journey derived from it, a touchpoint knows where it came from."""
    origin, target = document.find(source), document.get(Journey, journey)
    known = isinstance(origin, Touchpoint) and document.journey_of(origin).id == target.derived_from
    return source if known else None


def _restored(draft: Draft, clipping: Clipping, journey: Id) -> None:
    """What was cut comes back with its ratings and with what named it, as far as that is still there."""
    for record in clipping.lost:
        if record.id in draft.document or isinstance(record, Touchpoint):
            continue
        if isinstance(record, TouchpointRatings | SurveyCounts):
            shown = draft.document.find(record.round)
            if getattr(shown, "journey", None) != journey:
                continue
        kept = _mended(draft, record)
        if kept is not None:
            draft.create(kept)
    for record_id, name, touchpoint in clipping.links:
        holder = draft.document.find(record_id)
        ref = next((r for r in ref_fields(type(holder)) if r.name == name), None) if holder is not None else None
        if holder is None or ref is None or touchpoint not in draft.document:
            continue
        value = getattr(holder, name)
        if ref.shape is Shape.MANY and touchpoint not in value:
            draft.update(type(holder), record_id, **{name: (*value, touchpoint)})
        elif ref.shape is Shape.ONE and value is None:
            draft.update(type(holder), record_id, **{name: touchpoint})


def _mended(draft: Draft, record: Record) -> Record | None:
    """The record without what is gone; None where it means nothing any more."""
    document = draft.document
    owners = (target for ref in ref_fields(type(record)) if ref.owner for target in ref.targets(record))
    if any(owner not in document for owner in owners):
        return None
    return without_strangers(record, document.__contains__)
