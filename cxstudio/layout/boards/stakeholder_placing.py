"""Where stakeholders stand in their rings: by hand, else near those they are related to, and never over each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import atan2, cos, degrees, pi, radians, sin, sqrt
from typing import Final, NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.boards.stakeholder_items import Node, Stakeholders
from cxstudio.layout.display.box import Box
from cxstudio.model import Id

ACROSS: Final = 130.0, 238.0, 346.0
DOWN: Final = 100.0, 186.0, 272.0
"""Half the width and height of each ring from the inside: cards of neighbouring rings never touch."""
CARD: Final = 104.0, 50.0
_FLAT: Final = 0.84
"""How much flatter rings can be with room for a card and a name between them."""
_NARROW: Final = 0.84
"""How much narrower they can be: cards are narrower then, too."""
EDGE: Final = 10.0
_APART: Final = 116.0
"""Between the middles of two cards along a ring at least."""
_ROUNDS: Final = 400
_STEPS: Final = 360


class Ring(NamedTuple):
    """An ellipse: half its width and height."""

    across: float
    down: float

    @property
    def around(self) -> float:
        """Its length, as Ramanujan reckons it."""
        a, b = self.across, self.down
        return pi * (3 * (a + b) - sqrt((3 * a + b) * (a + 3 * b)))

    def place(self, angle: float) -> tuple[float, float]:
        """A place on it, from the middle, at an angle in degrees."""
        return self.across * cos(radians(angle)), self.down * sin(radians(angle))


def ring_of(ring: int, across: float = 1.0, down: float = 1.0) -> Ring:
    """A ring from 1, enlarged to the side and down."""
    return Ring(ACROSS[ring - 1] * across, DOWN[ring - 1] * down)


class Size(NamedTuple):
    """How large a map is."""

    across: float
    """What a point of the rings is to the side, 1 where nobody says."""
    down: float
    card: float
    """How wide a card is, in points."""

    @property
    def room(self) -> tuple[float, float]:
        """Width and height of everything, in points."""
        return 2 * (ACROSS[2] * self.across + EDGE) + self.card, 2 * (DOWN[2] + CARD[1] / 2 + EDGE) * self.down


def size_of(nodes: Sequence[Node], wide: float, high: float) -> Size:
    """How large rings and cards are in a room, in points (0: nobody says): so that cards fit.

    In a low or narrow room everything is flatter or narrower before anything has to be scrolled.
    """
    step = ACROSS[2] - ACROSS[1]
    usual, least = 2 * (ACROSS[2] + EDGE) + CARD[0], 2 * (DOWN[2] + CARD[1] / 2 + EDGE)
    across, card = (wide / usual if wide else 1.0), CARD[0]
    if across < 1.0:
        across = max((wide - 2 * EDGE + 1) / (2 * ACROSS[2] + step), _NARROW)
        card = min(CARD[0], across * step - 1)
    down, more = max(high / least if high else 1.0, _FLAT), 1.0
    for ring in (1, 2, 3):
        count = sum(1 for node in nodes if node.ring == ring)
        more = max(more, count * _APART * 1.12 / ring_of(ring, across, down).around)
    return Size(across * more, down * more, card)


def angles(shown: Stakeholders, size: Size) -> dict[Id, float]:
    """The angle of everybody in a ring, in degrees clockwise from the right."""
    nodes = [n for n in shown.nodes if n.ring]
    middle = shown.persona or ""
    wanted = _wanted(tuple((n.record, n.ring) for n in nodes), tuple((r.source, r.target) for r in shown.relations),
                     middle)  # fmt: skip
    found: dict[Id, float] = {}
    cards: list[Box] = []
    for number in (1, 2, 3):
        here, ring = [n for n in nodes if n.ring == number], ring_of(number, size.across, size.down)
        turned = _spread(here, wanted, ring)
        if not any(n.angle is not None for n in here):
            turned = _turned(turned, ring, size.card, cards)
        found |= turned
        cards += (_card(ring, angle, size.card) for angle in turned.values())
    return found


def _turned(angles: Mapping[Id, float], ring: Ring, card: float, taken: Sequence[Box]) -> dict[Id, float]:
    """A ring turned as little as can be so that its cards lie over none of the rings inside."""

    def over(turn: float) -> float:
        mine = [_card(ring, angle + turn, card) for angle in angles.values()]
        return sum(box.shared(other) for box in mine for other in taken)

    best, least = 0.0, over(0.0)
    for turn in (side * step for step in range(3, 90, 3) for side in (1.0, -1.0)):
        if not least:
            break
        if (here := over(turn)) < least:
            best, least = turn, here
    return {record: (angle + best) % 360 for record, angle in angles.items()}


def _card(ring: Ring, angle: float, wide: float) -> Box:
    x, y = ring.place(angle)
    return Box(x - wide / 2, y - CARD[1] / 2, wide, CARD[1])


@cached(40)
def _wanted(nodes: tuple[tuple[Id, int], ...], relations: tuple[tuple[Id, Id], ...], middle: Id) -> Mapping[Id, float]:
    """Where each would like to stand: beside those it is related to; evenly around where nobody is."""
    even: dict[Id, float] = {}
    rings: dict[int, list[Id]] = defaultdict(list)
    for record, ring in nodes:
        rings[ring].append(record)
    for ring, here in rings.items():
        even |= {record: (360.0 * at / len(here) + 200 + 40 * ring) % 360 for at, record in enumerate(here)}
    tied = {i for relation in relations for i in relation if middle not in relation}
    if not tied:
        return even
    import networkx as nx  # the window begins without it

    graph: nx.Graph[Id] = nx.Graph()
    graph.add_nodes_from([middle, *even])
    graph.add_edges_from(relation for relation in relations if middle not in relation)
    start = {record: Ring(ring / 3, ring / 3).place(even[record]) for record, ring in nodes}
    start[middle] = (0.0, 0.0)
    laid = nx.spring_layout(graph, pos=start, fixed=[middle], iterations=80, seed=7, k=0.6)
    return {record: degrees(atan2(laid[record][1], laid[record][0])) % 360 if record in tied else angle
            for record, angle in even.items()}  # fmt: skip


def _spread(nodes: Sequence[Node], wanted: Mapping[Id, float], ring: Ring) -> dict[Id, float]:
    """Evenly along a ring in the order of the wished places; who was put by hand stays, the others go between them."""
    lengths = _lengths(ring)
    length = lengths[-1]
    put = {node.record: node.angle for node in nodes if node.angle is not None}
    free = _even([node.record for node in nodes if node.angle is None], wanted)
    if not put:
        return _apart(free, lengths)
    borders = sorted(_along(angle, lengths) for angle in put.values())
    gaps = [(at, (after - at) % length or length) for at, after in pairwise((*borders, borders[0]))]
    inside: list[list[Id]] = [[] for _ in gaps]
    for record in sorted(free, key=lambda each: (free[each], each)):
        place = _along(free[record], lengths)

        def costs(at: int, place: float = place) -> tuple[bool, float]:
            begin, wide = gaps[at]
            each = wide / (len(inside[at]) + 2)
            beyond = (place - begin) % length
            return each < _APART, -each if each < _APART else max(0.0, min(beyond - wide, length - beyond))

        inside[min(range(len(gaps)), key=costs)].append(record)
    found: dict[Id, float] = dict(put)
    for (begin, wide), here in zip(gaps, inside, strict=True):
        here.sort(key=lambda each, begin=begin: ((_along(free[each], lengths) - begin) % length, each))  # type: ignore[misc]
        for at, record in enumerate(here, 1):
            found[record] = _angle((begin + wide * at / (len(here) + 1)) % length, lengths)
    return found


def _apart(wanted: Mapping[Id, float], lengths: Sequence[float]) -> dict[Id, float]:
    """As near to the wished angles as can be with room for a card between any two."""
    length = lengths[-1]
    apart = min(_APART, length / max(len(wanted), 1))
    rows = sorted((_along(angle, lengths), record) for record, angle in wanted.items())
    at = [place for place, _ in rows]
    for _ in range(_ROUNDS if len(at) > 1 else 0):
        moved = False
        for here in range(len(at)):
            there = (here + 1) % len(at)
            lacking = apart - (at[there] - at[here]) % length
            if lacking > 0.01:
                moved = True
                at[here] -= lacking / 2
                at[there] += lacking / 2
        if not moved:
            break
    return {record: _angle(place % length, lengths) for place, (_, record) in zip(at, rows, strict=True)}


def _even(records: Sequence[Id], wanted: Mapping[Id, float]) -> dict[Id, float]:
    """Angles all alike apart, turned so that they lie as near as can be to the wished ones."""
    ranked = sorted(records, key=lambda record: (wanted[record], record))
    steps = [360.0 * at / len(ranked) for at in range(len(ranked))]
    off = [radians(wanted[record] - step) for record, step in zip(ranked, steps, strict=True)]
    turn = degrees(atan2(sum(map(sin, off)), sum(map(cos, off)))) if off else 0.0
    return {record: (step + turn) % 360 for record, step in zip(ranked, steps, strict=True)}


def _lengths(ring: Ring) -> list[float]:
    """How far it is along a ring to each whole degree."""
    done, before = [0.0], ring.place(0)
    for step in range(1, _STEPS + 1):
        here = ring.place(step)
        done.append(done[-1] + sqrt((here[0] - before[0]) ** 2 + (here[1] - before[1]) ** 2))
        before = here
    return done


def _along(angle: float, lengths: Sequence[float]) -> float:
    whole = int(angle % 360)
    return lengths[whole] + (lengths[whole + 1] - lengths[whole]) * (angle % 360 - whole)


def _angle(along: float, lengths: Sequence[float]) -> float:
    low, high = 0, _STEPS
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if lengths[middle] <= along else (low, middle)
    return low + (along - lengths[low]) / max(lengths[low + 1] - lengths[low], 1e-9)
