"""How many cases a touchpoint has, how many complain, how long it takes and how long one waits."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import partial
from typing import NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.display.display_list import Group, Placed, Primitive, Rect
from cxstudio.layout.lanes.lane_kind import Block, Lane, LaneSpec
from cxstudio.layout.lanes.note_stack import room
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id, Touchpoint
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.wording.durations import amount, span_of
from cxstudio.wording.texts import N_

Amounts = tuple[float | None, ...]

ROWS = (
    ("cases_per_month", N_("Cases per month"), Role.OKAY),
    ("complaints_per_month", N_("Complaints"), Role.DISAPPOINTING),
    ("duration_minutes", N_("Duration"), Role.OKAY),
    ("waiting_minutes", N_("Waiting time"), Role.OKAY),
)
"""Field of the touchpoint, what the row is called, colour of its bars."""
_FIELDS = tuple(field for field, _, _ in ROWS)
_TOP, _ROW, _BAR, _BOTTOM = 31.0, 24.0, 4.0, 8.0
_NOTHING: Amounts = (None,) * len(ROWS)


class VolumeValue(NamedTuple):
    """Everything a cell shows: per row its number in words and its share of the largest."""

    touchpoint: Id
    rows: tuple[tuple[str, float, Role], ...]


class VolumeLane(Lane):
    """Four rows of numbers with bars; rows nobody filled are left out."""

    kind = LaneKind.VOLUME
    fixed = True
    local = False
    title_lines = 1

    def height(self, scene: Scene, spec: LaneSpec) -> float:
        if scene.far:
            return scene.type(36)
        rows = max(1, len(shown_rows(scene)))
        return max(scene.type(_TOP + rows * _ROW + _BOTTOM), spec.height or 0.0)

    def edge(self, scene: Scene, start: int, stop: int) -> Hashable:
        return largest(scene)

    def block(self, scene: Scene, spec: LaneSpec, start: int, stop: int) -> Block:
        height = self.height(scene, spec)
        inset, wide = room(scene)
        most, rows = largest(scene), shown_rows(scene)
        groups = []
        for i in range(start, stop):
            touchpoint = scene.columns[i].touchpoint
            amounts = _amounts(scene, touchpoint) if touchpoint is not None else _NOTHING
            if touchpoint is None or amounts == _NOTHING:
                continue
            if scene.far:
                if amounts[0] is not None:
                    share = _share(amounts[0], most[0])
                    groups.append(Placed(scene.x(i, start), 0.0, _far_bar(scene, touchpoint, share, height)))
                continue
            shown = tuple((*_shown(scene, n, amounts[n], most[n]), ROWS[n][2]) for n in rows)
            made = cell(VolumeValue(touchpoint, shown), wide, height, scene.fonts, scene.type)
            groups.append(Placed(scene.x(i, start) + inset, 0.0, made))
        return Block(tuple(groups), height)

    def label(self, scene: Scene, height: float) -> tuple[Primitive, ...]:
        if scene.far:
            return ()
        unit, small = scene.type, scene.type.small
        left = unit(14)
        wide = scene.style.label_width - left - unit(8)
        return tuple(
            text.single(scene.fonts, scene.texts.tr(ROWS[n][1]), small, left, unit(_TOP + at * _ROW) + small.rise,
                        Role.MUTED, wide)
            for at, n in enumerate(shown_rows(scene))
        )  # fmt: skip


def _amounts(scene: Scene, touchpoint: Id) -> Amounts:
    """A touchpoint's numbers."""
    found = scene.document.find(touchpoint)
    return tuple(getattr(found, f) for f in _FIELDS) if isinstance(found, Touchpoint) else _NOTHING


def largest(scene: Scene) -> tuple[float, ...]:
    """Per row the largest number of the journey, 0 where there is none."""
    return scene.total("volume", partial(_amounts, scene), _largest)


def _largest(amounts: Iterable[Amounts]) -> tuple[float, ...]:
    rows = zip(*amounts, strict=True)
    return tuple(max((v for v in row if v is not None), default=0.0) for row in rows) or (0.0,) * len(ROWS)


def shown_rows(scene: Scene) -> tuple[int, ...]:
    """Numbers of the rows somebody filled."""
    return tuple(n for n, most in enumerate(largest(scene)) if most > 0)


def _share(value: float, most: float) -> float:
    return value / most if most > 0 else 0.0


def _shown(scene: Scene, row: int, value: float | None, most: float) -> tuple[str, float]:
    if value is None:
        return "", 0.0
    said = amount(value, scene.texts) if row < 2 else span_of(value, scene.texts)
    return said, _share(value, most)


@cached(10_000)
def cell(value: VolumeValue, wide: float, high: float, fonts: FontBook, unit: TypeScale) -> Group:
    """The numbers of one touchpoint, remembered by what they show."""
    items: list[Primitive] = []
    style = unit.small_strong
    left = unit(8 if wide >= unit(84) else 4)
    room_ = wide - 2 * left
    for n, (said, share, role) in enumerate(value.rows):
        if not said:
            continue
        y = unit(_TOP + n * _ROW)
        items.append(text.single(fonts, said, style, left, y + style.rise, Role.INK, wide - left))
        y += style.leading + unit(1)
        items.append(Rect(left, y, room_, unit(_BAR), fill=Role.OKAY_GROUND, radius=unit(_BAR) / 2))
        if share > 0:
            items.append(Rect(left, y, max(unit(_BAR), room_ * share), unit(_BAR), fill=role, radius=unit(_BAR) / 2))
    return Group(f"volume:{value.touchpoint}", wide, high, tuple(items), value.touchpoint)


def _far_bar(scene: Scene, touchpoint: Id, share: float, high: float) -> Group:
    wide = scene.slot
    between = min(2.0, wide * 0.25)
    tall = max(1.0, (high - scene.type(8)) * share)
    bar = Rect(between / 2, high - scene.type(4) - tall, wide - between, tall, fill=Role.OKAY)
    return Group(f"volume:{touchpoint}", wide, high, (bar,), touchpoint)
