"""What of a journey is drawn as a graph: cards, piles of folded touchpoints, and the strongest ways between them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from cxstudio.analysis.flow.flow_values import FlowFigures
from cxstudio.analysis.flow.transition_shares import Way
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.model import Document, Id, Stage, Touchpoint, Transition
from cxstudio.model.kinds import TransitionKind

PILE: Final = "pile:"
FEW_WAYS: Final = 36
"""Up to so many ways all are shown at first …"""
WAYS_PER_CARD: Final = 2
"""… beyond them so many per card: more cannot be told apart."""


class Node(NamedTuple):
    """A card or a pile."""

    key: str
    touchpoint: Id | None
    stage: int
    place: int
    """Its place in the order of the map."""
    hidden: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A way between nodes; several ways between piles are one."""

    source: str
    target: str | None
    kind: TransitionKind
    share: float | None
    assumed: bool
    drawn: bool
    record: Id | None
    amount: float
    """How often one who begins takes it on average; for choosing the strongest only."""

    @property
    def key(self) -> str:
        """Names it uniquely in one drawing."""
        leaves = "out" if self.kind is TransitionKind.DROP_OUT else "end"
        return f"way:{self.source}>{self.target or leaves}"


class Graph(NamedTuple):
    """Everything that is drawn."""

    stages: tuple[Stage, ...]
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    known: int
    """Links there would be with all ways shown."""


def build_graph(
    scene: Scene, found: FlowFigures, folded: Collection[Id], most: int | None, shown: Collection[Id] = ()
) -> Graph:
    """Nodes in the order of the map, links with the strongest first kept; `shown` are never folded away."""
    document = scene.document
    stages = document.stages(scene.journey)
    nodes: list[Node] = []
    for number, stage in enumerate(stages):
        _add_stage(scene, number, stage, stage.id in folded, frozenset(shown), nodes)
    home: dict[Id | None, str] = {node.touchpoint: node.key for node in nodes if node.touchpoint is not None}
    home.update((hidden, node.key) for node in nodes for hidden in node.hidden)
    links = _links(document, found, home)
    limit = usual_number(len(nodes), len(links)) if most is None else most
    return Graph(stages, tuple(nodes), strongest(links, limit), len(links))


def usual_number(nodes: int, links: int) -> int:
    """How many ways are shown before anybody chose."""
    return links if links <= max(FEW_WAYS, WAYS_PER_CARD * nodes) else WAYS_PER_CARD * nodes


def _add_stage(scene: Scene, number: int, stage: Stage, folded: bool, shown: frozenset[Id], nodes: list[Node]) -> None:
    waiting: list[Touchpoint] = []
    for touchpoint in scene.document.touchpoints(stage.id):
        stays = touchpoint.stardust or touchpoint.id in shown or scene.critical(touchpoint)
        if folded and not stays:
            waiting.append(touchpoint)
            continue
        _add_pile(number, waiting, nodes)
        nodes.append(Node(touchpoint.id, touchpoint.id, number, len(nodes)))
    _add_pile(number, waiting, nodes)


def _add_pile(number: int, waiting: list[Touchpoint], nodes: list[Node]) -> None:
    if waiting:
        hidden = tuple(t.id for t in waiting)
        nodes.append(Node(PILE + hidden[0], None, number, len(nodes), hidden))
        waiting.clear()


def _links(document: Document, found: FlowFigures, home: Mapping[Id | None, str]) -> list[Link]:
    gathered: dict[tuple[str, str | None, bool], Link] = {}
    for way in found.ways:
        source, target = home[way.source], home[way.target] if way.target is not None else None
        folded = source.startswith(PILE) or (target or "").startswith(PILE)
        if source == target and folded:
            continue
        times = found.visits.get(way.source)
        amount = (times.value if times is not None else 1.0) * way.share
        place = (source, target, way.drops_out)
        if place in gathered:
            before = gathered[place]
            together = None if before.share is None else before.share + way.share
            gathered[place] = Link(
                source, target, before.kind, together, before.assumed or way.assumed, before.drawn or way.drawn, None,
                before.amount + amount,
            )  # fmt: skip
        else:
            record = _record(document, way) if way.drawn and not folded else None
            share = None if folded and source.startswith(PILE) else way.share
            gathered[place] = Link(source, target, way.kind, share, way.assumed, way.drawn, record, amount)
    return list(gathered.values())


def _record(document: Document, way: Way) -> Id | None:
    """The drawn way a figure was read from."""
    for drawn in document.having(Transition, "source", way.source):
        if way.drops_out:
            if drawn.kind is TransitionKind.DROP_OUT:
                return drawn.id
        elif drawn.target == way.target and drawn.kind is not TransitionKind.DROP_OUT:
            return drawn.id
    return None


def strongest(links: Sequence[Link], most: int) -> tuple[Link, ...]:
    """The strongest ways, in the order given; the main way out of and into every card is always among them."""
    if len(links) <= most:
        return tuple(links)
    ranked = sorted(range(len(links)), key=lambda at: -links[at].amount)
    kept: set[int] = set()
    left: set[str] = set()
    entered: set[str] = set()
    for at in ranked:
        link = links[at]
        if link.source not in left or (link.target is not None and link.target not in entered):
            kept.add(at)
            left.add(link.source)
            if link.target is not None:
                entered.add(link.target)
    for at in ranked:
        if len(kept) >= most:
            break
        kept.add(at)
    return tuple(link for at, link in enumerate(links) if at in kept)
