"""The figures of the flow as a page of the workspace Rate."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QStackedWidget, QWidget

from cxstudio.analysis.flow.flow_values import FlowState
from cxstudio.model import Id
from ui.context.context import Context
from ui.flow_figures.flow_sections import INSET, ArrivalPart, RoutesPart, SentencesPart, select_touchpoints, why_button
from ui.flow_figures.handover_matrix import HandoverMatrix
from ui.flow_figures.waiting_notice import FlowWaiting
from ui.widgets.basics import button, card, column, label, row
from ui.widgets.empty_state import empty_state

_LEFT = 460
"""Width in pixels of the column with sentences …"""
_ROOMY = 1300
"""… where the page is at least this wide; else one column stands below the other."""

_HEAD = 30
"""Height in pixels of a card's heading, with and without something to press in it."""
_ANY = 16_777_215


class FlowTab(QWidget):
    """Left: who arrives, the three ways, findings. Right: the matrix of handovers, channel changes, visits."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.arrival, self.routes = ArrivalPart(context), RoutesPart(context)
        self.matrix = HandoverMatrix(context)
        self.no_matrix = label(context.tr("No handovers: one department has the whole journey, or none is named."),
                               "small", wrap=True)  # fmt: skip
        self.sentences = {what: SentencesPart(context, what) for what in ("findings", "channels", "visits")}
        show = button(context.tr("Open the flow"), lambda: context.commands.run("journey.show_flow"), "link")
        tr = context.tr
        left = self._column(
            self._card(tr("Who reaches the end"), self.arrival, why_button(context)),
            self._card(tr("Shown on map and flow"), self.routes, show),
            self._card(self.sentences["findings"].title, self.sentences["findings"]),
        )
        handovers = QWidget()
        self.unit = label(tr("Paths are counted here, not cases."), "small", wrap=True)
        column(handovers, self.matrix, self.no_matrix, self.unit, spacing=4).setContentsMargins(INSET, 0, INSET, 0)
        right = self._column(
            self._card(tr("Handovers between departments"), handovers),
            self._card(self.sentences["channels"].title, self.sentences["channels"]),
            self._card(self.sentences["visits"].title, self.sentences["visits"]),
        )
        sheet = QWidget()
        sheet.setProperty("ground", "ground")
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._left = left
        self._box = box = row(sheet, left, right, spacing=16)
        box.setContentsMargins(16, 16, 16, 24)
        box.setStretch(1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(sheet)
        self._waiting = FlowWaiting(context)
        begin = tr("The flow is read from the order of the map and from the paths you draw in the flow view.")
        self._empty = empty_state(context.theme, "journey", tr("No touchpoints yet"), begin)
        self._stack = QStackedWidget()
        for page in (area, self._waiting, self._empty):
            self._stack.addWidget(page)
        column(self, self._stack)
        for wanted in (self.matrix.wanted, *(part.wanted for part in self.sentences.values())):
            wanted.connect(lambda touchpoints: select_touchpoints(context, touchpoints))
        self._shown: FlowState | None = None
        context.flow.changed.connect(self.refresh)

    def show_round(self, round_id: Id | None) -> None:
        """Emotions along the ways are those of the round the journey shows."""
        self.refresh()

    def take_focus(self) -> None:
        """Give the keyboard to the first switch."""
        self.routes.switches["likely"].setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the graph again, where anybody looks."""
        if not self.isVisible():
            return
        state, flow = self._context.flow.state, self._context.flow
        if state is not None and state is self._shown:
            return
        self._shown = state
        if state is None and (flow.busy or flow.stopped):
            self._stack.setCurrentIndex(1)
            return
        if state is None or state.flow.start is None:
            self._stack.setCurrentIndex(2)
            return
        self._stack.setCurrentIndex(0)
        self.arrival.show_state(state)
        self.routes.show_state(state)
        self.matrix.show_state(state)
        self.matrix.setVisible(self.matrix.rowCount() > 0)
        self.no_matrix.setVisible(self.matrix.rowCount() == 0)
        self.unit.setVisible(self.matrix.rowCount() > 0)
        for part in self.sentences.values():
            part.show_state(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= _ROOMY
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom)
        self._left.setMaximumWidth(_LEFT if roomy else _ANY)
        self._left.setMinimumWidth(_LEFT if roomy else 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _card(self, title: str, part: QWidget, *beside: QWidget) -> QFrame:
        made = card(spacing=8)
        box = made.layout()
        head = QWidget()
        head.setFixedHeight(_HEAD)
        row(head, label(title, "strong"), -1, *beside).setContentsMargins(INSET, 0, 3, 0)
        assert box is not None
        box.setContentsMargins(16 - INSET, 10, 16 - INSET, 16)
        box.addWidget(head)
        box.addWidget(part)
        return made

    def _column(self, *cards: QWidget) -> QWidget:
        made = QWidget()
        column(made, *cards, -1, spacing=16)
        return made
