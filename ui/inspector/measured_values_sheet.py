"""The measured values of one target: listed, entered by hand, pasted, or read from a sheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cxstudio.analysis.change.measured_series import is_own, series_of
from cxstudio.edits import add_measured_value, enter_measured_values
from cxstudio.errors import UserError
from cxstudio.exchange.clipboard.spreadsheet_cells import cells
from cxstudio.exchange.lists.measured_values import ReadSeries, read_series, series_in
from cxstudio.exchange.quick_files import is_quick
from cxstudio.model import Document, Id, Measure, MeasuredValue, Record, Target
from cxstudio.model.folding import says, sought
from cxstudio.session.bounds import Bounds
from cxstudio.session.tasks import BoundedTask, TaskFailed
from cxstudio.store import ChangeSet, Draft
from cxstudio.wording import N_, Texts
from cxstudio.wording.error_sentences import sentence
from cxstudio.wording.plan.measure_sentences import figure_label, measured_text, target_text
from ui.background.task_runner import TaskRunner
from ui.context.context import Context
from ui.dialogs import file_choosers as choosers
from ui.forms.choice_editors import CalmCombo
from ui.forms.record_list import Adder, RecordList
from ui.forms.record_row import ListKind
from ui.forms.text_boxes import GrowingText
from ui.widgets.basics import button, column, label, row
from ui.widgets.popup_sheet import Overlay
from ui.widgets.vertical_scroll_area import VerticalScrollArea

ENTER: Final = N_("Enter measured values")
_WIDTH, _HEIGHT = 480, 260
_EDGE: Final = 4
_BOUNDS: Final = Bounds(1_000, 60)
"""Of reading a large sheet."""
_MOST_NAMED: Final = 3


def own_targets(document: Document, measure: Id) -> list[Target]:
    """The targets of a measure that are judged by measured values."""
    return [one for one in document.having(Target, "measure", measure) if is_own(one)]


def values_line(document: Document, target: Target, texts: Texts) -> str:
    """How many values there are and the newest: "10 values, last 0.55 (31 Oct 2026)"."""
    values = series_of(document, target.id)
    if not values:
        return texts.tr("no value yet")
    value, day = measured_text(values[-1].value, target, texts), texts.date(values[-1].day)
    return texts.trn("{n} value, {value} ({day})", "{n} values, last {value} ({day})", len(values), value=value,
                     day=day)  # fmt: skip


class ValuesSheet(Overlay):
    """What is pasted is shown before it is taken; every change is one step that can be undone."""

    def __init__(self, context: Context, anchor: QWidget, target: Id) -> None:
        super().__init__(anchor)
        self.context, self.target = context, target
        self.read: tuple[ReadSeries, ...] = ()
        self._runner: TaskRunner[tuple[ReadSeries, ...]] = TaskRunner(self)
        tr = context.tr
        self.setFixedWidth(_WIDTH)
        about = context.document.get(Target, target)
        title = figure_label(about, context.texts) or tr("Target")
        goal = target_text(about, context.texts, with_date=True)
        self.list = self._values()
        self.area = VerticalScrollArea(self.list, by_keys=True)
        self.pasted = GrowingText(3, 6)
        self.pasted.setAccessibleName(tr("Cells of a spreadsheet"))
        self.pasted.setPlaceholderText(
            tr("Paste cells from a spreadsheet here: a month per column or per row, with its heading.")
        )
        self.pasted.textChanged.connect(self._pasted)
        self.which = CalmCombo()
        self.which.setAccessibleName(tr("Which row"))
        self.which.currentIndexChanged.connect(lambda *_: self._tell())
        self.which.hide()
        self.source = QLineEdit()
        self.source.setAccessibleName(tr("Source"))
        self.source.setPlaceholderText(tr("Source, for example “telephone system”"))
        self.found = label("", "small", wrap=True)
        self.take = button(tr("Apply"), self.apply, "primary")
        self.file = button(tr("From a file …"), self.choose_file)
        for part in (self.pasted, self.take, self.file, self.source):
            part.setEnabled(not context.session.read_only)
        box = column(self, label(tr("Measured values: {figure}", figure=title), "name", wrap=True), spacing=8)
        box.addWidget(label(goal, "muted", wrap=True))
        for below in (self.area, self.pasted, self.which, self.source, self.found):
            box.addWidget(below)
        box.addLayout(row(None, self.file, -1, button(tr("Close"), self.dismiss), self.take))
        box.setContentsMargins(18, 16, 18, 16)
        self._room = QTimer(self)
        self._room.setSingleShot(True)
        self._room.timeout.connect(self.fit)
        context.bridge.changed.connect(lambda *_: self._room.start(0))
        self._tell()
        self.fit()

    def fit(self) -> None:
        """As high as the values need, up to a limit."""
        self.list.adjustSize()
        self.area.setFixedHeight(min(_HEIGHT, max(40, self.list.sizeHint().height() + 4)))
        self._fit()
        lowest = self.window().height() - self.height() - _EDGE
        if not self.isHidden() and self.y() > lowest:
            self.move(self.x(), max(_EDGE, lowest))

    def showEvent(self, event: QShowEvent) -> None:
        """Fields know how high they are only once they are seen."""
        super().showEvent(event)
        self.pasted.fit()
        self._room.start(0)

    def choose_file(self) -> None:
        """Read a table of a file."""
        kinds = self.context.tr("Tables") + " (*.xlsx *.xlsm *.csv *.tsv *.txt)"
        path = choosers.name_to_open(self, self.context.tr("Measured values from a file"), "", kinds)
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Show the series a file holds; a file that cannot be read is named in one sentence."""
        wanted = path, self.context.texts.language, date.today()
        if not is_quick(path):
            refused = UserError(N_("“{name}” was not read: it took too much memory or time."), name=path.name)
            task = BoundedTask(_BOUNDS, refused, series_in, *wanted)
            self._runner.run(task, lambda found: self._read(path, found), self._failed)
            return
        try:
            found = series_in(*wanted)
        except UserError as problem:
            self._failed(problem)
        else:
            self._read(path, found)

    def _read(self, path: Path, found: tuple[ReadSeries, ...]) -> None:
        self.source.setText(self.source.text() or path.name)
        self._show(found)

    def _failed(self, problem: UserError | TaskFailed) -> None:
        said = problem if isinstance(problem, UserError) else UserError(N_("The file cannot be read."))
        self.found.setText(sentence(said, self.context.texts))
        self.fit()

    def apply(self) -> None:
        """Take the series shown."""
        chosen = self._chosen()
        if chosen is None or not chosen.values:
            return
        with self.context.session.transaction(ENTER) as draft:
            enter_measured_values(draft, self.target, chosen.values, source=self.source.text().strip())
        said = self.context.texts.trn("{n} measured value entered.", "{n} measured values entered.",
                                      len(chosen.values))  # fmt: skip
        self.pasted.clear()
        self._show(())
        self.found.setText(said)

    def _values(self) -> RecordList:
        context = self.context

        def title(record: Record) -> str:
            if not isinstance(record, MeasuredValue):
                return ""
            about = context.document.find(record.target)
            value = measured_text(record.value, about, context.texts) if (
                record.value is not None and isinstance(about, Target)) else context.tr("no value yet")  # fmt: skip
            day = context.texts.date(record.day) if record.day else context.tr("no day yet")
            return f"{day}: {value}"

        def find(target: Id) -> list[MeasuredValue]:
            known = context.document.having(MeasuredValue, "target", target)
            return sorted(known, key=lambda v: (v.day or date.max, v.id), reverse=True)

        def add(draft: Draft, target: Id, _: str) -> None:
            add_measured_value(draft, target, day=date.today())

        details = ("day", "value", "cases", "source", "evidence")
        listed = ListKind(MeasuredValue, "", details, title=title,
                          summary=lambda r: r.source if isinstance(r, MeasuredValue) else "")  # fmt: skip
        adder = Adder(N_("+ Measured value"), N_("Add a measured value"), add, asks=False)
        made = RecordList(context, listed, find, [adder])
        made.show_record(self.target)
        return made

    def _pasted(self) -> None:
        text = self.pasted.toPlainText()
        self._show(read_series(cells(text), self.context.texts, date.today()) if text.strip() else ())

    def _show(self, found: tuple[ReadSeries, ...]) -> None:
        self.read = found
        blocked = self.which.blockSignals(True)
        self.which.clear()
        for n, one in enumerate(found):
            name = one.label or self.context.tr("Row {row}", row=n + 1)
            self.which.addItem(name, n)
        self.which.setCurrentIndex(self._likely())
        self.which.blockSignals(blocked)
        self.which.setVisible(len(found) > 1)
        self._tell()
        self.fit()

    def _likely(self) -> int:
        """The row that is called like the figure, else the first one."""
        name = sought(figure_label(self.context.document.get(Target, self.target), self.context.texts))
        likely = (n for n, one in enumerate(self.read) if name and says(one.label, name))
        return next(likely, 0 if self.read else -1)

    def _chosen(self) -> ReadSeries | None:
        at = self.which.currentIndex()
        return self.read[at] if 0 <= at < len(self.read) else None

    def _tell(self) -> None:
        """What would be taken, and what would not."""
        chosen, texts = self._chosen(), self.context.texts
        self.take.setEnabled(chosen is not None and bool(chosen.values) and not self.context.session.read_only)
        if chosen is None:
            empty = not self.pasted.toPlainText().strip()
            self.found.setText("" if empty else texts.tr("No months or days were found in the headings."))
            self.found.setVisible(bool(self.found.text()))
            return
        days = sorted(chosen.values)
        said = texts.trn("{n} value", "{n} values", len(days))
        if days:
            said += f", {texts.date(days[0])} – {texts.date(days[-1])}"
        if chosen.left_out:
            named = ", ".join(texts.quoted(cell) for cell in chosen.left_out[:_MOST_NAMED])
            said += "; " + texts.trn("{n} cell is not a number and is left out: {cells}",
                                     "{n} cells are not numbers and are left out: {cells}", len(chosen.left_out),
                                     cells=named)  # fmt: skip
        self.found.setText(said)
        self.found.show()


