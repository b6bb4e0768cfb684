"""Lays out the plan by effort and impact: four quadrants, a numbered mark for each measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil, sqrt
from typing import Final, NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.boards.plan_items import Plan, PlanItem
from cxstudio.layout.boards.schedule_bars import GROUNDS, number_disc
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Placed, Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN, TypeScale
from cxstudio.model import Id
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording.texts import N_, Texts

LOW, HIGH = 1, 7
MIDDLE = (LOW + HIGH) / 2
LISTED_FROM: Final = 640.0
"""From this width (units) on the measures are named beside the plane."""
QUADRANTS: Final = (
    (False, True, N_("Do it now"), Role.DELIGHTING_GROUND, Role.DELIGHTING),
    (True, True, N_("Start a project"), Role.ACCENT_GROUND, Role.ACCENT),
    (False, False, N_("On the side"), Role.OKAY_GROUND, Role.OKAY),
    (True, False, N_("Look at later"), Role.DISAPPOINTING_GROUND, Role.DISAPPOINTING_TEXT),
)
"""Much effort, much impact → what is proposed, on which ground. A measure in the middle stands on the line."""
_R: Final = 11.0
_BLOCK: Final = 16
_AXIS: Final = 18.0
"""Height of a line an axis has of its own, in units."""
_TALLEST: Final = 1.0
"""Height of the plane against its width at most."""


@dataclass(frozen=True, slots=True)
class MatrixStyle:
    """How large it is."""

    width: float
    height: float
    type: TypeScale = SCREEN


class Mark(NamedTuple):
    """Where a measure's mark stands: its middle."""

    item: PlanItem
    x: float
    y: float


@dataclass(frozen=True)
class EffortImpact:
    """A laid-out plane with the marks on it, and below it those nobody has estimated."""

    body: DisplayList
    marks: tuple[Mark, ...] = field(repr=False)
    plane: tuple[float, float, float, float]
    """Left, top, width and height of the plane."""
    style: MatrixStyle
    plan: Plan = field(repr=False, compare=False)

    @property
    def order(self) -> tuple[Id, ...]:
        """Measures in the order of the plan."""
        return tuple(m.item.measure for m in sorted(self.marks, key=lambda m: m.item.number))

    def mark_of(self, measure: Id | None) -> Mark | None:
        """The mark of a measure."""
        return next((m for m in self.marks if m.item.measure == measure), None)

    def mark_at(self, x: float, y: float) -> Mark | None:
        """The mark at a place, the nearest one."""
        reach = self.style.type(_R + 3)
        near = min(self.marks, key=lambda m: (m.x - x) ** 2 + (m.y - y) ** 2, default=None)
        return near if near is not None and (near.x - x) ** 2 + (near.y - y) ** 2 <= reach**2 else None

    def points_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Effort and impact at a place, as whole points; None beside the plane: not estimated."""
        left, top, wide, high = self.plane
        slack = self.style.type(_R)
        if not (left - slack <= x <= left + wide + slack and top - slack <= y <= top + high + slack):
            return None
        effort = LOW + (x - left) / wide * (HIGH - LOW + 1) - 0.5
        impact = HIGH - (y - top) / high * (HIGH - LOW + 1) + 0.5
        return min(max(round(effort), LOW), HIGH), min(max(round(impact), LOW), HIGH)

    def box(self, measure: Id | None) -> tuple[float, float, float, float] | None:
        """Where a measure's mark stands: x, y, width, height."""
        mark, r = self.mark_of(measure), self.style.type(_R)
        return None if mark is None else (mark.x - r, mark.y - r, 2 * r, 2 * r)


