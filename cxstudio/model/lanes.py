"""Which lanes a journey has, one of every kind and as many of one's own as wanted, and what stands in them."""

from __future__ import annotations

from typing import NamedTuple

from cxstudio.model.base import Id, Record
from cxstudio.model.document import Document
from cxstudio.model.journey import LaneSetting, Note
from cxstudio.model.lane_kinds import LANE_CONTENTS, LaneKind
from cxstudio.model.placement import placed_at
from cxstudio.model.registry import BY_NAME

LaneRef = LaneKind | Id
"""What edits call a lane: its kind, or the id of its setting for a lane of one's own."""


class JourneyLane(NamedTuple):
    """One lane of a journey, shown or not."""

    kind: LaneKind
    setting: LaneSetting | None
    """None: nobody has changed anything about it."""

    @property
    def key(self) -> str:
        """ "lane:<kind>", for lanes of one's own "lane:own:<setting id>"."""
        own = self.setting.id if self.kind is LaneKind.OWN and self.setting is not None else None
        return f"lane:{self.kind}" if own is None else f"lane:{self.kind}:{own}"

    @property
    def ref(self) -> LaneRef:
        """What edits call it."""
        return self.setting.id if self.kind is LaneKind.OWN and self.setting is not None else self.kind

    @property
    def order(self) -> str:
        """Its place among the lanes."""
        return self.setting.order if self.setting is not None else LANE_CONTENTS[self.kind].order

    @property
    def shown(self) -> bool:
        """Whether it is part of the map."""
        return self.setting.shown if self.setting is not None else LANE_CONTENTS[self.kind].usual


def journey_lanes(document: Document, journey: Id) -> tuple[JourneyLane, ...]:
    """All lanes of a journey, shown or not, from top to bottom."""
    settings = document.having(LaneSetting, "journey", journey)
    known = {s.kind: s for s in settings}
    lanes = [JourneyLane(kind, known.get(kind)) for kind in LaneKind if kind is not LaneKind.OWN]
    lanes += [JourneyLane(LaneKind.OWN, s) for s in settings if s.kind is LaneKind.OWN]
    lanes.sort(key=lambda lane: (lane.order, lane.key))
    return tuple(lanes)


def records_in(document: Document, kind: LaneKind, touchpoint: Id, setting: Id | None = None) -> tuple[Record, ...]:
    """What stands at a touchpoint in a lane, from top to bottom; of lanes of one's own in that one, or in any."""
    contents = LANE_CONTENTS[kind]
    if not contents.record:
        return ()
    found = placed_at(document, BY_NAME[contents.record], touchpoint)
    if not contents.notes or not found:
        return found
    notes = (n for n in found if isinstance(n, Note) and n.kind in contents.notes)
    return tuple(n for n in notes if setting is None or kind is not LaneKind.OWN or n.lane == setting)
