"""What stands beside the grid: the picture, the few touchpoints to look at, and a word on the selected one."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
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
from ui.widgets.folding_section import FoldingSide
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.rate.beside_table.group_comparison import GroupsBox
from ui.workspaces.rate.beside_table.need_card import NeedCard
from ui.workspaces.rate.beside_table.scatter_card import HIGH, LEAST, ScatterCard

WIDE, NARROW = 420, 316
_CHART_PART = 0.36
"""Part of the height the chart takes at most."""
SOON_MS = 40
"""When the cards are made: the table is painted by then."""


class SidePanel(VerticalScrollArea):
    """Cards one below the other; scrolls where the window is low."""

    reason_done = Signal()
    """Enter or Esc in the group's reason: the keyboard goes back to the table."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._figures: RoundFigures | None = None
        self._cards: tuple[ScatterCard, NeedCard, ChosenCard] | None = None
        self.setObjectName("rate_side")
        self.setAccessibleName(context.tr("Charts"))
        self.setFixedWidth(WIDE)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(lambda: self.cards)

    @property
    def cards(self) -> tuple[ScatterCard, NeedCard, ChosenCard]:
        """All of them; made when the table has been painted, or when somebody asks for one."""
        if self._cards is None:
            made = self._cards = ScatterCard(self.context), NeedCard(self.context), ChosenCard(self.context)
            self._lay_out(*made)
            self._show()
        return self._cards

    @property
    def scatter(self) -> ScatterCard:
        """The picture of all touchpoints."""
        return self.cards[0]

    @property
    def need(self) -> NeedCard:
        """The few touchpoints to look at."""
        return self.cards[1]

    @property
    def chosen(self) -> ChosenCard:
        """A word on the selected one."""
        return self.cards[2]

    def view_state(self) -> bool:
        """Whether the cards are there; they say themselves what is chosen and typed in them."""
        return self._cards is not None

    def restore_view_state(self, state: bool) -> None:
        """Make them before they are told what it was."""
        if state:
            self._soon.stop()
            self.cards  # noqa: B018 - made by being asked for

    def show_figures(self, figures: RoundFigures | None) -> None:
        """Show a round."""
        self._figures = figures
        if self._cards is None:
            self._soon.start()
        else:
            self._show()

    def _show(self) -> None:
        for part in self.cards:
            part.show_figures(self._figures)

    def _lay_out(self, *cards: QWidget) -> None:
        inner = QWidget()
        inner.setProperty("ground", "ground")
        column(inner, *cards, -1, spacing=14).setContentsMargins(16, 16, 16, 16)
        self.setWidget(inner)
        self._fit()
        reason = self.chosen.critical.reason.editor
        if isinstance(reason, TextEditor):
            reason.box.enter_ends = True
            for end in (reason.box.done, reason.box.escaped):
                end.connect(self.reason_done)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a low window the chart gives way to what is most in need of action."""
        if self._cards is not None:
            self.scatter.picture.setMaximumHeight(max(LEAST, min(HIGH, round(self.height() * _CHART_PART))))

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


def ask_reason(beside: FoldingSide) -> None:
    """Bring the cards into view and ask for the group's reason."""
    beside.open()
    if isinstance(beside.side, SidePanel):
        beside.side.ask_reason()
