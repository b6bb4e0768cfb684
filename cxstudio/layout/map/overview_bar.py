"""The overview strip: the whole journey at a glance, a bar of delta per touchpoint, stages and critical marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import NamedTuple

from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.statistics.figure_values import RoundFigures, TouchpointFigures
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Placed, Primitive, Rect
from cxstudio.layout.map_scene.lane_scene import MARK_ROLES
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN
from cxstudio.model import Document, Id, Touchpoint
from cxstudio.wording.texts import Texts

HEIGHT = 64.0
NAMES, MARKS = 16.0, 12.0
_MARK = 9.0
_LEAST_NAME = 26.0
_NARROWEST = 2.0
_LEFT = 4.0
_EMPTY = 60.0
"""A stage without touchpoints is at least this wide …"""
_MOST_EMPTY = 0.3
"""… unless all of them together would take more than this share of the strip."""


class StageShare(NamedTuple):
    """The part of the strip that belongs to a stage."""

    stage: Id
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class OverviewLayout:
    """The strip, and where in it each touchpoint stands (also those folded away on the map)."""

    picture: DisplayList
    touchpoints: tuple[Id, ...]
    stages: tuple[StageShare, ...]
    step: float
    """Points per touchpoint."""
    edges: tuple[float, ...] = field(repr=False)
    """Left edge of each touchpoint's share."""
    _places: dict[Id, int] = field(repr=False, compare=False)

    def x_of(self, touchpoint: Id) -> float | None:
        """Left edge of a touchpoint's share of the strip."""
        place = self._places.get(touchpoint)
        return None if place is None else self.edges[place]

    def stepping_back(self, matches: Collection[Id]) -> tuple[StageShare, ...]:
        """Parts of the strip of which nothing is meant, neighbours joined; named by the stage of none."""
        parts: list[StageShare] = []
        for touchpoint, x in zip(self.touchpoints, self.edges, strict=True):
            if touchpoint in matches:
                continue
            if parts and parts[-1].x + parts[-1].width >= x - 0.01:
                parts[-1] = StageShare("", parts[-1].x, x + self.step - parts[-1].x)
            else:
                parts.append(StageShare("", x, self.step))
        return tuple(parts)

    def touchpoint_at(self, x: float) -> Id | None:
        """The touchpoint at x, the last one before it in a stage without any; the first one ahead of all."""
        if not self.touchpoints:
            return None
        return self.touchpoints[max(0, bisect_right(self.edges, x) - 1)]


def lay_out_overview(
    document: Document,
    journey: Id,
    figures: RoundFigures | None,
    texts: Texts,
    width: float,
    height: float = HEIGHT,
    fonts: FontBook | None = None,
) -> OverviewLayout:
    """Lay out the strip over a width. Bars narrower than a point are gathered, the worst and the best are kept."""
    fonts = fonts or font_book()
    inside = [(stage, document.touchpoints(stage.id)) for stage in document.stages(journey)]
    touchpoints = [t for _, row in inside for t in row]
    step, empty = _widths(len(touchpoints), sum(not row for _, row in inside), width - 2 * _LEFT)
    shares: list[StageShare] = []
    edges: list[float] = []
    x = _LEFT
    for stage, row in inside:
        edges.extend(x + i * step for i in range(len(row)))
        shares.append(StageShare(stage.id, x, len(row) * step if row else empty))
        x += shares[-1].width
    names = [stage.name for stage, _ in inside]
    pictures = (
        ("bars", tuple(_bars(figures, touchpoints, edges, step, width, height))),
        ("stages", _stages(fonts, texts, names, shares, height)),
        ("critical", tuple(_critical(figures, touchpoints, edges, step, height))),
    )
    groups = tuple(Placed(0.0, 0.0, Group(f"overview:{key}", width, height, items)) for key, items in pictures)
    picture = DisplayList(width, height, Frame("overview", 0, 0, width, height, groups=groups))
    ids = tuple(t.id for t in touchpoints)
    return OverviewLayout(picture, ids, tuple(shares), step, tuple(edges), {t: i for i, t in enumerate(ids)})


