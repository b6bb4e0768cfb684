"""The answer to "Why?" for every column of the grid and for the figures of the whole round."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Id, Round, Touchpoint
from cxstudio.wording.explanations.change_explanations import explain_stability
from cxstudio.wording.explanations.round_explanations import ROUND_FIGURES, explain_round
from cxstudio.wording.explanations.touchpoint_explanations import Explained, define, explain
from cxstudio.wording.figures.adjusted_options import adjusted_sentences
from cxstudio.wording.figures.figure_sentences import basis_line
from ui.context.context import Context
from ui.widgets.menus import entry, open_at
from ui.widgets.why_sheet import LARGE, Explanation, WhySheet
from ui.workspaces.rate.table.answer_columns import (
    AGREEMENT,
    COLUMNS,
    COUNT,
    DELTA,
    EMOTION,
    EXPECTATION,
    EXPERIENCE,
    IMPORTANCE,
    MARKS,
    NAME,
    NEED,
    PROMISE,
    QUICK,
    WORD,
)
from ui.workspaces.rate.table.answer_table_model import RatingTable
from ui.workspaces.rate.table.answer_table_view import RatingView

FIGURES_OF: Final[dict[int, tuple[str, ...]]] = {
    NAME: ("expectation", "experience", "delta", "verdict"),
    IMPORTANCE: ("importance",),
    EXPECTATION: ("expectation", "ceiling"),
    EXPERIENCE: ("experience",),
    QUICK: ("quick",),
    DELTA: ("delta", "verdict"),
    EMOTION: ("emotion",),
    WORD: ("emotion",),
    PROMISE: ("promise",),
    AGREEMENT: ("agreement",),
    NEED: ("need",),
    MARKS: ("agreement",),
    COUNT: ("n",),
}
"""Column → figures of a touchpoint that stand in it."""
ROUND_FIGURES_OF: Final[dict[int, tuple[str, ...]]] = {
    EMOTION: ("highest_high", "lowest_low", "peak_end"),
    NEED: ("ranking",),
    MARKS: ("critical",),
    EXPERIENCE: ("overall_experience",),
}
"""Column → figures of the whole round that compare what stands in it."""


def column_explained(
    context: Context, figures: RoundFigures, column: int, touchpoint: Id | None = None
) -> list[Explained]:
    """What stands in a column, with the numbers of a touchpoint where one is selected."""
    document, texts = context.document, context.texts
    round_ = document.get(Round, figures.round)
    mine = figures.of(touchpoint) if touchpoint is not None else None
    parts = [
        define(name, round_, texts, figures.options)
        if mine is None
        else explain(name, mine, round_, texts, figures.options)
        for name in FIGURES_OF[column]
    ]
    ranked = touchpoint is not None and figures.rank(touchpoint) is not None
    if column == NEED and ranked and touchpoint is not None and len(figures.touchpoints) <= LARGE:
        parts.append(explain_stability(figures, touchpoint, texts))
    return parts + [explain_round(name, document, figures, texts) for name in ROUND_FIGURES_OF.get(column, ())]


def round_explained(context: Context, figures: RoundFigures) -> list[Explained]:
    """Who answered, and every figure of the whole round that can be told."""
    document, texts = context.document, context.texts
    round_ = document.get(Round, figures.round)
    people = define("n", round_, texts, figures.options)
    numbers = " ".join((basis_line(document, figures, texts) + ".", *adjusted_sentences(figures.options, texts)))
    parts = [Explained(people.title, people.definition, numbers)]
    made = (explain_round(name, document, figures, texts) for name in ROUND_FIGURES)
    return parts + [part for part in made if part.numbers]


class Why(QObject):
    """Opens explanations beside the grid: from a heading's menu, by key, and for the whole round."""

    def __init__(self, context: Context, table: RatingTable, view: RatingView, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._table, self._view = context, table, view
        self.beside: QWidget | None = None
        """The button that explains the round; its sheet opens below it."""
        view.heading.menu_asked.connect(lambda column, at: open_at(self.menu(column), at))

    def column(self) -> WhySheet | None:
        """Explain the column that is active, with the selected touchpoint's numbers."""
        return self.explain(self._view.column)

    def explain(self, column: int) -> WhySheet | None:
        """Explain one column."""
        figures = self._table.figures
        if figures is None:
            return None
        selected = self._context.selection.of(Touchpoint)
        parts = column_explained(self._context, figures, column, selected.id if selected is not None else None)
        basis = basis_line(self._context.document, figures, self._context.texts)
        basis = f"{selected.name}\n{basis}" if selected is not None and figures.of(selected.id) is not None else basis
        return self._open(WhySheet(self._view, parts, basis), column)

    def touchpoint(self) -> Explanation | None:
        """Explain every figure of the selected touchpoint."""
        figures, selected = self._table.figures, self._context.selection.of(Touchpoint)
        mine = figures.of(selected.id) if figures is not None and selected is not None else None
        if figures is None or mine is None:
            return None
        made = Explanation(self._context, self._view, figures, mine)
        self._open(made, NAME)
        return made

    def round(self) -> WhySheet | None:
        """Explain the figures of the whole round."""
        figures = self._table.figures
        if figures is None:
            return None
        parts = round_explained(self._context, figures)
        if self.beside is None or not self.beside.isVisible():
            return self._open(WhySheet(self._view, parts), NAME)
        made = WhySheet(self.beside, parts)
        made.open_below()
        return made

    def menu(self, column: int) -> QMenu:
        """What a heading offers besides sorting."""
        menu, tr = QMenu(self._view), self._context.tr
        name = tr(COLUMNS[column].title) or tr("Marks")
        entry(menu, tr("Why “{figure}”?", figure=name), lambda: self.explain(column))
        entry(menu, tr("Sort by this column"), lambda: self._view.sort_asked.emit(column))
        menu.addAction(self._context.commands.action("rate.unsort"))
        return menu

    def _open(self, sheet: WhySheet, column: int) -> WhySheet:
        x = self._view.columnViewportPosition(column)
        at = self._view.mapToGlobal(QPoint(max(0, x - 40), self._view.heading.height() + 2))
        sheet.open_below(at=at)
        return sheet
