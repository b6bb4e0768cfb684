"""Stage headers of both journeys, with what becomes of each stage."""

from __future__ import annotations

from typing import NamedTuple

from cxstudio.analysis.comparison.as_is_to_be import Fate
from cxstudio.caches import cached
from cxstudio.layout.comparison.comparison_style import INKS, SIGNS, Board, Side
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Meaning, Placed, Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id, Stage
from cxstudio.wording.findings.comparison_findings import fate_words

HEIGHT, PLATE = 38.0, 28.0


class PlateValue(NamedTuple):
    """Everything a stage's plate shows."""

    stage: Id
    name: str
    fate: Fate
    word: str
    width: float


def plates(board: Board, side: Side) -> tuple[Placed, ...]:
    """One plate per stage of a journey."""
    placed = []
    for section, x, wide in board.spans:
        stage_id: Id | None = getattr(section, side.name)
        if stage_id is not None:
            stage = board.document.get(Stage, stage_id)
            name = " ".join(stage.name[:2000].split()) or board.texts.tr("Untitled stage")
            fate = board.comparison.by_stage[stage_id].fate
            if fate is Fate.CHANGED and side is board.today:
                fate = Fate.SAME
            word = "" if fate is Fate.SAME else fate_words(fate, board.texts)
            placed.append(Placed(x, 0.0, plate(PlateValue(stage_id, name, fate, word, wide), board.fonts, board.type)))
    return tuple(placed)


@cached(2000)
def plate(value: PlateValue, fonts: FontBook, unit: TypeScale) -> Group:
    """A stage's name, and at its right end sign and word."""
    gap = min(unit(4), value.width * 0.25)
    wide, top = value.width - gap, unit(HEIGHT - PLATE) / 2
    ink, ground = INKS.get(value.fate, (Role.ACCENT, Role.ACCENT_GROUND))
    stroke = Role.FAINT if value.fate is Fate.GONE else None
    dash = (unit(4), unit(4)) if stroke is not None else ()
    radius = min(unit(7), wide / 2)
    items: list[Primitive] = [
        Rect(gap / 2, top, wide, unit(PLATE), fill=ground, stroke=stroke, radius=radius, dash=dash)
    ]
    pad = unit(12) if wide > unit(72) else unit(6)
    strong, small = unit.strong, unit.small_strong
    base = top + (unit(PLATE) + 0.66 * strong.size) / 2
    left, right = gap / 2 + pad, gap / 2 + wide - pad
    if value.word:
        size = unit(12)
        wanted = text.width(fonts, value.word, small.face, small.size)
        name = text.width(fonts, value.name, strong.face, strong.size)
        if right - left >= min(name, unit(60)) + unit(10) + size + unit(4) + wanted:
            right -= wanted
            items.append(text.single(fonts, value.word, small, right, base, ink))
            right -= unit(4)
        if right - left >= size:
            right -= size
            items.extend(marks.sign(SIGNS[value.fate], right, top + (unit(PLATE) - size) / 2, size, ink))
            right -= unit(6)
    if right - left >= unit(20):
        shown = text.single(fonts, value.name, strong, left, base, ink, right - left, meaning=Meaning.HEADING)
        items.append(shown)
    return Group(f"stage:{value.stage}", value.width, unit(HEIGHT), tuple(items), value.stage)
