"""Something drawn, as a file of any kind: pages, a drawing whose text stays text, a picture."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.errors import N_, UserError
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.look.fonts import FontBook
from cxstudio.look.palette import palette
from cxstudio.render.assets import Assets
from cxstudio.render.png import png_of_pdf
from cxstudio.render.svg import svg

MARGIN = 24.0
WIDEST_PAGE = 14_000.0
"""PDF readers refuse pages of more than 200 inches."""
MOST_PIXELS = 120_000_000
MOST_ACROSS = 16_000
"""Pixels a picture is wide unless more are asked for: programs that show pictures refuse wider ones."""
_LEAST_SCALE = 0.8
"""Pixels to the point below which nobody could read a picture."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A display list with what it takes to write it: pictures, fonts, the client's accent."""

    whole: DisplayList
    accent: str
    language: str
    assets: Assets | None = None
    fonts: FontBook | None = None
    no_page: str = ""
    """Message id, why it cannot be a page where it is too wide for one."""
    no_picture: str = ""
    """Message id, why it cannot be a picture where it is too large for one."""
    instead: str = ""
    """Message id, what to export instead."""

    def pdf(self, palette_name: str = "print") -> bytes:
        """One page as large as it needs to be. Raises UserError where none may be so large."""
        if self._too_wide:
            raise UserError(self.no_page, N_("Nothing was written."), self.instead)
        return self._page(palette_name)

    def svg(self, palette_name: str = "light") -> bytes:
        """One drawing."""
        return svg(self.whole, palette(palette_name, self.accent), self.assets, MARGIN, self.fonts).encode()

    def png(self, palette_name: str = "light", scale: float = 2.0, width: int | None = None) -> bytes:
        """One picture, `scale` pixels to the point, or `width` pixels wide; a large one has fewer to the point.

        Raises UserError where nobody could read it.
        """
        wide, high = self.whole.width + 2 * MARGIN, self.whole.height + 2 * MARGIN
        scale = width / wide if width is not None else min(scale, MOST_ACROSS / wide)
        scale = min(scale, (MOST_PIXELS / (wide * high)) ** 0.5)
        if (scale < _LEAST_SCALE and width is None) or self._too_wide:
            raise UserError(self.no_picture, N_("Nothing was written."), self.instead)
        return png_of_pdf(self._page(palette_name), scale=scale)

    @property
    def _too_wide(self) -> bool:
        return self.whole.width + 2 * MARGIN > WIDEST_PAGE

    def _page(self, palette_name: str) -> bytes:
        from cxstudio.render.pdf_pages import pdf_pages  # a drawing needs no reportlab

        colours = palette(palette_name, self.accent)
        return pdf_pages([self.whole], self.whole.title, self.language, colours, MARGIN, self.assets, self.fonts)
