"""The row below the flow: what the lines mean, how many ways are shown, and the panel with the figures."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from cxstudio.wording.findings.transition_sentences import ways_shown
from ui.context.context import Context
from ui.flow_figures.legend import line_legend
from ui.widgets.basics import button, label, row
from ui.widgets.calm_slider import CalmSlider
from ui.workspaces.journey.flow.flow_model import FlowModel

_SETTLE_MS = 60
_LEFT, _GAP, _RIGHT = 16, 10, 12
_SLIDER = 120


class FlowBar(QWidget):
    """Legend on the left, the number of ways in the middle, the panel's switch on the right."""

    panel_wanted = Signal()

    def __init__(self, context: Context, model: FlowModel) -> None:
        super().__init__()
        self._context, self._model = context, model
        self.setProperty("ground", "lane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(44)
        self.legend = line_legend(context)
        self.slider = CalmSlider()
        self.slider.setFixedWidth(_SLIDER)
        self.slider.setAccessibleName(context.tr("How many paths are shown"))
        self.said = label("", "small")
        self.panel = button(
            context.tr("Figures"), self.panel_wanted.emit, "ghost", name=context.tr("Figures of the flow")
        )
        self.panel.setCheckable(True)
        self.panel.setIcon(context.theme.icon("bars"))
        self.panel.setIconSize(QSize(16, 16))
        box = row(self, self.legend, -1, self.said, self.slider, self.panel, spacing=_GAP)
        box.setContentsMargins(_LEFT, 0, _RIGHT, 0)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(lambda: model.set_most_ways(self.slider.value()))
        self._fit_later = QTimer(self, singleShot=True)
        self._fit_later.timeout.connect(self._fit)
        self.slider.valueChanged.connect(self._settle.start)

    def refresh(self) -> None:
        """Read the layout again."""
        layout = self._model.layout if self.isVisible() else None
        if layout is None:
            return
        shown, known = len(layout.ways), layout.known_ways
        self.said.setText(ways_shown(shown, known, self._context.texts))
        choosable = self._model.most_ways is not None or shown < known
        self.slider.setVisible(choosable)
        if choosable and not self._settle.isActive():
            self.slider.blockSignals(True)
            self.slider.setRange(1, known)
            self.slider.setPageStep(max(1, known // 10))
            self.slider.setValue(self._model.most_ways if self._model.most_ways is not None else shown)
            self.slider.blockSignals(False)
        self._fit()

    def _fit(self) -> None:
        """The legend gives way where there is no room for it."""
        rest = self.said.sizeHint().width() + self.panel.sizeHint().width() + _LEFT + 2 * _GAP + _RIGHT
        if not self.slider.isHidden():
            rest += _SLIDER + _GAP
        self.legend.setVisible(self.width() - rest >= self.legend.sizeHint().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_later.start()  # to show a child while layouts are under way would lay them out twice over
