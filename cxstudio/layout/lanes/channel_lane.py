"""The channels of each touchpoint: online above, offline below, and where customers change from one to another."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Path, Placed, Primitive, Rect
from cxstudio.layout.lanes.lane_kind import Block, Lane, LaneSpec
from cxstudio.layout.lanes.note_stack import room
from cxstudio.layout.lanes.touchpoint_cards import gap
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Channel, Id
from cxstudio.model.kinds import ChannelPlace
from cxstudio.model.known_channels import icon_of
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.wording.fields.field_table import choice_label

_PAD, _BETWEEN = 9.0, 7.0
_WIDE_TRACK, _NARROW_TRACK, _FAR_TRACK = 34.0, 50.0, 11.0
_NARROW = 90.0
"""In narrower cells the name stands below its sign."""
_SIGN, _SIDE = 13.0, 2.5

Places = tuple[ChannelPlace | None, ...]


class StopValue(NamedTuple):
    """Everything a cell of one track shows."""

    key: str
    touchpoint: Id
    icon: str
    names: str
    online: bool
    most: int = 2
    """Lines of the names."""


class ChannelLane(Lane):
    """One track per place, so that online and offline differ by where they stand."""

    kind = LaneKind.CHANNELS
    fixed = True
    kept_right = 52.0

    def height(self, scene: Scene, spec: LaneSpec) -> float:
        count = max(1, len(tracks(scene)))
        if scene.far:
            return scene.type(max(self.least_far, 4 + count * _FAR_TRACK))
        return scene.type(2 * _PAD + (count - 1) * _BETWEEN) + count * _track(scene)

    def bleed(self, scene: Scene) -> float:
        return 0.0 if scene.far else scene.type(_SIGN)

    def edge(self, scene: Scene, start: int, stop: int) -> Hashable:
        return None if scene.far or not start else _channels(scene, start - 1)

    def block(self, scene: Scene, spec: LaneSpec, start: int, stop: int) -> Block:
        groups: list[Placed] = []
        inset, wide = _room(scene)
        for i in range(start, stop):
            stops = _stops(scene, i)
            for track, value in stops:
                y = track_y(scene, track)
                if scene.far:
                    groups.append(Placed(scene.x(i, start), y, _far_stop(scene, value)))
                    continue
                made = stop_group(value, wide, _track(scene), scene.fonts, scene.type)
                groups.append(Placed(scene.x(i, start) + inset, y, made))
            if not scene.far and stops:
                groups.extend(_change(scene, start, i))
        return Block(tuple(groups), self.height(scene, spec))

    def label(self, scene: Scene, height: float) -> tuple[Primitive, ...]:
        if scene.far or len(tracks(scene)) < 2:
            return ()
        small = scene.type.small
        right = scene.style.label_width - scene.type(10)
        return tuple(
            text.single(scene.fonts, scene.texts.tr(choice_label(place)), small, right,
                        track_y(scene, n) + (_track(scene) - small.leading) / 2 + small.rise, Role.MUTED, align=1.0)
            for n, place in enumerate(tracks(scene)) if place is not None
        )  # fmt: skip


def tracks(scene: Scene) -> Places:
    """Which places the project's channels have, top to bottom."""
    return scene.once("channel tracks", lambda: _tracks(scene.document.all(Channel)))


def _tracks(channels: tuple[Channel, ...]) -> Places:
    found = {c.place for c in channels}
    return tuple(place for place in (*ChannelPlace, None) if place in found)


def _room(scene: Scene) -> tuple[float, float]:
    """Where in its column a cell begins, and how wide it is: between two there is room for the sign of a change."""
    inset, wide = room(scene)
    side = scene.type(_SIDE)
    return inset + side, wide - 2 * side


def _track(scene: Scene) -> float:
    usual = scene.type(_NARROW_TRACK if _room(scene)[1] < scene.type(_NARROW) else _WIDE_TRACK)
    return max(usual, scene.once("tallest channel", lambda: _tallest(scene))) if scene.whole else usual


def _tallest(scene: Scene) -> float:
    """Height of a track in which the names of every touchpoint's channels stand to their end."""
    small, wide = scene.type.small, _room(scene)[1]
    narrow = wide < scene.type(_NARROW)
    room_, beside = (wide - scene.type(4), scene.type(19)) if narrow else (wide - scene.type(33), 0.0)
    names = {value.names for i in scene.index.values() for _, value in _stops(scene, i)}
    lines = max((len(text.wrap(scene.fonts, n, small.face, small.size, room_)) for n in names), default=0)
    return beside + lines * small.leading + scene.type(4)


