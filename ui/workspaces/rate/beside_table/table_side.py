"""What stands beside the grid: the picture, the few touchpoints to look at, and a word on the selected one."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from cxstudio.analysis.journey_figures.benchmark_values import benchmarks
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Benchmark, Id, Touchpoint
from cxstudio.wording.figures.loyalty_sentences import benchmark_words
from ui.context.context import Context
from ui.forms.text_editors import TextEditor
from ui.inspector.critical_decision import CriticalField
from ui.inspector.verdict_box import VerdictBox
from ui.widgets.basics import column, label
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.rate.beside_table.group_comparison import GroupsBox
from ui.workspaces.rate.beside_table.need_card import NeedCard
from ui.workspaces.rate.beside_table.scatter_card import ScatterCard

WIDE, NARROW = 420, 316


class SidePanel(VerticalScrollArea):
    """Cards one below the other; scrolls where the window is low."""

    reason_done = Signal()
    """Enter or Esc in the group's reason: the keyboard goes back to the table."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.scatter, self.need, self.chosen = ScatterCard(context), NeedCard(context), ChosenCard(context)
        inner = QWidget()
        inner.setProperty("ground", "ground")
        column(inner, self.scatter, self.need, self.chosen, -1, spacing=14).setContentsMargins(16, 16, 16, 16)
        self.setObjectName("rate_side")
        self.setWidget(inner)
        reason = self.chosen.critical.reason.editor
        if isinstance(reason, TextEditor):
            reason.box.enter_ends = True
            for end in (reason.box.done, reason.box.escaped):
                end.connect(self.reason_done)
        self.setAccessibleName(context.tr("Charts"))
        self.setFixedWidth(WIDE)

    def show_figures(self, figures: RoundFigures | None) -> None:
        """Show a round."""
        for part in (self.scatter, self.need, self.chosen):
            part.show_figures(figures)

    def ask_reason(self) -> None:
        """Bring the group's reason into view and wait for words."""
        self.chosen.refresh()
        self.chosen.critical.ask_reason()
        self._show_reason()
        QTimer.singleShot(0, self._show_reason)

    def _show_reason(self) -> None:
        """Scroll to the reason, once as far as is known and once more when everything has its place."""
        self.ensureWidgetVisible(self.chosen.critical.reason, 0, 24)


class ChosenCard(QFrame):
    """The selected touchpoint: verdict in words, and the group's decision on whether it is critical."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._figures: RoundFigures | None = None
        self.setProperty("kind", "card")
        self.name = ElidedLabel("", "strong")
        self.verdict = VerdictBox(context)
        self.critical = CriticalField(context)
        self.groups = GroupsBox(context)
        self.elsewhere = label("", "small", wrap=True)
        parts = (self.name, self.verdict, self.elsewhere, self.critical, self.groups)
        column(self, *parts, spacing=8).setContentsMargins(14, 12, 14, 14)
        context.selection.changed.connect(self._selected)

    def show_figures(self, figures: RoundFigures | None) -> None:
        """Show a round."""
        self._figures = figures
        self.refresh()

    def _selected(self) -> None:
        """Right after an answer it waits for the figures, so that a fast hand in the grid does not wait for words."""
        if not self.context.bridge.pause.waiting:
            self.refresh()

    def refresh(self) -> None:
        """Show what is selected; hidden where that is no touchpoint."""
        touchpoint = self.context.selection.of(Touchpoint)
        self.setVisible(touchpoint is not None)
        if touchpoint is None:
            return
        self.name.set_text(touchpoint.name)
        self.verdict.show_figures(self._figures, touchpoint.id)
        self.critical.show_record(touchpoint.id)
        self.groups.show_touchpoint(self._figures, touchpoint.id)
        self.elsewhere.setText("\n".join(self._benchmarks(touchpoint.id)))
        self.elsewhere.setVisible(bool(self.elsewhere.text()))
        known = self._figures.criticality.get(touchpoint.id) if self._figures is not None else None
        self.critical.show_proposal(known)

    def _benchmarks(self, touchpoint: Id) -> list[str]:
        """Values from elsewhere about the touchpoint, beside ours."""
        document = self.context.document
        if self._figures is None or not document.having(Benchmark, "about", touchpoint):
            return []
        compared = benchmarks(document, self._figures)
        return [benchmark_words(one, self.context.texts) for one in compared if one.about == touchpoint]
