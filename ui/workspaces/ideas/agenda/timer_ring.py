"""How much of a block's time is left, as a ring with the timer in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.analysis.workshops.run_standing import RunStanding
from cxstudio.layout.boards.agenda_slide import timer_role
from cxstudio.look.roles import Role
from cxstudio.wording.findings.agenda_sentences import timer_text
from ui.context.context import Context

_SIZE, _WIDE = 150, 10


class TimerRing(QWidget):
    """The colour changes when time runs low; screen readers hear the time when they ask."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.standing: RunStanding | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_standing(self, standing: RunStanding | None) -> None:
        """Show how much is left."""
        self.standing = standing
        if standing is not None:
            self.setAccessibleName(self.context.tr("{time} left in this block", time=timer_text(standing.left)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, _: QPaintEvent) -> None:
        standing, theme = self.standing, self.context.theme
        if standing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = _WIDE / 2 + 1
        box = QRectF(half, half, self.width() - 2 * half, self.height() - 2 * half)
        pen = QPen(theme.colour(Role.OKAY_GROUND), _WIDE)
        painter.setPen(pen)
        painter.drawEllipse(box)
        if standing.share_left > 0:
            pen.setColor(theme.colour(timer_role(standing)))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(box, 90 * 16, -round(360 * 16 * standing.share_left))
        said = timer_text(standing.left)
        painter.setFont(theme.font(34 if len(said) < 6 else 26, "semibold"))
        painter.setPen(theme.colour(Role.DISAPPOINTING_TEXT if standing.left <= 0 else Role.INK))
        painter.drawText(self.rect().adjusted(0, -6, 0, -6), Qt.AlignmentFlag.AlignCenter, said)
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour(Role.MUTED))
        below = self.context.tr("paused") if standing.paused else self.context.tr("left") if standing.left > 0 else ""
        painter.drawText(self.rect().adjusted(0, 42, 0, 42), Qt.AlignmentFlag.AlignCenter, below)
        painter.end()
