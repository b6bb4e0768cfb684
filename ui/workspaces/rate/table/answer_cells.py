"""How the cells of the grid look: answers, delta bars, steps of agreement, marks."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cxstudio.analysis.statistics.figure_values import Verdict
from cxstudio.analysis.statistics.shown_value import shown
from cxstudio.look.icons import FACES
from cxstudio.look.roles import Role
from cxstudio.model import Channel, Touchpoint
from cxstudio.model.known_channels import icon_of
from ui.context.context import Context
from ui.theme.text_wrapping import elided
from ui.workspaces.rate.table.answer_columns import (
    AGREEMENT,
    COLUMNS,
    DELTA,
    EMOTION,
    FIGURE_OF,
    MARKS,
    NAME,
    NEED,
    WORD,
)
from ui.workspaces.rate.table.answer_rows import DASH, Line
from ui.workspaces.rate.table.answer_table_model import LINE, Index
from ui.workspaces.rate.table.row_marks import chips

ROW, HEADING = 40, 34
"""Pixels: a touchpoint's row and a stage's heading."""
_VERDICT = {
    Verdict.DELIGHTING: (Role.DELIGHTING, Role.DELIGHTING),
    Verdict.DISAPPOINTING: (Role.DISAPPOINTING, Role.DISAPPOINTING_TEXT),
}
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_ZERO = 0.6
"""Where the delta's zero stands in its cell, as a share of the width: most deltas are negative."""


