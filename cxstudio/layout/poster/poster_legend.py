"""The foot of a poster: what each mark means, on what the figures rest, how many touchpoints, and who may see it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Frame, Group, Placed, Primitive, Rect
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.wording.figures.figure_sentences import DOWN, UP

WORDS: Final = Type("regular", 12.0, 18.0)
STRONG: Final = Type("semibold", 12.0, 18.0)
BASIS: Final = Type("regular", 11.5, 16.0)

_ABOVE: Final = 12.0
_APART: Final = 22.0
_SIGN: Final = 15.0
_RIGHT: Final = 300.0
"""What the right end keeps for how many touchpoints and who may see it."""


class Entry(NamedTuple):
    """A mark in a box as high as a line, and its words."""

    drawn: tuple[Primitive, ...]
    wide: float
    words: str


def legend(scene: Scene, lanes: frozenset[LaneKind], basis: str, count: str, made: str, wide: float) -> Frame:
    """The legend over as many lines as it needs; below it the basis on the left, who and when on the right."""
    room, fonts = wide - _RIGHT, scene.fonts
    items: list[Primitive] = []
    x, y = 0.0, _ABOVE
    for entry in entries(scene, lanes):
        words = text.single(fonts, entry.words, WORDS, 0.0, 0.0, Role.INK)
        full = entry.wide + 6.0 + words.width
        if x and x + full > room:
            x, y = 0.0, y + WORDS.leading
        items += (marks.shifted(item, x, y) for item in entry.drawn)
        items.append(text.single(fonts, entry.words, WORDS, x + entry.wide + 6.0, y + WORDS.rise, Role.INK))
        x += full + _APART
    y += WORDS.leading + 2.0
    said = text.block(fonts, basis, BASIS, 0.0, y, room, Role.MUTED)
    right = (
        text.single(fonts, count, STRONG, wide, _ABOVE + STRONG.rise, Role.INK, align=1.0),
        text.single(fonts, made, BASIS, wide, y + BASIS.rise, Role.MUTED, align=1.0),
    )
    high = y + max(len(said), 1) * BASIS.leading
    group = Group("poster:legend", wide, high, (*items, *said, *right))
    return Frame("poster:legend", 0.0, 0.0, wide, high, groups=(Placed(0.0, 0.0, group),))


def entries(scene: Scene, lanes: frozenset[LaneKind]) -> Iterator[Entry]:
    """Only what the lanes that are shown draw."""
    tr, middle = scene.texts.tr, WORDS.leading / 2
    touchpoints = [t for t in (scene.touchpoint(i) for i in range(*scene.window)) if t is not None]
    figures = [f for f in (scene.figures.of(t.id) if scene.figures else None for t in touchpoints) if f is not None]
    if LaneKind.EXPECTATION_EXPERIENCE in lanes and figures and not scene.far:
        yield Entry((marks.line(0.0, middle, 16.0, middle, Role.INK, 2.2),), 16.0, tr("Expectation"))
        yield Entry((marks.circle(5.0, middle, 5.0, fill=Role.MUTED),), 10.0, tr("Experience"))
    if figures:
        for role, mark, said in (
            (Role.DISAPPOINTING, DOWN, tr("disappointing")),
            (Role.DELIGHTING, UP, tr("delighting")),
        ):
            bar = Rect(0.0, middle - 2.5, 16.0, 5.0, fill=role, radius=2.0)
            yield Entry((bar,), 16.0, f"{mark} {said}")  # in a grey print the shades are alike
    if any(f.uncertain for f in figures):
        bar = Rect(0.0, middle - 2.5, 16.0, 5.0, fill=Role.MUTED, radius=2.0)
        yield Entry((marks.hollow(bar, True, 1.2),), 16.0, tr("uncertain"))
    for there, name, role, said in (
        (any(scene.critical(t) for t in touchpoints), "warning", Role.DISAPPOINTING, tr("critical")),
        (any(t.stardust for t in touchpoints), "star", Role.STARDUST, tr("stardust")),
        (any(f.disagreeing for f in figures) and not scene.far, "disagree", Role.MUTED, tr("disagreeing")),
        (LaneKind.DEPARTMENTS in lanes, "handover", Role.MUTED, tr("Handover")),
    ):
        if there:
            yield Entry(marks.sign(name, 0.0, middle - _SIGN / 2, _SIGN, role), _SIGN, said)
    if LaneKind.EMOTION in lanes and not scene.far and any(f.emotion is not None for f in figures):
        spread = Rect(2.0, middle - 8.0, 5.0, 16.0, fill=Role.LINE, radius=2.5)
        yield Entry((spread,), 9.0, tr("middle half of the answers"))
