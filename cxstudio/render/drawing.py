"""Something drawn, as a file of any kind: pages, a drawing whose text stays text, a picture."""

from __future__ import annotations

from collections.abc import Callable
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
    pages: Callable[[], list[DisplayList]] | None = None
    """The same cut into pages a PDF may have; None: it cannot be cut."""
    no_page: str = ""
    """Message id, why it cannot be a page where it is too wide for one."""
    no_picture: str = ""
    """Message id, why it cannot be a picture where it is too large for one."""
    instead: str = ""
    """Message id, what to export instead."""

    def pdf(self, palette_name: str = "print") -> bytes:
        """One page as large as it needs to be; several where one would be too wide. Raises UserError."""
        if not self._too_wide:
            return self._pages([self.whole], palette_name)
        if self.pages is None:
            raise UserError(self.no_page, N_("Nothing was written."), self.instead)
        return self._pages(self.pages(), palette_name)

    def svg(self, palette_name: str = "light") -> bytes:
        """One drawing."""
        return svg(self.whole, palette(palette_name, self.accent), self.assets, MARGIN, self.fonts).encode()

    def png(self, palette_name: str = "light", scale: float = 2.0) -> bytes:
        """One picture, `scale` pixels to the point; a large one has fewer. Raises UserError where it is too large."""
        points = (self.whole.width + 2 * MARGIN) * (self.whole.height + 2 * MARGIN)
        scale = min(scale, (MOST_PIXELS / points) ** 0.5)
        if scale < _LEAST_SCALE or (self._too_wide and self.pages is None):
            raise UserError(self.no_picture, N_("Nothing was written."), self.instead)
        return png_of_pdf(self._pages([self.whole], palette_name), scale=scale)

    @property
    def _too_wide(self) -> bool:
        return self.whole.width + 2 * MARGIN > WIDEST_PAGE

    def _pages(self, pictures: list[DisplayList], palette_name: str) -> bytes:
        from cxstudio.render.pdf_pages import pdf_pages  # a drawing needs no reportlab

        colours = palette(palette_name, self.accent)
        return pdf_pages(pictures, self.whole.title, self.language, colours, MARGIN, self.assets, self.fonts)
