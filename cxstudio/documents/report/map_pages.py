"""The map, cut between touchpoints over as many pages as it needs, headers repeated."""

from __future__ import annotations

from cxstudio.analysis.comparison.overlaid_rounds import overlaid_figures
from cxstudio.documents.report.basis import short_basis
from cxstudio.documents.report.headlines import headline
from cxstudio.documents.report.material import Material
from cxstudio.documents.setting.flow import Flow
from cxstudio.documents.setting.sheet import Page
from cxstudio.documents.setting.type import CONTENT_WIDTH
from cxstudio.layout.map.map_layout import MapStyle, folded_at_first
from cxstudio.layout.map.map_paging import MapPage, map_pages
from cxstudio.layout.map.shown_lanes import lanes_of
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.model import Id
from cxstudio.model.kinds import JourneyKind, ReportPreset
from cxstudio.model.lane_kinds import LANE_CONTENTS, LaneKind
from cxstudio.model.lanes import records_in

SECTION = "map"


def pages(material: Material) -> list[Page]:
    """Every column of the journey on some page, none of them cut."""
    note = " · ".join(
        part for part in (material.journey.title if material.journey else "", short_basis(material)) if part
    )
    flow = Flow(material.fonts, SECTION, headline(material, SECTION), lead=_lead(material), note=note)
    for page in _pages(material, flow.room):
        if not flow.fresh:
            flow.new_page()
        flow.drawing(page.picture)
    return flow.pages()


def missing(material: Material) -> str:
    """Why there is no map; empty where there is one."""
    return "" if material.touchpoints else material.texts.tr("There is no map: the journey has no touchpoints yet.")


def _pages(material: Material, room: float) -> list[MapPage]:
    """All lanes below each other where they fit; else figures first, then the lanes of words, each with the cards."""
    lanes = tuple(kind for kind in dict.fromkeys(_shown_lanes(material)) if _filled(material, kind))
    words = tuple(kind for kind in lanes if LANE_CONTENTS[kind].grows)
    figures = tuple(kind for kind in lanes if kind not in words)
    whole = _by_start(_laid_out(material, room, lanes))
    if not words or not figures or all(len(pages) == 1 for pages in whole.values()):
        return [page for pages in whole.values() for page in pages]
    first = _by_start(_laid_out(material, room, figures))
    then = _by_start(_laid_out(material, room, (LaneKind.TOUCHPOINTS, *words)))
    return [
        page for start, pages in whole.items() for page in (pages if len(pages) == 1 else [*first[start], *then[start]])
    ]


def _by_start(pages: list[MapPage]) -> dict[int, list[MapPage]]:
    """First column → the pages that show the columns from there."""
    found: dict[int, list[MapPage]] = {}
    for page in pages:
        found.setdefault(page.columns.start, []).append(page)
    return found


def _shown_lanes(material: Material) -> tuple[LaneKind, ...]:
    """The journey's lanes in its order."""
    assert material.journey is not None
    style = MapStyle(paper=True, hints=False)
    scene = Scene(material.document, material.journey.id, None, material.texts, style, material.fonts)
    return tuple(spec.kind for spec in lanes_of(scene))


def _shown(material: Material) -> frozenset[Id]:
    """Touchpoints that stand one by one."""
    if not _folded(material):
        return frozenset(t.id for t in material.touchpoints)
    return frozenset(t.id for t in (*material.critical, *material.stardust))


def _folded(material: Material) -> frozenset[Id]:
    """In a long journey only critical and stardust touchpoints stand one by one; a documentation shows all."""
    if material.journey is None or material.settings.preset is ReportPreset.DOCUMENTATION:
        return frozenset()
    return folded_at_first(material.document, material.journey.id)


def _filled(material: Material, kind: LaneKind) -> bool:
    """Whether anything stands in a lane; kinds we do not know better are taken to be filled."""
    contents, here = LANE_CONTENTS[kind], _shown(material)
    figures = (material.of(t) for t in here)
    said = (t for t in material.touchpoints if t.id in here)
    return (
        not (contents.figures or contents.fields or contents.record)
        or any(getattr(found, name) is not None for found in figures if found for name in contents.figures)
        or any(getattr(touchpoint, name) for touchpoint in said for name in contents.fields)
        or any(records_in(material.document, kind, touchpoint) for touchpoint in here)
    )


def _laid_out(material: Material, room: float, lanes: tuple[LaneKind, ...]) -> list[MapPage]:
    assert material.journey is not None
    over = overlaid_figures(material.document, material.journey.id)
    return map_pages(material.document, material.journey.id, material.figures, material.texts, CONTENT_WIDTH, room,
                     lanes=lanes, folded_stages=_folded(material), fonts=material.fonts, over=over)  # fmt: skip


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
