"""Where stakeholders stand in their rings: by hand, else near those they are related to, and never over each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import atan2, cos, degrees, pi, radians, sin, sqrt
from typing import Final, NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.boards.stakeholder_items import Node, Stakeholders
from cxstudio.model import Id

ACROSS: Final = 130.0, 238.0, 346.0
DOWN: Final = 100.0, 186.0, 272.0
"""Half the width and height of each ring from the inside: cards of neighbouring rings never touch."""
CARD: Final = 104.0, 50.0
_FLAT: Final = 0.84
"""How much flatter rings can be with room for a card and a name between them."""
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


def scale_of(nodes: Sequence[Node], across: float, down: float) -> tuple[float, float]:
    """How large rings are to the side and down in a room of this size (1 where nobody says): so that cards fit.

    In a low room they are flatter before anything has to be scrolled.
    """
    across, down = max(across, 1.0), max(down or 1.0, _FLAT)
    more = 1.0
    for ring in (1, 2, 3):
        count = sum(1 for node in nodes if node.ring == ring)
        more = max(more, count * _APART * 1.12 / ring_of(ring, across, down).around)
    return across * more, down * more


def angles(shown: Stakeholders, across: float, down: float) -> dict[Id, float]:
    """The angle of everybody in a ring, in degrees clockwise from the right."""
    nodes = [n for n in shown.nodes if n.ring]
    middle = shown.persona or ""
    wanted = _wanted(tuple((n.record, n.ring) for n in nodes), tuple((r.source, r.target) for r in shown.relations),
                     middle)  # fmt: skip
    found: dict[Id, float] = {}
    for ring in (1, 2, 3):
        here = [n for n in nodes if n.ring == ring]
        found |= _spread(here, wanted, ring_of(ring, across, down))
    return found


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
    """Evenly along a ring in the order of the wished places, as near to them as can be; who was put by hand stays."""
    lengths = _lengths(ring)
    length = lengths[-1]
    wanted = _even([node.record for node in nodes if node.angle is None], wanted)
    apart = min(_APART, length / max(len(nodes), 1))
    rows = sorted((_along(node.angle if node.angle is not None else wanted[node.record], lengths), node.record, node)
                  for node in nodes)  # fmt: skip
    at = [row[0] for row in rows]
    fixed = [row[2].angle is not None for row in rows]
    for _ in range(_ROUNDS):
        moved = False
        for here in range(len(at)) if len(at) > 1 else ():
            there = (here + 1) % len(at)
            gap = (at[there] - at[here]) % length if there or len(at) > 1 else length
            lacking = apart - gap
            if lacking <= 0.01 or (fixed[here] and fixed[there]):
                continue
            moved = True
            share = 0.0 if fixed[here] else 1.0 if fixed[there] else 0.5
            at[here] -= lacking * share
            at[there] += lacking * (1 - share)
        if not moved:
            break
    return {row[1]: row[2].angle if row[2].angle is not None else _angle(place % length, lengths)
            for place, row in zip(at, rows, strict=True)}  # fmt: skip


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
