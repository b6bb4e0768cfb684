"""How the cells of the table of figures look: delta bars, steps of agreement, marks."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cxstudio.analysis.results import Verdict
from cxstudio.look.roles import Role
from ui.context import Context
from ui.workspaces.rate import table
from ui.workspaces.rate.table import Line

Index = QModelIndex | QPersistentModelIndex
_VERDICT = {
    Verdict.DELIGHTING: (Role.DELIGHTING, Role.DELIGHTING),
    Verdict.DISAPPOINTING: (Role.DISAPPOINTING, Role.DISAPPOINTING_TEXT),
}
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class Cells(QStyledItemDelegate):
    """Paints every cell of the table."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._theme = context.theme
        self.widest = 2.0
        """The delta whose bar takes all the room."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, 40)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(table.ROW)
        assert isinstance(line, Line)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect
        if line.stage is not None:
            painter.fillRect(box, self._theme.colour(Role.LANE_GROUND))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._theme.colour(Role.ACCENT_GROUND))
        painter.setPen(self._theme.colour(Role.FAINT_LINE))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._cell(painter, box.adjusted(12, 0, -8, 0), line, index)
        painter.restore()

    def _cell(self, painter: QPainter, box: QRect, line: Line, index: Index) -> None:
        column, text = index.column(), str(index.data() or "")
        if line.stage is not None:
            self._write(painter, box, text, Role.ACCENT, "semibold")
        elif column == table.NAME:
            self._write(painter, box, text, Role.INK, "regular")
        elif column == table.DELTA and line.figures is not None and line.figures.delta is not None:
            self._delta(painter, box, line, text)
        elif column == table.AGREEMENT and line.figures is not None and line.figures.agreement_steps is not None:
            self._steps(painter, box, line.figures.agreement_steps)
        elif column == table.MARKS:
            self._marks(painter, box, line)
        elif column == table.EMOTION:
            role = Role.DELIGHTING if text.startswith("+") else Role.DISAPPOINTING_TEXT
            mild = text in (table.DASH, "") or text[1:] < "1"
            self._write(painter, box, text, Role.OKAY if mild else role, "semibold")
        else:
            face = "semibold" if column == table.NEED else "regular"
            right = table.IMPORTANCE <= column <= table.EXPERIENCE or column == table.NEED
            self._write(painter, box, text, Role.INK, face, _RIGHT if right else _LEFT)

    def _write(
        self, painter: QPainter, box: QRect, text: str, role: Role, face: str, align: Qt.AlignmentFlag = _LEFT
    ) -> None:
        painter.setFont(self._theme.font(13, face))
        painter.setPen(self._theme.colour(role))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, align, shown)

    def _delta(self, painter: QPainter, box: QRect, line: Line, text: str) -> None:
        figures = line.figures
        assert figures is not None
        assert figures.delta is not None
        fill, ink = _VERDICT.get(figures.verdict, (Role.OKAY, Role.OKAY))
        middle = box.x() + box.width() * 0.62
        unit = (box.width() * 0.62 - 42) / self.widest
        end = middle + figures.delta.mean * unit
        end = max(box.x() + 40.0, min(end, box.right() - 40.0))
        painter.setPen(self._theme.colour(Role.LINE))
        painter.drawLine(QPointF(middle, box.y() + 8), QPointF(middle, box.bottom() - 8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(fill))
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

    def _marks(self, painter: QPainter, box: QRect, line: Line) -> None:
        found = []
        tr = self._context.tr
        if line.critical:
            found.append(("warning", tr("critical"), Role.DISAPPOINTING_TEXT, Role.DISAPPOINTING_GROUND))
        if line.figures is not None and line.figures.disagreeing:
            found.append(("≠", tr("disagreeing"), Role.OKAY, Role.OKAY_GROUND))
        if line.touchpoint is not None and line.touchpoint.stardust:
            found.append(("star", tr("stardust"), Role.STARDUST, Role.STARDUST_GROUND))
        x = float(box.x())
        for mark, text, ink, ground in found:
            x = self._chip(painter, x, box, mark, text, ink, ground) + 4

    def _chip(self, painter: QPainter, x: float, box: QRect, mark: str, text: str, ink: Role, ground: Role) -> float:
        painter.setFont(self._theme.font(11, "semibold"))
        named = box.width() > 100
        width = painter.fontMetrics().horizontalAdvance(text) + 34 if named else 20
        chip = QRectF(x, box.center().y() - 10, width, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(ground))
        painter.drawRoundedRect(chip, 10, 10)
        painter.setBrush(self._theme.colour(ink))
        sign = QRectF(x + (9 if named else 5), chip.y() + 5, 10, 10)
        if mark == "warning":
            painter.drawPolygon(
                QPolygonF([QPointF(sign.center().x(), sign.top()), sign.bottomRight(), sign.bottomLeft()])
            )
        elif mark == "star":
            painter.drawPolygon(_star(sign))
        painter.setPen(self._theme.colour(ink))
        if mark == "≠":
            painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, mark)
        if named:
            painter.drawText(chip.adjusted(24, 0, 0, 0), _LEFT, text)
        return chip.right()


def _star(box: QRectF) -> QPolygonF:
    c, r, w = box.center(), box.width() / 2, box.width() / 8
    points = [(0, -r), (w, -w), (r, 0), (w, w), (0, r), (-w, w), (-r, 0), (-w, -w)]
    return QPolygonF([QPointF(c.x() + x, c.y() + y) for x, y in points])
