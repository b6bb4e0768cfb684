"""The experience profile: mean delta of the touchpoints that carry each of the five kinds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from cxstudio.analysis.statistics.figure_values import Verdict
from cxstudio.analysis.statistics.touchpoint_figures import verdict
from cxstudio.layout.charts.chart_base import Body, Chart, ChartStyle, Spot, framed_in_steps
from cxstudio.layout.charts.chart_source import Head, Line, Listing, Missing, Source, flat_name, whole
from cxstudio.layout.charts.drawing.value_axis import ValueAxis
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import Group, Meaning, Primitive, Rect
from cxstudio.layout.display.drawn_signs import told
from cxstudio.layout.map_scene.lane_scene import MARK_ROLES, TEXT_ROLES
from cxstudio.look.roles import Role
from cxstudio.model import Id
from cxstudio.steps import Steps, gathered
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.figure_sentences import delta_words, verdict_sign
from cxstudio.wording.texts import N_, Texts

TITLE = N_("Experience profile")
_MOST_ROW, _BAR, _AXIS = 84.0, 18.0, 26.0
_AT_A_TIME = 64
"""Marks laid out in one step."""
_MANY = 60
"""Touchpoints above which their marks are thin lines instead of rings."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """One touchpoint that carries a kind."""

    touchpoint: Id
    delta: float
    spoken: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One experience kind: its mean delta over the touchpoints that carry it, None where there are none."""

    name: str
    mean: float | None
    verdict: Verdict
    carriers: tuple[Carrier, ...]


@dataclass(frozen=True, slots=True)
class ProfileData:
    """The five kinds in their order."""

    head: Head
    listing: Listing
    kinds: tuple[Kind, ...]


def data_in_steps(source: Source) -> Steps[ProfileData | Missing]:
    """The profile of the round."""
    figures, texts = source.figures, source.texts
    if figures is None:
        return source.nobody_yet()
    if not any(t.experience_kinds for t in source.document.journey_touchpoints(figures.journey)):
        return Missing(texts.tr("No result yet: no touchpoint has an experience kind."))
    if all(kind.mean_delta is None for kind in figures.profile):
        return Missing(texts.tr("No result yet: no touchpoint with an experience kind has a delta."))
    span = source.scale - 1
    kinds = []
    for kind in figures.profile:
        name = capital(texts.tr(choice_label(kind.kind)))
        found = Verdict.UNKNOWN if kind.mean_delta is None else verdict(kind.mean_delta, span, figures.options)
        carriers = yield from gathered(_carriers(source, kind.kind))
        kinds.append(Kind(name, kind.mean_delta, found, tuple(carriers)))
    head = Head(
        texts.tr(TITLE),
        texts.tr("Bars: mean delta of the touchpoints that carry a kind; rings: these touchpoints."),
        source.basis(),
    )
    return ProfileData(head, _listing(kinds, texts), tuple(kinds))


def lay_out_in_steps(data: ProfileData, style: ChartStyle) -> Steps[Chart]:
    """A row per kind."""
    return framed_in_steps("profile", data.head, style, lambda wide, high: _body(data, style, wide, high))


def _carriers(source: Source, kind: object) -> Iterator[Carrier]:
    assert source.figures is not None
    for touchpoint in source.document.journey_touchpoints(source.figures.journey):
        mine = source.figures.of(touchpoint.id)
        if kind in touchpoint.experience_kinds and mine is not None and mine.delta and not mine.delta_from_quick:
            words = f"{flat_name(touchpoint.name)}: {delta_words(mine, source.texts)}"
            yield Carrier(touchpoint.id, mine.delta.mean, words)


def _told(kind: Kind, texts: Texts) -> str:
    if kind.mean is None:
        return texts.tr("no result")
    return f"{verdict_sign(kind.verdict)} {texts.signed(kind.mean)}".strip()


def _listing(kinds: list[Kind], texts: Texts) -> Listing:
    lines = [Line(None, (k.name, _told(k, texts), texts.number(len(k.carriers)))) for k in kinds]
    return whole(lines, texts.tr("Experience kind"), texts.tr("Delta"), texts.tr("Touchpoints"))


