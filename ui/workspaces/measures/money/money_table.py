"""Measures with what they cost and bring, and their sums: a table whose rows are as high as their texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cxstudio.look.roles import Role
from cxstudio.wording.findings.money_lines import MoneyLine
from cxstudio.wording.plan.money_sentences import NONE
from ui.context.context import Context
from ui.theme.fonts import font
from ui.widgets.figure_table import FigureTable, Head, Line

Index = QModelIndex | QPersistentModelIndex
_PAD_X, _PAD_Y = 10, 5
_MONEY, _PAID = 98, 118
_BENEFIT: Final = 138
_ROOMY: Final = 780
"""Below this width measures need the room of where the benefit comes from; the inspector says that, too."""
_WITH_PAYBACK: Final = 600
"""Below this one, when it has paid back stands below the benefit."""
SUM: Final = "sum"
"""What the id of a line that is no measure begins with."""
_WRAP = int(Qt.TextFlag.TextWordWrap)


class MoneyTable(FigureTable):
    """One line per measure; sums are strong. Its height is that of its rows: the page scrolls."""

    def __init__(self, context: Context) -> None:
        tr = context.tr
        heads = (
            Head(tr("Measure")),
            Head(tr("One-off"), width=_MONEY, right=True),
            Head(tr("Per year"), width=_MONEY, right=True),
            Head(tr("Where the benefit comes from"), roomy=_ROOMY),
            Head(tr("Benefit per year"), width=_BENEFIT, right=True),
            Head(tr("Paid back after"), width=_PAID, right=True, roomy=_WITH_PAYBACK),
        )
        super().__init__(context.theme, heads, tr("Cost and benefit of the measures"))
        self._texts = context.texts
        self._money: tuple[MoneyLine, ...] = ()
        self._paid_below = False
        self.setItemDelegate(_Lines(context, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_money(self, lines: Sequence[MoneyLine], chosen: str | None) -> None:
        """Show these lines, one of them marked."""
        self._money = tuple(lines)
        self._show(chosen)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        if self._paid_below is not (self.width() < _WITH_PAYBACK):
            row = self.currentIndex().row()
            self._show(self.lines.shown[row].id if row >= 0 else None)
        else:
            self._fit()

    def _show(self, chosen: str | None) -> None:
        self._paid_below = self.width() < _WITH_PAYBACK
        self.show_lines([self._line(at, one) for at, one in enumerate(self._money)], chosen)
        self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(at) for at in range(len(self.lines.shown)))
        high = self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth()
        if high != self.height():
            self.setFixedHeight(high)

    def _line(self, at: int, one: MoneyLine) -> Line:
        title = f"{one.number}\N{EN SPACE}{one.title}" if one.number else one.title
        paid = self._texts.tr("paid back after: {months}", months=one.payback)
        cells = (
            "\n".join(filter(None, (title, one.under))),
            one.once,
            one.per_year,
            "\n".join(one.origin),
            f"{one.benefit}\n{paid}" if self._paid_below and one.payback != NONE else one.benefit,
            one.payback,
        )
        tones = (None, None, None, None, None if one.counted else Role.MUTED, None)
        return Line(one.measure or f"{SUM}{at}", cells, tones)


class _Lines(QStyledItemDelegate):
    """The first line of a cell in ink, those below small and muted; a sum stands on a ground of its own."""

    def __init__(self, context: Context, table: MoneyTable) -> None:
        super().__init__(table)
        self._theme, self._table = context.theme, table
        self._small = font(11)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = max(self._table.columnWidth(index.column()) - 2 * _PAD_X, 20)
        high = sum(self._height(text, at, index, wide) for at, text in enumerate(_texts(index)))
        return QSize(wide, high + 2 * _PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        texts, option.text = _texts(index), ""
        style = self._table.style() or QApplication.style()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if self._is_sum(index) and not chosen:
            painter.fillRect(option.rect, self._theme.colour(Role.LANE_GROUND))
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._table)
        painter.save()
        box = option.rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, 0)
        side = index.data(Qt.ItemDataRole.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignHorizontal_Mask)
        given = index.data(Qt.ItemDataRole.ForegroundRole)
        for at, text in enumerate(texts):
            high = self._height(text, at, index, box.width())
            painter.setFont(self._font(at, index))
            painter.setPen(given or self._theme.colour(Role.MUTED if at else Role.INK))
            painter.drawText(QRect(box.left(), box.top(), box.width(), high), side | _WRAP, text)
            box.setTop(box.top() + high)
        painter.setPen(self._theme.colour(Role.FAINT_LINE))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _height(self, text: str, at: int, index: Index, wide: int) -> int:
        metrics = QFontMetrics(self._font(at, index))
        return metrics.boundingRect(QRect(0, 0, wide, 4000), _WRAP, text).height() + 1

    def _font(self, at: int, index: Index) -> QFont:
        if at:
            return self._small
        return font(13, "semibold") if index.column() == 0 or self._is_sum(index) else font(13)

    def _is_sum(self, index: Index) -> bool:
        return self._table.lines.shown[index.row()].id.startswith(SUM)


def _texts(index: Index) -> list[str]:
    return str(index.data() or "").split("\n")
