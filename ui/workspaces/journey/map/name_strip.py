"""The touchpoints' names over the upper end of a view, once the cards have scrolled away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cxstudio.layout.map.name_row import NameRow
from cxstudio.look.roles import Role
from cxstudio.model import Id, Touchpoint
from ui.canvas.canvas_view import CanvasView
from ui.canvas.interaction.press_machine import Press
from ui.context.context import Context
from ui.theme.fonts import font
from ui.theme.text_wrapping import elided
from ui.workspaces.journey.map.map_strip import MapStrip


class Named(Protocol):
    """A layout whose touchpoints have names in a row."""

    @property
    def name_row(self) -> NameRow | None: ...

    def named_at(self, x: float) -> Id | None: ...

    def name_span(self, touchpoint: Id) -> tuple[float, float] | None: ...


class NameStrip(MapStrip):
    """A click selects, a double click renames; hidden while the cards themselves can be read."""

    edit_wanted = Signal(str)
    menu_wanted = Signal(str, QPointF)

    def __init__(
        self, context: Context, layout: Callable[[], Named | None], beside: CanvasView, parent: QWidget
    ) -> None:
        """`layout` gives what is drawn in the view `beside`."""
        super().__init__(context, beside, parent)
        self._layout, self._area = layout, parent
        self.setAccessibleName(context.tr("Names of the touchpoints"))
        self._corner = _Corner(context, parent)
        self.hide()

    def lay(self) -> None:
        """Stand at the upper end of the view where the cards' names are out of it."""
        row = self._wanted()
        if row is not None:
            viewport = self._beside.viewport()
            corner = viewport.mapTo(self._area, viewport.rect().topLeft())
            high = round(row.names.height * self._beside.scale_factor)
            self.show_list(row.names)
            self.setGeometry(QRect(corner.x(), corner.y(), viewport.width(), high))
            self._corner.setGeometry(QRect(0, corner.y(), corner.x(), high))
            self._corner.show_title(row.title)
        self._beside.covered = self.height() if row is not None else 0
        for part in (self, self._corner):
            if row is not None and part.isHidden():
                part.raise_()
            part.setVisible(row is not None)

    def _wanted(self) -> NameRow | None:
        """The row, where the cards are out of view."""
        layout = self._layout()
        row = layout.name_row if layout is not None else None
        if row is None:
            return None
        window = self._beside.window_rect
        return row if window.top() > row.top or window.bottom() < row.bottom else None

    def rect_of(self, touchpoint: Id) -> QRect | None:
        """Where a touchpoint's name stands in the widget; None while the cards themselves are in view."""
        layout = self._layout()
        span = layout.name_span(touchpoint) if layout is not None and not self.isHidden() else None
        if span is None:
            return None
        left = (span[0] - self.offset.x()) * self.scale_factor
        return QRect(round(left), 0, round(span[1] * self.scale_factor), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 2, self.width(), 2, self._context.theme.colour(Role.LINE))
        painter.end()
        boxes = (box for i in self._context.selection.ids if (box := self.rect_of(i)) is not None)
        self.surround((box.toRectF().adjusted(1.5, 1.5, -1.5, -2.5) for box in boxes), 8)

    def _named(self, at: QPointF | None) -> Id | None:
        layout = self._layout()
        return layout.named_at(at.x()) if layout is not None and at is not None else None

    def hint(self, at: QPointF) -> str:
        found = self._context.document.find(self._named(at))
        return found.name if isinstance(found, Touchpoint) else ""

    def press(self, press: Press) -> bool:
        found = self._named(press.at)
        self._beside.setFocus()
        if found is not None:
            self._context.selection.select(found)
        return False

    def open(self, at: QPointF) -> None:
        found = self._named(at)
        if found is not None:
            self.edit_wanted.emit(found)

    def menu(self, at: QPointF | None, where: QPointF) -> None:
        found = self._named(at)
        if found is not None:
            self.menu_wanted.emit(found, where)


class _Corner(QWidget):
    """The lane's name beside the row, over the labels that have scrolled under it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._title = context.theme, ""
        self.hide()

    def show_title(self, title: str) -> None:
        """Say which lane the names are of."""
        if title != self._title:
            self._title = title
            self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour(Role.SURFACE))
        painter.setPen(theme.colour(Role.INK))
        painter.setFont(font(12, "semibold"))
        box = self.rect().adjusted(14, 0, -6, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided(painter.fontMetrics(), self._title, box.width()))
        line = theme.colour(Role.LINE)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), line)
        painter.fillRect(0, self.height() - 2, self.width(), 2, line)
        painter.end()
