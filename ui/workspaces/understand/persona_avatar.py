"""A persona's face: her picture in a circle, else her initials on a colour of her own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from cxstudio.look.roles import Role
from cxstudio.model import Id, Persona, Picture
from cxstudio.wording.fields.record_names import initials
from ui.context.context import Context
from ui.forms.asset_editors import asset_pixmap

COLOURS = (Role.ACCENT, Role.DELIGHTING, Role.STARDUST, Role.DISAPPOINTING_TEXT, Role.OKAY)
"""Handed out in the personas' order, again from the start after the last."""


class Avatar(QWidget):
    """A round picture of a persona."""

    def __init__(self, context: Context, size: int) -> None:
        super().__init__()
        self.context = context
        self._persona: Id | None = None
        self._picture: QPixmap | None = None
        self.setFixedSize(QSize(size, size))

    def show_persona(self, persona: Id) -> None:
        """Show this persona."""
        self._persona = persona
        pictures = self.context.document.having(Picture, "about", persona)
        size = self.width() * 2
        self._picture = asset_pixmap(self.context, pictures[0].asset, size * 2, size * 2) if pictures else None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        record = self.context.document.find(self._persona)
        if not isinstance(record, Persona):
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        circle = QPainterPath()
        circle.addEllipse(QRectF(self.rect()))
        painter.setClipPath(circle)
        if self._picture is not None:
            side = min(self._picture.width(), self._picture.height())
            left, top = (self._picture.width() - side) / 2, (self._picture.height() - side) / 2
            painter.drawPixmap(QRectF(self.rect()), self._picture, QRectF(left, top, side, side))
            return
        place = self.context.document.all(Persona).index(record)
        painter.fillPath(circle, self.context.theme.colour(COLOURS[place % len(COLOURS)]))
        painter.setFont(self.context.theme.font(round(self.width() * 0.36), "bold"))
        painter.setPen(QColor(self.context.theme.colour(Role.SURFACE)))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, initials(record.name))
