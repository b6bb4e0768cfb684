"""The deltas as bars, with every answer as a dot; surveys with their intervals."""

from __future__ import annotations

from math import ceil

from cxstudio.documents.report.basis import short_basis
from cxstudio.documents.report.headlines import headline, lead
from cxstudio.documents.report.material import Material
from cxstudio.documents.setting.flow import Flow
from cxstudio.documents.setting.sheet import Page
from cxstudio.documents.setting.type import CONTENT_WIDTH
from cxstudio.layout.charts.delta_bars import DeltaChart, delta_rows, rows_in
from cxstudio.look.type_scale import PAPER, SCREEN

SECTION = "deltas"


def pages(material: Material) -> list[Page]:
    """The chart over as many pages as it needs, all on one axis and evenly filled; large type where that costs none."""
    flow = Flow(material.fonts, SECTION, headline(material, SECTION), lead=lead(material, SECTION),
                note=short_basis(material))  # fmt: skip
    rows = () if material.figures is None else delta_rows(material.document, material.figures)
    needed = ceil(len(rows) / rows_in(flow.room))
    paper = ceil(len(rows) / rows_in(flow.room, paper=False)) > needed
    each = ceil(len(rows) / needed)
    chart = DeltaChart(rows, material.texts, CONTENT_WIDTH, PAPER if paper else SCREEN, material.fonts)
    for start in range(0, len(rows), each):
        if start:
            flow.new_page()
        flow.drawing(chart.drawn(rows[start : start + each]))
    return flow.pages()


def missing(material: Material) -> str:
    """Why there are no deltas; empty where there are some."""
    if material.figures is not None and any(t.delta is not None for t in material.figures.touchpoints):
        return ""
    return material.texts.tr("There are no deltas: nobody has rated both expectation and experience yet.")
