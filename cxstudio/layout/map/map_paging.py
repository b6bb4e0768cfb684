"""The map on paper: which columns stand on which page, and every page as a picture of its own."""

from __future__ import annotations

import math
import sys
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.display.display_list import DisplayList, Frame
from cxstudio.layout.lanes.lane_kind import LaneSpec
from cxstudio.layout.map.frame_assembly import Parts, build, labels
from cxstudio.layout.map.shown_lanes import lanes_of
from cxstudio.layout.map.stage_headers import headers
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.map_scene.map_columns import exact
from cxstudio.layout.map_scene.map_style import Column, MapStyle, StageSpan
from cxstudio.layout.map_scene.overlaid_values import Over
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.model import Document, Id
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.wording.texts import Texts

LABEL_WIDTH = 74.0
NARROWEST = 48.0
"""Narrowest column on paper: a card's name stays readable at 7 points."""
WIDEST = 100.0
_WIDER = 1.5
"""So much wider columns are tried where a text makes one of their lanes higher than a page."""
_FILLED = 0.65
"""A page may end early, at the end of a stage, when it is at least so full."""


@dataclass(frozen=True, slots=True)
class ColumnRange:
    """Columns `start` … `stop` − 1 of a map."""

    start: int
    stop: int


@dataclass(frozen=True)
class MapPage:
    """One page of a map, drawn when it is looked at first: some are only counted."""

    height: float
    """Points, with the headers."""
    columns: ColumnRange
    stages: tuple[Id, ...]
    lanes: tuple[LaneKind, ...]
    draw: Callable[[], DisplayList]

    @cached_property
    def picture(self) -> DisplayList:
        """What stands on it."""
        return self.draw()


def paginate(scene: Scene, page_width: float) -> list[ColumnRange]:
    """Which columns of a map stand on which page of that width; cut between touchpoints."""
    room = page_width - scene.style.label_width
    return ranges_of(len(scene.columns), scene.stages, _side_by_side(scene.columns, room))


def _side_by_side(columns: Sequence[Column], room: float) -> int:
    """How many columns fit side by side wherever a page begins, one at least; gaps are narrower than touchpoints."""
    ends = [column.x + column.width for column in columns]
    found = [bisect_right(ends, column.x + room + 1e-6) - at for at, column in enumerate(columns)]
    short = [n for at, n in enumerate(found) if at + n < len(columns)]
    return max(1, min(short, default=len(columns)))


def map_pages(
    document: Document,
    journey: Id,
    figures: RoundFigures | None,
    texts: Texts,
    page_width: float,
    page_height: float,
    *,
    lanes: tuple[LaneKind, ...] | None = None,
    folded_stages: frozenset[Id] = frozenset(),
    only: frozenset[Id] | None = None,
    fonts: FontBook | None = None,
    over: Over | None = None,
) -> list[MapPage]:
    """The whole map as pictures of at most that size, headers and labels repeated, no text under 7 points.

    Fewer columns rather than smaller ones, and wider ones where a lane would not fit a page; lanes that do not fit
    below each other go on to a further page, which repeats the cards. Texts are shortened only where one of them would
    not fit a page by itself.
    """
    style = MapStyle(
        NARROWEST, folded_stages=folded_stages, only=only, paper=True, lanes=lanes, label_width=LABEL_WIDTH, hints=False
    )
    fonts = fonts or font_book()
    room = page_width - LABEL_WIDTH
    least, widest = NARROWEST, WIDEST
    beside = sys.maxsize
    while True:
        narrow = Scene(document, journey, figures, texts, replace(style, column_width=least), fonts, over=over)
        if not narrow.columns:
            return []
        ranges = paginate(narrow, page_width)
        longest = max(r.stop - r.start for r in ranges)
        beside = min(beside, longest)  # gaps are narrower: more columns than were meant may stand on a page
        fill = max(room / longest, min(_filling(narrow, r, room) for r in ranges))
        wide = exact(min(widest, max(least, fill)) - 1 / 64)
        scene = Scene(document, journey, figures, texts, replace(style, column_width=wide), fonts, over=over)
        pages = [page for r in ranges for page in _pages(scene, r, page_height)]
        if style.bounded or all(page.height <= page_height for page in pages):
            return pages
        if beside > 1:
            beside = max(1, min(beside - 1, int(beside / _WIDER)))
            least = widest = room / beside
        else:
            style, least, widest = replace(style, bounded=True), NARROWEST, WIDEST