def lay_out_effort_impact(plan: Plan, style: MatrixStyle) -> EffortImpact:
    """The plane of a plan; with names beside it where there is room."""
    unit = style.type
    listed = style.width >= unit(LISTED_FROM)
    rest = [i for i in plan.items if i.effort is None or i.impact is None]
    left = unit(8)
    wide = style.width * (0.58 if listed else 1.0) - left - unit(12)
    stacked = _are_stacked(plan.texts, plan.fonts, wide, unit)
    top = unit(24) + (unit(_AXIS) if stacked else 0.0)
    below = unit(24) + (unit(_AXIS) if stacked and not rest else 0.0)
    columns = max(1, int((wide + unit(4)) // unit(2 * _R + 6)))
    tray = unit(26) + ceil(len(rest) / columns) * unit(2 * _R + 6) if rest else 0.0
    high = min(max(style.height - top - below - tray, unit(150)), wide * _TALLEST)
    plane = (left, top, wide, high)
    placed = [*_placed(plan.items, plane, unit), *_waiting(rest, (left, top + high + unit(46), wide), columns, unit)]
    total = top + high + below + tray
    names = _names(plan, left + wide + unit(28), style.width, unit) if listed else ()
    total = max(total, style.height, *(f.y + f.height for f in names))
    plotted = tuple(Placed(m.x - unit(_R), m.y - unit(_R), _mark_of(plan, m.item, unit)) for m in placed)
    body = DisplayList(style.width, total, Frame("effort-impact", 0, 0, style.width, total, (
        _plane_frame(plan.texts, plan.fonts, plane, bool(rest), stacked, unit),
        Frame("marks", 0, 0, left + wide + unit(12), total, (Frame("all", 0, 0, left + wide + unit(12), total,
                                                                   groups=plotted),)),
        Frame("names", 0, 0, style.width, total, names),
    )))  # fmt: skip
    return EffortImpact(body, tuple(placed), plane, style, plan)


def _placed(
    items: Sequence[PlanItem], plane: tuple[float, float, float, float], unit: TypeScale
) -> Iterator[Mark]:  # fmt: skip
    """Marks in the middle of their field; several in one field stand beside each other."""
    left, top, wide, high = plane
    across, down = wide / (HIGH - LOW + 1), high / (HIGH - LOW + 1)
    fields: dict[tuple[int, int], list[PlanItem]] = {}
    for item in items:
        if item.effort is not None and item.impact is not None:
            fields.setdefault((item.effort, item.impact), []).append(item)
    for (effort, impact), found in fields.items():
        row = ceil(sqrt(len(found) * max(across / down, 0.5))) if len(found) > 1 else 1
        rows = ceil(len(found) / row)
        step = min(unit(2 * _R + 2), across / row), min(unit(2 * _R + 2), down / rows)
        for place, item in enumerate(sorted(found, key=lambda i: i.number)):
            x = left + (effort - LOW + 0.5) * across + (place % row - (row - 1) / 2) * step[0]
            y = top + (HIGH - impact + 0.5) * down + (place // row - (rows - 1) / 2) * step[1]
            yield Mark(item, x, y)


def _waiting(
    rest: Sequence[PlanItem], area: tuple[float, float, float], columns: int, unit: TypeScale
) -> Iterator[Mark]:  # fmt: skip
    left, top, _ = area
    step = unit(2 * _R + 6)
    for place, item in enumerate(sorted(rest, key=lambda i: i.number)):
        yield Mark(item, left + unit(_R) + place % columns * step, top + unit(_R) + place // columns * step)


def _mark_of(plan: Plan, item: PlanItem, unit: TypeScale) -> Group:
    over = item.status in (MeasureStatus.DONE, MeasureStatus.DROPPED)
    ink = Role.DISAPPOINTING if item.late else Role.FAINT if over else GROUNDS[item.status][1]
    return _mark(item.measure, item.number, ink, over, plan.fonts, unit)


@cached(2_000)
def _mark(measure: Id, number: int, ink: Role, over: bool, fonts: FontBook, unit: TypeScale) -> Group:
    """A numbered circle, remembered by what it shows."""
    r, style = unit(_R), unit.small_strong
    disc = marks.circle(r, r, r - unit(0.8), fill=Role.SURFACE, stroke=ink, stroke_width=unit(1.8))
    words = text.single(fonts, str(number), style, r, r + style.rise - style.leading / 2,
                        Role.MUTED if over else Role.INK, align=0.5)  # fmt: skip
    return Group(f"mark:{measure}", 2 * r, 2 * r, (disc, words), measure)


@cached(20)
def _plane_frame(
    texts: Texts, fonts: FontBook, plane: tuple[float, float, float, float], tray: bool, stacked: bool, unit: TypeScale
) -> Frame:
    left, top, wide, high = plane
    width, height = left + wide + unit(8), top + high + unit(60)
    group = Group("plane", width, height, tuple(_plane(texts, fonts, plane, tray, stacked, unit)))
    return Frame("plane", 0, 0, width, height, groups=(Placed(0.0, 0.0, group),))


def _axes(texts: Texts) -> tuple[str, str]:
    """What the two axes say: effort, impact."""
    effort, impact = texts.tr("Effort"), texts.tr("Impact")
    return f"{effort} →", f"↑ {impact}"


def _beside(texts: Texts, fonts: FontBook, unit: TypeScale) -> float:
    """Room an axis needs in a line with captions."""
    return max(text.width(fonts, said, unit.small.face, unit.small.size) for said in _axes(texts)) + unit(6)


def _are_stacked(texts: Texts, fonts: FontBook, wide: float, unit: TypeScale) -> bool:
    """Whether the plane is too narrow for axes and captions in one line: the axes then have lines of their own."""
    style, room = unit.small_strong, wide / 2 - 2 * _beside(texts, fonts, unit)
    return any(text.width(fonts, texts.tr(said), style.face, style.size) > room for _, _, said, _, _ in QUADRANTS)


def _plane(
    texts: Texts, fonts: FontBook, plane: tuple[float, float, float, float], tray: bool, stacked: bool, unit: TypeScale
) -> Iterator[Primitive]:
    left, top, wide, high = plane
    half, tall, gap = wide / 2, high / 2, unit(1.5)
    foot, further = top + high + unit(6), unit(_AXIS) if stacked else 0.0
    effort, impact = _axes(texts)
    room = half - 2 * (gap if stacked else _beside(texts, fonts, unit))
    for much_effort, much_impact, caption, ground, ink in QUADRANTS:
        x, y = left + (half if much_effort else 0.0), top + (0.0 if much_impact else tall)
        yield Rect(x + gap, y + gap, half - 2 * gap, tall - 2 * gap, fill=ground, radius=unit(8))
        at = top - unit(6) if much_impact else foot + unit.small.rise  # outside: no mark stands there
        yield text.single(fonts, texts.tr(caption), unit.small_strong, x + half / 2, at, ink, room,
                          align=0.5, meaning=Meaning.HEADING)  # fmt: skip
    under = foot + further + unit.small.rise
    yield text.single(fonts, effort, unit.small, left + wide, under, Role.MUTED, align=1.0)
    yield text.single(fonts, impact, unit.small, left, top - unit(6) - further, Role.MUTED, wide)
    if tray:
        beside = _beside(texts, fonts, unit) if stacked else 0.0
        yield text.single(fonts, texts.tr("Not estimated yet"), unit.small_strong, left,
                          foot + unit(18) + unit.small.rise, Role.MUTED, wide - beside)  # fmt: skip


def _names(plan: Plan, x: float, right: float, unit: TypeScale) -> tuple[Frame, ...]:
    """Number, title and both points of every measure, one below the other, in blocks."""
    room, y, frames = right - x - unit(12), unit(8), []
    listed = sorted(plan.items, key=lambda i: i.number)
    for start in range(0, len(listed), _BLOCK):
        keys = tuple((i.measure, i.number, i.title, _said(plan, i), i.late) for i in listed[start : start + _BLOCK])
        frames.append(_name_block(start, x, y, room, keys, plan.fonts, unit))
        y += frames[-1].height
    return tuple(frames)


def _said(plan: Plan, item: PlanItem) -> str:
    points = (
        plan.texts.tr(said, n=value)
        for said, value in ((N_("Effort {n}"), item.effort), (N_("Impact {n}"), item.impact))
        if value is not None
    )
    return " · ".join(part for part in (*points, item.words) if part)


@cached(200)
def _name_block(
    start: int, x: float, y: float, room: float, keys: tuple[tuple[Id, int, str, str, bool], ...], fonts: FontBook,
    unit: TypeScale,
) -> Frame:  # fmt: skip
    placed, high = [], 0.0
    for key in keys:
        placed.append(Placed(0.0, high, _name(*key, room, fonts, unit)))
        high += placed[-1].group.height
    return Frame(f"from {start}", x, y, room, high, groups=tuple(placed))


@cached(2_000)
def _name(
    measure: Id, number: int, title: str, said: str, late: bool, room: float, fonts: FontBook, unit: TypeScale
) -> Group:
    left, y = unit(32), unit(3)
    role = Role.DISAPPOINTING_TEXT if late else Role.MUTED
    items: list[Primitive] = [*number_disc(number, unit(11), unit(18), unit(_R), fonts, unit)]
    for words, style, ink in ((title, unit.strong, Role.INK), (said, unit.small, role)):
        lines = text.block(fonts, words, style, left, y, room - left, ink)
        items += lines
        y += len(lines) * style.leading
    return Group(f"name:{measure}", room, max(y + unit(4), unit(36)), tuple(items), measure)
