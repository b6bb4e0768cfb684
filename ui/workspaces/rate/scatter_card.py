"""The picture of expectation against experience; a click selects the touchpoint everywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolTip, QWidget

from cxstudio.analysis.results import RoundFigures
from cxstudio.layout.charts.chart import FEW, Chart
from cxstudio.layout.charts.scatter import round_scatter
from cxstudio.look.fonts import font_book
from cxstudio.look.roles import Role
from cxstudio.model import Touchpoint
from cxstudio.wording.figures import delta_words
from ui.canvas.colours import Colours
from ui.canvas.faces import Faces
from ui.canvas.items import paint_groups
from ui.canvas.painter import GroupPainter
from ui.context import Context
from ui.widgets.basics import column, label, row

_HIGH, _LEAST = 320, 200
_RING = 9.0


class ScatterPicture(QWidget):
    """Laid out for its size; the selected touchpoint has a ring. Left and right step through the touchpoints."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.figures: RoundFigures | None = None
        self._scatter: Chart | None = None
        self._picture = QPixmap()
        self._painter = GroupPainter(Colours(context.theme.palette), Faces(font_book().path))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(_LEAST)
        self.setAccessibleName(context.tr("Expectation and experience"))
        context.selection.changed.connect(self._selected)

    def sizeHint(self) -> QSize:
        return QSize(360, _HIGH)

    @property
    def scatter(self) -> Chart | None:
        """The picture as it is laid out, None where there is nothing to show."""
        if self._scatter is None and self.figures is not None and self.context.document.find(self.figures.round):
            chosen = self.context.selection.id
            size = (float(self.width()), float(self.height()))
            self._scatter = round_scatter(self.context.document, self.figures, self.context.texts, *size, chosen)
        return self._scatter

    def show_figures(self, figures: RoundFigures | None) -> None:
        """Show another round, or the same after a change."""
        self.figures = figures
        self._lay_out_again()

    def _selected(self) -> None:
        """Among few the selected one is named, which moves the other names; among many it only gets a ring."""
        if self._scatter is None or len(self._scatter.spots) <= FEW:
            self._lay_out_again()
        else:
            self._say()

    def _lay_out_again(self) -> None:
        self._forget()
        self._say()

    def _say(self) -> None:
        touchpoint = self.context.selection.of(Touchpoint)
        self.setAccessibleDescription(self._words(touchpoint) if touchpoint is not None else "")
        self.update()

    def _forget(self) -> None:
        self._scatter, self._picture = None, QPixmap()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        scatter = self.scatter
        if scatter is None:
            return
        if self._picture.isNull():
            self._picture = self._painted(scatter)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._picture)
        for box in scatter.boxes(self.context.selection.id):
            painter.setPen(QPen(self.context.theme.colour(Role.ACCENT), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(box.x + box.width / 2, box.y + box.height / 2), _RING, _RING)
        if self.hasFocus():
            painter.setPen(QPen(self.context.theme.colour(Role.ACCENT), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()

    def _painted(self, scatter: Chart) -> QPixmap:
        """The picture without the ring, kept until it is laid out anew."""
        ratio = self.devicePixelRatioF()
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.set_scale(1.0, ratio)
        paint_groups(tuple(scatter.picture.root.groups), self._painter, painter, QRectF(self.rect()))
        painter.end()
        return made

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self.context.selection.select(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        listed = self.scatter.touchpoints if self.scatter is not None else []
        if step is None or not listed:
            super().keyPressEvent(event)
            return
        here = self.context.selection.id
        place = (listed.index(here) + step) % len(listed) if here in listed else 0
        self.context.selection.select(listed[place])

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.context.document.find(self._at(QPointF(event.pos())))
            if isinstance(found, Touchpoint):
                QToolTip.showText(event.globalPos(), self._words(found), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _at(self, position: QPointF) -> str | None:
        return self.scatter.touchpoint_at(position.x(), position.y()) if self.scatter is not None else None

    def _words(self, touchpoint: Touchpoint) -> str:
        mine = self.figures.of(touchpoint.id) if self.figures is not None else None
        words = delta_words(mine, self.context.texts) if mine is not None else ""
        return f"{touchpoint.name}: {words}" if words else touchpoint.name


class ScatterCard(QFrame):
    """The picture in its box, with the number of touchpoints it shows."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setProperty("kind", "card")
        self.count = label("", "small")
        self.picture = ScatterPicture(context)
        self.nothing = label(context.tr("Nobody has answered both questions yet."), "muted", wrap=True)
        box = column(self, spacing=6)
        box.setContentsMargins(14, 12, 10, 8)
        box.addLayout(row(None, label(context.tr("Expectation and experience"), "strong"), -1, self.count, 4))
        box.addWidget(self.nothing)
        box.addWidget(self.picture)

    def show_figures(self, figures: RoundFigures | None) -> None:
        """Show a round."""
        rated = figures.touchpoints if figures is not None else ()
        shown = sum(f.expectation is not None and f.experience is not None for f in rated)
        texts = self.context.texts
        self.count.setText(texts.trn("{n} touchpoint", "{n} touchpoints", shown) if shown else "")
        self.nothing.setVisible(not shown)
        self.picture.setVisible(bool(shown))
        self.picture.show_figures(figures if shown else None)
