"""One chart as a file: a drawing or a picture."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.analysis import round_figures
from cxstudio.errors import UserError
from cxstudio.layout.charts.chart_base import Chart, ChartStyle, Missing, type_for
from cxstudio.layout.charts.chart_request import Wanted, source
from cxstudio.layout.charts.chart_table import draw
from cxstudio.look.palette import palette
from cxstudio.model import Document, Id
from cxstudio.render.map_files import MARGIN, picture_pdf
from cxstudio.render.png import png_of_pdf
from cxstudio.render.svg import svg
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


def chart_of(document: Document, order: ChartOrder) -> Chart:
    """The chart. Raises UserError where its figures cannot be told."""
    words = texts(order.language)
    figures = round_figures(document, order.round) if order.round is not None and order.round in document else None
    made = source(document, words, figures, order.journey, order.wanted)
    style = ChartStyle(order.width, order.height, words, type_for(order.width, order.height))
    drawn = draw(order.wanted.row, made, style)
    if isinstance(drawn, Missing):
        raise UserError(drawn.reason, N_("Nothing was written."))
    return drawn[1]


def chart_svg(document: Document, order: ChartOrder, *, palette_name: str = "light") -> str:
    """The chart as an SVG drawing."""
    colours = palette(palette_name, document.project.accent)
    return svg(chart_of(document, order).picture, colours, None, MARGIN)


def chart_png(document: Document, order: ChartOrder, *, palette_name: str = "light", scale: float = 2.0) -> bytes:
    """The chart as a picture, `scale` pixels to the point."""
    colours = palette(palette_name, document.project.accent)
    picture = chart_of(document, order).picture
    return png_of_pdf(picture_pdf([picture], colours, picture.title, None, None), scale=scale)
