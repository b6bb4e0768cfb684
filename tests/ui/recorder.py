"""A paint device that keeps what text was really drawn on it: the outlines of its letters, where they came to stand."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import (
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainterPath,
    QPixmap,
    QTextItem,
    QTransform,
)

_Metric = QPaintDevice.PaintDeviceMetric


class Ink(NamedTuple):
    """One outline of a letter (a dot of an i is one, too), in pixels of the device."""

    box: QRectF
    scale: float
    """Pixels per point it was drawn with."""


class _Engine(QPaintEngine):
    """Lets Qt turn text into outlines and keeps those; everything else is let pass."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.ink: list[Ink] = []
        self._text: QTransform | None = None
        self._transform = QTransform()

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        if state.state() & QPaintEngine.DirtyFlag.DirtyTransform:
            self._transform = state.transform()

    def drawTextItem(self, place: QPointF | QPoint, item: QTextItem) -> None:
        self._text = QTransform(self._transform)
        super().drawTextItem(place, item)
        self._text = None

    def drawPath(self, path: QPainterPath) -> None:
        if self._text is None:
            return
        for outline in path.toSubpathPolygons(self._transform):
            self.ink.append(Ink(outline.boundingRect(), self._transform.m11()))

    def drawPixmap(self, rect: QRectF | QRect, pixmap: QPixmap, source: QRectF | QRect) -> None:
        """Pictures are no text."""

    def drawImage(self, rect: QRectF | QRect, image: QImage, source: QRectF | QRect, *flags: object) -> None:
        """Pictures are no text."""

    def drawPolygon(self, points: object, *rest: object) -> None:
        """Shapes are no text."""

    def drawRects(self, *rects: object) -> None:
        """Shapes are no text."""


class TextRecorder(QPaintDevice):
    """Paint on it, then read `ink`."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = (width, height)
        self._engine = _Engine()

    @property
    def ink(self) -> list[Ink]:
        """The outlines of all letters drawn so far."""
        return self._engine.ink

    def paintEngine(self) -> QPaintEngine:
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        wide, high = self._size
        known = {
            _Metric.PdmWidth: wide,
            _Metric.PdmHeight: high,
            _Metric.PdmWidthMM: wide // 4,
            _Metric.PdmHeightMM: high // 4,
            _Metric.PdmNumColors: 1 << 24,
            _Metric.PdmDepth: 32,
            _Metric.PdmDevicePixelRatio: 1,
            _Metric.PdmDevicePixelRatioScaled: 65536,
        }
        return known.get(metric, 96)
