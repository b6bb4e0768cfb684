"""The selected touchpoint per group: what may be shown of each, and where too few answered."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from cxstudio.analysis.statistics.figure_values import RoundFigures, Summary, TouchpointFigures
from cxstudio.analysis.statistics.group_figures import segments_shown
from cxstudio.model import Id, Round
from cxstudio.wording.explanations.group_explanations import explain_groups
from ui.context.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.why_sheet import WIDTH, WhySheet


class GroupsBox(QWidget):
    """A line per segment of a survey or group of participants; hidden where there is only one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._of: tuple[Id, Id] | None = None
        self.shown: dict[str, TouchpointFigures | None] = {}
        tr = context.tr
        self.why = button(tr("Why?"), self.explain, "link", name=tr("Why are some groups not shown?"))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        box = column(self, spacing=2)
        box.addLayout(row(None, label(tr("By group"), "strong"), -1, self.why))
        box.addLayout(self._grid)

    def show_touchpoint(self, figures: RoundFigures | None, touchpoint: Id) -> None:
        """Show the groups of a touchpoint in a round."""
        document = self.context.document
        known = figures is not None and isinstance(document.find(figures.round), Round)
        self.shown = segments_shown(document, figures.round, touchpoint) if figures is not None and known else {}
        self._of = (figures.round, touchpoint) if figures is not None else None
        self.setVisible(bool(self.shown))
        self._fill()

    def explain(self) -> WhySheet | None:
        """Open why small groups and what could be had by subtraction stay hidden."""
        if self._of is None:
            return None
        round_ = self.context.document.get(Round, self._of[0])
        made = WhySheet(self.why, [explain_groups(round_, self.shown, self.context.texts)])
        made.open_below(at=self.mapToGlobal(QPoint(-WIDTH - 24, 0)))
        return made

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        tr = self.context.tr
        for at, head in enumerate(("n", tr("Expectation"), tr("Experience"), tr("Delta")), 1):
            self._grid.addWidget(_right(head), 0, at)
        for line, (name, found) in enumerate(self.shown.items(), 1):
            who = ElidedLabel(name or tr("without a group"), "")
            self._grid.addWidget(who, line, 0)
            if found is None:
                self._grid.addWidget(_right(tr("too few answers to show")), line, 1, 1, 4)
                continue
            for at, text in enumerate(self._cells(found), 1):
                self._grid.addWidget(_right(text, ""), line, at)

    def _cells(self, found: TouchpointFigures) -> tuple[str, ...]:
        texts = self.context.texts

        def mean(part: Summary | None) -> str:
            return "–" if part is None else texts.number(part.mean, 1)

        delta = "–" if found.delta is None else texts.signed(found.delta.mean)
        return texts.number(found.n), mean(found.expectation), mean(found.experience), delta


def _right(text: str, kind: str = "small") -> QLabel:
    made = label(text, kind)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
