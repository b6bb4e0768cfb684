"""Editors for choosing: from a list, from a few in view, any number of chips, yes or no, points, weight."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QSizePolicy

from cxstudio.wording.fields.cell_values import choice_text
from cxstudio.wording.fields.field_table import Editor, Field
from ui.context.context import Context
from ui.forms.field_editor import FieldEditor
from ui.theme.plain_texts import PlainCheckBox, set_tooltip
from ui.widgets.basics import button, column
from ui.widgets.fitting.wrapping_row import FlowBox
from ui.widgets.segmented_choice import Segments

NOT_GIVEN = "–"


class CalmCombo(QComboBox):
    """A combo box the wheel does not change while somebody scrolls past."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceEditor(FieldEditor):
    """One of the choices from a list; an entry for "not given" where the field may be empty."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self.combo = CalmCombo()
        self.combo.setAccessibleName(self.name)
        self.setFocusProxy(self.combo)
        if field.nullable:
            self.combo.addItem(NOT_GIVEN, None)
        for member in field.choices:
            self.combo.addItem(choice_text(context.texts, member), member.value)
        column(self, self.combo)
        self.combo.activated.connect(lambda *_: self.finished.emit())

    def read(self) -> Any:
        return _member(self.field, self.combo.currentData())

    @property
    def touched(self) -> bool:
        return bool(self.read() != self.shown)

    def _display(self, value: Any) -> None:
        self.combo.setCurrentIndex(self.combo.findData(None if value is None else value.value))


class SegmentsEditor(FieldEditor):
    """One of a few choices, all in view; clicking the chosen one takes it back where the field may be empty."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        choices = [(m.value, choice_text(context.texts, m)) for m in field.choices]
        self.segments = Segments(choices, self.name, can_clear=field.nullable)
        self.segments.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        column(self, self.segments)
        self.segments.chosen.connect(lambda _: self.finished.emit())

    def read(self) -> Any:
        return _member(self.field, self.segments.value)

    @property
    def touched(self) -> bool:
        return bool(self.read() != self.shown)

    def _display(self, value: Any) -> None:
        self.segments.set_value(None if value is None else value.value)


class PointsEditor(FieldEditor):
    """1 to 7, all in view."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        low, high = int(field.lowest or 1), int(field.highest or 7)
        self.segments = Segments([(n, str(n)) for n in range(low, high + 1)], self.name, can_clear=field.nullable)
        self.segments.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        column(self, self.segments)
        self.segments.chosen.connect(lambda _: self.finished.emit())

    def read(self) -> Any:
        return self.segments.value

    @property
    def touched(self) -> bool:
        return bool(self.read() != self.shown)

    def _display(self, value: Any) -> None:
        self.segments.set_value(value)


class MaybeEditor(FieldEditor):
    """Yes, no, or not known."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self.segments = Segments([(True, context.tr("Yes")), (False, context.tr("No"))], self.name, can_clear=True)
        self.segments.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        column(self, self.segments)
        self.segments.chosen.connect(lambda _: self.finished.emit())

    def read(self) -> Any:
        return self.segments.value

    def _display(self, value: Any) -> None:
        self.segments.set_value(value)


class ChipsEditor(FieldEditor):
    """Any number of the choices, each a chip."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        flow = FlowBox(gap=4)
        flow.setAccessibleName(self.name)
        self.chips: list[tuple[StrEnum, QPushButton]] = []
        for member in field.choices:
            chip = button("", kind="tag", name=f"{self.name}: {choice_text(context.texts, member)}")
            chip.setCheckable(True)
            chip.toggled.connect(lambda on, c=chip, m=member: c.setText(self._chip_text(m, on)))
            chip.setText(self._chip_text(member, False))
            chip.clicked.connect(lambda *_: self.finished.emit())
            flow.flow.addWidget(chip)
            self.chips.append((member, chip))
        column(self, flow)

    def read(self) -> Any:
        return tuple(member for member, chip in self.chips if chip.isChecked())

    @property
    def touched(self) -> bool:
        return set(self.read()) != set(self.shown or ())

    def _chip_text(self, member: StrEnum, on: bool) -> str:
        text = choice_text(self.context.texts, member)
        return f"✓ {text}" if on else text

    def _display(self, value: Any) -> None:
        for member, chip in self.chips:
            chip.setChecked(member in value)


class YesNoEditor(FieldEditor):
    """A box to tick; it says the field's name itself."""

    has_label = True

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self.box = PlainCheckBox(self.name)
        set_tooltip(self.box, context.tr(field.help))
        self.setFocusProxy(self.box)
        column(self, self.box)
        self.box.clicked.connect(lambda *_: self.finished.emit())

    def read(self) -> Any:
        return self.box.isChecked()

    @property
    def touched(self) -> bool:
        """A box neither ticked nor empty stands for several that differ: nobody has said anything."""
        undecided = self.box.checkState() is Qt.CheckState.PartiallyChecked
        return not undecided and bool(self.read() != self.shown)

    def _display(self, value: Any) -> None:
        self.box.setChecked(bool(value))


def _member(field: Field, value: Any) -> Any:
    if value is None:
        return None
    return next(m for m in field.choices if m.value == value)


CHOOSING = {
    Editor.CHOICE: ChoiceEditor,
    Editor.SEGMENTS: SegmentsEditor,
    Editor.CHOICES: ChipsEditor,
    Editor.YES_NO: YesNoEditor,
    Editor.MAYBE: MaybeEditor,
    Editor.POINTS: PointsEditor,
}
