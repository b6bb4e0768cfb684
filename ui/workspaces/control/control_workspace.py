"""The workspace Control: what is due, until a second round can be compared here."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from cxstudio.analysis.measures.measure_standing import is_open, is_overdue
from cxstudio.model import Measure
from ui.context.context import Context
from ui.widgets.basics import button, card, column, label, rule
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty_state import empty_state
from ui.workspaces.record_workspace import show_record
from ui.workspaces.workspace_base import Status, Workspace


class ControlWorkspace(Workspace):
    """Measures with a date, nearest first."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        column(self, self._area, spacing=0)
        context.bridge.changed.connect(self._changed)

    def entered(self) -> None:
        self.refresh()

    def status(self) -> Status:
        due = self._due()
        late = sum(is_overdue(m, date.today()) for m in due)
        texts = self.context.texts
        return Status(
            (texts.trn("{n} measure with a date", "{n} measures with a date", len(due)),),
            (texts.trn("{n} overdue", "{n} overdue", late),) if late else (),
        )

    def refresh(self) -> None:
        """Read the measures again."""
        self._area.setWidget(self._filled() if self._due() else self._empty())
        self.status_changed.emit()

    def _due(self) -> list[Measure]:
        open_ones = (m for m in self.context.document.all(Measure) if m.due is not None and is_open(m))
        return sorted(open_ones, key=lambda m: m.due or date.max)

    def _empty(self) -> QWidget:
        tr = self.context.tr
        act = button(tr("Go to measures"), lambda: self.context.commands.run("go.measures"), "primary")
        words = tr(
            "Give your measures a date, and you will see here what is due. The before-and-after comparison of "
            "later rounds will follow in a later version."
        )
        return empty_state(self.context.theme, "history", tr("Nothing is due"), words, act)

    def _filled(self) -> QWidget:
        tr = self.context.tr
        made, lines = QWidget(), QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for at, measure in enumerate(self._due()):
            grid.addWidget(rule(), 2 * at, 0, 1, 5)
            self._line(grid, 2 * at + 1, measure)
        note = tr("The before-and-after comparison and target results will follow in a later version.")
        heading = label(tr("Measures by due date, next one first"), "strong")
        inside = column(made, card(heading, lines), label(note, "small", wrap=True), -1, spacing=12)
        inside.setContentsMargins(16, 16, 16, 16)
        return made

    def _line(self, grid: QGridLayout, at: int, measure: Measure) -> None:
        assert measure.due is not None
        tr, texts = self.context.tr, self.context.texts
        show = button(
            tr("Show"), partial(show_record, self.context, measure.id), "link", name=tr("Show") + f": {measure.title}"
        )
        parts: list[QWidget] = [
            ElidedLabel(measure.title, "strong"),
            ElidedLabel(measure.owner_role or tr("nobody is responsible yet"), "muted"),
            label(texts.date(measure.due), "muted"),
            label(tr("overdue"), "chip", tone="critical") if is_overdue(measure, date.today()) else QWidget(),
            show,
        ]
        for across, part in enumerate(parts):
            grid.addWidget(part, at, across)
        grid.setRowMinimumHeight(at, 30)

    def _changed(self, *_: object) -> None:
        if self.isVisible():
            self.refresh()
