"""Cost and benefit: what the plan costs, what it brings and when it has paid, beside what doing nothing costs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from cxstudio.analysis.money.cost_items import doing_nothing
from cxstudio.analysis.money.plan_money import plan_total
from cxstudio.analysis.search.touchpoint_filter import measures_meant
from cxstudio.model import Measure
from cxstudio.model.kinds import MeasureStatus
from cxstudio.wording.findings.money_findings import money_headline
from cxstudio.wording.findings.money_lines import money_lines, money_notes
from cxstudio.wording.plan.money_sentences import summed_money
from ui.context.context import Context
from ui.widgets.basics import card, column, label
from ui.workspaces.measures.boards.plan_model import PlanModel
from ui.workspaces.measures.money.cost_card import CostCard
from ui.workspaces.measures.money.money_table import SUM, MoneyTable
from ui.workspaces.measures.money.payback_picture import PaybackPicture

_ROOMY: Final = 860
"""From this width on both cards below the table stand side by side."""


class MoneyPage(QWidget):
    """The measures the filter means, with their sums; a row selects its measure, so that the inspector shows it."""

    def __init__(self, context: Context, model: PlanModel) -> None:
        super().__init__()
        self._context, self._model = context, model
        self._stale = True
        self.headline = label("", "name", wrap=True)
        self.nothing = label("", "muted", wrap=True)
        self.table = MoneyTable(context)
        self.costs, self.picture = CostCard(context), PaybackPicture(context)
        self.curve = card(label(context.tr("Benefit and cost added up"), "strong"), self.picture)
        self.notes = label("", "small", wrap=True)
        sheet = QWidget()
        sheet.setProperty("ground", "ground")
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(16)
        self._cards.addWidget(self.costs, 1, Qt.AlignmentFlag.AlignTop)
        self._cards.addWidget(self.curve, 1, Qt.AlignmentFlag.AlignTop)
        head = column(None, self.headline, self.nothing, spacing=2)
        box = column(sheet, spacing=12)
        box.addLayout(head)
        box.addWidget(card(self.table, margin=1))
        box.addLayout(self._cards)
        box.addWidget(self.notes)
        box.addStretch(1)
        box.setContentsMargins(18, 12, 18, 16)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(sheet)
        column(self, area)
        self.setFocusProxy(self.table)
        self.table.chosen.connect(self._chosen)
        model.changed.connect(self._follow)
        context.selection.changed.connect(self._mark)

    def refresh(self) -> None:
        """Read cost, benefit and items again."""
        self._stale = False
        context, texts, document = self._context, self._context.texts, self._context.document
        measures = measures_meant(document, self._model.filter)
        self.headline.setText(money_headline(document, measures, texts))
        lines = money_lines(document, measures, texts, self._model.delta_of)
        self.table.show_money(lines, context.selection.id)
        self.costs.refresh()
        live = [m for m in measures if m.status is not MeasureStatus.DROPPED]
        asked = [m for m in live if m.status is MeasureStatus.PROPOSED]
        whole = plan_total(document, asked or live)
        paid = whole.payback
        self.curve.setVisible(paid is not None and paid.best is not None)
        self.picture.show_total(whole)
        nothing = doing_nothing(document, context.selection.rated_journey)
        today = texts.tr("As it is today, it costs {money} a year", money=summed_money(nothing.total, texts))
        self.nothing.setText(f"{today}.")
        self.nothing.setVisible(nothing.total is not None)
        self.notes.setText(" ".join(money_notes(document, measures, nothing, texts)))

    def _chosen(self, line: str) -> None:
        if not line.startswith(SUM):
            self._context.selection.select(line)

    def _mark(self) -> None:
        if self.isVisible():
            chosen = self._context.selection.of(Measure)
            self.table.choose(chosen.id if chosen is not None else None)

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= _ROOMY
        self._cards.setDirection(QBoxLayout.Direction.LeftToRight if roomy else QBoxLayout.Direction.TopToBottom)
