"""To-be journeys: derived from the as-is, and the values one wants to reach there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from cxstudio.edits.common import O, last_key
from cxstudio.edits.rating.rating_edits import check_value, start_round
from cxstudio.model import (
    GROUP_VOICE,
    BackstageStep,
    FrozenMap,
    Id,
    Journey,
    LaneSetting,
    Note,
    Record,
    Round,
    Stage,
    Touchpoint,
    TouchpointRatings,
    Transition,
)
from cxstudio.model.kinds import CriticalMark, JourneyKind, NoteKind, RoundKind
from cxstudio.store import Draft, keys_between

_JUDGED: Final[dict[str, Any]] = {
    "critical": CriticalMark.BY_RULE,
    "critical_reason": "",
    "no_measure_reason": "",
    "shortlist": None,
}
"""What the group said about today is no word about tomorrow."""


def derive_journey(draft: Draft, journey: Id, title: str = "") -> Id:
    """A to-be journey from a journey as it stands; returns its id.

    Stages and touchpoints know their counterpart; ways, steps behind them, lanes and the texts in lanes of one's own
    come along. Ratings, quotes, hurdles and measures belong to today and stay there.
    """
    source = draft.get(Journey, journey)
    made = draft.new_id()
    order = last_key(draft.document.all(Journey))
    values = {"id": made, "title": title or source.title, "order": order, "shown_round": None}
    copied: list[Record] = [
        source.model_copy(update=values | {"kind": JourneyKind.TO_BE, "derived_from": journey}),
    ]
    twins: dict[Id, Id] = {}
    for stage in _told_apart(draft.document.stages(journey)):
        twins[stage.id] = draft.new_id()
        copied.append(stage.model_copy(update={"id": twins[stage.id], "journey": made, "counterpart": stage.id}))
        copied += _touchpoints(draft, stage, twins)
    for lane in _told_apart(draft.document.having(LaneSetting, "journey", journey)):
        twins[lane.id] = draft.new_id()
        copied.append(lane.model_copy(update={"id": twins[lane.id], "journey": made, "overlaid": ()}))
    copied += _hanging_on(draft, journey, twins)
    draft.create_many(copied)
    return made


def _told_apart(family: Sequence[O]) -> Sequence[O]:
    """Siblings in their order; where ids decided it, which copies do not share, they get keys of their own."""
    if len({one.order for one in family}) == len(family):
        return family
    keys = keys_between(None, None, len(family))
    return [one.model_copy(update={"order": key}) for one, key in zip(family, keys, strict=True)]


def _touchpoints(draft: Draft, stage: Stage, twins: dict[Id, Id]) -> list[Touchpoint]:
    made = []
    for touchpoint in _told_apart(draft.document.touchpoints(stage.id)):
        twins[touchpoint.id] = draft.new_id()
        values = {"id": twins[touchpoint.id], "stage": twins[stage.id], "counterpart": touchpoint.id}
        made.append(touchpoint.model_copy(update=values | _JUDGED))
    return made


def _hanging_on(draft: Draft, journey: Id, twins: Mapping[Id, Id]) -> list[Record]:
    """Ways, steps behind and texts of own lanes, hung on the new touchpoints."""
    made: list[Record] = []
    for touchpoint in draft.document.journey_touchpoints(journey):
        for way in draft.document.having(Transition, "source", touchpoint.id):
            target = twins.get(way.target) if way.target is not None else None
            if way.target is None or target is not None:
                values = {"id": draft.new_id(), "source": twins[touchpoint.id], "target": target}
                made.append(way.model_copy(update=values))
        for step in _told_apart(draft.document.having(BackstageStep, "touchpoint", touchpoint.id)):
            made.append(step.model_copy(update={"id": draft.new_id(), "touchpoint": twins[touchpoint.id]}))
        for note in _told_apart(draft.document.having(Note, "about", touchpoint.id)):
            lane = twins.get(note.lane) if note.lane is not None else None
            if note.kind is NoteKind.LANE and lane is not None:
                values = {"id": draft.new_id(), "about": twins[touchpoint.id], "lane": lane}
                made.append(note.model_copy(update=values))
    return made


def target_round(draft: Draft, journey: Id, begin: Mapping[Id, Mapping[str, int]] | None = None, **values: Any) -> Id:
    """The journey's newest round of target values, shown from now on; started when there is none.

    A round that is started begins with the values of `begin`: touchpoint → figure → value on the round's scale.
    Raises ValueError for one off the scale.
    """
    known = [r for r in draft.document.having(Round, "journey", journey) if r.kind is RoundKind.TARGET]
    round_id = known[-1].id if known else start_round(draft, journey, kind=RoundKind.TARGET, **values)
    if not known:
        draft.create_many(_begun(draft, draft.get(Round, round_id), begin or {}))
    draft.update(Journey, journey, shown_round=round_id)
    return round_id


def _begun(draft: Draft, about: Round, begin: Mapping[Id, Mapping[str, int]]) -> list[TouchpointRatings]:
    made = []
    for touchpoint, figures in begin.items():
        for figure, value in figures.items():
            check_value(about, figure, value)
        maps: dict[str, Any] = {figure: FrozenMap({GROUP_VOICE: value}) for figure, value in figures.items()}
        made.append(TouchpointRatings(id=draft.new_id(), round=about.id, touchpoint=touchpoint, **maps))
    return made


def show_over(draft: Draft, lane: Id, round_id: Id, on: bool) -> None:
    """Draw a round's values over those of the round shown in a lane, or no longer."""
    known = draft.get(LaneSetting, lane).overlaid
    rest = tuple(i for i in known if i != round_id)
    draft.update(LaneSetting, lane, overlaid=(*rest, round_id) if on else rest)
