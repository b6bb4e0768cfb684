"""Which lanes of a journey are shown, in which order."""

from __future__ import annotations

from cxstudio.layout.lanes import LANES
from cxstudio.layout.lanes.lane_kind import LaneSpec
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.lanes import JourneyLane, journey_lanes
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.texts import Texts


def lanes_of(scene: Scene) -> tuple[LaneSpec, ...]:
    """The lanes to lay out: the style's choice, else those the journey shows.

    All own ones stand where their kind is chosen.
    """
    known = [lane for lane in journey_lanes(scene.document, scene.journey) if lane.kind in LANES]
    chosen = scene.style.lanes
    if chosen is None:
        return tuple(_spec(scene, lane, ignore=scene.style.paper or scene.whole) for lane in known if lane.shown)
    wanted = [lane for kind in dict.fromkeys(chosen) for lane in known if lane.kind is kind]
    shown = [lane for lane in wanted if lane.kind is not LaneKind.OWN or lane.shown]
    return tuple(_spec(scene, lane, ignore=True) for lane in shown)


def lane_title(lane: JourneyLane, texts: Texts) -> str:
    """What a lane is called: its own title, else the name of its kind."""
    title = " ".join(lane.setting.title[:2000].split()) if lane.setting is not None else ""
    return title or texts.tr(choice_label(lane.kind))


def _spec(scene: Scene, lane: JourneyLane, *, ignore: bool) -> LaneSpec:
    """`ignore` leaves out heights and folding chosen for the screen."""
    setting = lane.setting
    title = lane_title(lane, scene.texts).replace(" −", "\u00a0−").replace(" +", "\u00a0+")
    if setting is None:
        return LaneSpec(lane.key, lane.kind, title)
    if ignore:
        return LaneSpec(lane.key, lane.kind, title, setting=setting.id)
    return LaneSpec(lane.key, lane.kind, title, setting.height, setting.collapsed, setting.id)
