"""Lanes with one paragraph a touchpoint: a cell near by, a speck from far away."""

from __future__ import annotations

from abc import abstractmethod

from cxstudio.layout.display.display_list import Group, Placed
from cxstudio.layout.lanes.lane_kind import Block, LaneSpec, TextLane
from cxstudio.layout.lanes.note_stack import PAD, room, speck
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.look.roles import Role
from cxstudio.model import Touchpoint


class ParagraphLane(TextLane):
    """A kind of lane says which touchpoints have a paragraph, how it looks, and the colour of its speck."""

    least = 48.0
    lowest = 106.0

    @abstractmethod
    def says(self, touchpoint: Touchpoint) -> bool:
        """Whether the touchpoint has anything to show here."""

    @abstractmethod
    def paragraph(self, scene: Scene, touchpoint: Touchpoint, wide: float, most: float) -> Group:
        """The cell, so many points wide and at most so many high."""

    def speck_role(self, scene: Scene, touchpoint: Touchpoint) -> Role:
        """What the cell looks like from far away."""
        return Role.MUTED

    def block(self, scene: Scene, spec: LaneSpec, start: int, stop: int) -> Block:
        groups: list[Placed] = []
        tallest = 0.0
        pad = scene.type(PAD)
        most = self.limit(scene, spec) - 2 * pad
        inset, wide = room(scene)
        for i in range(start, stop):
            touchpoint = scene.touchpoint(i)
            if touchpoint is None or not self.says(touchpoint):
                continue
            x = scene.x(i, start)
            if scene.far:
                mark = speck(scene, touchpoint.id, touchpoint.id, self.speck_role(scene, touchpoint))
                key = f"{self.kind.value}:{touchpoint.id}"
                groups.append(Placed(x, 0.0, Group(key, mark.width, mark.height, mark.items, touchpoint.id)))
                continue
            group = self.paragraph(scene, touchpoint, wide, most)
            groups.append(Placed(x + inset, pad, group))
            tallest = max(tallest, group.height + 2 * pad)
        return Block(tuple(groups), scene.type(self.least_far) if scene.far else tallest)
