"""Finds texts that people cannot read: cut, over each other, beyond the edge of their page, or too faint for it.

Every widget in view is painted into a device that keeps no picture but notes each text with its place. So it sees what
is drawn, by whatever draws it: labels, buttons, headers, cells of delegates, placeholders, tabs, menus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from babel.messages.pofile import read_po
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPaintDevice, QPaintEngine, QPaintEngineState, QRegion, QTextItem
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QHeaderView, QToolTip, QWidget

from cxstudio.look.palette import contrast
from ui.canvas.canvas_view import CanvasView
from ui.canvas.frozen_strip import FrozenStrip

_CATALOGUES: Final = Path(__file__).parent.parent / "resources" / "locale"
_SLACK: Final = 1.5
"""Pixels a letter may reach over an edge: the advance of a text is not its ink."""
_HIGH: Final = 4.0
"""The same up and down, where lines are higher than their letters."""
_MOST_OVERLAP: Final = 3.0
_FEWEST: Final = 3
"""Letters left of a shortened text at least: with fewer a column or button says nothing."""
_SEEN: Final = 5
"""Pixels of a text in view from which its ground can be told."""
_LEAST_CONTRAST: Final = 4.5
_DRAWINGS: Final = (CanvasView, FrozenStrip)
"""What is laid out without Qt is looked at in the tests of the layouts."""


class Finding(NamedTuple):
    """One text that cannot be read whole."""

    kind: str
    """"cut", "outside", "overlapping", "sideways" or "faint"."""
    text: str
    where: str
    """The widgets it stands in, from the inside out."""


class Drawn(NamedTuple):
    """A text as it was drawn in a widget."""

    text: str
    box: QRectF
    clip: QRectF
    ink: QColor
    widget: QWidget


def findings(root: QWidget) -> list[Finding]:
    """Everything in a window, page or menu that cannot be read whole."""
    found: list[Finding] = []
    seen: list[Drawn] = []
    picture = root.grab().toImage()
    for widget in _in_view(root):
        texts = list(_drawn(widget))
        seen += texts
        found += [f for drawn in texts if (f := _of(drawn, root)) is not None]
        found += [f for drawn in texts if (f := _faint(drawn, root, picture)) is not None]
        if _scrolls_sideways(widget):
            found.append(Finding("sideways", "", _path(widget)))
    return found + list(_overlapping(seen, root))


def _in_view(root: QWidget) -> Iterator[QWidget]:
    """The widgets people see: the root, and what lies in it and is not hidden, of no size or a drawing."""
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisibleTo(root) or widget.isWindow() and widget is not root or widget.visibleRegion().isEmpty():
            continue
        if not any(isinstance(part, _DRAWINGS) for part in _upwards(widget, root)):
            yield widget


def _upwards(widget: QWidget, root: QWidget) -> Iterator[QWidget]:
    part: QWidget | None = widget
    while part is not None:
        yield part
        part = part.parentWidget() if part is not root else None


def _path(widget: QWidget) -> str:
    names = [part.objectName() or type(part).__name__ for part in _upwards(widget, widget.window())]
    return " < ".join(names[:5])


# What is drawn


class _Noting(QPaintEngine):
    """A paint engine that draws nothing and notes the texts."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.noted: list[tuple[str, QRectF, QRectF | None, QColor]] = []

    def begin(self, _device: QPaintDevice) -> bool:
        self.setActive(True)
        return True

    def end(self) -> bool:
        self.setActive(False)
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, _state: QPaintEngineState) -> None: ...

    def _nothing(self, *_: Any) -> None: ...

    drawPixmap = drawPath = drawRects = drawLines = drawPolygon = _nothing
    drawImage = drawEllipse = drawTiledPixmap = drawPoints = _nothing

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:
        text = item.text().strip()
        if not text:
            return
        painter = self.painter()
        turned = painter.combinedTransform()
        box = QRectF(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent())
        clip = turned.mapRect(painter.clipBoundingRect()) if painter.hasClipping() else None
        self.noted.append((text, turned.mapRect(box), clip, painter.pen().color()))


