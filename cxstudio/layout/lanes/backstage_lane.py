"""The service blueprint: what happens before the customer's eyes, behind them, in systems, and in support."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import partial
from math import inf
from typing import NamedTuple

from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Placed, Primitive
from cxstudio.layout.lanes.lane_kind import Block, Lane, LaneSpec, most_lines
from cxstudio.layout.lanes.note_stack import lines_in, pile, room
from cxstudio.layout.lanes.text_notes import SlipValue, far_speck, frame_of, fullest, slip
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.model import BackstageStep, Id
from cxstudio.model.kinds import BackstageKind
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.placement import placed_at
from cxstudio.wording.texts import N_

ROWS = tuple(BackstageKind)
"""From the customer backwards."""
_NAMES = {
    BackstageKind.FRONT: N_("Visible"),
    BackstageKind.BACK: N_("In the background"),
    BackstageKind.SYSTEM: N_("Systems"),
    BackstageKind.SUPPORT: N_("Support"),
}
_LINES = {
    BackstageKind.FRONT: N_("Line of interaction"),
    BackstageKind.BACK: N_("Line of visibility"),
    BackstageKind.SYSTEM: N_("Line of internal interaction"),
}
"""The line above a row."""
_GROUNDS = {
    BackstageKind.FRONT: Role.ACCENT_GROUND,
    BackstageKind.BACK: Role.OKAY_GROUND,
    BackstageKind.SYSTEM: Role.DEPARTMENT_2,
    BackstageKind.SUPPORT: Role.OKAY_GROUND,
}
_TITLE, _BOTTOM, _PAD, _FAR_ROW, _LEFT, _RIGHT = 30.0, 6.0, 6.0, 10.0, 14.0, 6.0
_LEAST, _LOWEST, _MOST = 36.0, 62.0, 220.0
"""An empty row; one that is fixed low: one line and "+3"; what a row grows to."""


class Row(NamedTuple):
    """One row where it stands in the lane; the line above it, if any, stands at `line`."""

    kind: BackstageKind
    y: float
    height: float
    line: float | None


class BackstageLane(Lane):
    """Four rows with the named lines between them."""

    kind = LaneKind.BACKSTAGE
    fixed = True
    local = False
    title_lines = 1

    def height(self, scene: Scene, spec: LaneSpec) -> float:
        if scene.far:
            return scene.type(8 + len(ROWS) * _FAR_ROW)
        natural = sum(tallest(scene)) + _between(scene)
        return natural if spec.height is None else max(spec.height, _between(scene) + sum(_lowest(scene)))

    def edge(self, scene: Scene, start: int, stop: int) -> Hashable:
        return None if scene.far else tallest(scene)

    def block(self, scene: Scene, spec: LaneSpec, start: int, stop: int) -> Block:
        groups: list[Placed] = []
        height = self.height(scene, spec)
        lined = placed_rows(scene, height)
        wanted = dict(zip(ROWS, (0.0,) * len(ROWS) if scene.far else tallest(scene), strict=True))
        inset, wide = room(scene)
        for i in range(start, stop):
            touchpoint = scene.columns[i].touchpoint
            steps = placed_at(scene.document, BackstageStep, touchpoint) if touchpoint is not None else ()
            if touchpoint is None or not steps:
                continue
            for row in lined:
                slips = [_slip(s, scene.texts.tr("more")) for s in steps if s.kind is row.kind]
                if not slips:
                    continue
                if scene.far:
                    groups.append(Placed(scene.x(i, start), row.y, far_speck(scene, slips[0], touchpoint, 1.0)))
                    continue
                most = most_lines(scene)
                if row.height < wanted[row.kind]:
                    most = lines_in(scene, row.height, frame_of(scene), scene.type.body.leading, _PAD)
                drawn, x = partial(_drawn, scene, wide, most), scene.x(i, start) + inset
                key = f"{spec.key}:{row.kind}"
                limit = inf if scene.whole else row.height
                placed, _ = pile(scene, key, touchpoint, slips, drawn, x, wide, limit, _PAD)
                groups.extend(Placed(p.x, p.y + row.y, p.group) for p in placed)
        return Block(tuple(groups), height)

    def grid(self, scene: Scene, height: float, width: float) -> tuple[Primitive, ...]:
        if scene.far:
            return ()
        lines = []
        for row in placed_rows(scene, height):
            if row.line is not None:
                seen = row.kind is BackstageKind.BACK
                dash = () if seen else (scene.type(5), scene.type(4))
                lines.append(marks.line(0, row.line, width, row.line, Role.MUTED, scene.type(1.6 if seen else 1), dash))
        return tuple(lines)

    def label(self, scene: Scene, height: float) -> tuple[Primitive, ...]:
        if scene.far:
            return ()
        unit = scene.type
        left, wide = unit(_LEFT), scene.style.label_width - unit(_LEFT + _RIGHT)
        items: list[Primitive] = []
        for row in placed_rows(scene, height):
            if row.line is not None:
                small = unit.small
                name = scene.texts.tr(_LINES[row.kind])
                top = row.line - len(_named(scene, row.kind)) * small.leading - unit(1)
                items.extend(text.block(scene.fonts, name, small, left, top, wide, Role.MUTED, 2))
                end = scene.style.label_width
                items.append(marks.line(left, row.line, end, row.line, Role.MUTED, unit(1)))
            strong = unit.small_strong
            name = scene.texts.tr(_NAMES[row.kind])
            items.append(text.single(scene.fonts, name, strong, left, row.y + unit(_PAD) + strong.rise, Role.INK, wide))
        return tuple(items)


def placed_rows(scene: Scene, height: float | None = None) -> tuple[Row, ...]:
    """The rows as they stand in a lane that is so high; None: as high as their content."""
    unit = scene.type
    if scene.far:
        return tuple(Row(kind, unit(4 + n * _FAR_ROW), unit(_FAR_ROW), None) for n, kind in enumerate(ROWS))
    wanted = tallest(scene)
    if height is not None:
        wanted = _stretched(wanted, height - _between(scene), _lowest(scene))
    y = unit(_TITLE)
    found = []
    for kind, high in zip(ROWS, wanted, strict=True):
        y += line_room(scene, kind)
        found.append(Row(kind, y, high, y if kind in _LINES else None))
        y += high
    return tuple(found)


def _between(scene: Scene) -> float:
    """Height of all that is not rows."""
    return scene.type(_TITLE + _BOTTOM) + sum(line_room(scene, kind) for kind in ROWS)


def _lowest(scene: Scene) -> tuple[float, ...]:
    """How low rows may become when the lane is fixed."""
    return tuple(min(wanted, scene.type(_LOWEST)) for wanted in tallest(scene))


def _stretched(wanted: tuple[float, ...], room: float, lowest: tuple[float, ...]) -> tuple[float, ...]:
    """Rows that fill a given height together: the high ones give way first, what is left over goes to all."""
    spare, given = sum(wanted) - sum(lowest), room - sum(lowest)
    if given >= spare:
        return tuple(w + (given - spare) / len(wanted) for w in wanted)
    part = max(given, 0.0) / spare
    return tuple(low + (w - low) * part for w, low in zip(wanted, lowest, strict=True))


def line_room(scene: Scene, kind: BackstageKind) -> float:
    """Room above a row for its line and the line's name."""
    if kind not in _LINES:
        return 0.0
    return scene.once(f"line above {kind}", lambda: len(_named(scene, kind)) * scene.type.small.leading + scene.type(4))


