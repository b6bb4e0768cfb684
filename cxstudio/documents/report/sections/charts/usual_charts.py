"""Charts a documentation prints without being asked: distribution, experience kinds, Kano. None stands there twice."""

from __future__ import annotations

from cxstudio.documents.content import Missing, Section
from cxstudio.documents.report.basis import short_basis
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections.charts.pictures import chart, chosen
from cxstudio.layout.charts.chart_request import Wanted
from cxstudio.model.kinds import ReportPreset
from cxstudio.wording.findings.report_headlines import agreement_headline, kano_headline, profile_headline


def distribution(material: Material) -> Section | Missing:
    """How far the answers differ at each touchpoint; where single answers were not announced, nothing."""
    return _section(material, "distribution", agreement_headline(material.figures, material.texts))


def profile(material: Material) -> Section | Missing:
    """Experience kinds against each other."""
    return _section(material, "profile", profile_headline(material.figures, material.texts))


def kano(material: Material) -> Section | Missing:
    """What is taken for granted and what delights; in a short report only where nothing else was asked."""
    if material.compared and material.settings.preset is not ReportPreset.DOCUMENTATION:
        return Missing()
    return _section(material, "kano", kano_headline(material.document, material.figures, material.texts))


def _section(material: Material, name: str, headline: str) -> Section | Missing:
    if material.journey is None or any(found.chart == name for found in chosen(material)):
        return Missing()
    figure = chart(material, material.journey.id, Wanted(name))
    if figure.draw is None or not headline:
        return Missing()
    return Section(headline, (figure,), note=short_basis(material))
