"""The measures along time, by impact and effort, and when they have paid: as the window shows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from cxstudio.analysis.measures.measure_standing import is_overdue
from cxstudio.analysis.money.plan_money import PlanTotal
from cxstudio.documents.content import Figure, Missing, Room, Section
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections.measures import measures_shown, with_the_rest
from cxstudio.layout.boards.effort_impact import LISTED_FROM, MatrixStyle, lay_out_effort_impact
from cxstudio.layout.boards.payback_curve import CurveStyle, lay_out_payback
from cxstudio.layout.boards.plan_items import Plan, plan_of
from cxstudio.layout.boards.schedule_layout import HEADER, ScheduleStyle, lay_out_schedule
from cxstudio.layout.boards.schedule_rows import ROW
from cxstudio.layout.boards.time_axis import axis_for
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.look.fonts import FontBook
from cxstudio.look.type_scale import PAPER
from cxstudio.wording.findings.money_findings import schedule_headline

MOST_NUMBERS: Final = 8
_LABELS: Final = 0.36
"""Share of the width that numbers and titles take."""
_HIGHEST: Final = 0.58
"""Height of the plane or the curve in widths, at most."""
_HIGH: Final = 340.0
"""The same in the units of the type scale, so that both fit on an upright page below a short schedule."""
_FEW: Final = 10
"""Measures whose schedule leaves room below it."""
_MOST_HALF: Final = 0.46
"""Share of a page's height that a picture beside another one takes."""


def content(material: Material) -> Section | Missing:
    """Nothing without measures; the schedule alone needs dates, the plane an estimate."""
    tr, measures = material.texts.tr, measures_shown(material)
    if not measures:
        return Missing()
    today = material.day
    figures: list[Figure] = []
    if any(m.start is not None or m.due is not None for m in measures):
        figures.append(Figure(partial(_schedule, material, today), title=tr("Schedule")))
    if any(m.effort is not None and m.impact is not None for m in measures):
        figures.append(Figure(partial(_plane, material, today), 0.5, _MOST_HALF, tr("Impact and effort")))
    figures += payback_figures(material, material.decided)
    if len(figures) == 2 and len(measures) > _FEW:  # nothing stands beside the plane, and no schedule above it
        figures[1] = replace(figures[1], draw=partial(_plane, material, today, named=True), width=1.0, height=None)
    if not figures:
        return Missing()
    overdue = [m for m in material.measures if is_overdue(m, today)]
    lead = with_the_rest(material, tr("As of {date}.", date=material.texts.long_date(today)))
    rest = sum(m.effort is None or m.impact is None for m in measures)
    if rest:
        said = material.texts.trn("Effort and impact of {n} measure are not estimated yet.",
                                  "Effort and impact of {n} measures are not estimated yet.", rest)  # fmt: skip
        lead = f"{lead} {said}"
    return Section(
        schedule_headline(material.measures, len(overdue), material.texts), tuple(figures), lead, tr("Schedule")
    )


def _plan(material: Material, today: date, fonts: FontBook) -> Plan:
    return plan_of(material.document, measures_shown(material), material.texts, today=today,
                   delta_of=lambda touchpoint: material.delta(touchpoint.id), fonts=fonts)  # fmt: skip


def _schedule(material: Material, today: date, room: Room) -> list[DisplayList]:
    """As many pages as the rows take, all on one axis."""
    plan = _plan(material, today, room.fonts)
    days = [day for item in plan.items for day in (item.start, item.due)]
    wide = room.width * _LABELS
    shown = axis_for(days, today, 1.0, 0.0)
    axis = shown._replace(day=(room.width - wide) / shown.days)
    style = ScheduleStyle(axis.day, wide, room.width - wide, PAPER)
    each = max(1, int((room.most - PAPER(HEADER)) // PAPER(ROW)))
    pages = []
    for start in range(0, len(plan.items), each):
        group = _only(plan, start, start + each)
        pages.append(lay_out_schedule(group, style, axis).whole(material.texts.tr("Schedule")))
    return pages


def _only(plan: Plan, start: int, end: int) -> Plan:
    """Some of its measures."""
    first = plan.groups[0]
    return replace(plan, groups=(first._replace(items=plan.items[start:end]),))


def _plane(material: Material, today: date, room: Room, *, named: bool = False) -> list[DisplayList]:
    """Those somebody has estimated. Their names stand in the schedule, so that numbers are enough beside it."""
    plan = _plan(material, today, room.fonts)
    known = tuple(item for item in plan.items if item.effort is not None and item.impact is not None)
    only = replace(plan, groups=(plan.groups[0]._replace(items=known),))
    if named and room.width >= PAPER(LISTED_FROM):
        listed = lay_out_effort_impact(only, MatrixStyle(room.width, min(room.height, room.most), PAPER)).body
        if listed.height <= room.most:
            return [listed]
    style = MatrixStyle(min(room.width, PAPER(LISTED_FROM) - 1.0), _height(room), PAPER)
    return [lay_out_effort_impact(only, style).body]


def _height(room: Room) -> float:
    """A picture is never as high as an upright page would let it be."""
    return min(room.height, room.most, room.width * _HIGHEST, PAPER(_HIGH))


def payback_figures(material: Material, whole: PlanTotal) -> list[Figure]:
    """Benefit and cost of measures added up over the months; nothing where they never pay back, or nobody knows."""
    if whole.payback is None or whole.payback.best is None:
        return []
    return [Figure(partial(_curve, material, whole), 0.5, _MOST_HALF, _added_up(material, whole))]


def _added_up(material: Material, whole: PlanTotal) -> str:
    """Whose benefit and cost are added up."""
    texts, numbers = material.texts, [str(material.numbers[m]) for m in whole.measures]
    if len(numbers) > MOST_NUMBERS:
        return texts.tr("Benefit and cost of {number} measures", number=len(numbers))
    return texts.trn("Benefit and cost of measure {numbers}", "Benefit and cost of measures {numbers}", len(numbers),
                     numbers=texts.listed(numbers))  # fmt: skip


def _curve(material: Material, whole: PlanTotal, room: Room) -> list[DisplayList]:
    style = CurveStyle(room.width, _height(room), material.texts, PAPER, room.fonts,
                       _added_up(material, whole))  # fmt: skip
    return [lay_out_payback(whole, style)]
