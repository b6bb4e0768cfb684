"""A project's pictures for the window. Qt gets pixels only: its own decoders never see bytes from a project."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QImage, QPixmap

from cxstudio.files.pictures import pixels

_KEPT: Final = 200


class ProjectPictures:
    """A project's pictures at the sizes they are drawn in, as a painter asks for them; the last ones are kept."""

    def __init__(self, stored: Callable[[str], bytes | None], ratio: Callable[[], float]) -> None:
        """`stored` gives the bytes of an asset, `ratio` the device pixels of a pixel of the window."""
        self._stored, self._ratio = stored, ratio
        self._known: dict[tuple[str, int], QPixmap | None] = {}

    def __call__(self, asset: str, width: float, height: float) -> QPixmap | None:
        side = round(max(width, height) * self._ratio())
        data = self._stored(asset)
        if data is None:
            return None
        if (asset, side) not in self._known:
            if len(self._known) >= _KEPT:
                self._known.pop(next(iter(self._known)))
            self._known[asset, side] = pixmap_of(data, side)
        return self._known[asset, side]


def pixmap_of(data: bytes | None, longest: int) -> QPixmap | None:
    """A picture, its longer side `longest` pixels at most; None where there is none that can be shown."""
    found = pixels(data, longest) if data else None
    if found is None:
        return None
    image = QImage(found.rgba, found.width, found.height, 4 * found.width, QImage.Format.Format_RGBA8888)
    return QPixmap.fromImage(image)
