"""Touchpoints picked from the catalogue, each with its channel, put where it belongs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxstudio.edits.journey.journey_edits import LAST, add_stage, add_touchpoint
from cxstudio.edits.people import find_or_add_channel
from cxstudio.model import Id
from cxstudio.model.folding import folded
from cxstudio.model.kinds import ContactKind, RequirementKind
from cxstudio.store import Draft


@dataclass(frozen=True, slots=True)
class Picked:
    """A touchpoint to be made."""

    name: str
    stage: Id | None
    """None: the stage called `stage_name`, made where there is none."""
    stage_name: str = ""
    after: Id | None = LAST
    """Touchpoint it goes behind; LAST: to the end of its stage, None: to the front."""
    channel: str = ""
    """Name of its channel."""
    contact: ContactKind | None = None
    requirement: RequirementKind | None = None
    entry: str = ""
    """Id of the entry it comes from."""


def add_picked(draft: Draft, journey: Id, picked: Iterable[Picked]) -> list[Id]:
    """Make touchpoints in the order given, several behind one touchpoint one after the other; returns their ids."""
    made: list[Id] = []
    behind: dict[tuple[Id, Id | None], Id] = {}
    for each in picked:
        stage = each.stage or _stage_named(draft, journey, each.stage_name)
        place = (stage, each.after)
        after = LAST if each.after == LAST else behind.get(place, each.after)
        channels = (find_or_add_channel(draft, each.channel),) if each.channel else ()
        touchpoint = add_touchpoint(
            draft,
            stage,
            each.name,
            after=after,
            channels=channels,
            contact=each.contact,
            requirement=each.requirement,
            catalogue_entry=each.entry,
        )
        behind[place] = touchpoint
        made.append(touchpoint)
    return made


def _stage_named(draft: Draft, journey: Id, name: str) -> Id:
    for stage in draft.document.stages(journey):
        if folded(stage.name) == folded(name):
            return stage.id
    return add_stage(draft, journey, name)
