"""The charts somebody put into the report, one or two per page, each with its basis."""

from __future__ import annotations

from dataclasses import replace

from cxstudio.documents.report.headlines import headline, lead
from cxstudio.documents.report.material import Material
from cxstudio.documents.setting.flow import GAP, Flow
from cxstudio.documents.setting.sheet import Page
from cxstudio.documents.setting.type import CONTENT_WIDTH, MARGIN
from cxstudio.layout.charts.chart import Chart, ChartStyle, Missing
from cxstudio.layout.charts.table import draw
from cxstudio.layout.charts.wanted import Wanted, read, source
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import PAPER, SCREEN

SECTION = "pictures"
_BETWEEN = 28.0


def pages(material: Material) -> list[Page]:
    """The chosen charts in order; narrow ones side by side. No pages where nobody chose any."""
    wanted = chosen(material)
    if not wanted or material.journey is None:
        return []
    flow = Flow(material.fonts, SECTION, headline(material, SECTION), lead=lead(material, SECTION))
    waiting: list[Chart] = []
    for each in wanted:
        drawn = _drawn(material, each, flow.room)
        if isinstance(drawn, Missing):
            _beside(flow, waiting)
            flow.subtitle(each.title(material.texts))
            flow.paragraph(drawn.reason, role=Role.MUTED)
        elif each.row.wide:
            _beside(flow, waiting)
            flow.drawing(_drawn_in(material, each, flow, drawn).picture)
        else:
            waiting.append(drawn)
            if len(waiting) == 2:
                _beside(flow, waiting)
    _beside(flow, waiting)
    return flow.pages()


def chosen(material: Material) -> list[Wanted]:
    """The charts to be printed; lines of a newer program are left out."""
    return [wanted for wanted in map(read, material.settings.pictures) if wanted is not None]


def _drawn(material: Material, wanted: Wanted, room: float) -> Chart | Missing:
    """A chart in large type, in small type where that is needed to fit."""
    assert material.journey is not None
    made = source(material.document, material.texts, material.figures, material.journey.id, wanted)
    width = CONTENT_WIDTH if wanted.row.wide else (CONTENT_WIDTH - _BETWEEN) / 2
    height = room if wanted.row.tall else room / 2
    style = ChartStyle(width, height - GAP, material.texts, SCREEN, fonts=material.fonts)
    found = draw(wanted.row, made, style)
    if isinstance(found, Missing):
        return found
    if found[1].picture.height > room:
        found = draw(wanted.row, made, replace(style, unit=PAPER))
        assert not isinstance(found, Missing)
    return found[1]


def _drawn_in(material: Material, wanted: Wanted, flow: Flow, drawn: Chart) -> Chart:
    """The chart as high as a whole page where it does not fit on this one."""
    if drawn.picture.height <= flow.room or flow.fresh:
        return drawn
    flow.new_page()
    again = _drawn(material, wanted, flow.room)
    return drawn if isinstance(again, Missing) else again


def _beside(flow: Flow, waiting: list[Chart]) -> None:
    """Set what waits side by side, and wait for no more."""
    if not waiting:
        return
    height = max(chart.picture.height for chart in waiting)
    flow.need(height)
    x = MARGIN
    for chart in waiting:
        flow.sheet.drawing(chart.picture, x, flow.y)
        x += chart.picture.width + _BETWEEN
    flow.y += height + GAP
    waiting.clear()
