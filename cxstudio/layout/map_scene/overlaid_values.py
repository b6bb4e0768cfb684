"""Rounds laid over the one shown: which values stand in which column, and how each is drawn."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from cxstudio.analysis.comparison.overlaid_rounds import same_axis
from cxstudio.analysis.journeys.counterparts import twins
from cxstudio.analysis.journeys.target_values import as_aimed
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.display.display_list import Group, Meaning, Path, Placed, Primitive
from cxstudio.layout.map_scene import overlaid_curves as traces
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.map_scene.map_style import Axis
from cxstudio.layout.map_scene.overlaid_curves import OTHERS, TARGET, Stroke
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.model import Id, Journey, LaneSetting, Persona, Round, Stage, Touchpoint
from cxstudio.model.kinds import RoundKind
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.questions import same_on_every_scale
from cxstudio.wording.figures.overlaid_round_names import over_name

if TYPE_CHECKING:
    from cxstudio.store import ChangeSet

Over = Mapping[Id, RoundFigures]
"""Round → its figures, for every round a lane may lay over the one shown."""
FIGURES: Final = {LaneKind.EMOTION: "emotion", LaneKind.EXPECTATION_EXPERIENCE: "experience"}
"""Lane → the figure of another round it can show."""
_READ: Final = (Journey, LaneSetting, Persona, Round, Stage)
"""Kinds of records what is laid over hangs on."""
SHOWN: Final = Stroke(Role.OKAY, (), "disc")
FACE: Final = 15.0
"""From a value's middle to the name behind it: a face may stand there."""
BEYOND: Final = 40.0
"""So far a name may reach into the next column."""
CLOSE: Final = 14.0
"""In narrower columns curves are thin and have no marks."""


@dataclass(frozen=True, slots=True)
class Series:
    """One round over a lane."""

    round: Id
    name: str
    stroke: Stroke
    values: tuple[float | None, ...]
    """Per column."""
    numbers: tuple[int, ...]
    """Columns that have a value."""

    @property
    def look(self) -> Hashable:
        """What of it does not hang on single touchpoints."""
        return (self.round, self.name, self.stroke)


def series_of(scene: Scene, kind: LaneKind) -> tuple[Series, ...]:
    """The rounds laid over a lane, in the order they were chosen; one on another scale is left out."""
    return scene.once(f"over:{kind}", lambda: _series(scene, kind))


def _series(scene: Scene, kind: LaneKind) -> tuple[Series, ...]:
    figure = FIGURES.get(kind)
    if figure is None or not scene.over:
        return ()
    document = scene.document
    shown = document.find(scene.figures.round) if scene.figures is not None else None
    wanted = [
        round_id
        for setting in document.having(LaneSetting, "journey", scene.journey)
        if setting.kind is kind
        for round_id in setting.overlaid
    ]
    made: list[Series] = []
    for round_id in wanted:
        figures, record = scene.over.get(round_id), document.find(round_id)
        if figures is None or not isinstance(record, Round) or (isinstance(shown, Round) and record.id == shown.id):
            continue
        if isinstance(shown, Round) and not same_axis(document, shown.id, record.id, figure):
            continue
        if not (isinstance(shown, Round) or same_on_every_scale(figure) or record.scale == scene.scale):
            continue
        others = sum(1 for one in made if one.stroke is not TARGET)
        stroke = TARGET if record.kind is RoundKind.TARGET else OTHERS[others % len(OTHERS)]
        values = tuple(_values(scene, record, figures, figure))
        numbers = tuple(i for i, value in enumerate(values) if value is not None)
        name = over_name(document, record, shown if isinstance(shown, Round) else None, scene.texts)
        made.append(Series(round_id, name, stroke, values, numbers))
    return tuple(made)


def _values(scene: Scene, about: Round, figures: RoundFigures, figure: str) -> Iterator[float | None]:
    """Per column the round's mean; of the counterpart where it is another journey's round."""
    apart = figures.journey != scene.journey
    counterparts = twins(scene.document, scene.journey, figures.journey) if apart else {}
    for column in scene.columns:
        touchpoint = column.touchpoint
        there = counterparts.get(touchpoint) if apart and touchpoint is not None else touchpoint
        found = _mean(figures, there, figure)
        if found is None:
            yield None
        else:
            yield as_aimed(about, found, _mean(scene.figures, touchpoint, figure), figure)


