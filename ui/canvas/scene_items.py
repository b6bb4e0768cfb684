"""What stands in the scene: a card, a block of cards, a block of another lane, the whole map when far away.

A block of cards is an empty layer with one item per card; any other frame is one item that draws its groups itself.
An item that cannot be painted is left out from then on and reported, the others stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cxstudio.layout.display.display_list import Frame, Placed
from ui.canvas.group_painter import GroupPainter

Report = Callable[[Exception], None]
MARGIN = 4.0
"""Groups may paint this much (points) beyond their box: strokes, marks on an edge."""
_Flag = QGraphicsItem.GraphicsItemFlag


class Painted(QGraphicsItem):
    """An item that paints in Python, and stops doing so after its first failure."""

    def __init__(self, painter: GroupPainter, report: Report, parent: QGraphicsItem | None = None) -> None:
        super().__init__(parent)
        self.group_painter = painter
        self._report = report
        self.broken = False

    def draw(self, painter: QPainter, exposed: QRectF) -> None:
        """Paint; `exposed` is the part that needs it."""
        raise NotImplementedError

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self.broken:
            return
        try:
            self.draw(painter, option.exposedRect)
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the rest of the map stays visible
            self.broken = True
            self._report(error)


class CardItem(Painted):
    """One card: knows its record and draws its group."""

    def __init__(self, placed: Placed, painter: GroupPainter, report: Report, parent: QGraphicsItem) -> None:
        super().__init__(painter, report, parent)
        self.shown = placed.group
        self._bounds = _bounds(placed.group.width, placed.group.height)
        self.setPos(placed.x, placed.y)

    def show_group(self, placed: Placed) -> None:
        """Take over what the card shows now, and where."""
        if placed.group is not self.shown:
            if (placed.group.width, placed.group.height) != (self.shown.width, self.shown.height):
                self.prepareGeometryChange()
                self._bounds = _bounds(placed.group.width, placed.group.height)
            self.shown = placed.group
            self.broken = False
            self.update()
        if (self.x(), self.y()) != (placed.x, placed.y):
            self.setPos(placed.x, placed.y)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def draw(self, painter: QPainter, exposed: QRectF) -> None:
        self.group_painter.paint(painter, self.shown)


class CardBlock(QGraphicsItem):
    """A layer of about ten columns: has no contents of its own, so that the scene can skip all its cards at once."""

    def __init__(self, frame: Frame, painter: GroupPainter, report: Report) -> None:
        super().__init__()
        self.setFlag(_Flag.ItemHasNoContents)
        self.setFlag(_Flag.ItemContainsChildrenInShape)
        self._painter, self._report = painter, report
        self._bounds = _bounds(frame.width, frame.height)
        self.cards: dict[str, CardItem] = {}
        self.frame: Frame | None = None
        self.show_frame(frame)

    def show_frame(self, frame: Frame) -> None:
        """Take over the cards of a frame: keep, add, replace, move, remove."""
        if frame is self.frame:
            return
        if self.frame is None or (frame.width, frame.height) != (self.frame.width, self.frame.height):
            self.prepareGeometryChange()
            self._bounds = _bounds(frame.width, frame.height)
        self.frame = frame
        gone = dict(self.cards)
        for placed in frame.groups:
            card = gone.pop(placed.group.key, None)
            if card is None:
                self.cards[placed.group.key] = CardItem(placed, self._painter, self._report, self)
            else:
                card.show_group(placed)
        for key, card in gone.items():
            del self.cards[key]
            card.scene().removeItem(card)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Nothing: the cards paint themselves."""


class FrameItem(Painted):
    """One frame of any other lane, drawn by one item; groups outside the exposed part are skipped."""

    def __init__(self, frame: Frame, painter: GroupPainter, report: Report) -> None:
        super().__init__(painter, report)
        self.setFlag(_Flag.ItemUsesExtendedStyleOption)
        self.frame = frame
        self._bounds = _bounds(frame.width, frame.height)

    def show_frame(self, frame: Frame) -> None:
        """Take over what the frame holds now; only where that differs is painted anew."""
        before, self.frame = self.frame, frame
        if frame is before:
            return
        if self.broken or (frame.width, frame.height) != (before.width, before.height):
            self.prepareGeometryChange()
            self._bounds = _bounds(frame.width, frame.height)
            self.broken = False
            self.update()
        elif (span := _differing(before.groups, frame.groups)) is not None:
            left, right = span
            self.update(QRectF(left - MARGIN, self._bounds.top(), right - left + 2 * MARGIN, self._bounds.height()))

    def boundingRect(self) -> QRectF:
        return self._bounds

    def draw(self, painter: QPainter, exposed: QRectF) -> None:
        paint_groups(self.frame.groups, self.group_painter, painter, exposed)


def paint_groups(groups: Iterable[Placed], ready: GroupPainter, painter: QPainter, exposed: QRectF) -> None:
    """Draw those groups of a frame that reach into the exposed part."""
    left, right = exposed.left() - MARGIN, exposed.right() + MARGIN
    for placed in groups:
        if placed.x > right or placed.x + placed.group.width < left:
            continue
        painter.translate(placed.x, placed.y)
        ready.paint(painter, placed.group)
        painter.translate(-placed.x, -placed.y)


def _differing(before: Sequence[Placed], after: Sequence[Placed]) -> tuple[float, float] | None:
    """From where to where two drawings of a frame differ; None where they look the same."""
    if [one.group.key for one in before] == [one.group.key for one in after]:
        other = [(old, new) for old, new in zip(before, after, strict=True) if old is not new and old != new]
        reaching = [placed for pair in other for placed in pair]
    else:
        reaching = [*before, *after]
    if not reaching:
        return None
    return min(placed.x for placed in reaching), max(placed.x + placed.group.width for placed in reaching)


def _bounds(width: float, height: float) -> QRectF:
    return QRectF(-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN)
