"""One chart as it is exported."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.analysis import round_figures
from cxstudio.errors import UserError
from cxstudio.layout.charts.chart_base import ChartStyle, type_for
from cxstudio.layout.charts.chart_request import Wanted, source
from cxstudio.layout.charts.chart_source import Missing
from cxstudio.layout.charts.chart_table import draw
from cxstudio.model import Document, Id
from cxstudio.render.drawing import Drawing
from cxstudio.wording.texts import N_, texts


@dataclass(frozen=True, slots=True)
class ChartOrder:
    """Which chart of which round, in which language, how large (points)."""

    journey: Id
    round: Id | None
    wanted: Wanted
    language: str
    width: float
    height: float


def chart_drawing(document: Document, order: ChartOrder) -> Drawing:
    """The chart. Raises UserError where its figures cannot be told."""
    words = texts(order.language)
    figures = round_figures(document, order.round) if order.round is not None and order.round in document else None
    made = source(document, words, figures, order.journey, order.wanted)
    style = ChartStyle(order.width, order.height, words, type_for(order.width, order.height), whole=True)
    drawn = draw(order.wanted.row, made, style)
    if isinstance(drawn, Missing):
        raise UserError(drawn.reason, N_("Nothing was written."))
    return Drawing(drawn[1].picture, document.project.accent, order.language)