def _widths(touchpoints: int, empty: int, room: float) -> tuple[float, float]:
    """Points per touchpoint and per stage without any: the same, but for such a stage enough to be seen."""
    step = room / max(touchpoints + empty, 1)
    if not empty or not touchpoints or step >= _EMPTY:
        return step, step
    wide = min(_EMPTY, room * _MOST_EMPTY / empty)
    return ((room - empty * wide) / touchpoints, wide) if wide > step else (step, step)


def _bars(
    figures: RoundFigures | None,
    touchpoints: list[Touchpoint],
    edges: list[float],
    step: float,
    width: float,
    height: float,
) -> list[Primitive]:
    top, bottom = NAMES, height - MARKS
    deltas = _gathered(figures, touchpoints, edges, step)
    best = max((_delta(high) for _, high in deltas.values()), default=0.0)
    worst = max((-_delta(low) for low, _ in deltas.values()), default=0.0)
    reach = max(best + worst, 1.0)
    best += (reach - best - worst) / 2
    zero = top + (bottom - top) * best / reach
    items: list[Primitive] = [marks.line(_LEFT, zero, width - _LEFT, zero, Role.LINE)]
    wide = max(step, _NARROWEST)
    bar = max(min(wide - min(1.5, wide * 0.3), 9.0), 1.0)
    for edge, ends in deltas.items():
        x = edge + (wide - bar) / 2
        for found in ends:
            if found is not None:
                high = abs(_delta(found)) / reach * (bottom - top)
                role = MARK_ROLES[found.verdict] if found.possible else Role.OKAY
                drawn = Rect(x, zero - high if _delta(found) > 0 else zero, bar, high, fill=role, fill_opacity=0.6)
                items.append(marks.hollow(drawn, found.uncertain, 1.0))
    return items


def _delta(figures: TouchpointFigures | None) -> float:
    return 0.0 if figures is None or figures.delta is None else figures.delta.mean


_Ends = tuple[TouchpointFigures | None, TouchpointFigures | None]


def _gathered(
    figures: RoundFigures | None, touchpoints: list[Touchpoint], edges: list[float], step: float
) -> dict[float, _Ends]:
    """Left edge of a bar → the touchpoints of the lowest delta below zero and the highest above it there."""
    deltas: dict[float, _Ends] = {}
    if figures is None:
        return deltas
    for touchpoint, edge in zip(touchpoints, edges, strict=True):
        found = figures.of(touchpoint.id)
        if found is None or found.delta is None:
            continue
        at = edge if step >= _NARROWEST else _LEFT + int((edge - _LEFT) / _NARROWEST) * _NARROWEST
        low, high = deltas.get(at, (None, None))
        low = found if _delta(found) < _delta(low) else low
        deltas[at] = (low, found if _delta(found) > _delta(high) else high)
    return deltas


def _stages(
    fonts: FontBook, texts: Texts, names: list[str], shares: list[StageShare], height: float
) -> tuple[Primitive, ...]:
    """A line where each stage begins, and its name where its own share has room for it."""
    items: list[Primitive] = []
    small = SCREEN.small
    drawn = -1e9
    for name, share in zip(names, shares, strict=True):
        if share.x - drawn >= 2:
            items.append(marks.line(share.x, 2, share.x, height - MARKS, Role.LINE))
            drawn = share.x
        room = share.width - 8
        if room >= _LEAST_NAME:
            said = " ".join(name[:500].split()) or texts.tr("Untitled stage")
            items.append(text.single(fonts, said, small, share.x + 4, small.size, Role.MUTED, room))
    return tuple(items)


def _critical(
    figures: RoundFigures | None, touchpoints: list[Touchpoint], edges: list[float], step: float, height: float
) -> list[Primitive]:
    items: list[Primitive] = []
    drawn = -1e9
    for touchpoint, edge in zip(touchpoints, edges, strict=True):
        if not is_critical(figures, touchpoint):
            continue
        x = edge + (step - _MARK) / 2
        if x - drawn >= 3:
            drawn = x
            items.extend(marks.sign("up", x, height - MARKS + 1, _MARK, Role.DISAPPOINTING))
    return items
