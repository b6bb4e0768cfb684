"""The answers to one statement as five bars, with what the group agreed on below them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from cxstudio.analysis.journeys.readiness_profile import ReadinessRow
from cxstudio.look.roles import Role
from cxstudio.model.readiness_scale import POINTS
from cxstudio.wording.figures.readiness_sentences import answers_words
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip

_WIDE, _HIGH, _FOOT = 132, 48, 12


class ReadinessStrip(QWidget):
    """Only shows; nothing of fewer than five people."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.row: ReadinessRow | None = None
        self.setFixedSize(QSize(_WIDE, _HIGH))

    def show_row(self, row: ReadinessRow, name: str) -> None:
        """Show these answers."""
        self.row = row
        said = answers_words(row, self.context.texts)
        self.setAccessibleName(f"{name}: {said}")
        set_tooltip(self, said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        row, theme, painter = self.row, self.context.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        base, step = _HIGH - _FOOT, _WIDE / POINTS
        painter.setBrush(theme.colour(Role.LINE))
        painter.drawRect(QRectF(0, base - 1, _WIDE, 1))
        if row is None:
            return
        most = max(row.counts, default=0)
        for at, count in enumerate(row.counts):
            high = (base - 4) * count / max(most, 1)
            painter.setBrush(theme.colour(Role.ACCENT if count else Role.LINE))
            painter.drawRoundedRect(QRectF(at * step + 3, base - high - 1, step - 6, high), 2, 2)
        if row.together is not None:
            middle = (row.together - 0.5) * step
            painter.setBrush(theme.colour(Role.INK))
            painter.drawPolygon(
                QPolygonF([QPointF(middle, base + 2), QPointF(middle - 5, base + 10), QPointF(middle + 5, base + 10)])
            )
