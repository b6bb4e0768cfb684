"""What doing nothing costs: the sum, every item with its arithmetic, and a way to enter one more."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from cxstudio.analysis.money.cost_items import DoingNothing, doing_nothing
from cxstudio.edits import add_cost_item
from cxstudio.model import Id, Touchpoint
from cxstudio.wording import N_
from cxstudio.wording.fields.record_names import name_of
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.findings.money_lines import cost_lines
from cxstudio.wording.plan.money_sentences import item_line, summed_money
from ui.context.context import Context
from ui.widgets.basics import button, card, column, label, row
from ui.widgets.card_button import CardButton

_ROOMY: Final = 640
"""From this width on the items stand beside their sum."""
_SUM: Final = 200


class CostCard(QWidget):
    """A click on an item leads to where it is entered."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._said: tuple[object, ...] | None = None
        self._rows: list[QWidget] = []
        self.total = label("", "title")
        self.yearly = label("", "small")
        self.none = label(context.tr("Enter at a touchpoint or at the journey what happens there, how often in a year, "
                                     "and what each costs."), "muted", wrap=True)  # fmt: skip
        self.adder = button(context.tr("+ Cost item"), self.add, "link")
        self.adder.setEnabled(not context.session.read_only)
        self._body = column(None, spacing=2)
        sum_, items = QWidget(), QWidget()
        sum_.setMinimumWidth(_SUM)
        column(sum_, label(context.tr("If nothing is done"), "strong"), self.total, self.yearly, -1, spacing=4)
        box = column(items, self.none, spacing=4)
        box.addLayout(self._body)
        box.addLayout(row(None, self.adder, -1))
        inside = QFrame()
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom, inside)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(4)
        self._parts.addWidget(sum_)
        self._parts.addWidget(items, 1)
        column(self, card(inside, margin=14))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        self._parts.setDirection(ways.LeftToRight if self.width() >= _ROOMY else ways.TopToBottom)

    def refresh(self) -> None:
        """Read the items of the journey in view again."""
        context, texts = self._context, self._context.texts
        found = doing_nothing(context.document, context.selection.rated_journey)
        lines = cost_lines(context.document, found, texts)
        opened = [(item.about, name_of(context.document, item.about, texts), item) for item in found.open]
        said = (lines, tuple((where, item_line(item, texts), item.title) for _, where, item in opened))
        if said == self._said:
            return
        self._said = said
        for old in self._rows:
            old.hide()
            old.deleteLater()
        each = [one for one in lines if one.about]
        self._rows = [self._row(one.about, f"{one.title} · {one.where}", one.how, one.money) for one in each]
        self._rows += [
            self._row(about, f"{capital(item.title)} · {where}", item_line(item, texts), "–")
            for about, where, item in opened
        ]
        for made in self._rows:
            self._body.addWidget(made)
        self._say(found)

    def add(self) -> None:
        """One more item: at the touchpoint selected, else at the journey in view; the inspector shows it."""
        context = self._context
        touchpoint, journey = context.selection.of(Touchpoint), context.selection.rated_journey
        about = touchpoint.id if touchpoint is not None else journey
        if about is None:
            return
        with context.session.transaction(N_("Add a cost item")) as draft:
            add_cost_item(draft, about, context.tr("New cost item"))
        context.selection.select(about)

    def _say(self, found: DoingNothing) -> None:
        texts = self._context.texts
        self.total.setText(summed_money(found.total, texts))
        self.yearly.setText(texts.tr("a year, as today"))
        for part in (self.total, self.yearly):
            part.setVisible(found.total is not None)
        self.none.setVisible(not self._rows)

    def _row(self, about: Id, title: str, how: str, money: str) -> QWidget:
        made = CardButton("plainlink")
        made.setAccessibleName(f"{title}: {how}, {money}")
        sum_ = label(money, "strong")
        sum_.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        words = column(None, label(title, wrap=True), label(how, "small", wrap=True), spacing=1)
        box = row(made, spacing=12)
        box.setContentsMargins(0, 3, 0, 3)
        box.addLayout(words, 1)
        box.addWidget(sum_)
        made.clicked.connect(partial(self._context.selection.select, about))
        return made
