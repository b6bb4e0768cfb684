"""What is to be corrected, what was decided, and when the next look back is."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from cxstudio.analysis.change.change_values import TargetState
from cxstudio.analysis.measures.measure_standing import is_overdue, standings
from cxstudio.edits.project import REPORT_ID
from cxstudio.model import Decision, Measure, ReportSettings
from cxstudio.wording.plan.measure_standing_sentences import standing_words
from ui.context.context import Context
from ui.context.record_workspace import show_record
from ui.forms.form import Form
from ui.inspector.decision_list import decision_list
from ui.widgets.basics import button, card, column, label, row, rule
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.control.control_model import ControlModel
from ui.workspaces.control.target_cards import TargetList

_MISSED: Final = frozenset({TargetState.MISSED})
_NARROW: Final = 900


class AdjustPage(QWidget):
    """Left what asks for something, right what was decided and what comes next."""

    def __init__(self, context: Context, model: ControlModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        tr = context.tr
        self.missed = TargetList(context, model, only=_MISSED)
        self.late = QWidget()
        self._late = column(self.late, spacing=6)
        self.late_card = card(label(tr("Overdue or at risk"), "strong"), self.late)
        left = QWidget()
        column(left, card(label(tr("Missed targets"), "strong"), self.missed), self.late_card, -1, spacing=12)
        self.decisions = decision_list(context)
        self.none = label(tr("Who decided what about which measure, with its condition and its date."), "muted",
                          wrap=True)  # fmt: skip
        self.next = Form(context, ReportSettings, ["next_control"])
        begin = button(tr("Begin the next round with the same questions"),
                       lambda: context.commands.run("control.next_round"))  # fmt: skip
        begin.setEnabled(not context.session.read_only)
        self.reality = button(tr("The to-be is reality …"), lambda: context.commands.run("control.make_reality"))
        self.reality.setEnabled(not context.session.read_only)
        self.life = label(tr("The to-be journey becomes the as-is journey. The old one stays, with its dates, and "
                             "later rounds are compared across both."), "small", wrap=True)  # fmt: skip
        right = QWidget()
        column(right, card(label(tr("Decisions"), "strong"), self.none, self.decisions),
               card(label(tr("What comes next"), "strong"), self.next, _left(begin), self.life,
                    _left(self.reality)), -1,
               spacing=12)  # fmt: skip
        made = QWidget()
        self._columns = row(made, left, right, spacing=12)
        self._columns.setStretch(0, 1)
        self._columns.setStretch(1, 1)
        self._columns.setContentsMargins(16, 16, 16, 16)
        self.area = VerticalScrollArea(made, by_keys=True)
        column(self, self.area)

    def refresh(self) -> None:
        """Read targets, measures and decisions again."""
        found = self.model.figures
        self.missed.show_outcomes(found.outcomes if found is not None else ())
        self.decisions.show_record(REPORT_ID if REPORT_ID in self.context.document else "project")
        self.none.setVisible(not self.context.document.all(Decision))
        self.next.show_record(REPORT_ID)
        can = self.model.to_be is not None
        self.reality.setVisible(can)
        self.life.setVisible(can)
        self._show_late()

    def _show_late(self) -> None:
        while (item := self._late.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        document, today = self.context.document, date.today()
        known = standings(document, today)
        listed = [m for m in document.all(Measure) if known[m.id].overdue or known[m.id].at_risk]
        self.late_card.setVisible(bool(listed))
        for at, measure in enumerate(listed):
            if at:
                self._late.addWidget(rule())
            self._late.addWidget(self._line(measure, today))

    def _line(self, measure: Measure, today: date) -> QWidget:
        tr, texts = self.context.tr, self.context.texts
        made = QWidget()
        standing = standings(self.context.document, today)[measure.id]
        late = is_overdue(measure, today)
        state = tr("overdue") if late else tr("at risk")
        chip = label(state, "chip", tone="critical" if late else "stardust")
        show = button(tr("Show"), partial(show_record, self.context, measure.id), "link",
                      name=tr("Show") + f": {measure.title}, {state}")  # fmt: skip
        head = row(None, ElidedLabel(measure.title, "strong"), chip, show, spacing=8)
        head.setStretch(0, 1)
        words = " ".join(standing_words(self.context.document, measure, standing, texts).sentences)
        owner = measure.owner_role or tr("nobody is responsible yet")
        box = column(made, spacing=2)
        box.addLayout(head)
        box.addWidget(label(f"{owner} · {words}" if words else owner, "muted", wrap=True))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = self._columns.Direction
        self._columns.setDirection(directions.LeftToRight if self.width() >= _NARROW else directions.TopToBottom)


def _left(part: QWidget) -> QWidget:
    """A button no wider than its words."""
    made = QWidget()
    row(made, part, -1)
    return made