def _mean(figures: RoundFigures | None, touchpoint: Id | None, figure: str) -> float | None:
    found = figures.of(touchpoint) if figures is not None and touchpoint is not None else None
    summary = getattr(found, figure, None)
    return None if summary is None else float(summary.mean)


def carry_over(before: Scene, after: Scene, changes: ChangeSet) -> None:
    """Take over the series of a former scene where nothing they read differs."""
    same = before.over.keys() == after.over.keys() and all(before.over[i] is after.over[i] for i in after.over)
    if not same or before.figures is not after.figures or before.columns is not after.columns:
        return
    for change in changes:
        whole_touchpoint = change.kind is Touchpoint and change.field in (None, "counterpart")
        if whole_touchpoint or change.kind in _READ:
            return
    for kind in FIGURES:
        series = series_of(before, kind)
        after.once(f"over:{kind}", lambda known=series: known)  # type: ignore[misc]


def changed_overlays(before: Scene, after: Scene) -> frozenset[Id] | None:
    """Touchpoints whose laid-over values differ, or between which a curve runs otherwise.

    None where other rounds are laid over, they look different, or columns came, went or moved below a curve.
    """
    found: set[Id] = set()
    if not before.over and not after.over:
        return frozenset()
    for kind in FIGURES:
        old, new = series_of(before, kind), series_of(after, kind)
        if [s.look for s in old] != [s.look for s in new]:
            return None
        if new and before.columns is not after.columns:
            return None
        for one, other in zip(old, new, strict=True):
            if one is not other and one.values != other.values:
                for i in _touched(one, other):
                    touchpoint = after.columns[i].touchpoint
                    if touchpoint is not None:
                        found.add(touchpoint)
    return frozenset(found)


def _touched(one: Series, other: Series) -> set[int]:
    """Columns over which two states of a series differ: from the second value before a change to the second behind."""
    found: set[int] = set()
    for i, (a, b) in enumerate(zip(one.values, other.values, strict=True)):
        if a != b:
            for numbers in (one.numbers, other.numbers):
                at = bisect_left(numbers, i)
                first = numbers[max(at - 2, 0)] if numbers else i
                last = numbers[min(at + 2, len(numbers) - 1)] if numbers else i
                found.update(range(min(first, i), max(last, i) + 1))
    return found


def near(scene: Scene, kind: LaneKind, start: int, stop: int) -> Hashable:
    """What a block shows of laid-over values outside it."""
    x = scene.columns[start].x
    found = []
    for series in series_of(scene, kind):
        at, end = bisect_left(series.numbers, start), bisect_left(series.numbers, stop)
        beside = (*series.numbers[max(at - 2, 0) : at], *series.numbers[end : end + 2])
        ends = series.numbers[-1] < stop if series.numbers else True
        found.append((tuple((scene.columns[i].x - x, series.values[i]) for i in beside), ends))
    return tuple(found)


def curves_over(scene: Scene, axis: Axis, start: int, stop: int, height: float) -> list[Placed]:
    """Curves of the rounds over the emotion lane, above the columns of a block."""
    found = []
    right = scene.columns[stop - 1].x + scene.columns[stop - 1].width - scene.columns[start].x
    for series in series_of(scene, LaneKind.EMOTION):
        items: list[Primitive] = [*_curve(scene, series, axis, start, stop, right)]
        if scene.slot >= scene.type(CLOSE):
            items += _marks(scene, series, axis, start, stop)
        if not scene.far:
            items += _name(scene, series, axis, start, stop)
        if items:
            key = f"over:{series.round}:{scene.keys[start]}"
            found.append(Placed(0.0, 0.0, Group(key, right, height, tuple(items))))
    return found


def _curve(scene: Scene, series: Series, axis: Axis, start: int, stop: int, right: float) -> tuple[Path, ...]:
    at, end = bisect_left(series.numbers, start), bisect_left(series.numbers, stop)
    points = [(_middle(scene, i, start), axis.y(v)) for i, v in _known(series, max(at - 2, 0), end + 2)]
    return traces.line(points, 0.0, right, series.stroke, scene.type, thin=scene.slot < scene.type(CLOSE))


