"""The map, cut between touchpoints over as many pages as it needs, headers repeated."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from cxstudio.analysis.comparison.overlaid_rounds import overlaid_figures
from cxstudio.analysis.statistics.figure_values import Verdict
from cxstudio.documents.content import Figure, Missing, Room, Section
from cxstudio.documents.report.basis import short_basis
from cxstudio.documents.report.material import Material
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.layout.map.map_layout import MapStyle, folded_at_first
from cxstudio.layout.map.map_paging import MapPage, map_pages
from cxstudio.layout.map.shown_lanes import lanes_of
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.look.fonts import FontBook
from cxstudio.model import Id, Journey
from cxstudio.model.kinds import JourneyKind, ReportPreset
from cxstudio.model.lane_kinds import ABOUT_PEOPLE, LANE_CONTENTS, LaneKind
from cxstudio.model.lanes import records_in
from cxstudio.wording.findings.report_headlines import map_headline

_BRIEF: Final = (LaneKind.TOUCHPOINTS, LaneKind.EXPECTATION_EXPERIENCE, LaneKind.EMOTION)
MOST_STARDUST: Final = 2
MOST_ON_MAP: Final = 10
"""Touchpoints on the map of a short report on a long journey, and how many of them are those to keep."""


def content(material: Material) -> Section | Missing:
    """Every column of the journey, none of them cut."""
    journey, texts = material.journey, material.texts
    if journey is None or not material.touchpoints:
        return Missing(texts.tr("There is no map: the journey has no touchpoints yet."))
    headline = map_headline(material.document, material.figures, texts, _counted(material), _shown(material))
    numbered = any(material.measures_at(touchpoint) for touchpoint in _shown(material))
    sign = texts.tr("M: number of the measure") if numbered else ""
    note = " · ".join(part for part in (journey.title, short_basis(material), sign) if part)
    drawn = Figure(partial(_pictures, material, journey.id), brief=partial(_pictures, material, journey.id, brief=True))
    return Section(headline, (drawn,), _lead(material, journey), note)


def _counted(material: Material) -> str:
    """What a map tells where no touchpoint stands out: how many are critical, else how many there are."""
    texts, journey = material.texts, material.journey
    if material.critical and len(material.touchpoints) > 1:
        return texts.trn("{n} of {all} touchpoints is critical", "{n} of {all} touchpoints are critical",
                         len(material.critical), all=texts.number(len(material.touchpoints)))  # fmt: skip
    touchpoints = texts.trn("{n} touchpoint", "{n} touchpoints", len(material.touchpoints))
    stages = 0 if journey is None else len(material.document.stages(journey.id))
    return texts.tr("{title}: {touchpoints} in {stages}", title="" if journey is None else journey.title,
                    touchpoints=touchpoints, stages=texts.trn("{n} stage", "{n} stages", stages))  # fmt: skip


def _pictures(material: Material, journey: Id, room: Room, *, brief: bool = False) -> list[DisplayList]:
    """All lanes below each other where they fit; else figures first, then the lanes of words, each with the cards.

    `brief`: only the cards with their figures and emotions.
    """

    def laid_out(lanes: tuple[LaneKind, ...]) -> dict[int, list[MapPage]]:
        """First column → the pages that show the columns from there."""
        over = overlaid_figures(material.document, journey)
        found: dict[int, list[MapPage]] = {}
        for page in map_pages(material.document, journey, material.drawn, material.texts, room.width, room.height,
                              lanes=lanes, folded_stages=_folded(material), only=_only(material), fonts=room.fonts,
                              over=over):  # fmt: skip
            found.setdefault(page.columns.start, []).append(page)
        return found

    shown = dict.fromkeys(_shown_lanes(material, journey, room.fonts))
    lanes = tuple(kind for kind in shown if _filled(material, kind))
    if brief:
        lanes = tuple(kind for kind in lanes if kind in _BRIEF)
    words = tuple(kind for kind in lanes if LANE_CONTENTS[kind].grows)
    figures = tuple(kind for kind in lanes if kind not in words)
    if _in_short(material) and words and figures:
        kept = tuple(kind for kind in lanes if kind in figures or (kind in ABOUT_PEOPLE and _wanted(material)))
        fewest = [page for pages in laid_out(kept).values() for page in pages]
        for more in _more_and_more(lanes, kept):
            found = [page for pages in laid_out(more).values() for page in pages]
            if len(found) <= len(fewest):
                return [page.picture for page in found]
        return [page.picture for page in fewest]
    whole = laid_out(lanes)
    if not words or not figures or all(len(pages) == 1 for pages in whole.values()):
        return [page.picture for pages in whole.values() for page in pages]
    first, then = laid_out(figures), laid_out((LaneKind.TOUCHPOINTS, *words))
    if not first.keys() == then.keys() == whole.keys():  # a long text made the columns wider in one of them
        return [page.picture for pages in whole.values() for page in pages]
    return [
        page.picture
        for start, pages in whole.items()
        for page in (pages if len(pages) == 1 else [*first[start], *then[start]])
    ]


def _in_short(material: Material) -> bool:
    """Whether what is said in words has to stand elsewhere: a documentation alone prints every lane."""
    return material.settings.preset is not ReportPreset.DOCUMENTATION


def _wanted(material: Material) -> bool:
    """Whether somebody asked for what is said of people: then no other lane takes its room."""
    return material.settings.about_people


def _more_and_more(lanes: tuple[LaneKind, ...], figures: tuple[LaneKind, ...]) -> Iterator[tuple[LaneKind, ...]]:
    """All lanes, then always one lane of words less, from the last one on; `figures` always stay."""
    words = [kind for kind in lanes if kind not in figures]
    for most in range(len(words), 0, -1):
        yield tuple(kind for kind in lanes if kind in figures or kind in words[:most])


def _shown_lanes(material: Material, journey: Id, fonts: FontBook) -> tuple[LaneKind, ...]:
    """The journey's lanes in its order; what is said of people only where nobody is shown up by it."""
    scene = Scene(material.document, journey, None, material.texts, MapStyle(paper=True, hints=False), fonts)
    kinds = (spec.kind for spec in lanes_of(scene))
    return tuple(kind for kind in kinds if kind not in ABOUT_PEOPLE or _may_show_people(material))