def _named(scene: Scene, kind: BackstageKind) -> tuple[text.Line, ...]:
    small = scene.type.small
    wide = scene.style.label_width - scene.type(_LEFT + _RIGHT)
    return text.wrap(scene.fonts, scene.texts.tr(_LINES[kind]), small.face, small.size, wide, 2)


def tallest(scene: Scene) -> tuple[float, ...]:
    """Per row the height its fullest cell needs, within bounds."""
    return scene.total("backstage", partial(_cells, scene), partial(_tallest, scene))


def _cells(scene: Scene, touchpoint: Id) -> tuple[tuple[SlipValue, ...], ...]:
    """Per row the slips of one touchpoint."""
    steps = placed_at(scene.document, BackstageStep, touchpoint)
    more = scene.texts.tr("more")
    return tuple(tuple(_slip(s, more) for s in steps if s.kind is kind) for kind in ROWS) if steps else _EMPTY


def _tallest(scene: Scene, cells: Iterable[tuple[tuple[SlipValue, ...], ...]]) -> tuple[float, ...]:
    rows = list(zip(*(c for c in cells if c is not _EMPTY), strict=True)) or [()] * len(ROWS)
    return tuple(fullest(scene, row, _PAD, _LEAST, _MOST) for row in rows)


_EMPTY: tuple[tuple[SlipValue, ...], ...] = ((),) * len(ROWS)


def _slip(step: BackstageStep, more: str) -> SlipValue:
    return SlipValue(f"step:{step.id}", step.id, step.text.strip()[:4000], more, ground=_GROUNDS[step.kind])


def _drawn(scene: Scene, wide: float, most: int, value: SlipValue) -> Group:
    return slip(value, wide, most, scene.fonts, scene.type)
