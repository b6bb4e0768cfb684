"""Benefit and cost added up over the months, drawn as on paper."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.analysis.money.plan_money import PlanTotal
from cxstudio.layout.boards.payback_curve import CurveStyle, alternative, lay_out_payback
from ui.canvas.group_painter import painter_in
from ui.canvas.scene_items import paint_groups
from ui.context.context import Context

_HEIGHT: Final = 210


class PaybackPicture(QWidget):
    """As wide as there is room; read out as one sentence."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._painter = painter_in(context.theme.palette)
        self._whole: PlanTotal | None = None
        self.setMinimumSize(280, _HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_total(self, whole: PlanTotal) -> None:
        """Draw these measures together."""
        self._whole = whole
        self.setAccessibleName(alternative(whole, self._context.texts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._whole is None:
            return
        style = CurveStyle(float(self.width()), float(self.height()), self._context.texts)
        picture, painter = lay_out_payback(self._whole, style), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.set_scale(1.0, self.devicePixelRatioF())
        paint_groups(picture.flat(), self._painter, painter, QRectF(0.0, 0.0, picture.width, picture.height))
        painter.end()
