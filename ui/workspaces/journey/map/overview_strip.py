"""The overview strip below the map: the whole journey, and the part in view as a frame to drag."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from cxstudio.layout.map.overview_bar import OverviewLayout, StageShare, lay_out_overview
from cxstudio.look.roles import Role
from cxstudio.model import Id, Touchpoint
from ui.canvas.canvas_view import CanvasView
from ui.canvas.group_painter import GroupPainter
from ui.canvas.scene_items import paint_groups
from ui.context.context import Context
from ui.theme.plain_texts import show_tooltip
from ui.workspaces.journey.map.map_dimming import veil_colour
from ui.workspaces.journey.map_model.highlighted_touchpoints import Highlight

HEIGHT = 66
_SIDE = 12.0
_SPARE = 40
"""Pixels the drawing above has beyond the least it can do with, where the strip is shown."""
AT_ONCE = 100
"""Touchpoints up to which the strip follows every change at once."""


class Part(NamedTuple):
    """A stage on the strip and on the map, both from left to right."""

    strip: float
    strip_width: float
    map: float
    map_width: float


class Span(Protocol):
    """Where a stage stands in a drawing of the journey."""

    @property
    def stage(self) -> Id: ...

    @property
    def x(self) -> float: ...

    @property
    def width(self) -> float: ...


class OverviewStrip(QWidget):
    """Painted once per change; the frame is drawn over it."""

    wanted = Signal(float)
    """The place on the map (points) to bring into the middle of the view."""

    def __init__(
        self,
        context: Context,
        highlight: Highlight,
        spans: Callable[[], Sequence[Span]],
        view: CanvasView,
        painter: GroupPainter,
    ) -> None:
        """`spans`: where the stages stand in the drawing the view shows, from left to right."""
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(context.tr("Overview of the journey"))
        self._context, self._highlight, self._spans = context, highlight, spans
        self._view, self._painter = view, painter
        self._strip: OverviewLayout | None = None
        self._parts: list[Part] = []
        self._picture = QPixmap()
        self._grip: float | None = None
        self._stepped: tuple[OverviewLayout, frozenset[Id], tuple[StageShare, ...]] | None = None
        self._behind = False
        """Whether the document has changed since a long journey was painted."""
        context.bridge.settled.connect(self._catch_up)
        context.selection.journey_changed.connect(self.refresh)
        highlight.changed.connect(self.update)
        self._drawn = QRect()

    def refresh(self) -> None:
        """Lay out and paint anew."""
        self._strip, self._behind = None, False
        self.update()

    def document_changed(self) -> None:
        """A short journey is painted anew at once, a long one when nothing comes for a moment."""
        if self._strip is None or not self.isVisible() or len(self._strip.touchpoints) <= AT_ONCE:
            self.refresh()
        else:
            self._behind = True

    def _catch_up(self) -> None:
        if self._behind:
            self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        page = self.parentWidget()
        if page is not None:
            page.installEventFilter(self)
        self._fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fold()
        return super().eventFilter(watched, event)

    def _fold(self) -> None:
        """Leave the room to all else where there is too little of it: a bar that asks is read whole."""
        page = self.parentWidget()
        box = page.layout() if page is not None else None
        if page is None or box is None:
            return
        others = box.totalMinimumHeightForWidth(page.width()) - self.minimumHeight()
        high = HEIGHT if others + HEIGHT + _SPARE <= page.height() else 0
        if high != self.maximumHeight():
            self.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.refresh()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._prepare()
        painter = QPainter(self)
        painter.drawPixmap(QPointF(0.0, 0.0), self._picture)
        self._paint_highlight(painter)
        frame = self.frame()
        if frame is not None:
            accent = self._context.theme.colour(Role.ACCENT)
            ground = QColor(accent)
            ground.setAlphaF(0.12)
            painter.fillRect(frame.toRect().adjusted(1, 1, -1, -1), ground)
            painter.setPen(QPen(accent, 1))
            painter.drawRoundedRect(frame.toRect(), 4, 4)
        painter.end()

    def _paint_highlight(self, painter: QPainter) -> None:
        """What steps back lies under a veil; what was found has a tick."""
        strip, highlight = self._strip, self._highlight
        if strip is None:
            return
        if highlight.active:
            colour = veil_colour(self._context.theme)
            for part in self._back(strip, highlight.matches):
                painter.fillRect(QRectF(_SIDE + part.x, 18.0, part.width, HEIGHT - 30.0), colour)
        accent = self._context.theme.colour(Role.ACCENT)
        for touchpoint in highlight.found:
            x = strip.x_of(touchpoint)
            if x is not None:
                painter.fillRect(QRectF(_SIDE + x + strip.step / 2 - 1, HEIGHT - 13.0, 2.0, 9.0), accent)

    def _back(self, strip: OverviewLayout, matches: frozenset[Id]) -> tuple[StageShare, ...]:
        """What steps back, worked out once for each filter."""
        known = self._stepped
        if known is None or known[0] is not strip or known[1] is not matches:
            known = self._stepped = (strip, matches, strip.stepping_back(matches))
        return known[2]

    def follow(self) -> None:
        """Another part is in view: paint anew where the frame was and is, where the strip itself stays."""
        if self._strip is None:
            return
        frame = self.frame()
        if frame is not None:
            now = frame.toAlignedRect().adjusted(-2, -2, 2, 2)
            self.update(now.united(self._drawn))
            self._drawn = now

    def frame(self) -> QRectF | None:
        """The part of the journey in view, in pixels of the strip."""
        self._prepare()
        window = self._view.window_rect
        if not self._parts:
            return None
        left, right = to_strip(self._parts, window.left()), to_strip(self._parts, window.right())
        wide = max(10.0, right - left)
        return QRectF(_SIDE + left - 1, 4.5, wide + 2, HEIGHT - 18.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        frame = self.frame()
        if frame is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        self._grip = x - frame.center().x() if frame.contains(event.position()) else 0.0
        self._ask(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._ask(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -0.5, Qt.Key.Key_Right: 0.5}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        window = self._view.window_rect
        self.wanted.emit(window.center().x() + step * window.width())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            position = self.mapFromGlobal(self.cursor().pos())
            show_tooltip(self.cursor().pos(), self.name_at(position.x()), self)
            return True
        return super().event(event)

    def name_at(self, x: float) -> str:
        """Name of the touchpoint under a pixel of the strip."""
        self._prepare()
        touchpoint = self._strip.touchpoint_at(x - _SIDE) if self._strip is not None else None
        record = self._context.document.find(touchpoint)
        return record.name if isinstance(record, Touchpoint) else ""

    def _ask(self, x: float) -> None:
        if self._parts:
            self.wanted.emit(to_map(self._parts, x - (self._grip or 0.0) - _SIDE))

    def _prepare(self) -> None:
        journey = self._context.selection.journey
        if self._strip is not None or journey is None:
            return
        context = self._context
        width = self.width() - 2 * _SIDE
        figures, wide = context.bridge.shown_figures(journey), max(50.0, width)
        self._strip = lay_out_overview(context.document, journey, figures, context.texts, wide, HEIGHT - 6.0)
        ratio = self.devicePixelRatioF()
        self._picture = QPixmap(round(self.width() * ratio), round(HEIGHT * ratio))
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(context.theme.colour(Role.LANE_GROUND))
        painter = QPainter(self._picture)
        painter.fillRect(QRectF(0, 0, self.width(), 1), context.theme.colour(Role.LINE))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(_SIDE, 4.0)
        self._painter.set_scale(1.0, ratio)
        root = self._strip.picture.root
        paint_groups(root.groups, self._painter, painter, QRectF(0, 0, width, HEIGHT))
        painter.end()
        self.drawing_changed()

    def drawing_changed(self) -> None:
        """Stages stand elsewhere in the drawing."""
        if not self.isVisible():
            self._strip = None
        elif self._strip is not None and (spans := self._spans()):
            before, self._parts = self._parts, parts(spans, self._strip)
            if self._parts != before:
                self.update()


def parts(spans: Sequence[Span], strip: OverviewLayout) -> list[Part]:
    """Where each stage stands on the strip and on the map; one the strip does not know yet has no room there."""
    shares = {share.stage: share for share in strip.stages}
    found: list[Part] = []
    for span in spans:
        share = shares.get(span.stage)
        x = share.x if share is not None else found[-1].strip + found[-1].strip_width if found else 0.0
        found.append(Part(x, share.width if share is not None else 0.0, span.x, span.width))
    return found


def to_strip(stages: list[Part], x: float) -> float:
    """A place on the map as a place on the strip."""
    return _carried([(part.map, part.map_width, part.strip, part.strip_width) for part in stages], x)


def to_map(stages: list[Part], x: float) -> float:
    """A place on the strip as a place on the map."""
    return _carried([(part.strip, part.strip_width, part.map, part.map_width) for part in stages], x)


def _carried(stretches: list[tuple[float, float, float, float]], x: float) -> float:
    """A place of stretches (beginning, width) at the same share of those they become (beginning, width)."""
    if not stretches:
        return 0.0
    start, wide, new_start, new_wide = next((s for s in stretches if x < s[0] + s[1]), stretches[-1])
    share = (x - start) / wide if wide else 0.0
    return new_start + min(1.0, max(0.0, share)) * new_wide
