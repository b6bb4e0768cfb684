"""Need for action, largest first: the few touchpoints to look at, why, and how the figure comes about."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.analysis.statistics.method_options import options_of
from cxstudio.model import Round
from cxstudio.wording.explanations.change_explanations import explain_stability
from cxstudio.wording.explanations.round_explanations import explain_round
from cxstudio.wording.explanations.touchpoint_explanations import Explained, explain
from cxstudio.wording.figures.adjusted_options import adjusted_threshold, need_formula
from cxstudio.wording.figures.figure_sentences import basis_line
from cxstudio.wording.figures.missing_need import without_importance, without_need
from ui.context.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.popup_sheet import Overlay
from ui.widgets.why_sheet import LARGE, WIDTH, WhySheet
from ui.workspaces.rate.beside_table.need_formula import FormulaSheet
from ui.workspaces.rate.beside_table.need_row import NeedRow

MOST = 5


class NeedCard(QFrame):
    """Up to five rows; a click selects the touchpoint everywhere."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.figures: RoundFigures | None = None
        self.rows: list[NeedRow] = []
        self.setProperty("kind", "card")
        self.title = label(context.tr("Need for action, largest first"), "strong")
        self.nothing = label("", "muted", wrap=True)
        self.formula = label("", "small", wrap=True)
        self.why = button(context.tr("Why?"), self.explain, "link", name=context.tr("Why is the order as it is?"))
        self.adjust = button(context.tr("Adjust"), self.open_formula, "link", name=context.tr("Adjust the formula"))
        self.adjust.setEnabled(not context.session.read_only)
        self._list = column(None, spacing=0)
        box = column(self, self.title, spacing=8)
        box.setContentsMargins(14, 12, 14, 8)
        box.addLayout(self._list)
        box.addWidget(self.nothing)
        box.addWidget(self.formula)
        box.addLayout(row(None, -1, self.adjust, self.why, spacing=4))

    def show_figures(self, figures: RoundFigures | None) -> None:
        """Show a round."""
        self.figures = figures
        top = [t for t in figures.ranking if t in self.context.document][:MOST] if figures is not None else []
        while len(self.rows) < len(top):
            self.rows.append(NeedRow(self.context, len(self.rows) + 1))
            self._list.addWidget(self.rows[-1])
        for at, line in enumerate(self.rows):
            line.setVisible(at < len(top))
            if figures is not None and at < len(top):
                line.show_touchpoint(figures, top[at])
        self.nothing.setVisible(not top)
        self.nothing.setText(self._instead(figures))
        self.formula.setText(self._formula(figures))
        self.why.setVisible(figures is not None)

    def explain(self) -> Overlay | None:
        """Open how the order comes about, with the numbers of the first touchpoint put in."""
        if self.figures is None:
            return None
        figures, document, texts = self.figures, self.context.document, self.context.texts
        made = WhySheet(self.why, order_explained(self.context, figures), basis_line(document, figures, texts))
        made.open_below(at=self.mapToGlobal(QPoint(-WIDTH - 12, 0)))
        return made

    def open_formula(self) -> FormulaSheet:
        """Change the exponents and the threshold; the figures follow at once."""
        made = FormulaSheet(self.context, self.adjust)
        made.open_below(made.first, at=self.mapToGlobal(QPoint(-made.width() - 12, 0)))
        return made

    def _instead(self, figures: RoundFigures | None) -> str:
        missing = without_need(self.context.document, figures, self.context.texts)
        return missing or self.context.tr("Nothing falls short of what was expected.")

    def _formula(self, figures: RoundFigures | None) -> str:
        texts, options = self.context.texts, options_of(self.context.document)
        if without_need(self.context.document, figures, texts):
            said = ""
        elif figures is not None and figures.ranked_by_gap:
            said = without_importance(self.context.document, figures, texts)
        else:
            said = need_formula(options, texts)
        return "\n".join(part for part in (said, adjusted_threshold(options, texts)) if part)


def order_explained(context: Context, figures: RoundFigures) -> list[Explained]:
    """The order, the need and the firmness of the first touchpoint, and what makes one critical."""
    document, texts = context.document, context.texts
    parts = [explain_round("ranking", document, figures, texts)]
    first = figures.of(figures.ranking[0]) if figures.ranking else None
    if first is not None:
        parts.append(explain("need", first, document.get(Round, figures.round), texts, figures.options))
        if len(figures.touchpoints) <= LARGE:
            parts.append(explain_stability(figures, first.touchpoint, texts))
    parts.append(explain_round("critical", document, figures, texts))
    return parts