def _filling(scene: Scene, columns: ColumnRange, room: float) -> float:
    """How wide columns may be so that those of a page fill it: what is left out between two of them stays narrow."""
    here = scene.columns[columns.start : columns.stop]
    gaps = [column.width for column in here if column.left_out]
    return (room - sum(gaps)) / max(1, len(here) - len(gaps))


def ranges_of(count: int, stages: Sequence[StageSpan], most: int) -> list[ColumnRange]:
    """As few pages as possible, evenly filled, ending with a stage where that costs no further page."""
    ends = {s.stop for s in stages}
    found: list[ColumnRange] = []
    start = 0
    while start < count:
        pages = math.ceil((count - start) / most)
        even = math.ceil((count - start) / pages)
        least = count - (pages - 1) * most
        stop = min(start + even, count)
        fitting = [e for e in ends if max(start + math.ceil(even * _FILLED), least) <= e <= min(start + most, count)]
        if fitting and stop < count:
            stop = min(fitting, key=lambda e: (abs(e - start - even), e))
        found.append(ColumnRange(start, stop))
        start = stop
    return found


def _pages(scene: Scene, columns: ColumnRange, height: float) -> list[MapPage]:
    part = scene.page(columns.start, columns.stop)
    specs = lanes_of(part)
    whole = build(part, specs, late=True)
    head = headers(part).height
    if head + whole.height <= height:
        return [_page(part, specs, columns, head + whole.height, whole)]
    heights = [row.height for row in whole.rows]
    listed = list(zip(specs, heights, strict=True))
    cards = next(((s, h) for s, h in listed if s.kind is LaneKind.TOUCHPOINTS), None)
    pages = []
    rest: list[tuple[LaneSpec, float]] = []
    used = head
    for spec, tall in listed:
        if rest and used + tall > height:
            pages.append(_lanes_page(part, rest, columns, head))
            rest, used = [], head
            if cards is not None and spec.kind is not LaneKind.TOUCHPOINTS and head + cards[1] + tall <= height:
                rest, used = [cards], head + cards[1]
        rest.append((spec, tall))
        used += tall
    if rest:
        pages.append(_lanes_page(part, rest, columns, head))
    return pages


def _lanes_page(part: Scene, lanes: Sequence[tuple[LaneSpec, float]], columns: ColumnRange, head: float) -> MapPage:
    """A page of some of the lanes, each with its height."""
    return _page(part, tuple(spec for spec, _ in lanes), columns, head + sum(tall for _, tall in lanes))


def _page(
    part: Scene, specs: tuple[LaneSpec, ...], columns: ColumnRange, height: float, parts: Parts | None = None
) -> MapPage:
    stages = tuple(s.stage for s in part.stages if s.first < columns.stop and s.stop > columns.start)
    drawn = partial(_drawn, part, specs, parts)
    return MapPage(height, columns, stages, tuple(s.kind for s in specs), drawn)


def _drawn(part: Scene, specs: tuple[LaneSpec, ...], parts: Parts | None) -> DisplayList:
    """Headers, labels and these lanes."""
    parts = build(part, specs) if parts is None else parts
    head = headers(part)
    side = labels(part, specs, parts)
    left, top = side.width, head.height
    wide, high = left + part.width, top + parts.height
    frames = (
        Frame("header", left - part.left, 0.0, part.width, top, groups=head.root.groups),
        Frame("labels", 0.0, top, left, parts.height, groups=side.root.groups),
        Frame("body", left - part.left, top, part.width, parts.height, frames=parts.frames),
    )
    return DisplayList(wide, high, Frame("page", 0.0, 0.0, wide, high, frames=frames))
