"""Benefit and cost of measures added up over the months: where the lines meet, they have paid for themselves."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Final

from cxstudio.analysis.money.payback import MONTHS_A_YEAR
from cxstudio.analysis.money.plan_money import PlanTotal
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Path, Placed, Primitive, TextLine
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN, TypeScale
from cxstudio.wording.plan.money_sentences import months_text, shown_months
from cxstudio.wording.texts import Texts

_LEAST, _MOST = 36, 120
"""Months shown: three years, more where it takes longer, ten years at most."""
_STEPS: Final = (1, 2, 2.5, 5, 10)
_DOT = 4.0
_CURVE = 0.5523
"""Of the radius: where the handles of a circle of four curves stand."""


@dataclass(frozen=True, slots=True)
class CurveStyle:
    """How large the picture is, and for which medium."""

    width: float
    height: float
    texts: Texts
    unit: TypeScale = SCREEN
    fonts: FontBook = field(default_factory=font_book)
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Plane:
    """Turns months and euros into points."""

    left: float
    right: float
    top: float
    bottom: float
    months: int
    most: float

    def at(self, month: float, euros: float) -> tuple[float, float]:
        """Where a number of months and a sum stand."""
        x = self.left + (self.right - self.left) * month / self.months
        return x, self.bottom - (self.bottom - self.top) * euros / self.most


def lay_out_payback(whole: PlanTotal, style: CurveStyle) -> DisplayList:
    """The picture of measures that have a payback; empty where there is none."""
    paid = whole.payback
    if paid is None or whole.benefit is None or whole.once is None or (style.width < 1 or style.height < 1):
        return DisplayList(style.width, style.height, Frame("payback", 0.0, 0.0, style.width, style.height), "")
    unit, texts = style.unit, style.texts
    latest = paid.worst or paid.best or 0.0
    months = min(_MOST, max(_LEAST, MONTHS_A_YEAR * math.ceil(latest * 1.5 / MONTHS_A_YEAR)))
    years = months / MONTHS_A_YEAR
    yearly = whole.per_year
    cost = [(whole.once.low, yearly.low if yearly else 0.0), (whole.once.high, yearly.high if yearly else 0.0)]
    gain = [(0.0, whole.benefit.low), (0.0, whole.benefit.high)]
    highest = max(*(start + slope * years for start, slope in (*cost, *gain)), 1.0)
    step = _step(highest)
    ticks = [step * n for n in range(math.ceil(highest / step) + 1)]
    labels = [texts.money(tick) for tick in ticks]
    small = unit.small
    room = max(text.width(style.fonts, one, small.face, small.size) for one in labels) + unit(8)
    foot = 2 * small.leading + unit(6)
    top = unit.title.leading + unit(10) if style.title else unit(8)
    plane = _Plane(room, style.width - unit(12), top, style.height - foot, months, ticks[-1])
    items: list[Primitive] = []
    for tick, said in zip(ticks, labels, strict=True):
        (x, y), (end, _) = plane.at(0, tick), plane.at(months, tick)
        items.append(Path((("M", x, y), ("L", end, y)), stroke=Role.FAINT_LINE if tick else Role.LINE))
        items.append(_said(style, said, x - unit(6), y + small.size * 0.35, 1.0))
    for month in range(0, months + 1, MONTHS_A_YEAR * max(1, months // _LEAST)):
        x, y = plane.at(month, 0)
        items.append(_said(style, texts.number(month), x, y + small.leading, 0.5))
    items.append(_said(style, texts.tr("Months from the start"), plane.right, style.height - unit(3), 1.0))
    items += _band(plane, cost, Role.INK, (4.0, 3.0)) + _band(plane, gain, Role.DELIGHTING, ())
    items += _meeting(plane, whole, style)
    items += _names(plane, cost, gain, style)
    if style.title:
        items.append(text.single(style.fonts, style.title, unit.title, 0.0, unit.title.rise, Role.INK, style.width,
                                 meaning=Meaning.HEADING))  # fmt: skip
    title = alternative(whole, texts)
    items.insert(0, Path((("M", plane.left, plane.bottom), ("L", plane.right, plane.bottom)), stroke=Role.LINE,
                         meaning=Meaning.FIGURE, alternative=title))  # fmt: skip
    group = Group("payback", style.width, style.height, tuple(items))
    frame = Frame("payback", 0.0, 0.0, style.width, style.height, groups=(Placed(0.0, 0.0, group),))
    return DisplayList(style.width, style.height, frame, title)


def alternative(whole: PlanTotal, texts: Texts) -> str:
    """What the picture says, for those who cannot see it."""
    paid = whole.payback
    if paid is None or paid.best is None:
        return texts.tr("Benefit and cost added up; they never meet.")
    return texts.trn("Benefit and cost added up; they meet after {n} month.",
                     "Benefit and cost added up; they meet after {n} months.", shown_months(paid.best))  # fmt: skip


def _band(plane: _Plane, ends: list[tuple[float, float]], role: Role, dash: tuple[float, ...]) -> list[Primitive]:
    """A line, or for a range the ground between its two lines."""
    years = plane.months / MONTHS_A_YEAR
    lines = [(plane.at(0, start), plane.at(plane.months, start + slope * years)) for start, slope in ends]
    made: list[Primitive] = []
    if lines[0] != lines[1]:
        (a, b), (c, d) = lines
        made.append(Path((("M", *a), ("L", *b), ("L", *d), ("L", *c), ("Z",)), fill=role, fill_opacity=0.12))
    for start, end in dict.fromkeys(lines):
        made.append(Path((("M", *start), ("L", *end)), stroke=role, stroke_width=2.0, dash=dash))
    return made


def _meeting(plane: _Plane, whole: PlanTotal, style: CurveStyle) -> list[Primitive]:
    """Where benefit and cost are even, as often as the range has ends in view."""
    paid, made = whole.payback, []
    if paid is None or whole.benefit is None:
        return []
    ends = [(paid.best, whole.benefit.high), (paid.worst, whole.benefit.low)]
    seen: list[Primitive] = []
    for months, benefit in dict.fromkeys(ends):
        if months is None or months > plane.months:
            continue
        x, y = plane.at(months, benefit * months / MONTHS_A_YEAR)
        seen.append(Path((("M", x, y), ("L", x, plane.bottom)), stroke=Role.MUTED, dash=(2.0, 2.0)))
        made.append(_dot(x, y, style.unit(_DOT)))
        seen.append(_said(style, months_text(months, style.texts), x + style.unit(5), plane.bottom - style.unit(5), 0.0,
                          Role.INK))  # fmt: skip
    return [*seen[:2], *made] if len(made) == 1 else [*seen, *made]


def _names(
    plane: _Plane, cost: list[tuple[float, float]], gain: list[tuple[float, float]], style: CurveStyle
) -> list[Primitive]:
    """The lines' names near their right ends, the upper one above its line, the lower one below."""
    years, unit, tr = plane.months / MONTHS_A_YEAR, style.unit, style.texts.tr
    tops = {tr("Benefit"): (gain, Role.DELIGHTING), tr("Cost"): (cost, Role.INK)}
    highest = max(tops, key=lambda name: tops[name][0][1][0] + tops[name][0][1][1] * years)
    made: list[Primitive] = []
    for name, (ends, role) in tops.items():
        start, slope = ends[1] if name == highest else ends[0]
        month = plane.months * 0.86
        x, y = plane.at(month, start + slope * month / MONTHS_A_YEAR)
        if name == highest:
            made.append(_said(style, name, x - unit(10), max(y - unit(6), style.unit.small.size), 1.0, role))
        else:
            made.append(_said(style, name, x, min(y + style.unit.small.leading, plane.bottom - unit(4)), 0.0, role))
    return made


def _dot(x: float, y: float, radius: float) -> Path:
    r, k = radius, radius * _CURVE
    return Path(
        (
            ("M", x + r, y),
            ("C", x + r, y + k, x + k, y + r, x, y + r),
            ("C", x - k, y + r, x - r, y + k, x - r, y),
            ("C", x - r, y - k, x - k, y - r, x, y - r),
            ("C", x + k, y - r, x + r, y - k, x + r, y),
            ("Z",),
        ),
        fill=Role.SURFACE,
        stroke=Role.DELIGHTING,
        stroke_width=2.0,
    )


def _said(style: CurveStyle, words: str, x: float, y: float, align: float, role: Role = Role.MUTED) -> TextLine:
    kind = style.unit.small if role is Role.MUTED else style.unit.small_strong
    return text.single(style.fonts, words, kind, x, y, role, None, align)


def _step(highest: float) -> float:
    """Euros between two lines: a round number, two to four of them."""
    power = math.pow(10, math.floor(math.log10(highest / 2)))
    return next(power * step for step in _STEPS if power * step * 4 >= highest)
