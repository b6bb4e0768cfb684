"""A value from elsewhere: about what, which figure, how much, and never without source and year."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QLineEdit, QWidget

from cxstudio.analysis.journey_figures.benchmark_values import SHARES
from cxstudio.edits import remove_records
from cxstudio.edits.rating.journey_figures import set_benchmark
from cxstudio.model import Benchmark, Id, Journey
from cxstudio.model.kinds import FigureKind
from cxstudio.model.questions import same_on_every_scale
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.fields.journey_names import journey_name
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.figure_sentences import ends_words
from cxstudio.wording.figures.loyalty_sentences import figure_name
from cxstudio.wording.number_parsing import parse_number
from ui.context.context import Context
from ui.forms.choice_editors import CalmCombo
from ui.widgets.basics import button, column, label, row
from ui.widgets.popup_sheet import Overlay

KEEP: Final = N_("Enter a benchmark")
REMOVE: Final = N_("Remove a benchmark")
_WIDTH = 400
_OF_TOUCHPOINT: Final = ("experience", "expectation", "delta", "emotion", "importance")
_EARLIEST: Final = 1900


class BenchmarkSheet(Overlay):
    """Writes one step; says what is missing instead of writing half of it."""

    def __init__(self, context: Context, anchor: QWidget, journey: Id, benchmark: Id | None = None) -> None:
        super().__init__(anchor)
        self.context, self.journey, self.benchmark = context, journey, benchmark
        tr = context.tr
        known = context.document.find(benchmark)
        self._known = known if isinstance(known, Benchmark) else None
        self.setFixedWidth(_WIDTH)
        self.about, self.figure = CalmCombo(), CalmCombo()
        self.value, self.source, self.year = QLineEdit(), QLineEdit(), QLineEdit()
        self.source.setPlaceholderText(tr("Study, association, own survey …"))
        self.error = label("", "error", wrap=True)
        self.error.hide()
        box = column(self, label(tr("Benchmark"), "name"), spacing=4)
        box.setContentsMargins(18, 16, 18, 16)
        for name, part in (
            (tr("Belongs to"), self.about),
            (tr("Figure"), self.figure),
            (tr("Value"), self.value),
            (tr("Source"), self.source),
            (tr("Year"), self.year),
        ):
            part.setAccessibleName(name)
            caption = label(name, "field")
            caption.setBuddy(part)
            box.addWidget(caption)
            box.addWidget(part)
        self.unit = label("", "small", wrap=True)
        box.insertWidget(box.indexOf(self.value) + 1, self.unit)
        self.remove = button(tr("Remove"), self._remove)
        done = button(tr("Done"), self.finish, "primary")
        box.addWidget(self.error)
        box.addSpacing(6)
        box.addLayout(row(None, self.remove, -1, button(tr("Cancel"), self.dismiss), done))
        self.remove.setVisible(self._known is not None)
        for line in (self.value, self.source, self.year):
            line.returnPressed.connect(self.finish)
        self._fill()

    def finish(self) -> None:
        """Write it, or say what is missing."""
        try:
            value, year, source = self._value(), self._year(), self.source.text().strip()
            if not source:
                raise ValueError(self.context.tr("Please enter where the value comes from."))
        except ValueError as problem:
            self.error.setText(str(problem))
            self.error.show()
            self.adjustSize()
            return
        about, figure = str(self.about.currentData()), str(self.figure.currentData())
        self.dismiss()
        with self.context.session.transaction(KEEP) as draft:
            set_benchmark(draft, self.benchmark, about=about, figure=figure, value=value, source=source, year=year)

    def _remove(self) -> None:
        self.dismiss()
        if self.benchmark is not None:
            with self.context.session.transaction(REMOVE) as draft:
                remove_records(draft, [self.benchmark])

    def _fill(self) -> None:
        document, texts = self.context.document, self.context.texts
        whole = journey_name(document.get(Journey, self.journey), texts)
        self.about.addItem(texts.tr("Whole journey: {title}", title=whole), self.journey)
        for touchpoint in document.journey_touchpoints(self.journey):
            self.about.addItem(touchpoint.name, touchpoint.id)
        known = self._known
        self.about.currentIndexChanged.connect(lambda *_: self._list_figures())
        if known is not None:
            self.about.setCurrentIndex(max(0, self.about.findData(known.about)))
        self._list_figures()
        self.figure.currentIndexChanged.connect(lambda *_: self._tell_unit())
        if known is not None:
            self.figure.setCurrentIndex(max(0, self.figure.findData(known.figure.strip().lower())))
            shown = known.value * 100 if self._share and known.value <= 1 else known.value
            self.value.setText(texts.number(shown, 0 if shown == int(shown) else 2).rstrip())
            self.source.setText(known.source)
        self.year.setText(str(known.year) if known is not None and known.year else str(date.today().year))
        self._tell_unit()

    def _list_figures(self) -> None:
        texts, before = self.context.texts, self.figure.currentData()
        self.figure.clear()
        if self.about.currentData() == self.journey:
            for kind in FigureKind:
                self.figure.addItem(figure_name(kind, texts), kind.value)
            self.figure.addItem(texts.tr(figure_label("overall_experience")), "overall_experience")
        else:
            for name in _OF_TOUCHPOINT:
                self.figure.addItem(capital(texts.tr(figure_label(name))), name)
        self.figure.setCurrentIndex(max(0, self.figure.findData(before)))

    @property
    def _share(self) -> bool:
        return self.figure.currentData() in {kind.value for kind in SHARES}

    def _tell_unit(self) -> None:
        figure, tr = self.figure.currentData(), self.context.tr
        said = tr("On the scale of the round.")
        if self._share:
            said = tr("In per cent, 0 to 100.")
        elif figure == FigureKind.NPS.value:
            said = tr("From −100 to +100.")
        elif same_on_every_scale(figure):
            said = tr("From {low} to {high}.", **ends_words(figure, self.context.texts))
        self.unit.setText(said)

    def _value(self) -> float:
        try:
            number = parse_number(self.value.text(), self.context.texts)
        except ValueError:
            raise ValueError(self.context.tr("Please enter a number.")) from None
        if number is None:
            raise ValueError(self.context.tr("Please enter the value."))
        if not (0 if self._share else -100) <= number <= 100:
            raise ValueError(self.context.tr("This value is not possible here."))
        return number / 100 if self._share else float(number)

    def _year(self) -> int:
        text = self.year.text().strip()
        if not text.isdecimal() or not _EARLIEST <= int(text) <= date.today().year + 1:
            raise ValueError(self.context.tr("Please enter the year the value is from."))
        return int(text)
