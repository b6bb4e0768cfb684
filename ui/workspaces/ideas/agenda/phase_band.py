"""The phases of Design Thinking and the double diamond along the day, as two rows of a band."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.analysis.workshops.planned_times import PhasePart, phase_band
from cxstudio.look.roles import DEPARTMENT_ROLES, Role
from cxstudio.model import AgendaBlock
from cxstudio.model.kinds import ThinkingPhase
from cxstudio.wording.fields.cell_values import choice_text
from cxstudio.wording.findings.agenda_sentences import DIAMOND, minutes_text
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip

_HIGH, _GAP = 20, 2
_ROLES = dict(zip(ThinkingPhase, DEPARTMENT_ROLES, strict=False))


class PhaseBand(QWidget):
    """As wide as the list; each part as wide as its minutes."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.parts: tuple[PhasePart, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._font = context.theme.font(11)

    def show_blocks(self, blocks: Sequence[AgendaBlock]) -> None:
        """Show the phases of these blocks; nothing where none has one."""
        self.parts = phase_band(blocks)
        self.setVisible(any(part.phase is not None for part in self.parts))
        tr, texts = self.context.tr, self.context.texts
        said = ", ".join(
            f"{choice_text(texts, part.phase)} ({tr(DIAMOND[part.phase])}) {minutes_text(part.minutes, texts)}"
            for part in self.parts
            if part.phase is not None
        )
        self.setAccessibleName(tr("Phases: {phases}", phases=said))
        set_tooltip(self, said.replace(", ", "\n"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, 2 * _HIGH + _GAP)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        theme, texts, tr = self.context.theme, self.context.texts, self.context.tr
        phases = [(choice_text(texts, p.phase) if p.phase else "", theme.colour(_ROLES[p.phase]) if p.phase else None,
                   p.minutes) for p in self.parts]  # fmt: skip
        diamond: list[tuple[str, QColor | None, int]] = []
        for part in self.parts:
            name = tr(DIAMOND[part.phase]) if part.phase is not None else ""
            if diamond and diamond[-1][0] == name:
                diamond[-1] = name, diamond[-1][1], diamond[-1][2] + part.minutes
            else:
                diamond.append((name, theme.colour(Role.OKAY_GROUND) if name else None, part.minutes))
        self._row(painter, 0, phases)
        self._row(painter, _HIGH + _GAP, diamond)
        painter.end()

    def _row(self, painter: QPainter, y: int, parts: Sequence[tuple[str, QColor | None, int]]) -> None:
        total = sum(minutes for _, _, minutes in parts) or 1
        x, metrics = 0.0, QFontMetrics(self._font)
        for name, ground, minutes in parts:
            wide = self.width() * minutes / total
            box = QRectF(x, y, max(1.0, wide - 2), _HIGH)
            if ground is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawRoundedRect(box, 4, 4)
                painter.setPen(self.context.theme.colour(Role.INK))
                inside = box.adjusted(4, 0, 0, 0)
                if metrics.horizontalAdvance(name) <= inside.width():  # else the colour alone; the tooltip names it
                    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
            x += wide
