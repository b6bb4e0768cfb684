"""Lanes: which are shown, in which order, how high, and those of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from cxstudio.edits.measures.measure_edits import add_measure
from cxstudio.edits.notes import add_note, add_step
from cxstudio.model import BackstageStep, Id, Journey, LaneSetting, Measure, Note
from cxstudio.model.kinds import BackstageKind
from cxstudio.model.lane_kinds import LANE_CONTENTS, LaneKind
from cxstudio.model.lanes import JourneyLane, LaneRef, journey_lanes
from cxstudio.store import Draft, key_between

LEAST_HEIGHT: Final = 24.0
"""Lowest height in points a lane can be fixed at."""
MOST_HEIGHT: Final = 1200.0


def set_lane(draft: Draft, journey: Id, lane: LaneRef, **values: Any) -> Id:
    """Change how a lane is shown (height, shown, collapsed, title, order); returns the setting's id."""
    found = _setting(draft, journey, lane)
    if found is not None:
        draft.update(LaneSetting, found.id, **values)
        return found.id
    draft.get(Journey, journey)
    kind = LaneKind(lane)
    values = {"order": LANE_CONTENTS[kind].order, "shown": LANE_CONTENTS[kind].usual, **values}
    return draft.create(LaneSetting(id=draft.new_id(), journey=journey, kind=kind, **values)).id


def show_lanes(draft: Draft, journey: Id, lanes: Iterable[LaneRef]) -> None:
    """Show several lanes that were hidden."""
    for lane in lanes:
        set_lane(draft, journey, lane, shown=True)


def fix_lane_height(draft: Draft, journey: Id, lane: LaneRef, height: float | None) -> None:
    """Give a lane a height in points, within reason; None lets its content decide again."""
    wanted = None if height is None else min(MOST_HEIGHT, max(LEAST_HEIGHT, height))
    set_lane(draft, journey, lane, height=wanted)


def move_lane(draft: Draft, journey: Id, lane: LaneRef, after: LaneRef | None) -> None:
    """Move a lane right behind another one, shown or not (None: to the top)."""
    rest = [one for one in journey_lanes(draft.document, journey) if one.ref != lane]
    place = next((i for i, one in enumerate(rest) if one.ref == after), -1)
    before = rest[place].order if place >= 0 else None
    following = rest[place + 1].order if place + 1 < len(rest) else None
    set_lane(draft, journey, lane, order=key_between(before, following))


def add_in_lane(draft: Draft, lane: JourneyLane, touchpoint: Id, row: BackstageKind | None = None) -> Id:
    """An empty note, step or measure at a touchpoint, as the lane holds them; `row` is that of the lane of steps."""
    contents = LANE_CONTENTS[lane.kind]
    if contents.record == BackstageStep.__name__:
        return add_step(draft, touchpoint, "", row or BackstageKind.BACK)
    if contents.record == Measure.__name__:
        return add_measure(draft, "", touchpoints=[touchpoint])
    own = lane.setting.id if lane.kind is LaneKind.OWN and lane.setting is not None else None
    return add_note(draft, "", contents.notes[0], touchpoint, lane=own)


def add_own_lane(draft: Draft, journey: Id, title: str = "") -> Id:
    """A lane of one's own below all others; returns the id of its setting."""
    draft.get(Journey, journey)
    lowest = journey_lanes(draft.document, journey)[-1].order
    order = key_between(lowest, None)
    made = LaneSetting(id=draft.new_id(), journey=journey, kind=LaneKind.OWN, title=title, order=order)
    return draft.create(made).id


def remove_own_lane(draft: Draft, setting: Id) -> None:
    """Remove a lane of one's own and the notes in it."""
    draft.get(LaneSetting, setting)
    for note in draft.document.having(Note, "lane", setting):
        draft.remove(note.id)
    draft.remove(setting)


def _setting(draft: Draft, journey: Id, lane: LaneRef) -> LaneSetting | None:
    found: list[JourneyLane] = [one for one in journey_lanes(draft.document, journey) if one.ref == lane]
    if found:
        return found[0].setting
    return None if lane in list(LaneKind) else draft.get(LaneSetting, lane)
