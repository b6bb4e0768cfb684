"""The formula of the need for action, its exponents to adjust, and the threshold of the verdict."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from cxstudio.analysis.statistics.method_options import options_of
from cxstudio.edits import change_project
from cxstudio.model import Project
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import field_of
from cxstudio.wording.figures.adjusted_options import exponent, need_formula
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.calm_slider import CalmSlider
from ui.widgets.popup_sheet import Overlay

CHANGE: Final = N_("Change {field}")
USUAL_AGAIN: Final = N_("Use the usual formula")
_STEPS: Final = {"importance_exponent": 0.1, "gap_exponent": 0.1, "verdict_points": 0.25}
_WIDTH = 380


class FormulaSheet(Overlay):
    """A slider per exponent and one for the threshold. Letting go writes; the figures behind follow."""

    def __init__(self, context: Context, anchor: QWidget) -> None:
        super().__init__(anchor)
        self.context = context
        self.setFixedWidth(_WIDTH)
        self.formula = label("", "strong", wrap=True)
        self.lines = {name: AmountLine(context, name) for name in _STEPS}
        self.first = self.lines["importance_exponent"].slider
        note = label(
            context.tr(
                "The order is stable where it stays the same under other weights. Non-standard settings are shown "
                "beside the figures and in the report."
            ),
            "small",
            wrap=True,
        )
        self.usual = button(context.tr("Reset"), self.reset)
        box = column(self, label(context.tr("Formula of the need for action"), "name"), self.formula, spacing=8)
        box.setContentsMargins(18, 16, 18, 16)
        for line in self.lines.values():
            box.addWidget(line)
        box.addWidget(note)
        box.addLayout(row(None, self.usual, -1, button(context.tr("Close"), self.dismiss, "primary")))
        context.bridge.changed.connect(self._changed)
        self._show()

    def reset(self) -> None:
        """Everything as it is where nothing is adjusted."""
        usual = {name: Project.model_fields[name].default for name in _STEPS}
        with self.context.session.transaction(USUAL_AGAIN) as draft:
            change_project(draft, **usual)

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(Project) and self.isVisible():
            self._show()

    def _show(self) -> None:
        self.formula.setText(need_formula(options_of(self.context.document), self.context.texts))
        for line in self.lines.values():
            line.refresh()
        self.usual.setEnabled(any(not line.usual for line in self.lines.values()))


class AmountLine(QWidget):
    """One number of the project between its limits: name, value, slider."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self.context, self.name = context, name
        self.field = field_of(Project, name)
        self._step = _STEPS[name]
        self.value = label("", "strong")
        self.slider = CalmSlider()
        self.slider.setAccessibleName(context.tr(self.field.label))
        low, high = self.field.lowest or 0, self.field.highest or 0
        self.slider.setRange(round(low / self._step), round(high / self._step))
        self.slider.setPageStep(5)
        self.slider.setTracking(False)
        self.slider.sliderMoved.connect(lambda at: self.value.setText(self._words(at * self._step)))
        self.slider.valueChanged.connect(self._write)
        set_tooltip(self, context.tr(self.field.help))
        caption = label(context.tr(self.field.label), "field")
        caption.setBuddy(self.slider)
        box = column(self, spacing=0)
        box.addLayout(row(None, caption, -1, self.value))
        box.addWidget(self.slider)

    @property
    def usual(self) -> bool:
        """Whether the project has it as it is usual."""
        return bool(self._now == Project.model_fields[self.name].default)

    @property
    def _now(self) -> float:
        return float(getattr(self.context.document.project, self.name))

    def refresh(self) -> None:
        """Show what the project has."""
        self.slider.blockSignals(True)
        self.slider.setValue(round(self._now / self._step))
        self.slider.blockSignals(False)
        self.value.setText(self._words(self._now))
        self.slider.setAccessibleDescription(self.value.text())

    def _words(self, value: float) -> str:
        said = exponent(round(value, 2), self.context.texts)
        if self.name != "verdict_points":
            return said
        return self.context.tr("±{points} of 1 to 7", points=said)

    def _write(self, at: int) -> None:
        value = round(at * self._step, 2)
        if value != self._now:
            with self.context.session.transaction(CHANGE, field=self.field.label) as draft:
                change_project(draft, **{self.name: value})
