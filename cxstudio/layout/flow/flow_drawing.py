"""Cards, piles, marks, ways, shares and exits of a flow as groups of the display list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cxstudio.analysis.flow.flow_marks import FlowMark
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Meaning, Path, Placed, Primitive, Rect
from cxstudio.layout.flow.flow_dimensions import Measures
from cxstudio.layout.flow.flow_graph import Link, Node
from cxstudio.layout.flow.flow_layers import Course
from cxstudio.layout.flow.flow_style import Card
from cxstudio.layout.flow.transition_lines import Piece, arrow_head, polygon, segments
from cxstudio.layout.flow.transition_ports import PAD, Port
from cxstudio.layout.lanes.touchpoint_cards import CardStyle, card, card_value, fold
from cxstudio.layout.map_scene.lane_scene import MARK_ROLES, Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.model import Id, Touchpoint
from cxstudio.model.kinds import TransitionKind

KIND_ROLES: Final = {
    TransitionKind.NORMAL: Role.OKAY,
    TransitionKind.ALTERNATIVE: Role.ACCENT,
    TransitionKind.RETURN: Role.DISAPPOINTING_TEXT,
    TransitionKind.DROP_OUT: Role.DISAPPOINTING,
}
"""Colour of a way somebody drew."""
KIND_DASHES: Final[dict[TransitionKind, tuple[float, ...]]] = {
    TransitionKind.ALTERNATIVE: (7.0, 4.0),
    TransitionKind.RETURN: (2.5, 3.5),
}
MARK_SIGNS: Final = {
    FlowMark.UNREACHABLE: ("unreachable", Role.DISAPPOINTING_TEXT),
    FlowMark.DEAD_END: ("dead_end", Role.DISAPPOINTING_TEXT),
    FlowMark.LOOP: ("loop", Role.MUTED),
    FlowMark.PASSAGE: ("passage", Role.MUTED),
}
_BADGE: Final = 20.0
EXIT: Final = 6.5
"""Radius of the mark at which a way leaves the journey."""


def card_group(scene: Scene, node: Node, place: Card) -> Group:
    """A card or a pile at the size of its place."""
    if node.touchpoint is None:
        return fold(scene, node.key, len(node.hidden), place.width, place.height)
    if scene.far:
        return _bar(scene, node.touchpoint, place)
    touchpoint = scene.document.get(Touchpoint, node.touchpoint)
    style = CardStyle(scene.fonts, scene.type, scene.style.density, place.width, place.height)
    return card(card_value(scene, touchpoint), style)


def _bar(scene: Scene, touchpoint: Id, place: Card) -> Group:
    figures = scene.figures_of(touchpoint)
    role = MARK_ROLES[figures.verdict] if figures is not None else Role.LINE
    filled = Rect(0, 0, place.width, place.height, fill=role, radius=min(3.0, place.width / 4))
    bar = marks.hollow(filled, figures is not None and figures.uncertain, min(2.0, place.width / 4))
    return Group(f"card:{touchpoint}", place.width, place.height, (bar,), touchpoint)


def badges(place: Card, found: Sequence[FlowMark]) -> Placed | None:
    """Signs of what is peculiar about a card, standing on its upper edge."""
    if not found:
        return None
    items: list[Primitive] = []
    for number, mark in enumerate(found):
        sign, role = MARK_SIGNS[mark]
        x = number * (_BADGE + 2)
        items.append(Rect(x, 0, _BADGE, _BADGE, fill=Role.SURFACE, stroke=Role.LINE, radius=_BADGE / 2))
        items.extend(marks.sign(sign, x + 4, 4, _BADGE - 8, role))
    wide = len(found) * (_BADGE + 2) - 2
    group = Group(f"marks:{place.key}", wide, _BADGE, tuple(items), place.touchpoint)
    return Placed(place.right - wide - 8, place.y - _BADGE + 6, group)


def way_group(course: Course, line: Sequence[Piece], strongest: float, measures: Measures, far: bool) -> Placed:
    """A way as its line with an arrow head."""
    link = course.link
    role, width, dash = pen_of(link, strongest, measures)
    points = polygon(line)
    x, y = min(p[0] for p in points), min(p[1] for p in points)
    items: list[Primitive] = [
        Path(segments(line, x, y), stroke=role, stroke_width=width, dash=() if far else dash, round_caps=False)
    ]
    if measures.arrow:
        head = arrow_head(line, course, measures.arrow, max(measures.arrow, width * 2))
        (a, b), (c, d), (e, f) = ((px - x, py - y) for px, py in head)
        items.append(Path((("M", a, b), ("L", c, d), ("L", e, f), ("Z",)), fill=role))
    wide = max(p[0] for p in points) - x + measures.arrow
    high = max(p[1] for p in points) - y
    return Placed(x, y, Group(link.key, max(wide, 1.0), max(high, 1.0), tuple(items), link.record))


def pen_of(link: Link, strongest: float, measures: Measures) -> tuple[Role, float, tuple[float, ...]]:
    """Colour, width and dash of a way: what nobody drew is thin and muted."""
    if not link.drawn:
        return Role.FAINT, measures.thinnest, ()
    share = link.share if link.share is not None else link.amount / strongest if strongest else 0.0
    width = measures.thinnest + (measures.thickest - measures.thinnest) * min(1.0, share)
    return KIND_ROLES[link.kind], width, KIND_DASHES.get(link.kind, ())


def label_group(scene: Scene, port: Port, edge: float) -> Placed | None:
    """The share of a way beside the card it leaves; `edge` is that side of the card."""
    if port.label is None:
        return None
    style = scene.type.small
    high = style.leading + 1
    wide = port.room
    role = Role.MUTED if not port.link.drawn else Role.INK
    items = (
        Rect(0, 0, wide, high, fill=Role.SURFACE, fill_opacity=0.92, radius=4),
        text.single(scene.fonts, _said(port), style, PAD, (high + 0.66 * style.size) / 2, role),
    )
    x = edge + 1 if port.right else edge - wide - 1
    return Placed(x, port.y - high / 2, Group(f"share:{port.link.key}", wide, high, items, port.link.record))


def _said(port: Port) -> str:
    return "".join(run.text for run in port.label.runs) if port.label is not None else ""


def exit_group(scene: Scene, link: Link, said: str, measures: Measures) -> Group:
    """Where customers leave the journey below a card: given up (crossed out) or arrived (a ring)."""
    gives_up = link.kind is TransitionKind.DROP_OUT
    role = Role.DISAPPOINTING if gives_up else Role.OKAY
    if scene.far:
        wide = min(5.0, measures.card_width)
        dot = marks.circle(wide / 2, measures.stub - wide / 2 - 1, wide / 2, fill=role)
        return Group(link.key, wide, measures.stub, (dot,), link.record)
    width = measures.thinnest + (measures.thickest - measures.thinnest) * min(1.0, link.share or 0.0)
    down = measures.stub - 2 * EXIT - 5
    items: list[Primitive] = [
        Path((("M", EXIT + 1, 0.0), ("L", EXIT + 1, down)), stroke=role, stroke_width=width, round_caps=False),
        *exit_mark(EXIT + 1, down + EXIT, role, gives_up),
    ]
    wide = 2 * EXIT + 2
    if said:
        style = scene.type.small_strong if gives_up else scene.type.small
        ink = Role.DISAPPOINTING_TEXT if gives_up else Role.MUTED
        base = down + EXIT + style.size * 0.34
        line = text.single(scene.fonts, said, style, wide + 4, base, ink)
        items.append(line)
        wide += 4 + line.width
    return Group(link.key, wide, measures.stub - 3, tuple(items), link.record)


def exit_mark(x: float, y: float, role: Role, gives_up: bool) -> tuple[Path, ...]:
    """A crossed circle, or a ring with a dot."""
    ring = marks.circle(x, y, EXIT, fill=Role.SURFACE, stroke=role, stroke_width=1.5)
    if not gives_up:
        return ring, marks.circle(x, y, 2.5, fill=role)
    k = 2.6
    cross = (("M", x - k, y - k), ("L", x + k, y + k), ("M", x + k, y - k), ("L", x - k, y + k))
    return ring, Path(cross, stroke=role, stroke_width=1.6)


def beginning(place: Card, measures: Measures) -> Placed:
    """A dot and a short line before the first card."""
    wide = measures.margin - 6
    dot = min(5.0, wide / 2)
    items = (
        marks.circle(dot, dot, dot, fill=Role.OKAY),
        Path((("M", 2 * dot, dot), ("L", wide, dot)), stroke=Role.FAINT, stroke_width=measures.thinnest),
    )
    return Placed(place.x - wide, place.middle - dot, Group("beginning", wide, 2 * dot, items))


def ending(place: Card, link: Link, y: float, measures: Measures) -> Placed:
    """A short line and a ring behind the last card."""
    r = min(EXIT, measures.gap / 3)
    reach = min(measures.gap * 0.45, measures.gap - 2 * r)
    items: tuple[Primitive, ...] = (
        Path((("M", 0.0, r), ("L", reach, r)), stroke=Role.FAINT, stroke_width=measures.thinnest),
        marks.circle(reach + r, r, r, fill=Role.SURFACE, stroke=Role.OKAY, stroke_width=1.5),
        marks.circle(reach + r, r, r * 0.4, fill=Role.OKAY),
    )
    return Placed(place.right, y - r, Group(link.key, reach + 2 * r, 2 * r, items, link.record))


def band_group(index: int, stage: Id, wide: float, high: float) -> Group:
    """The ground of a stage; every second one is shaded."""
    ground = Role.LANE_GROUND if index % 2 else Role.SURFACE
    rect = Rect(0, 0, wide, high, fill=ground, meaning=Meaning.DECORATION)
    edge = Rect(wide - 0.5, 0, 1.0, high, fill=Role.FAINT_LINE)
    return Group(f"band:{stage}", wide, high, (rect, edge))