class _Nowhere(QPaintDevice):
    """As large and as fine as a widget; what is painted into it is only noted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.engine = _Noting()
        metric = QPaintDevice.PaintDeviceMetric
        fine = (metric.PdmDpiX, metric.PdmDpiY, metric.PdmPhysicalDpiX, metric.PdmPhysicalDpiY)
        self._metrics = {
            metric.PdmWidth: widget.width(),
            metric.PdmHeight: widget.height(),
            metric.PdmDepth: 32,
            metric.PdmDevicePixelRatioScaled: round(self.devicePixelRatioFScale()),
            **dict.fromkeys(fine, widget.logicalDpiX()),
        }

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, wanted: QPaintDevice.PaintDeviceMetric) -> int:
        return getattr(self, "_metrics", {}).get(wanted, 1)


def _drawn(widget: QWidget) -> Iterator[Drawn]:
    """The texts a widget draws itself, without its children, in its own coordinates."""
    device = _Nowhere(widget)
    widget.render(device, QPoint(), QRegion(), QWidget.RenderFlag(0))
    for text, box, clip, ink in device.engine.noted:
        yield Drawn(text, box, widget.rect().toRectF() if clip is None else clip, ink, widget)


# What is wrong with it


def _of(drawn: Drawn, root: QWidget) -> Finding | None:
    if not drawn.box.intersects(drawn.clip.intersected(drawn.widget.rect().toRectF())):
        return None  # scrolled out of view
    where = _path(drawn.widget)
    if _shortened(drawn):
        return Finding("cut", drawn.text, where)
    return _beyond(drawn, root, where)


def _beyond(drawn: Drawn, root: QWidget, where: str) -> Finding | None:
    """A text that reaches over the edge of what shows it."""
    across, down = _may_scroll(drawn.widget)
    room, kind = drawn.clip.intersected(drawn.widget.rect().toRectF()), "cut"
    part, box = drawn.widget, QRectF(drawn.box)
    while True:
        if not across and (box.left() < room.left() - _SLACK or box.right() > room.right() + _SLACK):
            return Finding(kind, drawn.text, where)
        if not down and (box.top() < room.top() - _HIGH or box.bottom() > room.bottom() + _HIGH):
            return Finding(kind, drawn.text, where)
        above = part.parentWidget()
        if part is root or above is None:
            return None
        box.translate(part.pos().toPointF())
        part, room, kind = above, above.rect().toRectF(), "outside"
        more = _may_scroll(part)
        across, down = across or more[0], down or more[1]


def _may_scroll(widget: QWidget) -> tuple[bool, bool]:
    """Whether what stands in a widget can be scrolled into view sideways, and up and down."""
    area = widget.parentWidget()
    if not isinstance(area, QAbstractScrollArea) or area.viewport() is not widget:
        return False, False
    across = isinstance(area, QAbstractItemView | CanvasView) and area.horizontalScrollBar().maximum() > 0
    header = isinstance(area, QHeaderView)
    return across or header, area.verticalScrollBar().maximum() > 0 or header


def _scrolls_sideways(widget: QWidget) -> bool:
    """Pages do not; maps do, and nothing else."""
    if not isinstance(widget, QAbstractScrollArea) or isinstance(widget, (CanvasView, QHeaderView)):
        return False
    if widget.objectName() in {"matrix", "imported", "pasted", "counts"}:
        return False  # as wide as there are departments, columns of what is read, stages
    if widget.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return False  # what does not fit is cut, and found as such
    return widget.horizontalScrollBar().maximum() > 0


def _faint(drawn: Drawn, root: QWidget, picture: QImage) -> Finding | None:
    """A text too close in brightness to the ground it is seen on; what cannot be used now may be."""
    if not drawn.widget.isEnabled():
        return None
    shown = drawn.box.intersected(drawn.clip).toAlignedRect().intersected(drawn.widget.visibleRegion().boundingRect())
    place = shown.translated(drawn.widget.mapTo(root, QPoint())).intersected(picture.rect())
    if place.width() < _SEEN or place.height() < _SEEN:
        return None
    ground = _ground(picture.copy(place))
    ratio = contrast(_over(drawn.ink, ground), ground.name())
    if ratio >= _LEAST_CONTRAST:
        return None
    return Finding("faint", f"{drawn.text} ({drawn.ink.name()} on {ground.name()}: {ratio:.2f})", _path(drawn.widget))


def _ground(part: QImage) -> QColor:
    """The most frequent colour: letters cover less than half of what they stand on."""
    plain = part.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.bytesPerLine() // 4)
    colours, counts = np.unique(raw[:, : plain.width()] & 0xFFFFFF, return_counts=True)
    return QColor.fromRgb(int(colours[counts.argmax()]))


def _over(ink: QColor, ground: QColor) -> str:
    """The colour seen where an ink that lets light through lies on a ground."""
    seen = (of * ink.alphaF() + below * (1 - ink.alphaF())
            for of, below in zip(ink.getRgb()[:3], ground.getRgb()[:3], strict=True))  # fmt: skip
    return QColor(*(round(part) for part in seen)).name()


def _shortened(drawn: Drawn) -> bool:
    """Whether a text was shortened and is either the program's own or nowhere to be read whole."""
    if not drawn.text.endswith("…") or drawn.text in program_texts() or _templates().fullmatch(drawn.text):
        return False
    start = drawn.text.removesuffix("…").rstrip()
    if len(start) < _FEWEST:
        return True
    if any(text.startswith(start) and text != start for text in program_texts()) and len(start) > 2:
        return True
    whole = _tooltip(drawn)
    return start not in whole or whole in program_texts()


