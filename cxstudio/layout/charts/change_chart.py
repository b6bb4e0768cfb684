"""Before and after per touchpoint: two marks and the way between them, beside expectation and target.

Hollow is before, filled is after; a bar across is the later survey's interval, an upright stroke what is expected, a
lying cross where the value was to be expected with nothing done, a wedge what a target wants. Never an arrow: nothing
here says why anything changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.analysis.change.change_values import TargetState
from cxstudio.analysis.change.control_figures import ControlFigures, ControlRow
from cxstudio.analysis.statistics.shown_value import shown
from cxstudio.layout.charts.chart_base import Body, Chart, ChartStyle, framed
from cxstudio.layout.charts.chart_source import Head, flat_name
from cxstudio.layout.charts.drawing.row_chart import Rows
from cxstudio.layout.charts.drawing.value_axis import ValueAxis
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Meaning, Path, Primitive, Rect, Segment
from cxstudio.layout.display.drawn_signs import told
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Document, Id, Touchpoint
from cxstudio.model.questions import is_signed, limits
from cxstudio.wording.figures.figure_sentences import written_value
from cxstudio.wording.findings.change_findings import STATES, change_words
from cxstudio.wording.texts import N_, Texts

TITLE: Final = N_("Before and after")
SIGNS: Final = {TargetState.MET: "✓", TargetState.MISSED: "▼", TargetState.CANNOT_BE_TOLD: "?"}
STATE_ROLES: Final = {
    TargetState.MET: Role.DELIGHTING,
    TargetState.MISSED: Role.DISAPPOINTING_TEXT,
    TargetState.CANNOT_BE_TOLD: Role.MUTED,
}
_BAR_ROLES: Final = {TargetState.MET: Role.DELIGHTING, TargetState.MISSED: Role.DISAPPOINTING}
_HEAD, _FOOT = 46.0, 8.0
_DIFFERENCE, _DIFFERENCE_NAMED, _DRIFT = 40.0, 68.0, 66.0
"""Widths: of the change, of the change below its name, of the drift to expect."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One touchpoint as it is drawn."""

    touchpoint: Id
    name: str
    row: ControlRow
    verdict: str
    """Sign and words of its target; empty where it has none."""
    spoken: str


@dataclass(frozen=True, slots=True)
class ChangeData:
    """Everything the picture shows."""

    head: Head
    figure: str
    scale: int
    before: str
    """What the earlier round is called."""
    after: str
    rows: tuple[ChangeRow, ...]


def change_data(document: Document, found: ControlFigures, names: tuple[str, str], texts: Texts) -> ChangeData:
    """The rows of two rounds; `names` are what these are called."""
    rows = []
    for row in found.rows:
        touchpoint = document.get(Touchpoint, row.touchpoint)
        name = flat_name(touchpoint.name)
        verdict = "" if row.outcome is None else f"{SIGNS[row.outcome.state]} {texts.tr(STATES[row.outcome.state])}"
        said = [f"{name}: {change_words(found.figure, row.change, texts)}"]
        if row.goal is not None:
            said.append(texts.tr("wanted {goal}", goal=written_value(found.figure, row.goal, texts)))
        if row.aimed is not None:
            said.append(texts.tr("to-be curve {value}", value=written_value(found.figure, row.aimed, texts)))
        if row.outcome is not None:
            said.append(texts.tr(STATES[row.outcome.state]))
        rows.append(ChangeRow(row.touchpoint, name, row, verdict, ", ".join(said)))
    title = texts.tr(TITLE)
    return ChangeData(Head(title, "", ""), found.figure, found.scale, *names, tuple(rows))


def lay_out(data: ChangeData, style: ChartStyle) -> Chart:
    """The picture in a size; it is as high as its rows need."""
    return framed("change", data.head, style, lambda width, height: _body(data, style, width, height))


def _body(data: ChangeData, style: ChartStyle, width: float, height: float) -> Body:
    unit = style.unit
    rows = Rows([r.touchpoint for r in data.rows], [r.name for r in data.rows], style, width, height,
                above=unit(_HEAD), below=unit(_FOOT))  # fmt: skip
    verdicts = max((style.width_of(r.verdict, strong=True) for r in data.rows), default=0.0)
    drifting = any(r.row.change.drift is not None for r in data.rows)
    change = unit(_DIFFERENCE_NAMED if drifting else _DIFFERENCE)
    beside = change + (unit(_DRIFT) if drifting else 0.0)
    right = rows.width - verdicts - beside - unit(26 if verdicts else 14)
    low, high = limits(data.figure, data.scale)
    axis = ValueAxis(rows.left + unit(10), max(right - rows.left - unit(10), 1.0), low, high)

    def number(value: int, x: float) -> Primitive:
        said = style.texts.signed(value, 0) if is_signed(data.figure) else style.texts.number(value)
        return style.small(said, x, rows.above - unit(6), align=0.5)

    heads = [*_legend(data, style, width), *axis.lines(range(low, high + 1), rows.above, rows.foot, unit, number)]
    if drifting:
        heads += [
            style.small(style.texts.tr(said), axis.left + axis.width + at + unit(8), rows.above - unit(6), align=1.0)
            for said, at in ((N_("change"), change), (N_("by itself"), beside))
        ]
    groups = [Group("change:axis", width, rows.height, tuple(heads))]
    for place, row in enumerate(data.rows):
        items: list[Primitive] = [*_marks(row, style, rows, axis, place), *_names(rows, place)]
        items.append(_difference(row, style, rows, axis.left + axis.width + change, place))
        if row.row.change.drift is not None:
            said_drift = style.texts.signed(row.row.change.drift)
            x = axis.left + axis.width + beside + unit(8)
            items.append(style.small(said_drift, x, rows.base(place), align=1.0, meaning=Meaning.CELL))
        if row.verdict and row.row.outcome is not None:
            role = STATE_ROLES[row.row.outcome.state]
            x = axis.left + axis.width + beside + unit(20)
            items.append(style.small(row.verdict, x, rows.base(place), role, strong=True, meaning=Meaning.CELL))
        said = told(items, row.spoken)
        groups.append(Group(f"change:{row.touchpoint}", width, rows.height, said, row.touchpoint))
    return Body(tuple(groups), rows.spots(), {}, rows.height)


