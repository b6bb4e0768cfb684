"""The picture of expectation against experience; a click selects the touchpoint everywhere."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.charts.chart_base import Chart
from cxstudio.layout.charts.scatter_chart import round_scatter_in_steps
from cxstudio.model import Touchpoint
from cxstudio.steps import Steps, finished
from cxstudio.wording.figures.figure_sentences import delta_words
from ui.background.long_work import IN_STEPS
from ui.context.context import Context
from ui.widgets.basics import column, label, row
from ui.workspaces.chart_canvas import ChartPicture

HIGH, LEAST = 320, 200


class ScatterPicture(ChartPicture):
    """Beside the grid: without the words around it. Left and right step through the touchpoints."""

    def __init__(self, context: Context) -> None:
        self.figures: RoundFigures | None = None
        super().__init__(context, context.tr("Expectation and experience"))
        self.setMinimumHeight(LEAST)

    def sizeHint(self) -> QSize:
        return QSize(360, HIGH)

    @property
    def scatter(self) -> Chart | None:
        """The picture as it is laid out, None where there is nothing to show."""
        return self.chart

    def make(self, width: float, height: float) -> Chart | None:
        return finished(self.make_in_steps(width, height))

    def make_in_steps(self, width: float, height: float) -> Steps[Chart | None]:
        document, figures, chosen = self.context.document, self.figures, self.context.selection.id
        if figures is None or document.find(figures.round) is None:
            return None
        return (yield from round_scatter_in_steps(document, figures, self.context.texts, width, height, chosen))

    @property
    def long(self) -> bool:
        return self.figures is not None and len(self.figures.touchpoints) > IN_STEPS

    def show_figures(self, figures: RoundFigures | None) -> None:
        """Show another round, or the same after a change."""
        self.figures = figures
        self.lay_out_again()

    def words_of(self, touchpoint: Touchpoint) -> str:
        mine = self.figures.of(touchpoint.id) if self.figures is not None else None
        words = delta_words(mine, self.context.texts) if mine is not None else ""
        return f"{touchpoint.name}: {words}" if words else touchpoint.name


class ScatterCard(QFrame):
    """The picture in its box, with the number of touchpoints it shows."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setProperty("kind", "card")
        self.count = label("", "small")
        self.picture = ScatterPicture(context)
        self.nothing = label(context.tr("Nobody has answered both questions yet."), "muted", wrap=True)
        box = column(self, spacing=6)
        box.setContentsMargins(14, 12, 10, 8)
        box.addLayout(row(None, label(context.tr("Expectation and experience"), "strong"), -1, self.count, 4))
        box.addWidget(self.nothing)
        box.addWidget(self.picture)

    def show_figures(self, figures: RoundFigures | None) -> None:
        """Show a round."""
        rated = figures.touchpoints if figures is not None else ()
        shown = sum(f.expectation is not None and f.experience is not None for f in rated)
        texts = self.context.texts
        self.count.setText(texts.trn("{n} touchpoint", "{n} touchpoints", shown) if shown else "")
        self.nothing.setVisible(not shown)
        self.picture.setVisible(bool(shown))
        self.picture.show_figures(figures if shown else None)
