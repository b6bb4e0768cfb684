"""A project's pictures for the window. Qt gets pixels only: its own decoders never see bytes from a project."""

from __future__ import annotations

from PySide6.QtGui import QImage, QPixmap

from cxstudio.files.pictures import pixels


def pixmap_of(data: bytes | None, longest: int) -> QPixmap | None:
    """A picture, its longer side `longest` pixels at most; None where there is none that can be shown."""
    found = pixels(data, longest) if data else None
    if found is None:
        return None
    image = QImage(found.rgba, found.width, found.height, 4 * found.width, QImage.Format.Format_RGBA8888)
    return QPixmap.fromImage(image)
