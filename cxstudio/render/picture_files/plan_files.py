"""Boards of the plan as they are exported: by status, along time, by effort and impact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from cxstudio.analysis import round_figures
from cxstudio.analysis.journeys.target_values import as_is_of, measured_round
from cxstudio.analysis.measures.measure_groups import Grouping
from cxstudio.analysis.search.touchpoint_filter import Filter, measures_meant
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.errors import UserError
from cxstudio.layout.boards.effort_impact import MatrixStyle, lay_out_effort_impact
from cxstudio.layout.boards.plan_items import Plan, plan_of
from cxstudio.layout.boards.schedule_layout import ScheduleStyle, lay_out_schedule
from cxstudio.layout.boards.status_board import BoardStyle, lay_out_board
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.model import Document, Id, Touchpoint
from cxstudio.render.drawing import Drawing
from cxstudio.render.picture_files.board_files import titled
from cxstudio.wording.texts import N_, texts

_LABELS: Final = 380.0
_TIME: Final = 760.0


@dataclass(frozen=True, slots=True)
class PlanOrder:
    """Which measures, and how they are put together."""

    wanted: Filter = field(default_factory=Filter)
    by: Grouping = Grouping.NONE
    today: date | None = None
    """The day the plan is judged on; None for the day it is made."""


def board_drawing(document: Document, language: str, order: PlanOrder) -> Drawing:
    """The plan by status. Raises UserError where there are no measures."""
    return _drawing(
        document, language, order, lambda p: lay_out_board(p, BoardStyle()).whole(), N_("Measures by status")
    )


def schedule_drawing(document: Document, language: str, order: PlanOrder) -> Drawing:
    """The plan along time. Raises UserError where there are no measures."""
    style = ScheduleStyle(label_width=_LABELS, least=_TIME)
    return _drawing(document, language, order, lambda p: lay_out_schedule(p, style).whole(), N_("Schedule"))


def effort_impact_drawing(document: Document, language: str, order: PlanOrder) -> Drawing:
    """The plan by effort and impact. Raises UserError where there are no measures."""
    style = MatrixStyle(1100.0, 560.0)
    return _drawing(document, language, order, lambda p: lay_out_effort_impact(p, style).body, N_("Impact and effort"))


def delta_reader(document: Document) -> Callable[[Touchpoint], float | None]:
    """Says the delta of a touchpoint in the round its journey is judged by; works each round out once."""
    known: dict[Id, RoundFigures | None] = {}

    def delta_of(touchpoint: Touchpoint) -> float | None:
        journey = document.journey_of(touchpoint).id
        if journey not in known:
            round_ = measured_round(document, as_is_of(document, journey))
            known[journey] = round_figures(document, round_.id) if round_ is not None else None
        figures = known[journey]
        mine = figures.of(touchpoint.id) if figures is not None else None
        return mine.delta.mean if mine is not None and mine.delta is not None else None

    return delta_of


def _drawing(
    document: Document, language: str, order: PlanOrder, draw: Callable[[Plan], DisplayList], title: str
) -> Drawing:
    words = texts(language)
    measures = measures_meant(document, order.wanted)
    if not measures:
        raise UserError(N_("There are no measures to export."), N_("Nothing was written."))
    today = order.today or date.today()
    plan = plan_of(document, measures, words, today=today, delta_of=delta_reader(document), by=order.by)
    said = " · ".join(part for part in (words.tr(title), document.project.title) if part)
    return Drawing(
        titled(draw(plan), said, words.tr("As of {date}", date=words.date(today)), plan.fonts),
        document.project.accent,
        language,
        no_page=N_("The plan is too long for one page."),
        no_picture=N_("The plan is too long for one picture."),
        instead=N_("Export it as a drawing (SVG) instead."),
    )
