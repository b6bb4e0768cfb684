"""Turns layers and ports into places, and places into a display list."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial

from cxstudio.analysis.flow.flow_marks import flow_marks
from cxstudio.analysis.flow.flow_values import FlowFigures
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Placed
from cxstudio.layout.flow import flow_drawing as drawing
from cxstudio.layout.flow.flow_dimensions import measures_of
from cxstudio.layout.flow.flow_graph import Graph, Link, Node
from cxstudio.layout.flow.flow_layers import Course, arrange_in_steps, layers_of, settle_in_steps
from cxstudio.layout.flow.flow_style import Band, Card, FlowStyle, WayLine
from cxstudio.layout.flow.transition_lines import Piece, Track, pieces, polygon
from cxstudio.layout.flow.transition_ports import place_ports, ports_of, share_text
from cxstudio.layout.lanes.touchpoint_cards import CardStyle, grown, measure_numbers
from cxstudio.layout.map import stage_headers as headers
from cxstudio.layout.map.deferred_groups import LateGroups
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.look.type_scale import SCREEN
from cxstudio.model.kinds import TransitionKind
from cxstudio.steps import Steps, gathered

_TRACK = 9.0
"""Distance of ways that run above or below everything."""
_BLOCK = 10
"""Layers per frame."""


class Placing:
    """One layout while it is made: `work` places everything, a few milliseconds at a time."""

    def __init__(self, scene: Scene, graph: Graph, found: FlowFigures, style: FlowStyle) -> None:
        self.scene, self.graph, self.found, self.style = scene, graph, found, style
        self.measures = measures_of(style)
        self.layers = layers_of(graph)
        self._exits: dict[str, list[Link]] = {}
        self._last: Link | None = None
        for link in graph.links:
            if link.target is None:
                self._exit(link)
        self._strongest = max((link.amount for link in graph.links), default=0.0)

    def _card_height(self, node: Node) -> float:
        """Height of a card; on paper it has room for its whole name."""
        usual, touchpoint = self.measures.card_height, node.touchpoint
        if not self.style.paper or touchpoint is None or self.scene.far:
            return usual
        style = CardStyle(self.scene.fonts, self.scene.type, self.scene.style.density, self.measures.card_width, usual)
        numbered = bool(measure_numbers(self.scene, touchpoint))
        return grown(self.scene.full_name(touchpoint), style, whole=True, numbered=numbered)

    def work(self) -> Steps[None]:
        """Place rows, ports, cards and lines."""
        cards = self.layers.cards
        yield
        self.ports = ports_of(self.scene, self.layers.courses, cards, self._last, self.measures)
        yield
        self.marks = flow_marks(self.found) if self.measures.badge else {}
        yield
        self._heights = {
            node.key: max(self._card_height(node), self.ports.needed(node.key, self.measures))
            for node in self.graph.nodes if node.key in cards
        }  # fmt: skip
        yield from self._measure_rows()
        self.edges = self._edges()
        self._tracks = self._tracks_of()
        yield
        self.cards = self._cards()
        yield
        place_ports(self.ports, {k: c.middle for k, c in self.cards.items()}, self._heights, self.measures)
        self._courses = yield from gathered((c, self._pieces(c)) for c in self.layers.courses)

    def _exit(self, link: Link) -> None:
        ends_here = link.kind is not TransitionKind.DROP_OUT and link.source == self.graph.nodes[-1].key
        if ends_here:
            self._last = link
        else:
            self._exits.setdefault(link.source, []).append(link)

    def _measure_rows(self) -> Steps[None]:
        measures = self.measures
        for key, spot in self.layers.cards.items():
            spot.up = self._heights[key] / 2 + (measures.badge if self.marks.get(key) else 0.0)
            spot.down = self._heights[key] / 2 + (measures.stub if key in self._exits else 0.0)
        yield from arrange_in_steps(self.layers.rows)
        yield from settle_in_steps(self.layers.rows, measures.card_gap, measures.passage_gap)
        spots = [spot for row in self.layers.rows for spot in row]
        above, below = self._flights()
        highest = min((spot.y - spot.up for spot in spots), default=0.0)
        down = measures.margin + len(above) * _TRACK - highest
        for spot in spots:
            spot.y += down
        lowest = max((spot.y + spot.down for spot in spots), default=measures.card_height)
        self._top, self._bottom = down + highest, lowest
        self.high = lowest + measures.margin + len(below) * _TRACK

    def _flights(self) -> tuple[list[list[Course]], list[list[Course]]]:
        """Ways that run above and below everything, in tracks nothing in them shares."""
        found: tuple[list[list[Course]], list[list[Course]]] = ([], [])
        cards = self.layers.cards
        for course in sorted(self.layers.courses, key=lambda c: cards[c.left].layer):
            if not course.flying:
                continue
            tracks = found[0] if course.backwards else found[1]
            free = next((t for t in tracks if cards[t[-1].right].layer <= cards[course.left].layer), None)
            if free is None:
                tracks.append([course])
            else:
                free.append(course)
        return found

    def _edges(self) -> list[tuple[float, float]]:
        """Left and right edge of the cards of each layer."""
        measures = self.measures
        x, found = measures.margin + measures.gap / 2, []
        rows = [[spot.key for spot in row if spot.key] for row in self.layers.rows]
        for at, row in enumerate(rows):
            found.append((x, x + measures.card_width))
            following = rows[at + 1] if at + 1 < len(rows) else []
            rooms = self.ports.room(row, True) + self.ports.room(following, False)
            x += measures.card_width + measures.gap + rooms
        return found

    def _tracks_of(self) -> dict[str, Track]:
        found: dict[str, Track] = {}
        above, below = self._flights()
        for side, sign, edge in ((above, -1.0, self._top), (below, 1.0, self._bottom)):
            for number, track in enumerate(side):
                y = edge + sign * (_TRACK * (number + 0.6) + self.measures.passage_gap / 2)
                for course in track:
                    cards = self.layers.cards
                    left, right = cards[course.left].layer, cards[course.right].layer
                    found[course.link.key] = Track(y, self.edges[left + 1][0], self.edges[right - 1][1])
        return found

    def _cards(self) -> dict[str, Card]:
        made = {}
        for node in self.graph.nodes:
            spot, high = self.layers.cards[node.key], self._heights[node.key]
            left, right = self.edges[spot.layer]
            stage = self.graph.stages[node.stage].id
            made[node.key] = Card(
                node.key, node.touchpoint, stage, node.hidden, spot.layer, left, spot.y - high / 2, right - left, high
            )
        return made

    def _pieces(self, course: Course) -> list[Piece]:
        key = course.link.key
        ends = self.ports.starts[key], self.ports.ends[key]
        return pieces(course, self.layers.cards, ends, self.edges, self.measures, self._tracks.get(key))

    @property
    def bands(self) -> tuple[Band, ...]:
        """Each stage from the middle of the gap before its first layer to the one behind its last."""
        made = []
        cuts = [0.0]
        for number in self.layers.first[1:-1]:
            cuts.append((self.edges[number - 1][1] + self.edges[number][0]) / 2)
        cuts.append(self.wide)
        for stage, left, right in zip(self.graph.stages, cuts, cuts[1:], strict=False):
            count = len(self.scene.document.touchpoints(stage.id))
            made.append(Band(stage.id, left, right - left, count, stage.id in self.style.folded_stages))
        return tuple(made)

    @property
    def wide(self) -> float:
        """Width of everything."""
        if not self.edges:
            return 0.0
        last = self.ports.room([spot.key for spot in self.layers.rows[-1] if spot.key], True)
        return self.edges[-1][1] + last + self.measures.gap + self.measures.margin

    @cached_property
    def header_values(self) -> tuple[headers.StageValue, ...]:
        """What stands over each band."""
        return tuple(headers.stage_value(self.scene, b.stage, b.touchpoints, b.folded, b.width) for b in self.bands)

    def header(self) -> DisplayList:
        """The stages' names, on paper to their end."""
        fonts, unit, plate = self.scene.fonts, self.scene.type, headers.PLATE
        if self.style.paper:
            plate = max((headers.needed(value, fonts, unit) for value in self.header_values), default=plate)
        high = SCREEN(headers.HEIGHT - headers.PLATE + plate)
        placed = tuple(
            Placed(band.x, 0.0, headers.header(value._replace(plate=plate), fonts, unit))
            for band, value in zip(self.bands, self.header_values, strict=True)
        )
        return DisplayList(self.wide, high, Frame("headers", 0, 0, self.wide, high, groups=placed))

    def body(self) -> Steps[DisplayList]:
        """Everything else."""
        wide, high = self.wide, self.high
        bands = tuple(Placed(b.x, 0.0, drawing.band_group(i, b.stage, b.width, high)) for i, b in enumerate(self.bands))
        frames = [Frame("bands", 0, 0, wide, high, groups=bands)]
        frames.append(self._framed("ways", (yield from gathered(self._way_groups())), 1))
        yield
        frames.append(Frame("cards", 0, 0, wide, high, (Frame("cards", 0, 0, wide, high, self._card_frames()),)))
        frames.append(self._framed("signs", (yield from gathered(self._sign_groups())), 3))
        yield
        title = getattr(self.scene.document.find(self.scene.journey), "title", "")
        return DisplayList(wide, high, Frame("flow", 0, 0, wide, high, tuple(frames)), title)

    def _framed(self, key: str, placed: Iterable[Placed], depth: int) -> Frame:
        """Groups in frames from left to right, so deep that those of a later kind stand above."""
        blocks: dict[int, list[Placed]] = {}
        cuts = [left for left, _ in self.edges[_BLOCK::_BLOCK]]
        for one in placed:
            blocks.setdefault(bisect_right(cuts, one.x), []).append(one)
        frames, reach = [], 0.0
        for at in sorted(blocks):
            left = min(one.x for one in blocks[at])
            reach = max(reach, *(one.x + one.group.width for one in blocks[at]))
            groups = tuple(Placed(one.x - left, one.y, one.group) for one in blocks[at])
            frames.append(Frame(f"{key}{at}", left, 0.0, reach - left, self.high, groups=groups))
        made = Frame(key, 0, 0, self.wide, self.high, tuple(frames))
        for _ in range(depth - 1):
            made = Frame(key, 0, 0, self.wide, self.high, (made,))
        return made

    def _way_groups(self) -> Iterator[Placed]:
        ranked = sorted(self._courses, key=lambda pair: (pair[0].link.drawn, pair[0].link.amount))
        for course, line in ranked:
            yield drawing.way_group(course, line, self._strongest, self.measures, self.scene.far)
        if self.graph.nodes:
            yield drawing.beginning(self.cards[self.graph.nodes[0].key], self.measures)
        if self._last is not None:
            port = self.ports.starts[self._last.key]
            yield drawing.ending(self.cards[port.card], self._last, port.y, self.measures)

    def _card_frames(self) -> tuple[Frame, ...]:
        """Cards by their layers, each block laid out when somebody first looks at it."""
        blocks: dict[int, list[Node]] = {}
        for node in self.graph.nodes:
            blocks.setdefault(self.cards[node.key].layer // _BLOCK, []).append(node)
        made = []
        for at, nodes in sorted(blocks.items()):
            left = min(self.cards[node.key].x for node in nodes)
            right = max(self.cards[node.key].right for node in nodes)
            groups = LateGroups(partial(self._card_groups, nodes, left))
            made.append(Frame(f"cards{at}", left, 0.0, right - left, self.high, groups=groups))
        return tuple(made)

    def _card_groups(self, nodes: Sequence[Node], left: float) -> tuple[Placed, ...]:
        cards = [(node, self.cards[node.key]) for node in nodes]
        return tuple(Placed(c.x - left, c.y, drawing.card_group(self.scene, node, c)) for node, c in cards)

    def _sign_groups(self) -> Iterator[Placed]:
        for key, card in self.cards.items():
            found = drawing.badges(card, self.marks.get(key, ()))
            if found is not None:
                yield found
            yield from (placed for _, placed in self._exit_groups(key))
        yield from self._labels().values()

    def _labels(self) -> dict[str, Placed]:
        found = {}
        for key, port in self.ports.starts.items():
            card = self.cards[port.card]
            placed = drawing.label_group(self.scene, port, card.right if port.right else card.x)
            if placed is not None:
                found[key] = placed
        return found

    def _exit_groups(self, key: str) -> Iterator[tuple[Link, Placed]]:
        card = self.cards[key]
        x = card.x + (0.0 if self.scene.far else 12.0)
        for link in self._exits.get(key, ()):
            said = share_text(link, self.scene.texts) if self.measures.most_labels else ""
            group = drawing.exit_group(self.scene, link, said, self.measures)
            room = card.right + (0.0 if self.scene.far else self.measures.gap * 0.5)
            if x + group.width > room + 0.01:
                group = drawing.exit_group(self.scene, link, "", self.measures)
            if x + group.width > room + 0.01:
                yield link, Placed(card.x, card.y + card.height, Group(link.key, 0.0, 0.0, (), link.record))
                continue  # too small to be told apart
            yield link, Placed(x, card.y + card.height, group)
            x += group.width + (1.0 if self.scene.far else 6.0)

    def lines(self) -> Iterator[WayLine]:
        """Every way as it is drawn."""
        labels = self._labels()
        for course, line in self._courses:
            placed = labels.get(course.link.key)
            box = None if placed is None else (placed.x, placed.y, placed.group.width, placed.group.height)
            yield _line(course.link, polygon(line), box)
        for key in self._exits:
            for link, placed in self._exit_groups(key):
                x, bottom = placed.x + min(7.5, placed.group.width / 2), placed.y + placed.group.height
                box = (placed.x, placed.y, placed.group.width, placed.group.height)
                yield _line(link, ((x, placed.y), (x, bottom)), box)
        if self._last is not None:
            port = self.ports.starts[self._last.key]
            right = self.cards[port.card].right
            yield _line(self._last, ((right, port.y), (right + self.measures.gap, port.y)), None)


def _line(link: Link, points: Sequence[tuple[float, float]], box: tuple[float, float, float, float] | None) -> WayLine:
    return WayLine(
        link.key, link.source, link.target, link.kind, link.record, link.share, link.assumed, link.drawn,
        tuple(points), box,
    )  # fmt: skip
