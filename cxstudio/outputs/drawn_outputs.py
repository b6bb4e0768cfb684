"""Drawings as page, SVG or image: map, flow, comparison, charts, boards, money."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxstudio.documents.paper import USUAL, Paper
from cxstudio.outputs.output import Made, Make, Order
from cxstudio.progress import Progress

if TYPE_CHECKING:
    from cxstudio.model import Document
    from cxstudio.render.drawing import Drawing


@dataclass(frozen=True, slots=True)
class MapDetails:
    """What the map is printed on, or how wide its picture or that of the flow is."""

    paper: Paper = USUAL
    form: str = "sheets"
    """"sheets", "tiles" (the paper cut into parts of A4), or "overview" (all on one page)."""
    width: int | None = None
    """Pixels across; None: two to the point, as far as programs show it."""


def map_drawn(document: Document, order: Order) -> Drawing:
    """The map as it is hung up."""
    from cxstudio.render.picture_files.map_files import map_drawing

    return map_drawing(document, order.about, language=order.language, assets=order.assets)


def map_on_paper(usual: MapDetails) -> Make:
    """The map on the paper the details name, else on this."""

    def make(document: Document, order: Order, progress: Progress) -> Made:
        from cxstudio.render.posters.poster_files import Form, PosterOrder, poster_pdf

        details = order.details if isinstance(order.details, MapDetails) else usual
        wanted = PosterOrder(details.paper.size, Form(details.form), USUAL.size)
        made = poster_pdf(document, order.about, wanted, language=order.language, assets=order.assets,
                          progress=progress)  # fmt: skip
        return Made(made.pdf, made.notices)

    return make


def make_map_png(document: Document, order: Order, _: Progress) -> Made:
    """An image as wide as the details say."""
    details = order.details if isinstance(order.details, MapDetails) else MapDetails()
    return Made(map_drawn(document, order).png(width=details.width))


def flow_drawn(document: Document, order: Order) -> Drawing:
    """The journey as a graph, all of it."""
    from cxstudio.render.picture_files.flow_files import flow_drawing

    return flow_drawing(document, order.about, language=order.language)


def fitting_flow_drawn(document: Document, order: Order) -> Drawing:
    """The same with its stages folded where it would be too long for a page."""
    from cxstudio.render.picture_files.flow_files import flow_drawing

    return flow_drawing(document, order.about, language=order.language, fitting=True)


def make_flow_png(document: Document, order: Order, _: Progress) -> Made:
    """An image of the flow, as wide as the details say."""
    return Made(fitting_flow_drawn(document, order).png(width=order.detailed(MapDetails).width))


def comparison_drawn(document: Document, order: Order) -> Drawing:
    """As-is above to-be."""
    from cxstudio.render.picture_files.comparison_files import comparison_drawing

    return comparison_drawing(document, order.about, language=order.language)


def make_comparison_pdf(document: Document, order: Order, progress: Progress) -> Made:
    """As-is above to-be, a long one on several sheets."""
    from cxstudio.render.picture_files.comparison_files import comparison_pdf

    return Made(comparison_pdf(document, order.about, language=order.language, progress=progress))


def chart_drawn(document: Document, order: Order) -> Drawing:
    """One chart, as the order has it."""
    from cxstudio.render.picture_files.chart_files import ChartOrder, chart_drawing

    return chart_drawing(document, order.detailed(ChartOrder))


def board_drawn(document: Document, order: Order) -> Drawing:
    """Measures by status."""
    from cxstudio.render.picture_files.plan_files import PlanOrder, board_drawing

    return board_drawing(document, order.language, order.detailed(PlanOrder))


def schedule_drawn(document: Document, order: Order) -> Drawing:
    """Measures over time."""
    from cxstudio.render.picture_files.plan_files import PlanOrder, schedule_drawing

    return schedule_drawing(document, order.language, order.detailed(PlanOrder))


def effort_impact_drawn(document: Document, order: Order) -> Drawing:
    """Measures by impact and effort."""
    from cxstudio.render.picture_files.plan_files import PlanOrder, effort_impact_drawing

    return effort_impact_drawing(document, order.language, order.detailed(PlanOrder))


def money_drawn(document: Document, order: Order) -> Drawing:
    """Cost and benefit."""
    from cxstudio.documents.report.money_pages import money_drawing

    return money_drawing(document, order.language)


def as_pdf(drawn: Callable[[Document, Order], Drawing]) -> Make:
    """Makes a page of what is drawn."""
    return lambda document, order, _: Made(drawn(document, order).pdf())


def as_svg(drawn: Callable[[Document, Order], Drawing]) -> Make:
    """Makes an SVG of what is drawn."""
    return lambda document, order, _: Made(drawn(document, order).svg())


def as_png(drawn: Callable[[Document, Order], Drawing]) -> Make:
    """Makes an image of what is drawn."""
    return lambda document, order, _: Made(drawn(document, order).png())
