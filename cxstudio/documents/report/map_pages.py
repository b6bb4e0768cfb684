"""The map, cut between touchpoints over as many pages as it needs, headers repeated."""

from __future__ import annotations

from cxstudio.documents.report.basis import short_basis
from cxstudio.documents.report.headlines import headline
from cxstudio.documents.report.material import Material
from cxstudio.documents.setting.flow import Flow
from cxstudio.documents.setting.sheet import Page
from cxstudio.documents.setting.type import CONTENT_WIDTH
from cxstudio.layout.lane_choice import lanes_of
from cxstudio.layout.map import MapStyle, folded_at_first
from cxstudio.layout.pages import MapPage, map_pages
from cxstudio.layout.scene import Scene
from cxstudio.model import Id, Measure, Note
from cxstudio.model.kinds import JourneyKind, LaneKind, NoteKind, ReportPreset

SECTION = "map"
_FEW = 42
"""Journeys of so many touchpoints may have all lanes on each of their few pages."""
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
    if len(material.touchpoints) <= _FEW:
        whole = _laid_out(material, room, lanes)
        if all(page.lanes == lanes for page in whole):
            return whole
    words = tuple(kind for kind in lanes if kind in _WORDS)
    figures = tuple(kind for kind in lanes if kind not in words)
    if not words or not figures:
        return _laid_out(material, room, lanes)
    return [*_laid_out(material, room, figures), *_laid_out(material, room, (LaneKind.TOUCHPOINTS, *words))]


def _shown_lanes(material: Material) -> tuple[LaneKind, ...]:
    """The journey's lanes in its order."""
    assert material.journey is not None
    style = MapStyle(paper=True, hints=False)
    scene = Scene(material.document, material.journey.id, None, material.texts, style, material.fonts)
    return tuple(spec.kind for spec in lanes_of(scene))


def _folded(material: Material) -> frozenset[Id]:
    """In a long journey only critical and stardust touchpoints stand one by one; a documentation shows all."""
    if material.journey is None or material.settings.preset is ReportPreset.DOCUMENTATION:
        return frozenset()
    return folded_at_first(material.document, material.journey.id)


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
                     lanes=lanes, folded_stages=_folded(material), fonts=material.fonts)  # fmt: skip


def _lead(material: Material) -> str:
    own = material.own_headline(f"{SECTION}_lead")
    persona = material.persona()
    journey = material.journey
    if own or journey is None:
        return own
    tr = material.texts.tr
    kind = tr("As-is journey") if journey.kind is JourneyKind.AS_IS else tr("To-be journey")
    who = f"{kind}, {persona.name}" if persona else kind
    project = material.document.project
    span = " – ".join(part for part in (project.begins, project.ends) if part)
    told = f"{who}: {span}" if span else who
    if not _folded(material):
        return told
    return told + ". " + tr("Critical touchpoints and those to keep stand one by one, the others are folded per stage.")
