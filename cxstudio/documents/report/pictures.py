"""The charts somebody put into the report, one or two per page, each with its basis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cxstudio.documents.report.headlines import headline, lead
from cxstudio.documents.report.material import Material
from cxstudio.documents.setting.flow import GAP, Flow
from cxstudio.documents.setting.sheet import Page
from cxstudio.documents.setting.type import CONTENT_WIDTH, MARGIN
from cxstudio.layout.charts.chart_base import Chart, ChartStyle, Missing
from cxstudio.layout.charts.chart_request import Wanted, read, source
from cxstudio.layout.charts.chart_table import draw
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
    room = flow.room
    for line in _lines(wanted):
        width = (CONTENT_WIDTH - _BETWEEN * (len(line) - 1)) / len(line)
        drawn = [(each, _drawn(material, each, width, room)) for each in line]
        charts = [chart for _, chart in drawn if isinstance(chart, Chart)]
        if charts:
            _beside(flow, charts)
        for each, chart in drawn:
            if isinstance(chart, Missing):
                flow.subtitle(each.title(material.texts))
                flow.paragraph(chart.reason, role=Role.MUTED)
    return flow.pages()


def chosen(material: Material) -> list[Wanted]:
    """The charts to be printed; lines of a newer program are left out."""
    return [wanted for wanted in map(read, material.settings.pictures) if wanted is not None]


def _lines(wanted: Sequence[Wanted]) -> Iterator[tuple[Wanted, ...]]:
    """Two narrow charts that follow each other share a line."""
    waiting: Wanted | None = None
    for each in wanted:
        if waiting is not None:
            yield (waiting,) if each.row.wide else (waiting, each)
            waiting = None
            if not each.row.wide:
                continue
        if each.row.wide:
            yield (each,)
        else:
            waiting = each
    if waiting is not None:
        yield (waiting,)


def _drawn(material: Material, wanted: Wanted, width: float, room: float) -> Chart | Missing:
    """A chart in large type, in small type where that is needed to fit on a page."""
    assert material.journey is not None
    made = source(material.document, material.texts, material.figures, material.journey.id, wanted)
    height = (room if wanted.row.tall else room / 2) - GAP
    style = ChartStyle(width, height, material.texts, SCREEN, fonts=material.fonts)
    found = draw(wanted.row, made, style)
    if not isinstance(found, Missing) and found[1].picture.height > room:
        found = draw(wanted.row, made, replace(style, unit=PAPER))
    return found if isinstance(found, Missing) else found[1]


def _beside(flow: Flow, charts: Sequence[Chart]) -> None:
    """Set charts side by side."""
    height = max(chart.picture.height for chart in charts)
    flow.need(height)
    x = MARGIN
    for chart in charts:
        flow.sheet.drawing(chart.picture, x, flow.y)
        x += chart.picture.width + _BETWEEN
    flow.y += height + GAP
