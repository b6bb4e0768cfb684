"""What lines and signs of the flow mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from cxstudio.layout.flow.flow_drawing import KIND_DASHES, KIND_ROLES, MARK_SIGNS
from cxstudio.look.roles import Role
from cxstudio.model.kinds import TransitionKind
from cxstudio.wording import N_
from cxstudio.wording.fields.choice_labels import CHOICES
from cxstudio.wording.findings.transition_sentences import MARK_WORDS
from ui.context.context import Context
from ui.theme import icons
from ui.widgets.basics import column, label, row

_LINE: Final = 26
_UNDRAWN: Final = N_("order of the map")


class LineSign(QWidget):
    """A short piece of a way as it is drawn."""

    def __init__(self, context: Context, kind: TransitionKind | None) -> None:
        super().__init__()
        self.setFixedSize(_LINE, 14)
        role = KIND_ROLES[kind] if kind is not None else Role.FAINT
        self._colour = context.theme.colour(role)
        self._dash = KIND_DASHES.get(kind, ()) if kind is not None else ()
        self._width = 2.5 if kind is not None else 1.25

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._colour, self._width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self._dash:
            pen.setDashPattern([part / self._width for part in self._dash])
        painter.setPen(pen)
        painter.drawLine(QPointF(1, 7), QPointF(_LINE - 7, 7))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        tip = QRectF(_LINE - 8, 3, 7, 8)
        painter.drawPolygon(QPolygonF([tip.topLeft(), QPointF(tip.right(), 7), tip.bottomLeft()]))
        painter.end()


def _lines(context: Context) -> Iterator[tuple[QWidget, str]]:
    words = CHOICES["TransitionKind"]
    for kind in (*TransitionKind, None):
        yield LineSign(context, kind), context.tr(words[kind.value] if kind is not None else _UNDRAWN)


def line_legend(context: Context) -> QWidget:
    """The kinds of ways side by side."""
    made = QWidget()
    signs = row(made, spacing=6)
    for sign, text in _lines(context):
        signs.addWidget(sign)
        signs.addWidget(label(text, "small"))
        signs.addSpacing(6)
    signs.addWidget(label("≈ " + context.tr("assumption"), "small"))
    return made


def whole_legend(context: Context) -> QWidget:
    """Ways and signs one below the other."""
    made = QWidget()
    box = column(made, spacing=4)
    for sign, text in _lines(context):
        box.addLayout(row(None, sign, label(text, "small"), -1, spacing=8))
    guess = label("≈", "small")
    guess.setFixedWidth(_LINE)
    guess.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    box.addLayout(row(None, guess, label(context.tr("assumption"), "small"), -1, spacing=8))
    for mark, (name, role) in MARK_SIGNS.items():
        sign = label("")
        sign.setPixmap(icons.pixmap(name, 14, context.theme.colour(role)))
        sign.setFixedWidth(_LINE)
        sign.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        box.addLayout(row(None, sign, label(context.tr(MARK_WORDS[mark][0]), "small"), -1, spacing=8))
    return made
