"""The storyboard: pictures of the touchpoints with the words that stand for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from math import inf
from typing import NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.display.display_list import Group, Picture, Primitive, Rect
from cxstudio.layout.lanes.lane_kind import LaneSpec
from cxstudio.layout.lanes.note_stack import BETWEEN, PAD, PiledLane, renamed, room, speck
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id
from cxstudio.model import Picture as PictureRecord
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.placement import placed_at

SHAPE = 0.72
"""Height of a thumbnail as a part of its width."""
_LINES = 2


class ThumbValue(NamedTuple):
    """Everything a thumbnail shows."""

    picture: Id
    asset: str
    words: str
    spoken: str
    width: float
    most: int = 2
    """Lines its words may take."""


class PictureLane(PiledLane[PictureRecord]):
    """Thumbnails; a picture stands whole in its frame."""

    kind = LaneKind.PICTURES
    names = True
    least = 56.0

    def height(self, scene: Scene, spec: LaneSpec) -> float | None:
        found = super().height(scene, spec)
        return found if found is None or scene.far else max(found, self._one(scene))

    def _one(self, scene: Scene) -> float:
        """Height one picture needs with its words, and how many more there are."""
        unit, (_, wide) = scene.type, room(scene)
        return wide * SHAPE + unit(2 + 2 * PAD + BETWEEN) + (_LINES + 1) * unit.small.leading

    def limit(self, scene: Scene, spec: LaneSpec) -> float:
        """Two pictures, whatever the width of a column."""
        return inf if scene.whole else self.height(scene, spec) or 2 * self._one(scene)

    def things(self, scene: Scene, spec: LaneSpec, touchpoint: Id) -> Sequence[PictureRecord]:
        return placed_at(scene.document, PictureRecord, touchpoint)

    def specks(self, scene: Scene, touchpoint: Id, things: Sequence[PictureRecord]) -> Sequence[Group]:
        first = things[0].id
        return (renamed(speck(scene, first, touchpoint, Role.MUTED), f"picture:{first}"),)

    def drawing(self, scene: Scene, touchpoint: Id, wide: float, limit: float) -> Callable[[PictureRecord], Group]:
        return partial(_drawn, scene, wide, scene.name_of(touchpoint))


def _drawn(scene: Scene, wide: float, name: str, picture: PictureRecord) -> Group:
    most = text.UNBOUNDED if scene.whole else _LINES
    words = " ".join(picture.alternative_text[:2000].split())
    return thumb(ThumbValue(picture.id, picture.asset, words, words or name, wide, most), scene.fonts, scene.type)


@cached(4_000)
def thumb(value: ThumbValue, fonts: FontBook, unit: TypeScale) -> Group:
    """One picture in its frame, remembered by what it shows."""
    wide, high = value.width, value.width * SHAPE
    edge = unit(3)
    frame = Rect(
        0.5, 0.5, wide - 1, high - 1, fill=Role.SURFACE, stroke=Role.LINE, stroke_width=unit(1), radius=unit(6)
    )
    shown = Picture(edge, edge, wide - 2 * edge, high - 2 * edge, value.asset, value.spoken)
    small = unit.small
    words: tuple[Primitive, ...] = ()
    if value.words:
        lines = text.block(fonts, value.words, small, unit(2), high + unit(2), wide - unit(4), Role.MUTED, value.most)
        high += unit(2) + len(lines) * small.leading
        words = lines
    return Group(f"picture:{value.picture}", wide, high, (frame, shown, *words), value.picture)
