"""Employees and customers: where one view misjudges the other. Compared, never averaged."""

from __future__ import annotations

from typing import Final

from cxstudio.documents.content import Missing, Section
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections.charts.pictures import chart, chosen
from cxstudio.layout.charts.chart_request import Wanted
from cxstudio.wording.findings.view_findings import views_headline

VIEWS: Final = "views"


def content(material: Material) -> Section | Missing:
    """The picture of both views, wherever both were asked and nobody put the same one among the charts."""
    compared = material.views
    if compared is None or material.journey is None or any(found.chart == VIEWS for found in chosen(material)):
        return Missing()
    wanted = Wanted(VIEWS, about=(compared.ours, compared.theirs))
    headline = views_headline(material.document, compared, material.texts)
    return Section(headline, (chart(material, material.journey.id, wanted),))
