"""Where ways leave and enter cards: each has its own height at a card's side, so that shares never overlap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.layout.flow.flow_dimensions import Measures
from cxstudio.layout.flow.flow_graph import Link
from cxstudio.layout.flow.flow_layers import Course, Spot
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.layout.text.text_measuring import Line
from cxstudio.wording.texts import Texts

ALL_OF_THEM: Final = 0.995
"""From this share on the only way on needs no figure."""
PAD: Final = 4.0
"""Left and right of a share, in points."""
_ROOM: Final = 14.0
"""Above the first and below the last way at the side of a card."""
_FLIGHT: Final = 1e9


@dataclass(slots=True, eq=False)
class Port:
    """One end of a way at a card."""

    link: Link
    card: str
    right: bool
    """At the card's right side."""
    towards: Spot | None
    """What the way goes to next; None beside itself."""
    flight: float = 0.0
    """−1 where it goes above everything, 1 below."""
    label: Line | None = None
    y: float = 0.0

    @property
    def room(self) -> float:
        """Width its share needs."""
        return self.label.width + 2 * PAD if self.label is not None else 0.0


@dataclass(frozen=True, slots=True)
class Ports:
    """All of them, by card and side."""

    sides: dict[tuple[str, bool], list[Port]]
    starts: dict[str, Port]
    """Link → where it leaves its source."""
    ends: dict[str, Port]

    def room(self, keys: Sequence[str], right: bool) -> float:
        """Width of the widest share at one side of these cards."""
        return max((p.room for key in keys for p in self.sides.get((key, right), ())), default=0.0)

    def needed(self, card: str, measures: Measures) -> float:
        """Height a card needs for the ways at its sides."""
        most = max(len(self.sides.get((card, right), ())) for right in (False, True))
        return min(most, measures.most_labels) * measures.port + _ROOM if most > 1 else 0.0


def share_text(link: Link, texts: Texts) -> str:
    """The share of a way as it is written beside it; "" where it says nothing."""
    if link.share is None or (link.share >= ALL_OF_THEM and not link.assumed):
        return ""
    said = texts.share(link.share)
    return f"≈\N{NO-BREAK SPACE}{said}" if link.assumed else said


def ports_of(
    scene: Scene, courses: Sequence[Course], cards: Mapping[str, Spot], last: Link | None, measures: Measures
) -> Ports:
    """Both ends of every way; `last` is the way by which the journey ends."""
    made = Ports({}, {}, {})
    for course in courses:
        link = course.link
        if course.left == course.right:
            _add(made, Port(link, course.left, True, None), start=True)
            _add(made, Port(link, course.left, True, None), start=False)
            continue
        line = (cards[course.left], *course.passages, cards[course.right])
        flight = 0.0 if not course.flying else -_FLIGHT if course.backwards else _FLIGHT
        _add(made, Port(link, course.left, True, line[1], flight), start=not course.backwards)
        _add(made, Port(link, course.right, False, line[-2], flight), start=course.backwards)
    if last is not None:
        _add(made, Port(last, last.source, True, cards[last.source]), start=True)
    if measures.most_labels:
        for side in made.sides.values():
            _label(scene, side, made, measures)
    return made


def _add(ports: Ports, port: Port, *, start: bool) -> None:
    ports.sides.setdefault((port.card, port.right), []).append(port)
    (ports.starts if start else ports.ends)[port.link.key] = port


def _label(scene: Scene, side: list[Port], ports: Ports, measures: Measures) -> None:
    """Give the strongest of a side their shares."""
    leaving = [p for p in side if ports.starts.get(p.link.key) is p]
    style = scene.type.small
    for port in sorted(leaving, key=lambda p: -p.link.amount)[: measures.most_labels]:
        said = share_text(port.link, scene.texts)
        if said and port.link.target is not None:
            port.label = text.line(scene.fonts, said, style.face, style.size)


def place_ports(ports: Ports, middles: Mapping[str, float], heights: Mapping[str, float], measures: Measures) -> None:
    """Spread the ways over the sides of their cards, in the order of where they come from."""
    for (card, _), side in ports.sides.items():
        side.sort(key=_height)
        if measures.most_labels and len(side) > measures.most_labels:
            _thin_out(side, heights[card], measures)
        step = min(measures.port, (heights[card] - _ROOM) / max(1, len(side) - 1)) if len(side) > 1 else 0.0
        step = max(step, 0.0)
        top = middles[card] - step * (len(side) - 1) / 2
        for number, port in enumerate(side):
            port.y = top + step * number


def _height(port: Port) -> float:
    if port.towards is None:
        return -_FLIGHT / 2
    return port.flight or port.towards.y


def _thin_out(side: Sequence[Port], height: float, measures: Measures) -> None:
    """Where ways stand closer than a line of text, only those keep their share that have room."""
    step = (height - _ROOM) / (len(side) - 1)
    taken: list[int] = []
    for at in sorted(range(len(side)), key=lambda at: -side[at].link.amount):
        if side[at].label is None:
            continue
        if all(abs(at - other) * step >= measures.port - 1 for other in taken):
            taken.append(at)
        else:
            side[at].label = None
