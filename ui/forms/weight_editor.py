"""A weight from 0 to 10 as a bar to drag."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSlider

from cxstudio.wording.fields.field_table import Field
from ui.context.context import Context
from ui.forms.choice_editors import NOT_GIVEN
from ui.forms.field_editor import FieldEditor
from ui.widgets.basics import label, row
from ui.widgets.calm_slider import CalmSlider


class WeightBar(CalmSlider):
    """A bar from 0 to 10 to drag or set by arrows and digits; committed when let go."""

    settled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setRange(0, 10)
        self.setPageStep(2)
        self.setProperty("kind", "weight")
        self.setAccessibleName(name)
        self.setMinimumWidth(60)
        self.sliderReleased.connect(self.settled)
        self.actionTriggered.connect(self._moved)

    def sizeHint(self) -> QSize:
        return QSize(120, 28)

    def _moved(self, action: int) -> None:
        if not self.isSliderDown() and action != QSlider.SliderAction.SliderMove.value:
            self.setValue(self.sliderPosition())
            self.settled.emit()


class WeightEditor(FieldEditor):
    """0 to 10 as a bar."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self.bar = WeightBar(self.name)
        self.setFocusProxy(self.bar)
        self.number = label(NOT_GIVEN, "small")
        self.number.setFixedWidth(18)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row(self, self.bar, self.number, spacing=8)
        self.bar.settled.connect(self.finished)
        self.bar.valueChanged.connect(lambda n: self.number.setText(str(n)))

    def read(self) -> Any:
        return self.bar.value()

    @property
    def touched(self) -> bool:
        return self.shown is not None and self.bar.value() != self.shown

    def _display(self, value: Any) -> None:
        self.bar.setValue(value or 0)
        self.number.setText(NOT_GIVEN if value is None else str(value))
