"""The map, cut between touchpoints over as many pages as it needs, headers repeated."""

from __future__ import annotations

from cxstudio.documents.report.basis import short_basis
from cxstudio.documents.report.headlines import headline
from cxstudio.documents.report.material import Material
from cxstudio.documents.setting.flow import Flow
from cxstudio.documents.setting.sheet import Page
from cxstudio.documents.setting.type import CONTENT_WIDTH
from cxstudio.layout.map import MapStyle, lay_out_map
from cxstudio.layout.pages import MapPage, map_pages
from cxstudio.model import Measure, Note
from cxstudio.model.kinds import JourneyKind, LaneKind, NoteKind

SECTION = "map"
_WORDS = (LaneKind.QUOTES, LaneKind.THOUGHTS_NEEDS, LaneKind.HURDLES_OPPORTUNITIES, LaneKind.MEASURES)
"""Lanes of text, which grow high in narrow columns."""
_FIGURES = {
    LaneKind.EXPECTATION_EXPERIENCE: ("expectation", "experience"),
    LaneKind.EMOTION: ("emotion",),
    LaneKind.IMPORTANCE: ("importance",),
}
_NOTES = {
    LaneKind.QUOTES: (NoteKind.QUOTE,),
    LaneKind.THOUGHTS_NEEDS: (NoteKind.THOUGHT, NoteKind.NEED),
    LaneKind.HURDLES_OPPORTUNITIES: (NoteKind.HURDLE, NoteKind.OPPORTUNITY),
}


def pages(material: Material) -> list[Page]:
    """Every column of the journey on some page, none of them cut."""
    tr = material.texts.tr
    note = " · ".join(
        part for part in (material.journey.title if material.journey else "", short_basis(material)) if part
    )
    flow = Flow(material.fonts, SECTION, headline(material, SECTION), lead=_lead(material), note=note)
    if material.journey is None or not material.touchpoints:
        flow.paragraph(tr("As soon as the journey has touchpoints, its map stands here."))
        return flow.pages()
    for page in _pages(material, flow.room):
        if not flow.fresh:
            flow.new_page()
        flow.drawing(page.picture)
    return flow.pages()


def _pages(material: Material, room: float) -> list[MapPage]:
    """All lanes below each other where they fit; else figures first, then the lanes of words, each with the cards."""
    lanes = tuple(kind for kind in _shown_lanes(material) if _filled(material, kind))
    whole = _laid_out(material, room, lanes)
    if all(page.lanes == lanes for page in whole):
        return whole
    words = tuple(kind for kind in lanes if kind in _WORDS)
    figures = tuple(kind for kind in lanes if kind not in words)
    if not words or not figures:
        return whole
    return [*_laid_out(material, room, figures), *_laid_out(material, room, (LaneKind.TOUCHPOINTS, *words))]


def _shown_lanes(material: Material) -> tuple[LaneKind, ...]:
    """The journey's lanes in its order."""
    assert material.journey is not None
    style = MapStyle(paper=True, hints=False)
    laid = lay_out_map(material.document, material.journey.id, None, material.texts, style, material.fonts)
    return tuple(row.kind for row in laid.lanes)


def _filled(material: Material, kind: LaneKind) -> bool:
    """Whether anything stands in a lane; kinds we do not know better are taken to be filled."""
    if kind in _FIGURES:
        figures = material.figures.touchpoints if material.figures else ()
        return any(getattr(found, name) is not None for found in figures for name in _FIGURES[kind])
    here = {t.id for t in material.touchpoints}
    if kind in _NOTES:
        return any(n.about in here and n.kind in _NOTES[kind] for n in material.document.all(Note))
    if kind is LaneKind.DEPARTMENTS:
        return any(t.departments for t in material.touchpoints)
    if kind is LaneKind.MEASURES:
        return any(here.intersection(m.touchpoints) for m in material.document.all(Measure))
    return True


def _laid_out(material: Material, room: float, lanes: tuple[LaneKind, ...]) -> list[MapPage]:
    assert material.journey is not None
    return map_pages(material.document, material.journey.id, material.figures, material.texts, CONTENT_WIDTH, room,
                     lanes=lanes, fonts=material.fonts)  # fmt: skip


def _lead(material: Material) -> str:
    persona = material.persona()
    journey = material.journey
    if journey is None:
        return ""
    tr = material.texts.tr
    kind = tr("As-is journey") if journey.kind is JourneyKind.AS_IS else tr("To-be journey")
    who = f"{kind}, {persona.name}" if persona else kind
    project = material.document.project
    span = " – ".join(part for part in (project.begins, project.ends) if part)
    return f"{who}: {span}" if span else who
