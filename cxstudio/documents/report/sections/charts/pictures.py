"""The charts somebody put into the report, one or two per page, each with its basis."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from cxstudio.documents.content import Figure, Missing, Room, Section
from cxstudio.documents.report.material import Material
from cxstudio.layout.charts import chart_source
from cxstudio.layout.charts.chart_base import ChartStyle
from cxstudio.layout.charts.chart_request import Wanted, read, source
from cxstudio.layout.charts.chart_source import ChartData
from cxstudio.layout.charts.chart_table import ChartRow
from cxstudio.layout.charts.chart_values_of import chart_values
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.look.type_scale import PAPER, SCREEN
from cxstudio.model import Id
from cxstudio.wording.findings.report_headlines import need_headline
from cxstudio.wording.texts import Texts


def content(material: Material) -> Section | Missing:
    """The chosen charts in order; lines of a newer program are left out."""
    wanted = chosen(material)
    if not wanted or material.journey is None:
        return Missing()
    journey = material.journey.id
    figures = tuple(chart(material, journey, each) for each in wanted)
    headline = need_headline(material.document, material.figures, material.texts)
    return Section(headline, figures, note=material.texts.tr("Charts"))


def chosen(material: Material) -> list[Wanted]:
    """The charts somebody put into the report."""
    return [found for found in map(read, material.settings.pictures) if found is not None]


def chart(material: Material, journey: Id, wanted: Wanted) -> Figure:
    """One chart as it is set on a page, or why there is none."""
    texts, row = material.texts, wanted.row
    data = row.data(source(material.document, texts, material.figures, journey, wanted))
    width, height, title = 1.0 if row.wide else 0.5, 1.0 if row.tall else 0.5, wanted.title(texts)
    if isinstance(data, chart_source.Missing):
        return Figure(None, width, height, title, data.reason)
    values = chart_values(data, material.document, texts)
    return Figure(partial(_drawn, row, data, texts), width, height, title, values=values)


def _drawn(row: ChartRow, data: ChartData, texts: Texts, room: Room) -> list[DisplayList]:
    """A chart in large type, in small type where that is needed to fit on a page."""
    style = ChartStyle(room.width, room.height, texts, SCREEN, whole=True, fonts=room.fonts)
    picture = row.lay_out(data, style).picture
    return [picture if picture.height <= room.most else row.lay_out(data, replace(style, unit=PAPER)).picture]
