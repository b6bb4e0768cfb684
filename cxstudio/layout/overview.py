"""The overview strip: the whole journey at a glance, a bar of delta per touchpoint, stages and critical marks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from cxstudio.analysis.results import RoundFigures
from cxstudio.layout import marks, text
from cxstudio.layout.display import DisplayList, Frame, Group, Placed, Primitive, Rect
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN
from cxstudio.model import Document, Id, Stage, Touchpoint
from cxstudio.model.kinds import CriticalMark
from cxstudio.wording.texts import Texts

HEIGHT = 64.0
NAMES, MARKS = 16.0, 12.0
_MARK = 9.0
_LEAST_NAME = 26.0
_NARROWEST = 2.0


@dataclass(frozen=True, slots=True)
class OverviewLayout:
    """The strip, and where in it each touchpoint stands (also those folded away on the map)."""

    picture: DisplayList
    touchpoints: tuple[Id, ...]
    step: float
    """Points per touchpoint."""
    left: float
    _places: dict[Id, int] = field(repr=False, compare=False)

    def x_of(self, touchpoint: Id) -> float | None:
        """Left edge of a touchpoint's share of the strip."""
        place = self._places.get(touchpoint)
        return None if place is None else self.left + place * self.step

    def touchpoint_at(self, x: float) -> Id | None:
        """The touchpoint at x, the nearest one beyond the ends."""
        if not self.touchpoints:
            return None
        return self.touchpoints[min(max(int((x - self.left) / self.step), 0), len(self.touchpoints) - 1)]


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
    left = 4.0
    spans: list[tuple[Stage, int]] = []
    touchpoints: list[Touchpoint] = []
    for stage in document.stages(journey):
        spans.append((stage, len(touchpoints)))
        touchpoints.extend(document.touchpoints(stage.id))
    step = (width - 2 * left) / max(len(touchpoints), 1)
    items: list[Primitive] = [*_bars(figures, touchpoints, left, step, height)]
    groups = [Placed(0.0, 0.0, Group("overview:bars", width, height, tuple(items)))]
    groups.append(
        Placed(
            0.0, 0.0, Group("overview:stages", width, height, _stages(fonts, texts, spans, left, step, width, height))
        )
    )
    critical = tuple(_critical(figures, touchpoints, left, step, height))
    groups.append(Placed(0.0, 0.0, Group("overview:critical", width, height, critical)))
    picture = DisplayList(width, height, Frame("overview", 0, 0, width, height, groups=tuple(groups)))
    ids = tuple(t.id for t in touchpoints)
    return OverviewLayout(picture, ids, step, left, {t: i for i, t in enumerate(ids)})


def _bars(
    figures: RoundFigures | None, touchpoints: list[Touchpoint], left: float, step: float, height: float
) -> list[Primitive]:
    top, bottom = NAMES, height - MARKS
    deltas = _gathered(figures, touchpoints, step)
    best = max((high for _, high in deltas.values()), default=0.0)
    worst = max((-low for low, _ in deltas.values()), default=0.0)
    reach = max(best + worst, 1.0)
    best += (reach - best - worst) / 2
    zero = top + (bottom - top) * best / reach
    items: list[Primitive] = [marks.line(left, zero, left + max(len(touchpoints), 1) * step, zero, Role.LINE)]
    wide = max(step, _NARROWEST)
    bar = max(min(wide - min(1.5, wide * 0.3), 9.0), 1.0)
    for slot, (low, high) in deltas.items():
        x = left + slot * wide + (wide - bar) / 2
        up, down = high / reach * (bottom - top), -low / reach * (bottom - top)
        if high > 0:
            items.append(Rect(x, zero - up, bar, up, fill=Role.DELIGHTING, fill_opacity=0.55))
        if low < 0:
            items.append(Rect(x, zero, bar, down, fill=Role.DISAPPOINTING, fill_opacity=0.6))
    return items


def _gathered(
    figures: RoundFigures | None, touchpoints: list[Touchpoint], step: float
) -> dict[int, tuple[float, float]]:
    """Slot of the strip → the lowest and the highest delta in it."""
    deltas: dict[int, tuple[float, float]] = {}
    if figures is None:
        return deltas
    for i, touchpoint in enumerate(touchpoints):
        found = figures.of(touchpoint.id)
        if found is None or found.delta is None:
            continue
        slot = i if step >= _NARROWEST else int(i * step / _NARROWEST)
        low, high = deltas.get(slot, (0.0, 0.0))
        deltas[slot] = (min(low, found.delta.mean), max(high, found.delta.mean))
    return deltas


def _stages(
    fonts: FontBook, texts: Texts, spans: list[tuple[Stage, int]], left: float, step: float, width: float, height: float
) -> tuple[Primitive, ...]:
    items: list[Primitive] = []
    small = SCREEN.small
    free = -1e9
    starts = [left + first * step for _, first in spans] + [width]
    for k, (stage, _) in enumerate(spans):
        x = starts[k]
        if k and x - starts[k - 1] < 2:
            continue
        items.append(marks.line(x, 2, x, height - MARKS, Role.LINE))
        following = starts[bisect_right(starts, x + 1)] if x + 1 < width else width
        room = following - x - 8
        if room >= _LEAST_NAME and x >= free:
            name = " ".join(stage.name[:500].split()) or texts.tr("Untitled stage")
            line = text.single(fonts, name, small, x + 4, small.size, Role.MUTED, room)
            items.append(line)
            free = line.x + line.width + 4
    return tuple(items)


def _critical(
    figures: RoundFigures | None, touchpoints: list[Touchpoint], left: float, step: float, height: float
) -> list[Primitive]:
    items: list[Primitive] = []
    drawn = -1e9
    for i, touchpoint in enumerate(touchpoints):
        if touchpoint.critical is CriticalMark.BY_RULE:
            found = None if figures is None else figures.criticality.get(touchpoint.id)
            if found is None or not found.critical:
                continue
        elif touchpoint.critical is CriticalMark.NO:
            continue
        x = left + (i + 0.5) * step - _MARK / 2
        if x - drawn >= 3:
            drawn = x
            items.extend(marks.sign("up", x, height - MARKS + 1, _MARK, Role.DISAPPOINTING))
    return items