def _body(data: ProfileData, style: ChartStyle, width: float, height: float) -> Steps[Body]:
    unit, texts = style.unit, style.texts
    counts = [texts.trn("{n} touchpoint", "{n} touchpoints", len(k.carriers)) for k in data.kinds]
    names = max(style.width_of(w, strong=True) for w in (*counts, *(k.name for k in data.kinds))) * 1.1
    least = 2 * unit.small.leading + unit(6)
    row = min(max((height - unit(_AXIS)) / len(data.kinds), least), unit(_MOST_ROW))
    told_wide = max(style.width_of(_told(k, texts), strong=True) for k in data.kinds) * 1.1
    left, right = min(names, width * 0.34) + unit(14) + told_wide + unit(14), width - unit(12)
    values = [v for k in data.kinds for v in (*(c.delta for c in k.carriers), k.mean or 0.0)]
    low, high = floor(min(*values, -1.0)), ceil(max(*values, 1.0))

    foot, axis = row * len(data.kinds), ValueAxis(left, right - left, low, high)
    x = axis.x

    def number(value: int, at: float) -> Primitive:
        return style.small(texts.signed(value, 0), at, foot + unit(18), align=0.5)

    lines = axis.lines(range(low, high + 1), 0, foot + unit(4), unit, number)
    groups = [Group("profile:grid", width, foot, tuple(lines))]
    spots: list[Spot] = []
    for place, kind in enumerate(data.kinds):
        middle = (place + 0.5) * row
        said = _words(kind, counts[place], style, left, left - told_wide - unit(28), middle)
        many = len(kind.carriers) > _MANY
        if kind.mean is not None:
            said.append(_bar(x(0), x(kind.mean), middle, min(unit(_BAR), row * 0.4), kind.verdict, unit(3)))
        bar = Group(f"profile:{place}", width, foot, tuple(said))
        if not many:
            groups.append(bar)
        for at, carrier in enumerate(kind.carriers):
            if at % _AT_A_TIME == _AT_A_TIME - 1:
                yield
            mark = _ring(style, x(carrier.delta), middle, row, many)
            key = f"profile:{place}:{carrier.touchpoint}"
            groups.append(Group(key, width, foot, told((mark,), carrier.spoken), carrier.touchpoint))
            r = unit(5)
            spots.append(Spot(carrier.touchpoint, Box(x(carrier.delta) - r, middle - r, 2 * r, 2 * r)))
        if many:
            groups.append(bar)
    return Body(tuple(groups), tuple(spots), {}, foot + unit(_AXIS))


def _words(kind: Kind, count: str, style: ChartStyle, left: float, wide: float, middle: float) -> list[Primitive]:
    """A row's name with the number of touchpoints below it, and its mean right before `left`."""
    unit = style.unit
    top, number = middle - unit.small.leading, _told(kind, style.texts)
    return [
        style.small(kind.name, 0.0, top + unit.small.rise, Role.INK, wide=wide, strong=True,
                    meaning=Meaning.ROW_HEADER),
        style.small(count, 0.0, middle + unit.small.rise, wide=wide, meaning=Meaning.CELL),
        style.small(number, left - unit(14), middle + unit.strong.size * 0.33, TEXT_ROLES[kind.verdict], align=1.0,
                    strong=kind.mean is not None, meaning=Meaning.CELL),
    ]  # fmt: skip


def _bar(zero: float, end: float, middle: float, tall: float, found: Verdict, radius: float) -> Rect:
    left, wide = min(zero, end), max(abs(end - zero), 0.6)
    role = MARK_ROLES[found]
    return Rect(left, middle - tall / 2, wide, tall, fill=role, fill_opacity=0.85, radius=min(radius, wide / 2))


def _ring(style: ChartStyle, x: float, middle: float, row: float, many: bool) -> Primitive:
    unit = style.unit
    if many:
        tall = min(unit(26), row * 0.7)
        return marks.line(x, middle - tall / 2, x, middle + tall / 2, Role.FAINT, unit(0.7))
    return marks.circle(x, middle, unit(3.6), fill=Role.SURFACE, stroke=Role.INK, stroke_width=unit(1))
