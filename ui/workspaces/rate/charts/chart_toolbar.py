"""The row above a chart: its variants, picture or list, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from cxstudio.analysis.statistics.method_options import options_of
from cxstudio.model import ReportSettings
from cxstudio.store import ChangeSet
from cxstudio.wording.explanations.chart_explanations import explain_chart
from ui.context.context import Context
from ui.forms.choice_editors import CalmCombo
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.fitting.fitting_bar import Fitting, FoldingSegments
from ui.widgets.menus import open_below
from ui.widgets.popup_sheet import Overlay
from ui.workspaces.rate.charts.chart_commands import SAVING
from ui.workspaces.rate.charts.chart_export import HandingOn, ShownChart

_HEIGHT, _WHY_WIDTH = 52, 400
_FEW = 2
"""Variants up to which all are in view."""


class Tools(QWidget):
    """Everything in it is a command of its own, also without the mouse."""

    chosen = Signal(str)
    """Another variant."""
    listed = Signal(bool)
    """The figures as a list, or as a picture again."""

    def __init__(self, context: Context, shown: ShownChart) -> None:
        super().__init__()
        self.context, self.shown = context, shown
        self.hands = HandingOn(context, shown, self, lambda: self.list_wanted, self.explain)
        tr = context.tr
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)
        self.variants: FoldingSegments | CalmCombo | None = None
        self._variants_box = row(None, spacing=0)
        self.form = FoldingSegments(((False, tr("Chart")), (True, tr("List"))), tr("Chart or list"))
        self.form.set_value(False)
        self.form.chosen.connect(lambda wanted: self.listed.emit(bool(wanted)))
        self.why = button(tr("Why?"), self.explain, "link", name=tr("How this chart is made"))
        self.copy = self._command("pictures.copy", tr("Copy"))
        self.save = button(tr("Save") + "  ▾", self._open_save_menu, name=tr("Save the chart"))
        self.report = self._command("pictures.to_report", "")
        self.report.setCheckable(True)
        box = row(self, spacing=8)
        box.setContentsMargins(24, 8, 16, 8)
        box.addLayout(self._variants_box)
        for part in (self.form, self.why):
            box.addWidget(part)
        box.addStretch(1)
        for each in (self.copy, self.save, self.report):
            box.addWidget(each)
        self._fitting = Fitting(self, box)
        self._fitting.add(
            lambda less: self._say_less(self.copy, "copy", tr("Copy"), less),
            lambda less: self._say_less(self.save, "save", tr("Save") + "  ▾", less),
            lambda less: self._say_less(self.report, "", self._report_words, less),
            self.form.fold,
            self._fold_variants,
            lambda less: self.why.setVisible(not less),
            self.form.tighten,
            self._tighten_variants,
        )
        self._fitting.fold_into_menu(tr("More"), self.save, self.copy, self.report)
        context.bridge.changed.connect(self._changed)

    def _say_less(self, part: QPushButton, icon: str, words: str, less: bool) -> None:
        """A button as its sign alone, or in words."""
        part.setText("" if less else words)
        if icon:
            part.setIcon(self.context.theme.icon(icon) if less else QIcon())

    def _fold_variants(self, on: bool) -> None:
        if isinstance(self.variants, FoldingSegments):
            self.variants.fold(on)

    def _tighten_variants(self, on: bool) -> None:
        if isinstance(self.variants, FoldingSegments):
            self.variants.tighten(on)

    @property
    def _report_words(self) -> str:
        tr = self.context.tr
        return tr("In the report") if self.hands.printed else tr("Add to report")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.fit()

    @property
    def list_wanted(self) -> bool:
        """Whether the figures are shown as a list."""
        return self.form.value is True

    def show_chart(self) -> None:
        """Offer the variants of the panel's chart."""
        old = self.variants
        choices = [(value, self.context.tr(text)) for value, text in self.shown.chart_row.choices]
        self.variants = self._make_variants(choices) if choices else None
        if old is not None:
            self._variants_box.removeWidget(old)
            old.hide()
            old.deleteLater()
        if self.variants is not None:
            self._variants_box.addWidget(self.variants)
            self.variants.show()  # counted from now on, and not only once the layout has got to it
        self._fitting.fit()

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(ReportSettings):
            self.say()

    def say(self) -> None:
        """Say what can be done with the chart, and whether the report prints it."""
        told = self.shown.told is not None
        for part in (self.form, self.copy, self.save):
            part.setEnabled(told)
        printed = self.hands.printed
        self.report.setText(self._report_words)
        self.report.setChecked(printed)
        self.report.setIcon(self.context.theme.icon("check" if printed else "report"))
        self.report.setEnabled((told or printed) and not self.context.session.read_only)
        self._fitting.fit()

    def explain(self) -> Overlay | None:
        """Open how the chart comes about."""
        made = WhyChart(self.context, self.why, self.shown)
        made.open_below()
        return made

    def _make_variants(self, choices: list[tuple[str, str]]) -> FoldingSegments | CalmCombo:
        name, now = self.context.tr("What the chart shows"), self.shown.choice or choices[0][0]
        if len(choices) <= _FEW:
            made = FoldingSegments(choices, name)
            made.set_value(now)
            made.chosen.connect(lambda value: self.chosen.emit(str(value)))
            return made
        combo = CalmCombo()
        combo.setAccessibleName(name)
        combo.setMinimumWidth(150)
        for value, text in choices:
            combo.addItem(text, value)
        combo.setCurrentIndex(max(0, combo.findData(now)))
        combo.activated.connect(lambda at: self.chosen.emit(str(combo.itemData(at))))
        return combo

    def _command(self, command_id: str, text: str) -> QPushButton:
        commands = self.context.commands
        made = button(text, lambda: commands.run(command_id), name=commands.label(commands.rows[command_id]))
        set_tooltip(made, commands.tooltip(commands.rows[command_id]))
        return made

    def _open_save_menu(self) -> None:
        open_below(self.save_menu(), self.save)

    def save_menu(self) -> QMenu:
        """As a drawing or as pixels."""
        menu = QMenu(self)
        menu.addActions([self.context.commands.action(row.id) for row in SAVING])
        return menu


class WhyChart(Overlay):
    """A chart explained, with its own basis."""

    def __init__(self, context: Context, anchor: QWidget, shown: ShownChart) -> None:
        super().__init__(anchor)
        self.setFixedWidth(_WHY_WIDTH)
        told, texts = shown.told, context.texts
        numbers = "" if told is None else told.head.basis
        options = options_of(context.document)
        box = column(self, spacing=4)
        box.setContentsMargins(18, 14, 18, 16)
        title = context.tr(shown.chart_row.title)
        for at, part in enumerate(explain_chart(shown.chart_row.id, title, numbers, texts, options)):
            box.addSpacing(8 if at else 0)
            box.addWidget(label(part.title, "strong"))
            for words, kind in ((part.definition, ""), (part.numbers, "small"), (part.source, "small")):
                if words:
                    box.addWidget(label(words, kind, wrap=True))
        self.setFixedHeight(box.totalHeightForWidth(_WHY_WIDTH))