def _marks(scene: Scene, series: Series, axis: Axis, start: int, stop: int) -> list[Primitive]:
    at, end = bisect_left(series.numbers, start), bisect_left(series.numbers, stop)
    unit = scene.type
    r = min(unit(3.6), scene.slot * 0.25)
    return [
        traces.mark(series.stroke.mark, _middle(scene, i, start), axis.y(v), r, series.stroke.role, unit(1.5))
        for i, v in _known(series, at, end)
    ]


def _name(scene: Scene, series: Series, axis: Axis, start: int, stop: int) -> tuple[Primitive, ...]:
    """The name at the curve's end, where that is in this block; names that end together stand apart."""
    if not series.numbers or not start <= series.numbers[-1] < stop:
        return ()
    last = series.numbers[-1]
    together = [s for s in series_of(scene, LaneKind.EMOTION) if s.numbers and s.numbers[-1] == last]
    leading = scene.type.small_strong.leading
    own = scene.emotions[last]
    heights = [axis.y(s.values[last] or 0.0) for s in together]
    if own is not None:
        heights.append(axis.y(own))
    placed = traces.apart(heights, leading, axis.top, axis.bottom)
    y = placed[together.index(series)]
    column = scene.columns[last]
    right = column.x + column.width - scene.columns[start].x
    if last < scene.window[1] - 1:
        right += scene.type(BEYOND)
    at = (_middle(scene, last, start), y)
    return traces.name_at_end(series.name, at, right, series.stroke, scene.fonts, scene.type, FACE)


def _known(series: Series, at: int, end: int) -> list[tuple[int, float]]:
    return [(i, value) for i in series.numbers[at:end] if (value := series.values[i]) is not None]


def _middle(scene: Scene, i: int, start: int) -> float:
    column = scene.columns[i]
    return column.x + column.width / 2 - scene.columns[start].x


def marks_over(scene: Scene, axis: Axis, start: int, stop: int, height: float) -> list[Placed]:
    """Small marks of the rounds over the dumbbells: their experience, beside today's."""
    series = series_of(scene, LaneKind.EXPECTATION_EXPERIENCE)
    unit = scene.type
    found = []
    for i in range(start, stop):
        touchpoint = scene.columns[i].touchpoint
        items: list[Primitive] = []
        for place, one in enumerate(s for s in series if s.values[i] is not None):
            value = one.values[i]
            assert value is not None
            x = max(scene.slot / 2 - unit(21 + 10 * place), unit(5))
            said = f"{one.name}: {scene.texts.number(value, 1)}"
            drawn = traces.mark(one.stroke.mark, x, axis.y(value), unit(3.6), one.stroke.role, unit(1.5))
            items.append(replace(drawn, meaning=Meaning.FIGURE, alternative=said))
        if items and touchpoint is not None:
            made = Group(f"over:{touchpoint}", scene.slot, height, tuple(items), touchpoint)
            found.append(Placed(scene.x(i, start) + scene.aside, 0.0, made))
    return found


def legend(scene: Scene, kind: LaneKind, top: float, height: float) -> tuple[Primitive, ...]:
    """Which curve or mark is whose, in the label column below the lane's title."""
    series = series_of(scene, kind)
    if not series or scene.far:
        return ()
    unit, small = scene.type, scene.type.small
    shown = scene.document.find(scene.figures.round) if scene.figures is not None else None
    rows = [(one.name, one.stroke) for one in series]
    if isinstance(shown, Round) and kind is LaneKind.EMOTION:
        rows.insert(0, (over_name(scene.document, shown, shown, scene.texts), SHOWN))
    items: list[Primitive] = []
    left, room = unit(14), scene.style.label_width - unit(14 + 24 + 34)
    y = top
    for name, stroke in rows:
        lines = text.block(scene.fonts, name, small, left + unit(24), y, room, Role.MUTED, 2)
        if y + len(lines) * small.leading > height:
            break
        middle = y + small.leading / 2
        if kind is LaneKind.EMOTION:
            items += traces.sample(left, middle, unit(18), stroke, unit)
        else:
            items.append(traces.mark(stroke.mark, left + unit(9), middle, unit(3.6), stroke.role, unit(1.5)))
        items += lines
        y += len(lines) * small.leading + unit(2)
    return tuple(items)
