"""The client's logo in the margin above a page, at its right end: it takes nothing from what stands there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cxstudio.documents.paper import MARGIN, Paper
from cxstudio.layout.display.display_list import Meaning, Picture
from cxstudio.render.pdf_pictures import pdf_picture

_TOP: Final = 12.0
_HIGH: Final = 24.0
_WIDE: Final = 130.0
"""Most a logo may take, in points of the page."""


def logo_picture(logo: str, assets: Mapping[str, bytes], paper: Paper) -> Picture | None:
    """The logo as it stands on every page; None without one, or where its file is missing or no picture."""
    shown = pdf_picture(assets.get(logo)) if logo else None
    if shown is None:
        return None
    across, down = shown.getSize()
    if across <= 0 or down <= 0:
        return None
    scale = min(_WIDE / across, _HIGH / down)
    wide, high = across * scale, down * scale
    x, y = MARGIN + paper.room - wide, _TOP + (_HIGH - high) / 2
    return Picture(x, y, wide, high, logo, meaning=Meaning.DECORATION)