class Cells(QStyledItemDelegate):
    """Paints every cell of the grid."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = context.theme
        self.widest = 2.0
        """The delta whose bar takes all the room."""
        self.active = -1
        """The column digits fill, −1 where nothing can be filled."""
        self.waiting = False
        """A minus was typed into the current cell."""
        self.inset = 12

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, Line):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if line.stage is not None:
            painter.fillRect(box, self._theme.colour(Role.LANE_GROUND))
        elif chosen:
            painter.fillRect(box, self._theme.colour(Role.ACCENT_GROUND))
        painter.setPen(self._theme.colour(Role.FAINT_LINE))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if chosen and index.column() == self.active:
            self._frame(painter, box, bool(state & QStyle.StateFlag.State_Active))
        inner = box.adjusted(self.inset, 0, -self.inset, 0)
        if chosen and index.column() == self.active and self.waiting:
            self._write(painter, inner, "−", Role.ACCENT, "semibold", _RIGHT if COLUMNS[self.active].right else _LEFT)
        else:
            self._cell(painter, inner, line, index)
        painter.restore()

    def _frame(self, painter: QPainter, box: QRect, awake: bool) -> None:
        painter.setPen(self._theme.colour(Role.ACCENT if awake else Role.LINE))
        painter.setBrush(self._theme.colour(Role.SURFACE))
        painter.drawRoundedRect(QRectF(box).adjusted(2.5, 4.5, -2.5, -5.5), 6, 6)

    def _cell(self, painter: QPainter, box: QRect, line: Line, index: Index) -> None:
        column, text = index.column(), str(index.data() or "")
        if line.stage is not None:
            self._write(painter, box, text, Role.ACCENT, "semibold")
        elif column == NAME and line.touchpoint is not None:
            self._name(painter, box, text, line.touchpoint)
        elif column == DELTA and line.delta is not None:
            self._delta(painter, box, line, line.delta, text)
        elif column == AGREEMENT and line.figures is not None and line.figures.agreement_steps is not None:
            self._steps(painter, box, line.figures.agreement_steps)
        elif column == MARKS:
            chips(painter, box, line, self._context, named=box.width() > 60)
        elif column == EMOTION:
            self._emotion(painter, box, line, text)
        elif column in FIGURE_OF and line.own:
            self._answer(painter, box, text, line, column)
        elif column == WORD:
            self._write(painter, box, text, Role.MUTED, "regular")
        else:
            role = Role.FAINT if text == DASH else Role.INK
            face = "semibold" if column == NEED else "regular"
            self._write(painter, box, text, role, face, _RIGHT if COLUMNS[column].right else _LEFT)

    def _write(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        role: Role,
        face: str,
        align: Qt.AlignmentFlag = _LEFT,
        size: int = 13,
    ) -> None:
        painter.setFont(self._theme.font(size, face))
        painter.setPen(self._theme.colour(role))
        cut = elided(painter.fontMetrics(), text, box.width())
        painter.drawText(box, align, cut)

    def _name(self, painter: QPainter, box: QRect, text: str, touchpoint: Touchpoint) -> None:
        channel = self._context.document.find(touchpoint.channels[0]) if touchpoint.channels else None
        name = icon_of(channel) if isinstance(channel, Channel) else ""
        if name:
            square = QRect(box.left(), box.center().y() - 7, 15, 15)
            self._theme.icon(name, Role.MUTED).paint(painter, square)
        self._write(painter, box.adjusted(23, 0, 4, 0), text, Role.INK, "regular")

    def _answer(self, painter: QPainter, box: QRect, text: str, line: Line, column: int) -> None:
        """One voice's own answer: none yet is a dot to fill, a skip is said in words."""
        right = COLUMNS[column].right
        side = _RIGHT if right else _LEFT
        answer = line.answer(FIGURE_OF[column])
        if answer.skipped:
            inside = box.adjusted(4 - self.inset, 0, self.inset - 6, 0)
            self._write(painter, inside, text, Role.MUTED, "regular", side, 11)
        elif answer.value is None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(Role.LINE))
            x = box.right() - 3.0 if right else box.left() + 3.0
            painter.drawEllipse(QPointF(x, box.center().y()), 2.5, 2.5)
        else:
            self._write(painter, box, text, Role.INK, "semibold", side)

    def _emotion(self, painter: QPainter, box: QRect, line: Line, text: str) -> None:
        if line.own:
            value = line.answer("emotion").value
            if value is None:
                self._answer(painter, box, text, line, EMOTION)
                return
            self._face(painter, QRect(box.left(), box.center().y() - 8, 17, 17), value)
            self._write(painter, box.adjusted(22, 0, 0, 0), text, _feeling(value), "semibold")
            return
        value_of_all = line.value(EMOTION)
        role = Role.FAINT if value_of_all is None else _feeling(value_of_all)
        self._write(painter, box, text, role, "semibold")

    def _face(self, painter: QPainter, square: QRect, value: int) -> None:
        painter.setPen(QPen(self._theme.colour(_feeling(value)), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(square))
        self._theme.icon(FACES[value], _feeling(value)).paint(painter, square)

    def _delta(self, painter: QPainter, box: QRect, line: Line, delta: float, text: str) -> None:
        fill, ink = _VERDICT.get(line.verdict, (Role.OKAY, Role.OKAY))
        middle = box.x() + box.width() * _ZERO
        unit = (box.width() * _ZERO - 38) / self.widest
        end = max(box.x() + 36.0, min(middle + delta * unit, box.right() - 34.0))
        painter.setPen(self._theme.colour(Role.LINE))
        painter.drawLine(QPointF(middle, box.y() + 9), QPointF(middle, box.bottom() - 9))
        hollow = line.uncertain
        painter.setPen(QPen(self._theme.colour(fill), 1.4) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else self._theme.colour(fill))
        bar = QRectF(min(middle, end), box.center().y() - 4.5, max(2.0, abs(end - middle)), 9)
        painter.drawRoundedRect(bar, 3, 3)
        painter.setFont(self._theme.font(12, "semibold"))
        painter.setPen(self._theme.colour(ink))
        if end < middle:
            painter.drawText(QRectF(bar.left() - 60, box.y(), 54, box.height()), _RIGHT, text)
        else:
            painter.drawText(QRectF(bar.right() + 6, box.y(), 54, box.height()), _LEFT, text)

    def _steps(self, painter: QPainter, box: QRect, steps: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for at in range(5):
            painter.setBrush(self._theme.colour(Role.OKAY if at < steps else Role.LINE))
            painter.drawRoundedRect(QRectF(box.x() + at * 10, box.center().y() - 4, 8, 8), 2, 2)


def _feeling(value: float) -> Role:
    """Colour of an emotion, −3 to 3; near the middle it has none."""
    if abs(shown(value)) < 1:
        return Role.OKAY
    return Role.DELIGHTING if value > 0 else Role.DISAPPOINTING_TEXT
