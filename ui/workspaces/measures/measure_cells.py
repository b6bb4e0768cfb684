"""How a cell of the measures' table looks and how it is edited."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cxstudio.look.roles import Role
from cxstudio.look.status_roles import STATUS_ROLES
from cxstudio.model import Measure
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording.fields.cell_values import TYPED, cell_value
from cxstudio.wording.fields.typed_values import BadInput
from ui.context.context import Context
from ui.forms.text_boxes import Line
from ui.theme.text_wrapping import elided, two_lines
from ui.widgets.cell_delegate import CellDelegate
from ui.workspaces.measures.measure_table import (
    GROUP_ROLE,
    LATE_ROLE,
    LINE_ROLE,
    NUMBER,
    RIGHT,
    TITLE,
    Index,
    MeasureTable,
)

ROW_HEIGHT = 60
INSET = 11
"""Pixels left and right of a cell's text, as in the header."""


class MeasureDelegate(CellDelegate):
    """Paints title with touchpoints below, the status as a chip; typed fields are edited in the cell."""

    went_on = Signal(int)
    """A cell was written: to the cell below (0), to the next one (1) or back (−1)."""

    def __init__(self, context: Context, table: MeasureTable) -> None:
        super().__init__(table)
        self.context, self.table = context, table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        measure = self.table.measure(index)
        theme = self.context.theme
        rect: QRect = option.rect
        if measure is None:
            self._group(painter, rect, index)
            return
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour(Role.ACCENT_GROUND))
        painter.setPen(theme.colour(Role.FAINT_LINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(INSET, 0, -INSET, 0)
        if index.column() == NUMBER:
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            self._number(painter, rect, index, Role.SURFACE if chosen else Role.OKAY_GROUND)
        elif index.column() == TITLE:
            self._title(painter, inner, index, measure)
        elif self._is(index, "status"):
            self._chip(painter, inner, index, measure)
        else:
            self._plain(painter, inner, index, measure)
        if state & QStyle.StateFlag.State_HasFocus and index.column() >= TITLE:
            painter.setPen(theme.colour(Role.ACCENT))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(3.5, 2.5, -3.5, -3.5), 6, 6)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = self.table.field(index.column())
        if field is None or field.editor not in TYPED:
            return None  # type: ignore[return-value]
        line = Line(parent)
        line.setAccessibleName(self.context.tr(field.label))
        if field.editor in RIGHT:
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, Line)
        if not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        field, measure = self.table.field(index.column()), self.table.measure(index)
        if not isinstance(editor, Line) or field is None or measure is None:
            return
        try:
            value: Any = cell_value(self.context.texts, self.context.document, field, editor.text(), measure.id)
        except BadInput as problem:
            self.context.messages.say(str(problem))
            return
        self.table.write(measure.id, field, value)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(1, 1, -1, -2))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(editor, event)
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
            return True
        steps = {Qt.Key.Key_Return: 0, Qt.Key.Key_Enter: 0, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        if key in steps and isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            self.went_on.emit(steps[key])
            return True
        return super().eventFilter(editor, event)

    def _is(self, index: Index, name: str) -> bool:
        field = self.table.field(index.column())
        return field is not None and field.name == name

    def _group(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The title of a group, once over all columns."""
        theme = self.context.theme
        painter.fillRect(rect, theme.colour(Role.LANE_GROUND))
        inner = rect.adjusted(INSET, 0, -INSET, 0)
        self._text(painter, inner, index.data(GROUP_ROLE) or "", theme.font(12, "semibold"), Role.MUTED,
                   Qt.AlignmentFlag.AlignLeft)  # fmt: skip

    def _number(self, painter: QPainter, rect: QRect, index: Index, ground: Role) -> None:
        theme = self.context.theme
        circle = QRectF(rect.center().x() - 11, rect.center().y() - 11, 22, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawEllipse(circle)
        painter.setPen(theme.colour(Role.MUTED))
        painter.setFont(theme.font(11, "semibold"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, index.data())

    def _title(self, painter: QPainter, inner: QRect, index: Index, measure: Measure) -> None:
        theme, line = self.context.theme, index.data(LINE_ROLE)
        font, small = theme.font(13, "semibold"), theme.font(12)
        role = Role.MUTED if measure.status is MeasureStatus.DROPPED else Role.INK
        below = QFontMetrics(small).height() if line else 0
        height = wrapped_height(font, measure.title, inner.width())
        top = QRect(inner.left(), inner.center().y() - (height + below) // 2, inner.width(), height)
        self._text(painter, top, measure.title, font, role, Qt.AlignmentFlag.AlignLeft)
        if line:
            under = QRect(inner.left(), top.bottom() + 1, inner.width(), below)
            self._text(painter, under, line, small, Role.MUTED, Qt.AlignmentFlag.AlignLeft)

    def _chip(self, painter: QPainter, inner: QRect, index: Index, measure: Measure) -> None:
        theme, font = self.context.theme, self.context.theme.font(12, "semibold")
        ground, ink = STATUS_ROLES[measure.status]
        text = index.data()
        width = min(inner.width(), QFontMetrics(font).horizontalAdvance(text) + 20)
        chip = QRectF(inner.left(), inner.center().y() - 11, width, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(chip, 11, 11)
        self._text(painter, chip.toRect(), text, font, ink, Qt.AlignmentFlag.AlignHCenter)

    def _plain(self, painter: QPainter, inner: QRect, index: Index, measure: Measure) -> None:
        field = self.table.field(index.column())
        side = Qt.AlignmentFlag.AlignRight if field and field.editor in RIGHT else Qt.AlignmentFlag.AlignLeft
        text, role = index.data(), Role.INK
        if self._is(index, "due") and (late := index.data(LATE_ROLE)):
            role = Role.DISAPPOINTING_TEXT
            half = inner.adjusted(0, 0, 0, -inner.height() // 2)
            under = inner.adjusted(0, inner.height() // 2, 0, 0)
            self._text(painter, under, late, self.context.theme.font(11, "semibold"), role,
                       side | Qt.AlignmentFlag.AlignTop)  # fmt: skip
            self._text(
                painter, half, f"! {text}", self.context.theme.font(13), role, side | Qt.AlignmentFlag.AlignBottom
            )
            return
        self._text(painter, inner, text, self.context.theme.font(13), role, side)

    def _text(self, painter: QPainter, rect: QRect, text: str, font: QFont, role: Role, side: Qt.AlignmentFlag) -> None:
        painter.setFont(font)
        painter.setPen(self.context.theme.colour(role))
        upright = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignBottom
        flags = int(side if side & upright else side | Qt.AlignmentFlag.AlignVCenter)
        if rect.height() >= 2 * QFontMetrics(font).lineSpacing() <= wrapped_height(font, text, rect.width()):
            painter.drawText(rect, flags | int(Qt.TextFlag.TextWordWrap), two_lines(font, text, rect.width()))
        else:
            painter.drawText(rect, flags, elided(QFontMetrics(font), text, rect.width()))


def wrapped_height(font: QFont, text: str, width: int) -> int:
    """Height of a text in one or two lines."""
    metrics = QFontMetrics(font)
    return metrics.lineSpacing() * (1 if metrics.horizontalAdvance(text) <= width else 2)
