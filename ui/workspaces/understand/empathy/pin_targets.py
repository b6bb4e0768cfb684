"""Touchpoints beside an empathy map: a note that is dragged onto one becomes a hurdle, an opportunity or a quote there.

While a note is held over a row, the row offers the three side by side.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from cxstudio.look.roles import Role
from cxstudio.model import Id, Journey, Stage, Touchpoint
from cxstudio.model.empathy_fields import PINNED_KINDS
from cxstudio.model.kinds import NoteKind
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.critical_reasons import capital
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.theme.text_wrapping import elided

ID: Final = Qt.ItemDataRole.UserRole
_ROW, _STAGE = 36, 30
_LOOKS: Final = {
    NoteKind.HURDLE: ("−", Role.DISAPPOINTING_GROUND, Role.DISAPPOINTING_TEXT),
    NoteKind.OPPORTUNITY: ("+", Role.DELIGHTING_GROUND, Role.DELIGHTING),
    NoteKind.QUOTE: ("", Role.OKAY_GROUND, Role.INK),
}
_EDGE = 28
"""Pixels from the upper and lower edge within which the list scrolls under what is dragged."""
Aim = tuple[Id, NoteKind]


class TargetList(QListWidget):
    """The touchpoints of a journey, below their stages."""

    chosen = Signal(str)
    """Enter was pressed on a touchpoint."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.aimed: Aim | None = None
        """What would become of a note let go now."""
        self._rows: list[tuple[str, Id]] = []
        """Name and id of what is listed; a stage has no id."""
        self.setProperty("kind", "notes")
        self.setAccessibleName(context.tr("Touchpoints"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Rows(self))
        self.itemDoubleClicked.connect(self._take)

    def show_journey(self, journey: Journey | None) -> None:
        """List the touchpoints of a journey; nothing is done where they are listed as they are."""
        document, rows = self.context.document, []
        for stage in document.having(Stage, "journey", journey.id) if journey is not None else ():
            rows.append((stage.name, ""))
            rows += [(t.name, t.id) for t in document.having(Touchpoint, "stage", stage.id)]
        if rows == self._rows:
            return
        self._rows, current, offset = rows, self.current, self.verticalScrollBar().value()
        self.clear()
        for name, touchpoint in rows:
            item = QListWidgetItem(name or self.context.tr("Untitled"), self)
            item.setSizeHint(QSize(0, _ROW if touchpoint else _STAGE))
            if not touchpoint:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                continue
            item.setData(ID, touchpoint)
            set_tooltip(item, name)
            if touchpoint == current:
                self.setCurrentItem(item)
        self.verticalScrollBar().setValue(offset)

    @property
    def current(self) -> Id | None:
        """The touchpoint the cursor is on."""
        item = self.currentItem()
        found = None if item is None else item.data(ID)
        return None if found is None else str(found)

    def aim(self, place: QPoint | None) -> Aim | None:
        """What lies under a place in pixels of the list is offered; None: nothing is."""
        item = self.itemAt(place) if place is not None else None
        touchpoint = item.data(ID) if item is not None else None
        before = self.aimed
        self.aimed = None
        if place is not None and item is not None and touchpoint is not None:
            box = self.visualItemRect(item)
            at = next((n for n, zone in enumerate(self.zones(box)) if place.x() < zone.right() + 1), -1)
            self.aimed = str(touchpoint), PINNED_KINDS[at]
            self._scroll_at(place.y())
        if self.aimed != before:
            self.viewport().update()
        return self.aimed

    def zone(self, touchpoint: Id, kind: NoteKind) -> QPoint:
        """The middle of what is offered for a kind, in pixels of the list."""
        item = next(i for n in range(self.count()) if (i := self.item(n)).data(ID) == touchpoint)
        return self.zones(self.visualItemRect(item))[PINNED_KINDS.index(kind)].center().toPoint()

    def zones(self, box: QRect) -> list[QRectF]:
        """Where a row offers each kind: as wide as its word needs."""
        measure = QFontMetricsF(self.context.theme.font(11, "semibold"))
        words = [measure.horizontalAdvance(_offered(kind, self.context)) for kind in PINNED_KINDS]
        more = (box.width() - 8 - 3 * (len(words) - 1) - sum(words)) / len(words)
        zones, left = [], box.left() + 4.0
        for word in words:
            zones.append(QRectF(left, box.top() + 3, word + more, box.height() - 6))
            left += word + more + 3
        return zones

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self._take(self.currentItem())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _take(self, item: QListWidgetItem) -> None:
        if item.data(ID) is not None:
            self.chosen.emit(str(item.data(ID)))

    def _scroll_at(self, y: int) -> None:
        bar, step = self.verticalScrollBar(), _ROW // 2
        if y < _EDGE:
            bar.setValue(bar.value() - step)
        elif y > self.viewport().height() - _EDGE:
            bar.setValue(bar.value() + step)


def _offered(kind: NoteKind, context: Context) -> str:
    """ "− Hurdle"."""
    return f"{_LOOKS[kind][0]} {capital(context.tr(choice_label(kind)))}".strip()


class _Rows(QStyledItemDelegate):
    """Draws a stage, a touchpoint, or the three offers over it."""

    def __init__(self, target: TargetList) -> None:
        super().__init__(target)
        self._list = target

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, box = self._list.context.theme, option.rect
        touchpoint, aimed = index.data(ID), self._list.aimed
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if touchpoint is None:
            painter.setPen(theme.colour(Role.MUTED))
            painter.setFont(theme.font(11, "semibold"))
            self._words(painter, QRectF(box).adjusted(8, 8, -8, 0), str(index.data()), left=True)
        elif aimed is not None and aimed[0] == touchpoint:
            for zone, kind in zip(self._list.zones(box), PINNED_KINDS, strict=True):
                self._offer(painter, zone, kind, aimed[1] is kind)
        else:
            current = self._list.currentIndex() == index and self._list.hasFocus()
            if current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour(Role.ACCENT_GROUND))
                painter.drawRoundedRect(QRectF(box).adjusted(2, 1, -2, -1), 6, 6)
            painter.setPen(theme.colour(Role.INK))
            painter.setFont(theme.font(13))
            self._words(painter, QRectF(box).adjusted(16, 0, -8, 0), str(index.data()), left=True)
        painter.restore()

    def _offer(self, painter: QPainter, box: QRectF, kind: NoteKind, chosen: bool) -> None:
        theme = self._list.context.theme
        _, ground, ink = _LOOKS[kind]
        painter.setPen(theme.colour(Role.ACCENT) if chosen else QColor(Qt.GlobalColor.transparent))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(theme.colour(ink))
        painter.setFont(theme.font(11, "semibold" if chosen else "regular"))
        self._words(painter, box.adjusted(1, 0, -1, 0), _offered(kind, self._list.context), left=False)

    @staticmethod
    def _words(painter: QPainter, box: QRectF, words: str, *, left: bool) -> None:
        shown = elided(painter.fontMetrics(), words, int(box.width()))
        across = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(box, across | Qt.AlignmentFlag.AlignVCenter, shown)