def _may_show_people(material: Material) -> bool:
    """Whether somebody wants it so, or no touchpoint disappoints."""
    figures = (material.of(t.id) for t in material.touchpoints)
    return material.settings.about_people or not any(f and f.verdict is Verdict.DISAPPOINTING for f in figures)


def _shown(material: Material) -> frozenset[Id]:
    """Touchpoints that stand one by one."""
    only = _only(material)
    if only is not None:
        return only
    if not _folded(material):
        return frozenset(t.id for t in material.touchpoints)
    return frozenset(t.id for t in (*material.critical, *material.stardust))


def _only(material: Material) -> frozenset[Id] | None:
    """In a short report on a long journey the most urgent critical touchpoints and some to keep; None: all of them."""
    if material.most is None:
        return None
    kept = material.stardust[:MOST_STARDUST]
    lows = () if material.figures is None else material.figures.lowest_low
    lowest = [t for t in material.touchpoints if t.id in lows][: MOST_ON_MAP // 2]
    others = [t for t in material.critical if t not in lowest]
    named = (*lowest, *others[: MOST_ON_MAP - len(kept) - len(lowest)], *kept)
    return frozenset(t.id for t in named or material.touchpoints[:MOST_ON_MAP])


def _folded(material: Material) -> frozenset[Id]:
    """In a long journey only critical and stardust touchpoints stand one by one; a documentation shows all."""
    if material.journey is None or material.most is not None or material.settings.preset is ReportPreset.DOCUMENTATION:
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


def _lead(material: Material, journey: Journey) -> str:
    tr, persona = material.texts.tr, material.persona()
    kind = tr("As-is journey") if journey.kind is JourneyKind.AS_IS else tr("To-be journey")
    who = f"{kind}, {persona.name}" if persona else kind
    project = material.document.project
    span = " – ".join(part for part in (project.begins, project.ends) if part)
    told = f"{who}: {span}" if span else who
    only = _only(material)
    if only is not None:
        counts = {"n": material.texts.number(len(only)), "all": material.texts.number(len(material.touchpoints))}
        shown = tr("Only {n} of {all} touchpoints are shown: the most urgent ones and those to keep.", **counts)
        return f"{told}. {shown}"
    if not _folded(material):
        return told
    return (
        told
        + ". "
        + tr("Critical touchpoints and those to keep are listed one by one, the others are grouped by stage.")
    )
