"""Lays the flow out: cards in layers, ways between them, all as one display list."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from cxstudio.analysis.flow.flow_values import FlowFigures
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.display.display_list import DisplayList, Group, Placed
from cxstudio.layout.flow.flow_graph import build_graph
from cxstudio.layout.flow.flow_placing import Placing
from cxstudio.layout.flow.flow_style import Band, Card, FlowStyle, WayLine
from cxstudio.layout.flow.transition_lines import distance
from cxstudio.layout.map.stage_headers import StageValue, stuck
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.map_scene.map_style import MapStyle
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.type_scale import SCREEN
from cxstudio.model import Document, Id
from cxstudio.steps import Steps, gathered
from cxstudio.wording.texts import Texts

USUAL = FlowStyle()


@dataclass(frozen=True)
class FlowLayout:
    """A laid-out flow. The header shares the x of the body."""

    body: DisplayList
    header: DisplayList
    stages: tuple[Band, ...]
    cards: Mapping[str, Card]
    """By key, in the order of the map."""
    ways: tuple[WayLine, ...]
    """Those that are drawn."""
    known_ways: int
    """Those there are."""
    style: FlowStyle
    header_values: tuple[StageValue, ...]
    """What stands over each stage."""

    @cached_property
    def _homes(self) -> dict[Id, str]:
        homes = {card.touchpoint: card.key for card in self.cards.values() if card.touchpoint is not None}
        homes.update((hidden, card.key) for card in self.cards.values() for hidden in card.hidden)
        return homes

    def card_of(self, touchpoint: Id | None) -> Card | None:
        """The card of a touchpoint, or the pile it is folded away in."""
        key = self._homes.get(touchpoint) if touchpoint is not None else None
        return None if key is None else self.cards[key]

    def card_at(self, x: float, y: float, reach: float = 0.0) -> Card | None:
        """The card or pile at a place."""
        for card in self.cards.values():
            if card.x - reach <= x <= card.right + reach and card.y - reach <= y <= card.y + card.height + reach:
                return card
        return None

    def stage_at(self, x: float) -> Id | None:
        """The stage at x."""
        return next((band.stage for band in self.stages if band.x <= x < band.x + band.width), None)

    def header_at(self, left: float) -> Placed | None:
        """The header of the stage that begins left of a window's edge, as it stands beside that edge."""
        for band, value in zip(self.stages, self.header_values, strict=True):
            if band.x < left < band.x + band.width:
                return stuck(band.x, value, left, font_book(), SCREEN)
        return None

    def way(self, record: Id | None) -> WayLine | None:
        """A drawn way by its record."""
        return next((way for way in self.ways if record is not None and way.record == record), None)

    def way_at(self, x: float, y: float, reach: float) -> WayLine | None:
        """The way nearest to a place, within reach; its share counts as part of it."""
        best, found = reach, None
        for way in self.ways:
            if way.label is not None:
                left, top, wide, high = way.label
                if left <= x <= left + wide and top <= y <= top + high:
                    return way
            far = distance(way.points, x, y)
            if far < best:
                best, found = far, way
        return found

    def leaving(self, key: str) -> tuple[WayLine, ...]:
        """Ways out of a card, the strongest first."""
        return tuple(sorted((w for w in self.ways if w.source == key), key=lambda w: -(w.share or 0.0)))

    def entering(self, key: str) -> tuple[WayLine, ...]:
        """Ways into a card, the strongest first."""
        return tuple(sorted((w for w in self.ways if w.target == key), key=lambda w: -(w.share or 0.0)))

    def above(self, key: str, step: int) -> Card | None:
        """The card over (−1) or under (1) another one in its layer."""
        here = self.cards[key]
        row = sorted((c for c in self.cards.values() if c.layer == here.layer), key=lambda c: c.y)
        at = row.index(here) + step
        return row[at] if 0 <= at < len(row) else None

    def groups(self) -> Iterator[Group]:
        """Every group of the body."""
        return (placed.group for placed in self.body.flat())


def flow_in_steps(
    document: Document,
    found: FlowFigures,
    figures: RoundFigures | None,
    texts: Texts,
    style: FlowStyle = USUAL,
    fonts: FontBook | None = None,
    shown: Collection[Id] = (),
) -> Steps[FlowLayout]:
    """Lay out the graph `found` of a journey; touchpoints in `shown` are never folded away."""
    plain = MapStyle(column_width=style.column_width, density=style.density, paper=style.paper)
    scene = Scene(document, found.journey, figures, texts, plain, fonts or font_book())
    yield
    graph = build_graph(scene, found, style.folded_stages, style.most_ways, shown)
    yield
    placing = Placing(scene, graph, found, style)
    yield from placing.work()
    body, header = (yield from placing.body()), placing.header()
    lines = yield from gathered(placing.lines())
    return FlowLayout(
        body, header, placing.bands, placing.cards, tuple(lines), graph.known, style, placing.header_values
    )
