"""Display lists as the pages of a PDF, each as large as it needs to be."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.lib.colors import HexColor

from cxstudio.layout.display.display_list import DisplayList
from cxstudio.look.fonts import FontBook
from cxstudio.look.palette import Palette
from cxstudio.look.roles import Role
from cxstudio.render.assets import Assets
from cxstudio.render.pdf import draw
from cxstudio.render.pdf_canvas import pdf_canvas


def pdf_pages(pictures: Sequence[DisplayList], title: str, language: str, colours: Palette, margin: float,
              assets: Assets | None = None, fonts: FontBook | None = None) -> bytes:  # fmt: skip
    """A page for each picture, on the palette's surface."""
    out = io.BytesIO()
    canvas = pdf_canvas(out, (1.0, 1.0), title=title, language=language, fonts=fonts)
    for picture in pictures:
        wide, high = picture.width + 2 * margin, picture.height + 2 * margin
        canvas.setPageSize((wide, high))
        with canvas.decoration():
            canvas.setFillColor(HexColor(colours[Role.SURFACE]))
            canvas.rect(0, 0, wide, high, stroke=0, fill=1)
        draw(canvas, picture, colours, margin, high - margin, assets=assets, fonts=fonts)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
