"""What a document is about when nobody says so: which journey, which round."""

from __future__ import annotations

from cxstudio.analysis.round.reported_round import reported_round, says_something
from cxstudio.analysis.round.round_figures import round_figures
from cxstudio.model import Document, Journey, ReportSettings, Round
from cxstudio.model.kinds import JourneyKind
from cxstudio.model.rounds import rounds


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


def chosen_round(document: Document) -> Round | None:
    """The round whose figures are told: the one chosen, else the chosen persona's newest, else the one shown.

    One that was just begun and says nothing yet is only told of where somebody chose it.
    """
    journey, settings = chosen_journey(document), report_settings(document)
    if journey is None:
        return None
    chosen = document.find(settings.round)
    if isinstance(chosen, Round) and chosen.journey == journey.id:
        return chosen
    shown = reported_round(document, journey.id)
    if settings.persona is None or (shown is not None and shown.persona == settings.persona):
        return shown
    theirs = [r for r in rounds(document, journey.id) if r.persona == settings.persona]
    known = [r for r in theirs if says_something(round_figures(document, r.id))]
    return known[-1] if known else shown


def chosen_language(document: Document) -> str:
    """The language the report is written in: the one chosen, else the project's."""
    return (report_settings(document).language or document.project.language).value
