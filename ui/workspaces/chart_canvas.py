"""A chart as a widget: painted from its display list; click, hover and arrows lead to its records."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.layout.charts.chart_base import FEW, Chart
from cxstudio.layout.display.box import Box
from cxstudio.look.roles import Role
from cxstudio.model import Id, Touchpoint
from cxstudio.steps import Steps, finished
from ui.background.long_work import Spoken
from ui.background.task_runner import TaskRunner
from ui.canvas.group_painter import painter_in
from ui.canvas.scene_items import paint_groups
from ui.context.context import Context
from ui.context.record_workspace import show_record
from ui.theme.plain_texts import PlainLabel

_RING, _LARGEST_POINT = 9.0, 30.0
_WIDEST = 340
_KEYS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


_AT_A_TIME = 12
"""Groups drawn in one step."""


class Drawn(NamedTuple):
    """A chart as it is laid out, and its pixels without the marks."""

    chart: Chart
    pixmap: QPixmap


class ChartPicture(QWidget):
    """Laid out for its width and the height there is; the selected record is marked in it.

    One of very many records is worked out between two frames; what it showed last stays in view meanwhile.
    """

    walked = Signal(QRectF)
    """The keys selected a record that stands here."""
    pad = 0
    """Room between the widget's edge, where the focus shows, and the picture."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self.context = context
        self.room = 0.0
        """Height the picture may take, where it is not the widget's own: a taller one makes the widget grow."""
        self._chart: Chart | None = None
        self._fresh = False
        """Whether the chart shows what there is now."""
        self.work: TaskRunner[Drawn | None] = TaskRunner(self)
        self.work.changed.connect(self.update)
        tr = context.tr
        self._spoken = Spoken(tr("Calculating the chart …"), tr("The chart was not calculated."), self.lay_out_again)
        context.works.follow(self.work, self._spoken)
        self._over: Id | None = None
        self.bubble = Bubble(self)
        self._pixmap = QPixmap()
        self._painter = painter_in(context.theme.palette)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(name)
        context.selection.changed.connect(self.selected)

    def make(self, width: float, height: float) -> Chart | None:
        """The chart for a size; None where there is nothing to show."""
        raise NotImplementedError

    def make_in_steps(self, width: float, height: float) -> Steps[Chart | None]:
        """The same in steps, where there is much to do."""
        yield
        return self.make(width, height)

    @property
    def long(self) -> bool:
        """Whether there are so many touchpoints that the window would be held up."""
        return False

    @property
    def waiting(self) -> str:
        """What is said where the picture will be; "" where there is nothing to wait for."""
        return self._spoken.doing if self.work.busy else self._spoken.stopped if self.work.stopped else ""

    def words_of(self, touchpoint: Touchpoint) -> str:
        """What hovering over a touchpoint says."""
        raise NotImplementedError

    def summary(self) -> str:
        """The whole chart in words, for those who do not see it."""
        return ""

    def marked(self, record: Id | None) -> list[Box]:
        """Where a record is marked as selected or below the mouse."""
        return self.chart.boxes(record) if self.chart is not None else []

    def listed(self) -> list[Id]:
        """The records the arrows walk through."""
        return self.chart.records if self.chart is not None else []

    @property
    def chart(self) -> Chart | None:
        """The picture as it is laid out."""
        if not self._fresh and self.width() > 0 and not self.work.busy and not self.work.stopped:
            wide, high = float(self.width() - 2 * self.pad), (self.room or float(self.height())) - 2 * self.pad
            if self.long:
                self.work.run_steps(self._drawn_in_steps(wide, high), self._have)
            else:
                chart = self.make(wide, high)
                self._have(None if chart is None else Drawn(chart, QPixmap()))
        return self._chart

    def _drawn_in_steps(self, width: float, height: float) -> Steps[Drawn | None]:
        chart = yield from self.make_in_steps(width, height)
        return None if chart is None else Drawn(chart, (yield from self._painted(chart)))

    def _have(self, drawn: Drawn | None) -> None:
        self._fresh = True
        self._chart, self._pixmap = drawn or (None, QPixmap())
        if self._chart is not None and self.room:
            self.setMinimumHeight(self._high(self._chart))
        self.update()

    def _high(self, chart: Chart) -> int:
        return round(chart.picture.height) + 2 * self.pad

    def selected(self) -> None:
        """Among few the selected one is named, which moves the other names; among many it is only marked."""
        if self._chart is None or not self._fresh or len(self._chart.spots) <= FEW:
            self.lay_out_again()
        else:
            self.say()

    def lay_out_again(self) -> None:
        """Something the picture shows changed."""
        self.forget()
        self.say()

    def say(self) -> None:
        """Tell readers of the screen what is selected and what the picture shows."""
        touchpoint = self.context.selection.of(Touchpoint)
        said = (self.words_of(touchpoint) if touchpoint is not None else "", self.summary())
        self.setAccessibleDescription(". ".join(part for part in said if part))
        self.update()

    def forget(self) -> None:
        """Lay out anew when it is next looked at; a long one keeps what it shows until then."""
        self._fresh = False
        self.work.cancel()
        if not self.long:
            self.empty()

    def empty(self) -> None:
        """Show nothing until it is laid out anew: what was shown is something else."""
        self._fresh = False
        self._chart, self._pixmap = None, QPixmap()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width() or not self.room:
            self.forget()
        super().resizeEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        chart = self.chart
        if chart is None:
            self._paint_waiting()
            return
        if self._pixmap.isNull():
            self._pixmap = finished(self._painted(chart))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._pixmap)
        painter.translate(self.pad, self.pad)
        accent = self.context.theme.colour(Role.ACCENT)
        if self._over != self.context.selection.id:
            for box in self.marked(self._over):
                _mark(painter, box, self.context.theme.colour(Role.ACCENT_LINE), 1.2, None)
        for box in self.marked(self.context.selection.id):
            tint = QColor(accent)
            tint.setAlpha(22)
            _mark(painter, box, accent, 1.6, tint)
        painter.resetTransform()
        if self.hasFocus():
            painter.setPen(QPen(accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _paint_waiting(self) -> None:
        painter = QPainter(self)
        painter.setFont(self.context.theme.font(13))
        painter.setPen(self.context.theme.colour(Role.MUTED))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.waiting)
        painter.end()

    def _painted(self, chart: Chart) -> Steps[QPixmap]:
        """The picture without the marks, kept until it is laid out anew."""
        ratio = self.devicePixelRatioF()
        size = QSize(self.width(), max(self.height(), self._high(chart)))
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        groups = list(chart.picture.flat())
        for start in range(0, len(groups), _AT_A_TIME):
            painter = QPainter(made)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(self.pad, self.pad)
            self._painter.set_scale(1.0, ratio)
            paint_groups(groups[start : start + _AT_A_TIME], self._painter, painter, QRectF(QPointF(), size))
            painter.end()
            yield
        return made

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self.context.selection.select(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is not None:
            show_record(self.context, found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found is not None else Qt.CursorShape.ArrowCursor)
        if found != self._over:
            self._over = found
            self.update()
            self._tell(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        self._over = None
        self.bubble.hide()
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        listed = self.listed()
        key = Qt.Key(event.key())
        if listed and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk_to(listed[0 if key is Qt.Key.Key_Home else -1])
        elif listed and key in _KEYS:
            here = self.context.selection.id
            place = (listed.index(here) + _KEYS[key]) % len(listed) if here in listed else 0
            self._walk_to(listed[place])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (here := self.context.selection.id) in listed:
            show_record(self.context, here)
        else:
            super().keyPressEvent(event)

    def _walk_to(self, record: Id) -> None:
        self.context.selection.select(record)
        boxes = self.chart.boxes(record) if self.chart is not None else []
        if boxes:
            box = boxes[0]
            self.walked.emit(QRectF(box.x + self.pad, box.y + self.pad, box.width, box.height))

    def _tell(self, where: QPointF) -> None:
        found = self.context.document.find(self._over)
        if isinstance(found, Touchpoint):
            self.bubble.say(self.words_of(found), where.toPoint())
        else:
            self.bubble.hide()

    def _at(self, position: QPointF) -> Id | None:
        if self.chart is None:
            return None
        return self.chart.record_at(position.x() - self.pad, position.y() - self.pad)


class Bubble(PlainLabel):
    """What lies below the mouse, said at once; in the way of nothing."""

    def __init__(self, picture: QWidget) -> None:
        super().__init__("", picture)
        self._picture = picture
        self.setProperty("kind", "bubble")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, words: str, at: QPoint) -> None:
        """Show words beside a place, within the picture."""
        self.setWordWrap(False)
        self.setText(words)
        most = min(_WIDEST, self._picture.width() - 8)
        if self.sizeHint().width() > most:
            self.setWordWrap(True)
            self.resize(most, self.heightForWidth(most))
        else:
            self.resize(self.sizeHint())
        room = self._picture.rect()
        x = max(4, min(at.x() + 14, room.width() - self.width() - 4))
        y = at.y() + 20 if at.y() + 20 + self.height() < room.height() else at.y() - self.height() - 10
        self.move(x, max(2, y))
        self.show()
        self.raise_()


def _mark(painter: QPainter, box: Box, line: QColor, width: float, fill: QColor | None) -> None:
    """A ring around a point, a frame around a row or a column."""
    painter.setPen(QPen(line, width))
    if max(box.width, box.height) <= _LARGEST_POINT:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(box.x + box.width / 2, box.y + box.height / 2), _RING, _RING)
        return
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box.x + 1, box.y + 0.5, max(box.width - 2, 3), max(box.height - 1, 2)), 4, 4)