def track_y(scene: Scene, track: int) -> float:
    """Where a track begins."""
    if scene.far:
        return scene.type(4 + track * _FAR_TRACK)
    return scene.type(_PAD + track * _BETWEEN) + track * _track(scene)


def _channels(scene: Scene, i: int) -> tuple[Id, ...]:
    touchpoint = scene.touchpoint(i)
    return touchpoint.channels if touchpoint is not None else ()


def _stops(scene: Scene, i: int) -> list[tuple[int, StopValue]]:
    """What a column shows on which track."""
    touchpoint = scene.columns[i].touchpoint
    found = [c for c in map(scene.document.find, _channels(scene, i)) if isinstance(c, Channel)]
    most = text.UNBOUNDED if scene.whole else 2
    stops = []
    for track, place in enumerate(tracks(scene)):
        here = [c for c in found if c.place is place]
        if here and touchpoint is not None:
            names = ", ".join(" ".join(c.name[:300].split()) for c in here)
            key = f"channel:{place or 'other'}:{touchpoint}"
            online = place is ChannelPlace.ONLINE
            stops.append((track, StopValue(key, touchpoint, icon_of(here[0]), names, online, most)))
    return stops


@cached(10_000)
def stop_group(value: StopValue, wide: float, high: float, fonts: FontBook, unit: TypeScale) -> Group:
    """One cell: sign and name, remembered by what it shows. Offline ones have an outline instead of a ground."""
    edge = unit(1)
    ground = (
        Rect(0, 0, wide, high, fill=Role.ACCENT_GROUND, radius=unit(8))
        if value.online
        else Rect(edge / 2, edge / 2, wide - edge, high - edge, stroke=Role.LINE, stroke_width=edge, radius=unit(8))
    )
    size, small = unit(15), unit.small
    if wide < unit(_NARROW):
        top = unit(4)
        sign = marks.sign(value.icon, (wide - size) / 2, top, size, Role.MUTED)
        lines = text.block(
            fonts, value.names, small, unit(2), top + size, wide - unit(4), Role.INK, value.most, align=0.5
        )
    else:
        sign = marks.sign(value.icon, unit(8), (high - size) / 2, size, Role.MUTED)
        left = unit(8) + size + unit(6)
        shown = len(text.wrap(fonts, value.names, small.face, small.size, wide - left - unit(4), value.most))
        top = (high - shown * small.leading) / 2
        lines = text.block(fonts, value.names, small, left, top, wide - left - unit(4), Role.INK, value.most)
    return Group(value.key, wide, high, (ground, *sign, *lines), value.touchpoint)


def _change(scene: Scene, start: int, i: int) -> list[Placed]:
    """The sign between a column and the one before it, where customers change the channel."""
    before, now = (_channels(scene, i - 1), _channels(scene, i)) if i else ((), ())
    if not before or not now or set(before) & set(now):
        return []
    here = {track for track, _ in _stops(scene, i)}
    there = {track for track, _ in _stops(scene, i - 1)}
    if not here or not there:
        return []
    broken = not here & there
    size = min(scene.type(_SIGN), 2 * _room(scene)[0])
    left = scene.x(i, start) - (size / 2 if i != scene.window[0] else 0.0)
    low, high = min(here | there), max(here | there)
    track = _track(scene)
    if broken:
        top = track_y(scene, low) + track
        tall = track_y(scene, high) - top + 2 * size
        made = break_group(f"channel-change:{scene.keys[i]}", size, tall)
        return [Placed(left, top - size, made)]
    shared = min(here & there)
    sign = marks.sign("handover", 0.0, 0.0, size, Role.MUTED)
    made = Group(f"channel-change:{scene.keys[i]}", size, size, sign)
    return [Placed(left, track_y(scene, shared) + (track - size) / 2, made)]


@cached(2_000)
def break_group(key: str, size: float, tall: float) -> Group:
    """A change between online and offline: an arrow up and one down, over the gap between the tracks."""
    middle = size / 2
    head = size * 0.28
    items: list[Primitive] = [marks.line(middle, head, middle, tall - head, Role.INK, size * 0.1)]
    for y, way in ((0.0, 1), (tall, -1)):
        back = y + way * head * 1.4
        tip = (("M", middle - head, back), ("L", middle, y), ("L", middle + head, back))
        items.append(Path(tip, stroke=Role.INK, stroke_width=size * 0.1))
    return Group(key, size, tall, tuple(items))


def _far_stop(scene: Scene, value: StopValue) -> Group:
    wide, high = scene.slot, scene.type(_FAR_TRACK - 3)
    inset = min(gap(scene), wide / 3) / 2
    square = Rect(inset, 0, wide - 2 * inset, high, fill=Role.ACCENT_LINE if value.online else Role.OKAY)
    return Group(value.key, wide, high, (square,), value.touchpoint)
