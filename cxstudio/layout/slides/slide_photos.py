"""Photos of a touchpoint on its slide: side by side, whole, as large as there is room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cxstudio.layout.display import display_list as drawn
from cxstudio.layout.slides.slide_frame import Sheet
from cxstudio.look.roles import Role
from cxstudio.model import Picture

_MOST = 2
"""More in one row could not be made out from the last row."""
_GAP = 20.0


class Box(NamedTuple):
    """Room on a slide."""

    x: float
    y: float
    wide: float
    high: float

    def parted(self, share: float, gap: float) -> tuple[Box, Box]:
        """The upper part, of `share` of the height, and what is left below it."""
        upper = self.high * share
        return self._replace(high=upper), self._replace(y=self.y + upper + gap, high=max(0.0, self.high - upper - gap))


def photo_row(sheet: Sheet, photos: Sequence[Picture], name: str, box: Box) -> drawn.Placed:
    """The first photos; one without words of its own is called after its touchpoint."""
    shown = photos[:_MOST]
    gap, edge = sheet(_GAP), sheet(8)
    wide = (box.wide - gap * (len(shown) - 1)) / len(shown)
    items: list[drawn.Primitive] = []
    for n, photo in enumerate(shown):
        x = box.x + n * (wide + gap)
        words = " ".join(photo.alternative_text[:2000].split()) or name
        frame = drawn.Rect(x, box.y, wide, box.high, fill=Role.OKAY_GROUND, radius=sheet(16))
        inner = (x + edge, box.y + edge, wide - 2 * edge, box.high - 2 * edge)
        items += [frame, drawn.Picture(*inner, photo.asset, words)]
    return sheet.group("photos", items)
