"""A small card for every touchpoint with its values over all comparable rounds."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from cxstudio.analysis.change.round_trend import RoundTrend
from cxstudio.layout.charts.series.trend_chart import TrendData, trend_chart
from cxstudio.model import Id, Round
from cxstudio.wording.fields.record_names import short_name
from cxstudio.wording.texts import DASH
from ui.context.context import Context
from ui.context.record_workspace import show_record
from ui.widgets.basics import column, row
from ui.widgets.card_button import CardButton
from ui.widgets.elided_label import ElidedLabel
from ui.workspaces.control.control_model import ControlModel
from ui.workspaces.control.series_picture import SeriesPicture

MOST: Final = 60
"""Touchpoints shown; more are in the table of rating."""
_CARD: Final = 250
"""Pixels a card needs at least."""
_ACROSS: Final = 4
_HEIGHT: Final = 96


class RoundCards(QWidget):
    """The cards in the order of the map, as many beside each other as there is room for."""

    def __init__(self, context: Context, model: ControlModel, trend: RoundTrend) -> None:
        super().__init__()
        document, texts = context.document, context.texts
        scale = document.get(Round, trend.rounds[-1]).scale
        names = [model.short_name(one) for one in trend.rounds]
        self.cards: list[QFrame] = []
        self._across = 0
        for touchpoint, values in trend.rows[:MOST]:
            said = (DASH if value is None else texts.number(value, 1) for value in values)
            told = ", ".join(f"{name} {value}" for name, value in zip(names, said, strict=True))
            name = short_name(document, touchpoint)
            self.cards.append(_card(context, touchpoint, name, TrendData(values, scale, f"{name}: {told}")))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        across = max(1, min(_ACROSS, self.width() // _CARD))
        if across == self._across:
            return
        self._across = across
        for at in range(_ACROSS):
            self._grid.setColumnStretch(at, 1 if at < across else 0)
        for at, made in enumerate(self.cards):
            self._grid.addWidget(made, at // across, at % across)


def _card(context: Context, touchpoint: Id, name: str, data: TrendData) -> QFrame:
    made = QFrame()
    made.setProperty("kind", "card")
    opener = CardButton("plainlink")
    opener.setAccessibleName(name)
    row(opener, ElidedLabel(name, "strong")).setContentsMargins(0, 0, 0, 0)
    opener.clicked.connect(partial(show_record, context, touchpoint))
    box = column(made, opener, SeriesPicture(context, partial(trend_chart, data), data.spoken, _HEIGHT), spacing=2)
    box.setContentsMargins(14, 8, 10, 6)
    return made
