"""The touchpoints' names in a slim row: what stays in view when the cards have scrolled away."""

from __future__ import annotations

from functools import partial
from typing import Final, NamedTuple

from cxstudio.analysis.statistics.figure_values import Verdict
from cxstudio.caches import cached
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Placed, Primitive, Rect
from cxstudio.layout.lanes.touchpoint_cards import CardStyle, CardValue, card_value, gap
from cxstudio.layout.map.deferred_groups import LateGroups
from cxstudio.layout.map_scene.lane_scene import MARK_ROLES, Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role

HEIGHT: Final = 46.0
"""Of the row, in screen points: a bar, and two lines of a name."""
_NAME_BEGINS = 18.0
"""Points below the top of its lane a card's name begins to leave the view."""
_BAR, _TOP, _FOOT, _SIGN = 6.0, 13.0, 3.0, 13.0
_SIGNS: Final = {
    Verdict.DISAPPOINTING: ("down", Role.DISAPPOINTING),
    Verdict.DELIGHTING: ("up", Role.DELIGHTING),
}


class NameRow(NamedTuple):
    """The row, and where in the body the cards stand that it takes the place of."""

    names: DisplayList
    """Shares the x of the body."""
    title: str
    top: float
    """The cards' names are out of view where a window begins below this …"""
    bottom: float
    """… or ends above this."""


def name_row(scene: Scene, title: str, top: float, high: float) -> NameRow:
    """The names over the columns of a map whose cards stand in a lane at `top`; laid out when looked at."""
    row = scene.type(HEIGHT)
    frames = []
    for start, stop in scene.blocks:
        left, last = scene.columns[start].x, scene.columns[stop - 1]
        groups = LateGroups(partial(_block, scene, start, stop))
        frames.append(Frame(f"names/{scene.keys[start]}", left, 0.0, last.x + last.width - left, row, (), groups))
    root = Frame("names", 0.0, 0.0, scene.width, row, tuple(frames))
    return NameRow(DisplayList(scene.width, row, root), title, top + scene.type(_NAME_BEGINS), top + high / 2)


def _block(scene: Scene, start: int, stop: int) -> tuple[Placed, ...]:
    high = scene.type(HEIGHT)
    style = CardStyle(scene.fonts, scene.type, scene.style.density, scene.slot - gap(scene), high)
    inset = gap(scene) / 2 + scene.aside
    placed = []
    for i in range(start, stop):
        column, touchpoint = scene.columns[i], scene.touchpoint(i)
        if touchpoint is not None:
            placed.append(Placed(scene.x(i, start) + inset, 0.0, name_cell(card_value(scene, touchpoint), style)))
        elif column.hidden:
            small = scene.type.small_strong
            said, middle = "+" + scene.texts.number(column.hidden), column.width / 2
            count = text.single(scene.fonts, said, small, middle, high / 2 + small.size / 2, Role.MUTED, align=0.5)
            placed.append(Placed(scene.x(i, start), 0.0, Group(f"fold:{column.stage}", column.width, high, (count,))))
    return tuple(placed)


@cached(4_000)
def name_cell(value: CardValue, style: CardStyle) -> Group:
    """One name on two lines with its marks, remembered by what it shows."""
    unit, wide = style.type, style.width
    inset, size = unit(4), unit(_SIGN)
    items: list[Primitive] = []
    end = wide - inset
    sign = _sign(value)
    for name, role in ([sign] if sign is not None else []) + ([("disagree", Role.MUTED)] if value.disagreeing else []):
        end -= size
        items.extend(marks.sign(name, end, unit(1), size, role))
        end -= unit(4)
    bar = Rect(inset, unit(_BAR), max(unit(6), end - inset), unit(3), fill=MARK_ROLES[value.verdict], radius=unit(1.5))
    items.append(marks.hollow(bar, value.uncertain, unit(1)))
    top = unit(_TOP)
    line = unit.strong if wide >= unit(76) else unit.small_strong
    leading = (style.height - top - unit(_FOOT)) / 2
    role = Role.FAINT if value.unnamed else Role.INK
    room = wide - 2 * inset + unit(2)
    items.extend(text.block(style.fonts, value.name, line._replace(leading=leading), inset, top, room, role, 2))
    return Group(f"name:{value.touchpoint}", wide, style.height, tuple(items), value.touchpoint)


def _sign(value: CardValue) -> tuple[str, Role] | None:
    """The one sign that matters most: critical, a strength to keep, else the verdict."""
    if value.critical:
        return "warning", Role.DISAPPOINTING
    if value.stardust:
        return "star", Role.STARDUST
    return None if value.uncertain else _SIGNS.get(value.verdict)