class MeasuredValues(QWidget):
    """A line for each target of a measure that is judged by measured values, and the way to enter them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.measure: Id | None = None
        self.lines: dict[Id, ValuesLine] = {}
        self._box = column(self, spacing=4)
        context.bridge.changed.connect(self._follow)

    def show_record(self, measure: Id | None) -> None:
        """Show the targets of this measure; lines that stay are kept, one of them may have its sheet open."""
        self.measure = measure
        wanted = own_targets(self.context.document, measure) if measure in self.context.document and measure else []
        for gone in self.lines.keys() - {target.id for target in wanted}:
            line = self.lines.pop(gone)
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        for target in wanted:
            if target.id not in self.lines:
                self.lines[target.id] = ValuesLine(self.context, target.id)
                self._box.addWidget(self.lines[target.id])
            self.lines[target.id].show_target(target)
        parent = self.parentWidget()
        if parent is not None:
            parent.setVisible(bool(wanted))

    def _follow(self, changes: ChangeSet) -> None:
        if changes.touches(Measure, Target, MeasuredValue):
            self.show_record(self.measure)


class ValuesLine(QWidget):
    """What is known of one target's values, and the button that opens them."""

    def __init__(self, context: Context, target: Id) -> None:
        super().__init__()
        self.context, self.target = context, target
        self.said = label("", wrap=True)
        self.opener = button(context.tr("Enter …"), self.open, "link")
        row(self, self.said, self.opener).setStretch(0, 1)

    def show_target(self, target: Target) -> None:
        """Say how many values there are, and the newest."""
        texts = self.context.texts
        name = figure_label(target, texts) or texts.tr("Target")
        self.said.setText(f"{name}: {values_line(self.context.document, target, texts)}")
        self.opener.setAccessibleName(texts.tr("Measured values: {figure}", figure=name))

    def open(self) -> ValuesSheet:
        """The sheet of its target."""
        sheet = ValuesSheet(self.context, self.opener, self.target)
        sheet.open_below(sheet.pasted)
        return sheet
