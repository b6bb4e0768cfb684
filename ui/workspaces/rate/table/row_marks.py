"""The marks of a row as chips: ! critical, ▽ not critical for the group, ≠ disagreeing, ✦ stardust."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from cxstudio.look.roles import Role
from cxstudio.wording import N_
from ui.context.context import Context
from ui.workspaces.rate.table.answer_rows import Line

_CHIPS = (
    ("!", N_("critical"), Role.DISAPPOINTING_TEXT, Role.DISAPPOINTING_GROUND),
    ("▽", N_("not critical"), Role.OKAY, Role.OKAY_GROUND),
    ("≠", N_("disagreeing"), Role.OKAY, Role.OKAY_GROUND),
    ("✦", N_("stardust"), Role.STARDUST, Role.STARDUST_GROUND),
)
_SIGN, _HIGH, _ALONE = 10, 20, 22
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def chips(painter: QPainter, box: QRect, line: Line, context: Context, *, named: bool) -> None:
    """Paint the marks from left to right; the first one with its name where there is room for it."""
    stardust = line.touchpoint is not None and line.touchpoint.stardust
    overruled = line.decision.overrules and not line.critical
    shown = [c for c, on in zip(_CHIPS, (line.critical, overruled, line.disagreeing, stardust), strict=True) if on]
    x = float(box.x()) - (0 if named else 6)
    for at, (mark, name, ink, ground) in enumerate(shown):
        text = context.tr(name) if named and at == 0 else ""
        x = _chip(painter, QPointF(x, box.center().y() - _HIGH / 2), context, (mark, text), (ink, ground)) + 4


def _chip(painter: QPainter, at: QPointF, context: Context, words: tuple[str, str], roles: tuple[Role, Role]) -> float:
    mark, text = words
    theme = context.theme
    painter.setFont(theme.font(11, "semibold"))
    width = painter.fontMetrics().horizontalAdvance(text) + 32 if text else _ALONE
    chip = QRectF(at.x(), at.y(), width, _HIGH)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(roles[1]))
    painter.drawRoundedRect(chip, _HIGH / 2, _HIGH / 2)
    painter.setBrush(theme.colour(roles[0]))
    sign = QRectF(chip.left() + (9 if text else (_ALONE - _SIGN) / 2), chip.top() + 5, _SIGN, _SIGN)
    if mark == "▽":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(roles[0]), 1.4))
        low = QPointF(sign.center().x(), sign.bottom() - 0.5)
        painter.drawPolygon(QPolygonF([low, sign.topLeft() + QPointF(0.5, 1), sign.topRight() + QPointF(-0.5, 1)]))
    elif mark == "✦":
        painter.drawPolygon(_star(sign))
    painter.setPen(theme.colour(roles[0]))
    if mark in "!≠":
        painter.drawText(sign, _CENTRE, mark)
    painter.drawText(chip.adjusted(23, 0, 0, 0), _LEFT, text)
    return chip.right()


def _star(box: QRectF) -> QPolygonF:
    c, r, w = box.center(), box.width() / 2, box.width() / 8
    points = [(0, -r), (w, -w), (r, 0), (w, w), (0, r), (-w, w), (-r, 0), (-w, -w)]
    return QPolygonF([QPointF(c.x() + x, c.y() + y) for x, y in points])
