"""The tab "Journey figures": recommendation, satisfaction, effort, want – return – recommend, and benchmarks."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from cxstudio.analysis.change.loyalty_change import JourneyFigureChange, journey_figure_changes
from cxstudio.analysis.journey_figures.benchmark_values import benchmarks
from cxstudio.analysis.journey_figures.nps_csat_ces import journey_figures, journey_segments_shown
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Benchmark, Document, Id, Journey, JourneyFigures, Round
from cxstudio.model.kinds import FigureKind
from cxstudio.model.rounds import rounds
from cxstudio.store import ChangeSet
from cxstudio.wording.fields.record_names import round_name
from cxstudio.wording.figures.figure_sentences import basis_line
from ui.context.context import Context
from ui.widgets.basics import button, column, label
from ui.widgets.empty_state import empty_state
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.rate.journey_figures.benchmark_card import BenchmarkCard
from ui.workspaces.rate.journey_figures.figure_card import FigureCard
from ui.workspaces.rate.journey_figures.overall_card import OverallCard
from ui.workspaces.rate.table.closed_round_line import ClosedLine

_CARD = 330
"""Pixels a card needs at least."""
_MOST_ACROSS = 3
_NOTHING, _CARDS = range(2)


class JourneyTab(QWidget):
    """A card per figure, side by side as many as the window allows, and the benchmarks below them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._round: Id | None = None
        self._read: Document | None = None
        self.cards = {figure: FigureCard(context, figure) for figure in FigureKind}
        self.overall = OverallCard(context)
        self.others = BenchmarkCard(context)
        self.basis = label("", "small", wrap=True)
        self.closed = ClosedLine(context)
        inner = QWidget()
        inner.setProperty("ground", "ground")
        self._grid = QGridLayout()
        self._grid.setSpacing(14)
        box = column(inner, self.basis, self.closed, spacing=12)
        box.setContentsMargins(16, 14, 16, 24)
        box.addLayout(self._grid)
        box.addWidget(self.others)
        box.addStretch(1)
        self._area = VerticalScrollArea(inner, by_keys=True)
        self._pages = QStackedWidget()
        for page in (self._nothing(), self._area):
            self._pages.addWidget(page)
        column(self, self._pages)
        self._laid: tuple[int, tuple[QWidget, ...]] = (0, ())
        self._lay_out()
        context.bridge.changed.connect(self._changed)

    def _nothing(self) -> QWidget:
        tr = self.context.tr
        begin = button(tr("New round"), lambda: self.context.commands.run("rate.new_round"), "primary")
        begin.setEnabled(not self.context.session.read_only)
        words = tr("Recommendation, satisfaction and effort belong to a round: begin one, then enter the counts.")
        return empty_state(self.context.theme, "bars", tr("No round yet"), words, begin)

    def show_round(self, round_id: Id | None) -> None:
        """Show the figures of a round."""
        self._round = round_id
        self.refresh()

    def refresh(self) -> None:
        """Read everything again."""
        document = self._read = self.context.document
        shown = document.find(self._round)
        known = shown if isinstance(shown, Round) else None
        figures = self.context.bridge.figures(known.id) if known is not None else None
        self._pages.setCurrentIndex(_CARDS if figures is not None else _NOTHING)
        if known is None or figures is None:
            return
        self.closed.show_round(known.id)
        asked = journey_figures(document, known.id)
        compared = benchmarks(document, figures, asked)
        groups = journey_segments_shown(document, known.id)
        before = earlier_with_figures(document, known)
        changes = {} if before is None else {c.figure: c for c in journey_figure_changes(document, before, known.id)}
        self.basis.setText(self._basis(figures, before, changes))
        for figure, card in self.cards.items():
            card.show_figure(
                known.id,
                next((one for one in asked if one.figure is figure), None),
                changes.get(figure),
                {name: told[figure] for name, told in groups.items() if figure in told},
                [one for one in compared if one.figure == figure.value and one.about == known.journey],
            )
        whole = [c for c in compared if c.figure in ("overall_experience", "experience") and c.about == known.journey]
        self.overall.show_figures(figures, known, whole)
        self.others.show_benchmarks(known.journey, compared)
        self._lay_out()

    def take_focus(self) -> None:
        """The first button."""
        self.cards[FigureKind.NPS].enter.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _basis(self, figures: RoundFigures, before: Id | None, changes: dict[FigureKind, JourneyFigureChange]) -> str:
        document, texts = self.context.document, self.context.texts
        said = basis_line(document, figures, texts)
        if before is not None and changes:
            name = round_name(document.get(Round, before), texts)
            said += " · " + texts.tr("Change against “{round}”: it says that something changed, not why.", round=name)
        return said

    def _lay_out(self) -> None:
        """What has answers first, then what has not, each beginning a row of its own."""
        across = max(1, min(_MOST_ACROSS, (self.width() - 40) // _CARD))
        told = (self.overall, *(card for card in self.cards.values() if card.found is not None))
        rest = tuple(card for card in self.cards.values() if card.found is None)
        if (across, told) == self._laid:
            return
        self._laid = (across, told)
        while self._grid.takeAt(0) is not None:
            pass
        behind = -(-len(told) // across)
        for at, card in enumerate(told):
            self._grid.addWidget(card, at // across, at % across, 1, across if len(told) == 1 else 1)
        for at, card in enumerate(rest):
            self._grid.addWidget(card, behind + at // across, at % across)
        for at in range(_MOST_ACROSS):
            self._grid.setColumnStretch(at, 1 if at < across else 0)

    def _changed(self, changes: ChangeSet) -> None:
        known = self._read is self.context.document  # the workspace has shown it already
        if self.isVisible() and not known and changes.touches(JourneyFigures, Benchmark, Round, Journey):
            self.refresh()


def earlier_with_figures(document: Document, shown: Round) -> Id | None:
    """The newest round before this one that asked for figures of the journey."""
    before = [r.id for r in rounds(document, shown.journey)]
    at = before.index(shown.id) if shown.id in before else 0
    asked = [r for r in before[:at] if document.having(JourneyFigures, "round", r)]
    return asked[-1] if asked else None
