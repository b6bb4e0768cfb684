"""The window the room looks at: one slide over a whole screen, and the keys and clicks of whoever presents."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from cxstudio.layout.display.display_list import Picture, TextLine
from cxstudio.layout.slides import cards_on
from cxstudio.look.roles import Role
from cxstudio.model import Id, MissingRecord
from ui.canvas.group_painter import painter_in
from ui.canvas.hit_testing import group_at
from ui.canvas.interaction.wheel import WholeSteps
from ui.canvas.paint_errors import report
from ui.canvas.project_pictures import ProjectPictures
from ui.context.context import Context
from ui.presentation.slide_position import Show

_POINTER_MS = 2500
"""The pointer is seen for so long after it moved."""
_Key = Qt.Key
_ON = (_Key.Key_Right, _Key.Key_Down, _Key.Key_PageDown, _Key.Key_Space, _Key.Key_N)
_BACK = (_Key.Key_Left, _Key.Key_Up, _Key.Key_PageUp, _Key.Key_P)
_ALONE = (_Key.Key_Shift, _Key.Key_Control, _Key.Key_Alt, _Key.Key_Meta, _Key.Key_AltGr)


class Projector(QWidget):
    """Paints what a show says. It asks for notes and its end by signals; the rest it tells the show."""

    end_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, context: Context, show: Show, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._context, self._show = context, show
        self._wheel = WholeSteps()
        pictures = ProjectPictures(context.session.assets.get, self.devicePixelRatioF)
        self._painter = painter_in(context.theme.palette, pictures)
        self.setWindowTitle(context.tr("Presentation"))
        self.setAccessibleName(context.tr("Presentation"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self._hide_pointer = QTimer(self, singleShot=True, interval=_POINTER_MS)
        self._hide_pointer.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        show.changed.connect(self._refresh)
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._show.black:
            painter.fillRect(self.rect(), QColor("black"))
        else:
            painter.fillRect(self.rect(), self._context.theme.colour(Role.SURFACE))
            self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            slide = self._show.slide(self.width(), self.height())
            scale = self.width() / slide.width
            self._painter.set_scale(scale, self.devicePixelRatioF())
            painter.scale(scale, scale)
            for placed in slide.flat():
                painter.translate(placed.x, placed.y)
                self._painter.paint(painter, placed.group)
                painter.translate(-placed.x, -placed.y)
        except MissingRecord:
            return  # the show catches up in a moment and says so
        except Exception as error:  # noqa: BLE001 - the room sees an empty slide, whoever presents is told
            report(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ALONE or self._typing():
            return
        if self._show.black:
            self._show.set_black(False)
            if key in (_Key.Key_Escape, _Key.Key_F5):
                self.end_wanted.emit()
            return
        far = bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
        if key in (_Key.Key_Escape, _Key.Key_F5):
            self.end_wanted.emit()
        elif event.text() == "." or key == _Key.Key_Period:
            self.note_wanted.emit()
        elif key == _Key.Key_B:
            self._show.set_black(True)
        elif not self._walk(key, far):
            super().keyPressEvent(event)

    def _typing(self) -> bool:
        """Whether the key was left over by the note line."""
        focus = self.focusWidget()
        return focus is not None and focus is not self and focus.isVisible()

    def _walk(self, key: Qt.Key, far: bool) -> bool:
        """Whether a key goes anywhere."""
        if key in _ON:
            self._show.stage(1) if far else self._show.go(1)
        elif key in _BACK:
            self._show.stage(-1) if far else self._show.go(-1)
        elif key in (_Key.Key_Return, _Key.Key_Enter):
            self._show.go(1)
        elif key == _Key.Key_Backspace:
            self._show.out()
        elif key == _Key.Key_Home:
            self._show.first()
        elif key == _Key.Key_End:
            self._show.last()
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.RightButton:
            self._show.go(-1)
        elif event.button() is Qt.MouseButton.LeftButton:
            if self._show.black:
                self._show.set_black(False)
            elif self._show.beside:
                self._show.go(0)
            elif not self._show.show_record(self._card_at(event.position())):
                self._show.go(1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._hide_pointer.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = self._wheel.taken(event)
        if steps:
            self._show.go(steps)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show.set_most(cards_on(self.width(), self.height()))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.end_wanted.emit()

    def _card_at(self, at: QPointF) -> Id | None:
        """The stage or touchpoint whose card is at a place; None for the one that is shown already."""
        found = group_at(self._show.slide(self.width(), self.height()), at.x(), at.y())
        card = found is not None and found.group.key.startswith(("card:", "pair:", "emotion:", "stage:"))
        return found.group.record if found is not None and card else None

    def _refresh(self) -> None:
        self.update()
        self.setAccessibleDescription(self._context.tr("Black screen") if self._show.black else self._said())

    def _said(self) -> str:
        """The slide in words, for those who do not see it."""
        try:
            slide = self._show.slide(max(1, self.width()), max(1, self.height()))
        except MissingRecord:
            return ""
        items = (i for p in slide.flat() for i in p.group.items)
        said = (i.alternative if isinstance(i, Picture) else i.text for i in items if isinstance(i, TextLine | Picture))
        return " ".join(said)[:2000]
