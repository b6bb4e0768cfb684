"""A display list as an image, in a palette of its own: what the clipboard gets."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from cxstudio.layout.display.display_list import DisplayList
from cxstudio.look.palette import Palette
from cxstudio.look.roles import Role
from ui.canvas.group_painter import painter_in
from ui.canvas.scene_items import paint_groups


def image_of(picture: DisplayList, palette: Palette, margin: float = 0.0, scale: float = 2.0) -> QImage:
    """The picture on the palette's surface, `scale` pixels to the point."""
    wide, high = picture.width + 2 * margin, picture.height + 2 * margin
    made = QImage(ceil(wide * scale), ceil(high * scale), QImage.Format.Format_ARGB32)
    made.setDevicePixelRatio(scale)
    made.fill(QColor(palette[Role.SURFACE]))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(margin, margin)
    ready = painter_in(palette)
    ready.set_scale(1.0, scale)
    paint_groups(picture.flat(), ready, painter, QRectF(0.0, 0.0, picture.width, picture.height))
    painter.end()
    made.setDevicePixelRatio(1.0)
    return made