def _names(rows: Rows, place: int) -> Sequence[Primitive]:
    return rows.name(place) if place in rows.named else ()


def _marks(row: ChangeRow, style: ChartStyle, rows: Rows, axis: ValueAxis, place: int) -> Iterator[Primitive]:
    """The two values and the way between them, the interval, the expectation and the target."""
    unit, y, found = style.unit, rows.middle(place), row.row
    state = None if found.outcome is None or found.goal is None else found.outcome.state
    role = _BAR_ROLES.get(state, Role.MUTED) if state is not None else Role.MUTED
    a, b = axis.x(found.change.before), axis.x(found.change.after)
    r = min(unit(5), rows.row * 0.3)
    thick = unit(4)
    yield Rect(min(a, b), y - thick / 2, max(abs(b - a), 0.6), thick, fill=role, fill_opacity=0.3)
    if found.interval is not None:
        yield marks.line(axis.x(found.interval[0]), y, axis.x(found.interval[1]), y, role, unit(1.6))
    if found.expectation is not None:
        x, half = axis.x(found.expectation), min(unit(8), rows.row * 0.36)
        yield marks.line(x, y - half, x, y + half, Role.INK, unit(2))
    if found.change.drift is not None and shown(found.change.drift):
        yield _drift(axis.x(found.change.before + found.change.drift), y, unit)
    if found.goal is not None:
        yield _wedge(axis.x(found.goal), y - r - unit(1), unit(4.5), Role.ACCENT, filled=True)
    if found.aimed is not None:
        yield _wedge(axis.x(found.aimed), y - r - unit(1), unit(4.5), Role.ACCENT, filled=False)
    yield marks.circle(a, y, r * 0.9, fill=Role.SURFACE, stroke=Role.MUTED, stroke_width=unit(1.6))
    yield marks.circle(b, y, r, fill=role)


def _wedge(x: float, y: float, size: float, role: Role, *, filled: bool) -> Path:
    """A small wedge that points down at a value."""
    top = y - size * 1.3
    segments: tuple[Segment, ...] = (("M", x - size, top), ("L", x + size, top), ("L", x, y), ("Z",))
    return Path(segments, fill=role) if filled else Path(segments, stroke=role, stroke_width=1.2)


def _drift(x: float, y: float, unit: TypeScale) -> Path:
    """A lying cross: where the value was expected with nothing done."""
    half = unit(3.5)
    segments: tuple[Segment, ...] = (("M", x - half, y - half), ("L", x + half, y + half),
                                     ("M", x - half, y + half), ("L", x + half, y - half))  # fmt: skip
    return Path(segments, stroke=Role.INK, stroke_width=unit(1.4))


def _difference(row: ChangeRow, style: ChartStyle, rows: Rows, right: float, place: int) -> Primitive:
    words = style.texts.signed(row.row.change.difference)
    x = right + style.unit(8)
    role = Role.MUTED if row.row.change.uncertain else Role.INK
    return style.small(words, x, rows.base(place), role, align=1.0, strong=not row.row.change.uncertain,
                       meaning=Meaning.CELL)  # fmt: skip


def _legend(data: ChangeData, style: ChartStyle, width: float) -> Iterator[Primitive]:
    """Which mark is what; the last ones are left out where they do not fit."""
    unit, r = style.unit, style.unit(4.5)
    y, x = unit(9), unit(2)
    base = y + unit.small.size * 0.33
    tr = style.texts.tr
    mark = Role.MUTED
    entries: list[tuple[str, Callable[[float], Path]]] = [
        (data.before, lambda at: marks.circle(at, y, r * 0.9, fill=Role.SURFACE, stroke=mark, stroke_width=unit(1.6))),
        (data.after, lambda at: marks.circle(at, y, r, fill=mark)),
    ]
    rows = [row.row for row in data.rows]
    if any(row.interval is not None for row in rows):
        entries.append((tr("95% interval"), lambda at: marks.line(at - r, y, at + r, y, mark, unit(1.6))))
    if any(row.expectation is not None for row in rows):
        entries.append((tr("Expectation"), lambda at: marks.line(at, y - unit(6), at, y + unit(6), Role.INK, unit(2))))
    if any(row.change.drift is not None and shown(row.change.drift) for row in rows):
        entries.append((tr("Expected with nothing done"), lambda at: _drift(at, y, unit)))
    if any(row.goal is not None for row in rows):
        entries.append((tr("Target"), lambda at: _wedge(at, y + unit(3), unit(4.5), Role.ACCENT, filled=True)))
    if any(row.aimed is not None for row in rows):
        entries.append((tr("To-be curve"), lambda at: _wedge(at, y + unit(3), unit(4.5), Role.ACCENT, filled=False)))
    for words, drawn in entries:
        wide = style.width_of(words)
        if x + 2 * r + unit(6) + wide > width:
            return
        yield drawn(x + r)
        yield style.small(words, x + 2 * r + unit(6), base)
        x += 2 * r + unit(6) + wide + unit(18)
