"""Which lanes of a journey are shown, in which order."""

from __future__ import annotations

from cxstudio.layout.lanes import LANES
from cxstudio.layout.lanes.base import LaneSpec
from cxstudio.layout.scene import Scene
from cxstudio.model import LaneSetting
from cxstudio.model.journey import implied_lane_order
from cxstudio.model.kinds import LaneKind
from cxstudio.wording.fields import choice_label


def lanes_of(scene: Scene) -> tuple[LaneSpec, ...]:
    """The lanes to lay out: the style's choice, else what the journey's settings say, else every kind we know."""
    settings = {s.kind: s for s in scene.document.having(LaneSetting, "journey", scene.journey)}
    chosen = scene.style.lanes
    if chosen is not None:
        return tuple(_spec(scene, kind, settings.get(kind), ignore=True) for kind in chosen if kind in LANES)
    shown = [k for k in LANES if k not in settings or settings[k].shown]
    shown.sort(key=lambda k: settings[k].order if k in settings else implied_lane_order(k))
    return tuple(_spec(scene, kind, settings.get(kind), ignore=scene.style.paper) for kind in shown)


def _spec(scene: Scene, kind: LaneKind, setting: LaneSetting | None, *, ignore: bool) -> LaneSpec:
    """`ignore` leaves out heights and folding chosen for the screen."""
    title = (setting.title if setting else "") or scene.texts.tr(choice_label(kind))
    title = title.replace(" −", "\u00a0−").replace(" +", "\u00a0+")
    if setting is None:
        return LaneSpec(f"lane:{kind}", kind, title)
    if ignore:
        return LaneSpec(f"lane:{kind}", kind, title, setting=setting.id)
    return LaneSpec(f"lane:{kind}", kind, title, setting.height, setting.collapsed, setting.id)
