"""What stands in a journey that has no stage yet."""

from __future__ import annotations

from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Placed, Primitive, Rect
from cxstudio.layout.map_scene.lane_scene import HINT_WIDTH, Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role

HEIGHT = 108.0


def empty_hint(scene: Scene) -> Placed:
    """Says where to begin."""
    unit = scene.type
    wide, high = unit(HINT_WIDTH), unit(HEIGHT)
    left = unit(6)
    frame = Rect(
        left,
        unit(12),
        wide - left,
        high,
        stroke=Role.LINE,
        stroke_width=unit(1),
        radius=unit(10),
        dash=(unit(4), unit(4)),
    )
    size = unit(20)
    items: list[Primitive] = [frame, *marks.sign("plus", left + unit(20), unit(32), size, Role.ACCENT)]
    x = left + unit(20) + size + unit(14)
    room = wide - x - unit(14)
    items.append(
        text.single(
            scene.fonts,
            scene.texts.tr("The journey begins with its first stage"),
            unit.title,
            x,
            unit(30) + unit.title.rise,
            Role.INK,
            room,
        )
    )
    words = scene.texts.tr("A stage is what customers want to get done, such as “Find out” or “Sign up”.")
    items.extend(
        text.block(scene.fonts, words, unit.body, x, unit(30) + unit.title.leading + unit(4), room, Role.MUTED, 3)
    )
    return Placed(0.0, 0.0, Group("hint:journey", wide, unit(12) + high, tuple(items), scene.journey))
