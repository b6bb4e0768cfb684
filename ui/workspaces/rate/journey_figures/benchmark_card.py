"""Values from elsewhere, as a list to edit."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from cxstudio.analysis.journey_figures.benchmark_values import Compared
from cxstudio.model import Id
from cxstudio.wording.fields.record_names import name_of
from cxstudio.wording.figures.loyalty_sentences import benchmark_words
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.elided_button import elided_button
from ui.workspaces.rate.journey_figures.benchmark_sheet import BenchmarkSheet

_INSET = 11
"""Pixels by which the words of a line that can be pressed stand in from its edge."""


class BenchmarkCard(QFrame):
    """Every benchmark as a line that opens its sheet, and a button for one more."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._journey: Id | None = None
        self.setProperty("kind", "card")
        tr = context.tr
        self.add = button(tr("+ Benchmark"), self.open_new, "add")
        self.add.setEnabled(not context.session.read_only)
        self.note = label(
            tr("External values, always with source and year; drawn as a line next to our figure."),
            "small",
            wrap=True,
        )
        self._list = column(None, spacing=0)
        title, foot = label(tr("Benchmarks"), "strong"), row(None, self.add, -1)
        for words in (title, self.note, foot):
            words.setContentsMargins(_INSET, 0, _INSET, 0)
        box = column(self, title, self.note, spacing=6)
        box.setContentsMargins(16 - _INSET, 12, 16 - _INSET, 10)
        box.addLayout(self._list)
        box.addLayout(foot)

    def show_benchmarks(self, journey: Id, compared: tuple[Compared, ...]) -> None:
        """List them: those of the journey first, then those of its touchpoints."""
        self._journey = journey
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        texts, document = self.context.texts, self.context.document
        for one in compared:
            about = "" if one.about == journey else name_of(document, one.about, texts) + " · "
            text = about + benchmark_words(one, texts)
            line = elided_button(text, "row")
            line.setAccessibleName(text)
            set_tooltip(line, text)
            line.setEnabled(not self.context.session.read_only)
            line.clicked.connect(lambda _=False, i=one.benchmark, w=line: self.open_one(i, w))
            self._list.addWidget(line)

    def open_new(self) -> BenchmarkSheet | None:
        """Enter one more."""
        return self._open(None, self.add)

    def open_one(self, benchmark: Id, anchor: QWidget) -> BenchmarkSheet | None:
        """Change one."""
        return self._open(benchmark, anchor)

    def _open(self, benchmark: Id | None, anchor: QWidget) -> BenchmarkSheet | None:
        if self._journey is None:
            return None
        sheet = BenchmarkSheet(self.context, anchor, self._journey, benchmark)
        sheet.open_below(sheet.value if benchmark is not None else sheet.about)
        return sheet
