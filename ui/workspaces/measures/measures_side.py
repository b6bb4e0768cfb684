"""Beside schedule and board: impact and effort in small, and what the journey still asks for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.context.context import Context
from ui.widgets.basics import button, column, label, row
from ui.workspaces.measures.boards.effort_impact_page import EffortImpactArea
from ui.workspaces.measures.boards.plan_model import PlanModel

WIDTH: Final = 316
_PLANE: Final = 286


class MeasuresSide(QWidget):
    """A column of cards; the plane is made when it is first seen."""

    def __init__(self, context: Context, model: PlanModel, without: QWidget) -> None:
        super().__init__()
        self._context, self._model = context, model
        self.setFixedWidth(WIDTH)
        self.setProperty("ground", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.area: EffortImpactArea | None = None
        self.card = QFrame()
        self.card.setProperty("kind", "card")
        larger = button(context.tr("Larger"), lambda: context.commands.run("measures.show_effort_impact"), "link")
        head = row(None, label(context.tr("Impact and effort"), "strong"), -1, larger)
        self._box = column(self.card, spacing=2)
        self._box.setContentsMargins(14, 10, 10, 8)
        self._box.addLayout(head)
        self._box.addWidget(label(context.tr("Drag to move, double-click to rename"), "small"))
        self.slot = QWidget()
        """Where what the journey still asks for stands while it stands here."""
        self._slot = column(self.slot)
        column(self, self.card, self.slot, -1, spacing=12).setContentsMargins(16, 14, 8, 14)
        self.take(without)

    def take(self, without: QWidget) -> None:
        """Let what the journey still asks for stand below."""
        self._slot.addWidget(without)

    def show_plane(self, on: bool) -> None:
        """Whether impact and effort stand here, too."""
        self.card.setVisible(on)
        if on and self.isVisible():
            self._make()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.card.isHidden():
            self._make()

    def _make(self) -> None:
        if self.area is None:
            self.area = EffortImpactArea(self._context, self._model)
            self.area.setFixedHeight(_PLANE)
            self._box.addWidget(self.area)
            self.area.show()
