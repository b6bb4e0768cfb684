"""The overall experience of a round, with values from elsewhere as lines on its axis."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from cxstudio.analysis.journey_figures.benchmark_values import Compared
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Round
from cxstudio.wording.explanations.change_explanations import explain_benchmark
from cxstudio.wording.explanations.round_explanations import explain_round
from cxstudio.wording.figures.figure_sentences import basis_line
from cxstudio.wording.figures.loyalty_sentences import benchmark_words
from ui.context.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.why_sheet import WhySheet
from ui.workspaces.rate.journey_figures.answer_bar import AxisBar


class OverallCard(QFrame):
    """The overall experience: mean and peak-end, with values from elsewhere as lines."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._figures: RoundFigures | None = None
        self._compared: list[Compared] = []
        self.setProperty("kind", "card")
        tr = context.tr
        self.value = label("", "title")
        self.said, self.others = label("", "small", wrap=True), label("", "small", wrap=True)
        self.axis = AxisBar(context.theme)
        name = tr("Overall experience")
        why = tr("Why?")
        self.why = button(why, self.explain, "link", name=f"{why} {name}")
        box = column(self, spacing=6)
        box.setContentsMargins(16, 12, 16, 10)
        box.addLayout(row(None, label(name, "strong"), -1, self.value))
        for part in (self.said, self.axis, self.others):
            box.addWidget(part)
        box.addStretch(1)
        box.addLayout(row(None, -1, self.why))

    def show_figures(self, figures: RoundFigures, shown: Round, compared: list[Compared]) -> None:
        """Show a round."""
        texts = self.context.texts
        self._figures, self._compared = figures, compared
        mean = figures.overall_experience
        self.value.setText("–" if mean is None else texts.number(mean, 1))
        parts = [
            explain_round(name, self.context.document, figures, texts) for name in ("overall_experience", "peak_end")
        ]
        told = [f"{part.title}: {part.numbers}" for part in parts if part.numbers]
        self.said.setText("\n".join(told) or texts.tr("No result: nobody has rated the experience."))
        drawable = [one for one in compared if one.drawable]
        self.axis.setVisible(mean is not None)
        if mean is not None:
            span = shown.scale - 1
            places = [(one.value - 1) / span for one in drawable]
            ends = (texts.number(1), texts.number(shown.scale))
            self.axis.show_values((mean - 1) / span, places, ends, self.said.text())
        self.others.setText("\n".join(benchmark_words(one, texts) for one in compared))
        self.others.setVisible(bool(compared))

    def explain(self) -> WhySheet | None:
        """Open what both figures mean."""
        if self._figures is None:
            return None
        document, texts = self.context.document, self.context.texts
        parts = [explain_round(name, document, self._figures, texts) for name in ("overall_experience", "peak_end")]
        parts += [explain_benchmark(one, texts) for one in self._compared]
        made = WhySheet(self.why, parts, basis_line(document, self._figures, texts))
        made.open_below()
        return made
