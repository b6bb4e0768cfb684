"""The row below the flow: what the lines mean, how many ways are shown, and the panel with the figures."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSlider, QWidget

from cxstudio.layout.flow.drawing import KIND_DASHES, KIND_ROLES
from cxstudio.look.roles import Role
from cxstudio.model.kinds import TransitionKind
from cxstudio.wording import N_
from cxstudio.wording.choices import CHOICES
from cxstudio.wording.flow_ways import ways_shown
from ui.context import Context
from ui.widgets.basics import button, label, row
from ui.workspaces.journey.flow.model import FlowModel

_LINE: Final = 26
_SETTLE_MS = 60
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


class FlowBar(QWidget):
    """Legend on the left, the number of ways in the middle, the panel's switch on the right."""

    panel_wanted = Signal()

    def __init__(self, context: Context, model: FlowModel) -> None:
        super().__init__()
        self._context, self._model = context, model
        self.setProperty("ground", "lane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(44)
        self.legend = QWidget()
        signs = row(self.legend, spacing=6)
        words = CHOICES["TransitionKind"]
        for kind in (*TransitionKind, None):
            text = context.tr(words[kind.value]) if kind is not None else context.tr(_UNDRAWN)
            signs.addWidget(LineSign(context, kind))
            signs.addWidget(label(text, "small"))
            signs.addSpacing(6)
        guess = label("≈ " + context.tr("assumption"), "small")
        signs.addWidget(guess)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setFixedWidth(120)
        self.slider.setAccessibleName(context.tr("How many ways are shown"))
        self.said = label("", "small")
        self.panel = button(
            context.tr("Figures"), self.panel_wanted.emit, "ghost", name=context.tr("Figures of the flow")
        )
        self.panel.setCheckable(True)
        self.panel.setIcon(context.theme.icon("bars"))
        self.panel.setIconSize(QSize(16, 16))
        box = row(self, self.legend, -1, self.said, self.slider, self.panel, spacing=10)
        box.setContentsMargins(16, 0, 12, 0)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(lambda: model.set_most_ways(self.slider.value()))
        self._fit_later = QTimer(self)
        self._fit_later.setSingleShot(True)
        self._fit_later.timeout.connect(self._fit)
        self.slider.valueChanged.connect(self._settle.start)
        model.changed.connect(self.refresh)

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
        rest = self.said.sizeHint().width() + self.panel.sizeHint().width() + 160
        self.legend.setVisible(self.width() - rest > self.legend.sizeHint().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_later.start()  # to show a child while layouts are under way would lay them out twice over
