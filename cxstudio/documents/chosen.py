"""What a document is about when nobody says so: which journey, which round."""

from __future__ import annotations

from cxstudio.model import Document, Journey, ReportSettings
from cxstudio.model.kinds import JourneyKind


def report_settings(document: Document) -> ReportSettings:
    """What the report holds and asks for; empty settings where nobody chose."""
    found = document.all(ReportSettings)
    return found[0] if found else ReportSettings(id="report")


def chosen_journey(document: Document) -> Journey | None:
    """The journey the report is about: the one chosen, else the first as-is journey, else the first."""
    chosen = document.find(report_settings(document).journey)
    if isinstance(chosen, Journey):
        return chosen
    journeys = document.all(Journey)
    return next((j for j in journeys if j.kind is JourneyKind.AS_IS), journeys[0] if journeys else None)