def _tooltip(drawn: Drawn) -> str:
    """What is said while the pointer rests on a text."""
    centre = drawn.box.center().toPoint()
    for part in _upwards(drawn.widget, drawn.widget.window()):
        if part.toolTip():
            return " ".join(part.toolTip().replace("\u2060", "").split())
        at = part.mapFromGlobal(drawn.widget.mapToGlobal(centre))
        event = QHelpEvent(QHelpEvent.Type.ToolTip, at, part.mapToGlobal(at))
        QApplication.sendEvent(part, event)
        said = QToolTip.text()
        if said:
            QToolTip.hideText()
            return " ".join(said.replace("\u2060", "").split())
    return ""


@cache
def program_texts() -> frozenset[str]:
    """Everything the program itself says, in all its languages."""
    texts: set[str] = set()
    for catalogue in _CATALOGUES.glob("*/LC_MESSAGES/*.po"):
        with catalogue.open("rb") as file:
            for message in read_po(file):
                for said in (message.id, message.string):
                    texts |= {said} if isinstance(said, str) else set(said)
    return frozenset(texts | {text.upper() for text in texts}) - {""}


@cache
def _templates() -> re.Pattern[str]:
    """What the program says with something put in, where it ends in three dots itself."""
    said = (text for text in program_texts() if "{" in text and text.endswith("…"))
    return re.compile("|".join(re.sub(r"\\{\w+\\}", ".+", re.escape(text)) for text in said))


def _overlapping(seen: list[Drawn], root: QWidget) -> Iterator[Finding]:
    """Texts of which one lies over another."""
    placed = []
    for drawn in seen:
        shown = drawn.box.intersected(drawn.clip).toAlignedRect()
        visible = drawn.widget.visibleRegion().intersected(shown)
        if not visible.isEmpty():
            box = visible.boundingRect().translated(drawn.widget.mapTo(root, QPoint())).toRectF()
            placed.append((box, drawn))
    placed.sort(key=lambda one: one[0].left())
    for number, (box, drawn) in enumerate(placed):
        for other, beside in placed[number + 1 :]:
            if other.left() > box.right() - _MOST_OVERLAP:
                break
            common = box.intersected(other)
            over = common.width() > _MOST_OVERLAP and common.height() > _HIGH
            if over and not _covering(drawn.widget, beside.widget, root):
                yield Finding("overlapping", f"{drawn.text} / {beside.text}", _path(drawn.widget))


def _covering(one: QWidget, other: QWidget, root: QWidget) -> bool:
    """Whether one of two widgets stands on a ground that lies over the other as a whole, as an open sheet does."""
    above, beside = list(_upwards(one, root)), list(_upwards(other, root))
    grounds = [part for part in above[1:] + beside[1:] if (part in above) is not (part in beside)]
    return any(part.testAttribute(Qt.WidgetAttribute.WA_StyledBackground) for part in grounds)
