"""A persona's face: the part of their picture that is chosen, in a circle, else initials on a colour of their own."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from cxstudio.edits import add_picture, move_record, set_face
from cxstudio.errors import UserError
from cxstudio.layout.boards.empathy_items import face_of
from cxstudio.look.roles import Role
from cxstudio.model import Id, Persona, Picture
from cxstudio.wording import N_
from cxstudio.wording.fields.record_names import initials
from ui.context.context import Context
from ui.forms.asset_editors import asset_pixmap
from ui.forms.picture_data import has_pictures, pictures_in
from ui.forms.picture_intake import Kept, PictureIntake
from ui.theme.plain_texts import set_tooltip

CROP = N_("Choose the part of the picture")
_STEP = 0.04
"""Share of the picture one arrow key moves it by."""


class Avatar(QWidget):
    """A round picture of a persona."""

    def __init__(self, context: Context, size: int) -> None:
        super().__init__()
        self.context = context
        self._persona: Id | None = None
        self._picture: QPixmap | None = None
        self.face = 0.5, 0.5, 1.0
        """Middle of what is shown, as shares of the picture, and how near."""
        self.setFixedSize(QSize(size, size))

    def show_persona(self, persona: Id) -> None:
        """Show this persona."""
        self._persona = persona
        pictures = self.context.document.having(Picture, "about", persona)
        side = self.width() * 6
        self._picture = asset_pixmap(self.context, pictures[0].asset, side, side) if pictures else None
        record = self.context.document.find(persona)
        if isinstance(record, Persona):
            self.face = record.face_x, record.face_y, record.face_zoom
        self.update()

    def part(self) -> QRectF:
        """The square of the picture that is shown, in its pixels."""
        assert self._picture is not None
        wide, high = self._picture.width(), self._picture.height()
        side = min(wide, high) / self.face[2]
        left = min(max(self.face[0] * wide - side / 2, 0.0), wide - side)
        top = min(max(self.face[1] * high - side / 2, 0.0), high - side)
        return QRectF(left, top, side, side)

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
            painter.drawPixmap(QRectF(self.rect()), self._picture, self.part())
            return
        painter.fillPath(circle, self.context.theme.colour(face_of(self.context.document, record.id)))
        painter.setFont(self.context.theme.font(round(self.width() * 0.36), "bold"))
        painter.setPen(QColor(self.context.theme.colour(Role.SURFACE)))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, initials(record.name))


class FaceEditor(Avatar):
    """Takes a dropped picture; what is shown of it is moved by dragging or by arrows, and made nearer from outside."""

    changed = Signal()

    def __init__(self, context: Context, size: int) -> None:
        super().__init__(context, size)
        self._intake = PictureIntake(context, self)
        self._from: tuple[QPointF, tuple[float, float, float]] | None = None
        self.setAcceptDrops(not context.session.read_only)
        self.setAccessibleName(context.tr("Picture of the persona"))
        set_tooltip(self, context.tr("Drop a picture here. Drag it to choose the part that is shown."))

    @property
    def has_picture(self) -> bool:
        """Whether there is a picture to choose a part of."""
        return self._picture is not None

    def show_persona(self, persona: Id) -> None:
        super().show_persona(persona)
        movable = self.has_picture and not self.context.session.read_only
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if movable else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor if movable else Qt.CursorShape.ArrowCursor)
        self.changed.emit()

    def zoom(self, factor: float) -> None:
        """Show so much nearer: 1 the largest square, 6 the smallest."""
        self._keep((self.face[0], self.face[1], factor))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(has_pictures(event.mimeData()))

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        try:
            found = pictures_in(event.mimeData())
        except UserError as error:
            self.context.messages.error(error, "pictures")
            return
        self._intake.take(found[:1], self._kept)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.has_picture and not self.context.session.read_only and event.button() is Qt.MouseButton.LeftButton:
            self._from = event.position(), self.face
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None or self._picture is None:
            return
        start, face = self._from
        by, scale = event.position() - start, self.part().width() / self.width()
        self.face = self._within(
            face[0] - by.x() * scale / self._picture.width(), face[1] - by.y() * scale / self._picture.height(), face[2]
        )
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._from = self._from, None
        if held is not None:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            if self.face != held[1]:
                self._keep(self.face)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: (1, 0), Qt.Key.Key_Right: (-1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        by = step.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._from is not None:
            self.face, self._from = self._from[1], None
            self.update()
        elif by is None or not self.has_picture:
            super().keyPressEvent(event)
        else:
            self._keep(self._within(self.face[0] + by[0] * _STEP, self.face[1] + by[1] * _STEP, self.face[2]))

    def _within(self, across: float, down: float, zoom: float) -> tuple[float, float, float]:
        """The middle of what is shown, so that nothing beside the picture is."""
        assert self._picture is not None
        wide, high = self._picture.width(), self._picture.height()
        right, below = min(wide, high) / zoom / 2 / wide, min(wide, high) / zoom / 2 / high
        return min(max(across, right), 1 - right), min(max(down, below), 1 - below), zoom

    def _keep(self, face: tuple[float, float, float]) -> None:
        if self._persona is None or self.context.session.read_only:
            return
        persona = self._persona
        with self.context.session.transaction(CROP) as draft:
            set_face(draft, persona, *face)

    def _kept(self, kept: list[Kept]) -> None:
        """The picture dropped becomes the face, ahead of those that are there."""
        persona = self._persona
        if persona is None or persona not in self.context.document:
            return
        with self.context.session.transaction(N_("Add a photo")) as draft:
            made = add_picture(draft, persona, kept[0].asset, kept[0].name)
            move_record(draft, Picture, made, None)
            set_face(draft, persona, 0.5, 0.5, 1.0)
