"""The figures of the flow beside its drawing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.context.context import Context
from ui.flow_figures.flow_sections import (
    INSET,
    ArrivalPart,
    RoutesPart,
    SentencesPart,
    headed,
    select_touchpoints,
    why_button,
)
from ui.flow_figures.legend import whole_legend
from ui.widgets.basics import column, label, row
from ui.widgets.vertical_scroll_area import VerticalScrollArea

WIDTH = 312


class FlowPanel(QWidget):
    """Who arrives, the three ways, findings, handovers and channel changes; follows the graph while it is in view."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("flow_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(context.tr("Figures of the flow"))
        self.setFixedWidth(WIDTH)
        self._context = context
        self.arrival, self.routes = ArrivalPart(context), RoutesPart(context)
        self.sentences = [SentencesPart(context, what) for what in ("findings", "handovers", "channels")]
        sheet = QWidget()
        box = column(sheet, spacing=18)
        box.setContentsMargins(8, 14, 8, 24)
        head = row(None, label(context.tr("Flow"), "strong"), -1, why_button(context))
        head.setContentsMargins(INSET, 0, 3, 0)
        box.addLayout(head)
        box.addWidget(self.arrival)
        box.addWidget(headed(context.tr("Shown on map and flow"), self.routes))
        for part in self.sentences:
            part.wanted.connect(lambda touchpoints: select_touchpoints(context, touchpoints))
            box.addWidget(headed(part.title, part))
        signs = whole_legend(context)
        signs.setContentsMargins(INSET, 0, 0, 0)
        box.addWidget(headed(context.tr("Signs"), signs))
        box.addStretch(1)
        area = VerticalScrollArea(sheet)
        column(self, area)
        context.flow.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Read the graph again, where anybody looks."""
        state = self._context.flow.state if self.isVisible() else None
        if state is None:
            return
        self.arrival.show_state(state)
        self.routes.show_state(state)
        for part in self.sentences:
            part.show_state(state)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
