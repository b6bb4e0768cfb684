"""Which lanes a journey has: one of every kind, and as many of one's own as wanted."""

from __future__ import annotations

from typing import NamedTuple

from cxstudio.model.base import Id
from cxstudio.model.document import Document
from cxstudio.model.journey import LaneSetting
from cxstudio.model.kinds import LaneKind

USUAL_LANES = frozenset(
    {
        LaneKind.TOUCHPOINTS,
        LaneKind.EXPECTATION_EXPERIENCE,
        LaneKind.EMOTION,
        LaneKind.QUOTES,
        LaneKind.HURDLES_OPPORTUNITIES,
        LaneKind.DEPARTMENTS,
        LaneKind.MEASURES,
    }
)
"""Kinds that are shown until a setting says otherwise; the others are hidden until chosen."""

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
        return self.setting.order if self.setting is not None else implied_lane_order(self.kind)

    @property
    def shown(self) -> bool:
        """Whether it is part of the map."""
        return self.setting.shown if self.setting is not None else self.kind in USUAL_LANES


def journey_lanes(document: Document, journey: Id) -> tuple[JourneyLane, ...]:
    """All lanes of a journey, shown or not, from top to bottom."""
    settings = document.having(LaneSetting, "journey", journey)
    known = {s.kind: s for s in settings}
    lanes = [JourneyLane(kind, known.get(kind)) for kind in LaneKind if kind is not LaneKind.OWN]
    lanes += [JourneyLane(LaneKind.OWN, s) for s in settings if s.kind is LaneKind.OWN]
    lanes.sort(key=lambda lane: (lane.order, lane.key))
    return tuple(lanes)


def implied_lane_order(kind: LaneKind) -> str:
    """The place of a lane nobody has moved: the order in which the kinds are declared."""
    return f"a{_PLACES[list(LaneKind).index(kind) * 4]}"


_PLACES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
