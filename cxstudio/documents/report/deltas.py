"""The deltas as bars, with every answer as a dot; surveys with their intervals."""

from __future__ import annotations

from cxstudio.documents.report.basis import short_basis
from cxstudio.documents.report.headlines import headline, lead
from cxstudio.documents.report.material import Material
from cxstudio.documents.setting.flow import Flow
from cxstudio.documents.setting.sheet import Page
from cxstudio.documents.setting.type import CONTENT_WIDTH
from cxstudio.layout.delta_chart import DeltaRow, delta_rows, lay_out_deltas, rows_in

SECTION = "deltas"


def pages(material: Material) -> list[Page]:
    """The chart over as many pages as it needs, all of them on one axis; large type where one page holds it all."""
    flow = Flow(material.fonts, SECTION, headline(material, SECTION), lead=lead(material, SECTION),
                note=short_basis(material))  # fmt: skip
    rows = () if material.figures is None else delta_rows(material.document, material.figures)
    paper = len(rows) > rows_in(flow.room, paper=False)
    start = 0
    while start < len(rows):
        if start:
            flow.new_page()
        stop = min(len(rows), start + rows_in(flow.room, paper=paper))
        _put(flow, material, rows, range(start, stop), paper)
        start = stop
    return flow.pages()


def _put(flow: Flow, material: Material, rows: tuple[DeltaRow, ...], shown: range, paper: bool) -> None:
    flow.drawing(lay_out_deltas(rows, material.texts, CONTENT_WIDTH, shown=shown, paper=paper, fonts=material.fonts))
