"""One line of the need for action: rank, name, reasons, how firmly the rank stands, and the need."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from cxstudio.analysis.statistics.figure_values import Reason, RoundFigures
from cxstudio.look.roles import Role
from cxstudio.model import Id, Touchpoint
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.figures.critical_reasons import capital, reason_phrases
from cxstudio.wording.figures.figure_sentences import delta_words
from cxstudio.wording.figures.rank_stability import standing_words
from ui.context.context import Context
from ui.theme.plain_texts import PlainPaintedButton, set_tooltip
from ui.theme.text_wrapping import elided, two_lines
from ui.widgets.why_sheet import LARGE

_INDENT, _AROUND = 26, 66
"""Pixels left of the words, and left and right of them together."""
_LOWEST = 40
_LEAST = 60
"""Pixels the words have at least."""


class NeedRow(PlainPaintedButton):
    """Rank, name, reasons over up to two lines, and the need at the right."""

    def __init__(self, context: Context, rank: int) -> None:
        super().__init__()
        self.context, self.rank = context, rank
        self._touchpoint: Id | None = None
        self.name, self.reasons, self.standing, self.need = "", "", "", ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._select)

    def show_touchpoint(self, figures: RoundFigures, touchpoint: Id) -> None:
        """Show one touchpoint of the ranking."""
        texts = self.context.texts
        self._touchpoint = touchpoint
        mine = figures.of(touchpoint)
        self.name = self.context.document.get(Touchpoint, touchpoint).name
        self.reasons = reasons_line(self.context, figures, touchpoint)
        self.standing = standing_words(figures, touchpoint, texts) if len(figures.touchpoints) <= LARGE else ""
        self.need = "" if mine is None or mine.need is None else texts.number(mine.need)
        if not self.need and mine is not None and mine.delta is not None:
            self.need = texts.signed(mine.delta.mean)
        set_tooltip(self, "\n".join(part for part in (self.name, self.reasons, self.standing) if part))
        said = (self.name, texts.tr("Need {need}", need=self.need), self.reasons, self.standing)
        self.setAccessibleName(", ".join(part for part in said if part))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = len(self._lines(width))
        return 38 + 16 * lines if lines else _LOWEST

    def sizeHint(self) -> QSize:
        return QSize(_AROUND + _LEAST, _LOWEST)

    def _lines(self, wide: int) -> list[str]:
        small, width = self.context.theme.font(12), max(_LEAST, wide - _AROUND)
        found = [two_lines(small, text, width).strip().split("\n") for text in (self.reasons, self.standing) if text]
        return [line for lines in found for line in lines]

    def paintEvent(self, _: QPaintEvent) -> None:
        theme, painter = self.context.theme, QPainter(self)
        colour, lines = theme.colour, self._lines(self.width())
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect().adjusted(0, 1, 0, 0), colour(Role.ACCENT_GROUND))
        painter.fillRect(0, 0, self.width(), 1, colour(Role.FAINT_LINE))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(13, "semibold"))
        painter.setPen(colour(Role.MUTED))
        painter.drawText(self.rect().adjusted(4, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, str(self.rank))
        painter.setPen(colour(Role.DISAPPOINTING_TEXT))
        painter.drawText(self.rect().adjusted(0, 0, -4, 0), middle | Qt.AlignmentFlag.AlignRight, self.need)
        top = QRect(_INDENT, 9, self.width() - _AROUND, 20)
        painter.setPen(colour(Role.INK))
        name = elided(painter.fontMetrics(), self.name, top.width())
        painter.drawText(top, middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(theme.font(12))
        painter.setPen(colour(Role.MUTED))
        for at, text in enumerate(lines):
            painter.drawText(top.translated(0, 18 + 16 * at), middle | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()

    def _select(self) -> None:
        if self._touchpoint is not None:
            self.context.selection.select(self._touchpoint)


def reasons_line(context: Context, figures: RoundFigures, touchpoint: Id) -> str:
    """Why a touchpoint stands where it stands; that its need is large is said by its place."""
    document, texts = context.document, context.texts
    record, mine = document.get(Touchpoint, touchpoint), figures.of(touchpoint)
    found = figures.criticality.get(touchpoint)
    phrases = []
    if found is not None:
        telling = tuple(r for r in found.reasons if r.reason not in (Reason.LARGEST_NEED, Reason.LARGEST_GAP))
        phrases = reason_phrases(document, figures, replace(found, reasons=telling), texts)
    if not phrases:
        phrases = [texts.tr(choice_label(record.requirement))] if record.requirement is not None else []
        phrases += [delta_words(mine, texts)] if mine is not None and mine.delta is not None else []
    return " · ".join([capital(phrases[0]), *phrases[1:]]) if phrases else ""
