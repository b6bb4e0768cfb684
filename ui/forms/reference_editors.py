"""Editors for references: one record, or several as chips; new ones can be made by their name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from cxstudio.look.roles import Role
from cxstudio.model import BY_NAME, Channel, Document, Id, Journey, Ordered, Record, Round, Stage, Touchpoint
from cxstudio.model.known_channels import icon_of
from cxstudio.store import Draft
from cxstudio.wording.fields.field_table import Field
from ui.context.context import Context
from ui.forms.choice_editors import NOT_GIVEN
from ui.forms.field_editor import FieldEditor
from ui.forms.link_choices import channels_to_make, choice_of, choices_of
from ui.forms.record_picker import MAKERS, Choice, Picker
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column
from ui.widgets.elided_button import elided_button
from ui.widgets.fitting.wrapping_row import FlowBox


def fitting(
    document: Document, field: Field, kind: type[Record], record_id: Id | None, journey: Id | None
) -> Sequence[Record]:
    """Records of a kind that make sense in a field: those of the same journey where there is one."""
    record = document.find(record_id)
    if field.name == "counterpart" and isinstance(record, Touchpoint):
        mine = document.journey_of(record)
        others = [j.id for j in document.all(Journey) if j.id != mine.id]
        wanted = [mine.derived_from] if mine.derived_from else others
        return [t for j in wanted for t in document.journey_touchpoints(j)]
    if field.name == "counterpart" and isinstance(record, Stage):
        origin = document.get(Journey, record.journey).derived_from
        return document.stages(origin) if origin else [s for s in document.all(Stage) if s.journey != record.journey]
    if isinstance(record, Touchpoint):
        journey = document.journey_of(record).id
    if kind is Touchpoint and journey:
        return document.journey_touchpoints(journey)
    if kind is Stage and journey:
        return document.stages(journey)
    if kind is Round and isinstance(record, Journey):
        return document.having(Round, "journey", record.id)
    return document.all(kind)


class _Referring(FieldEditor):
    """What both have in common: a value that is changed by picking."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self._value: Any = None
        self._new = ""

    def read(self) -> Any:
        return self._value

    @property
    def touched(self) -> bool:
        return bool(self._value != self.shown)

    @property
    def maker(self) -> str:
        """Kind of record that may be made by typing its name; empty where none may."""
        return next((kind for kind in self.field.refs if kind in MAKERS), "")

    def choices(self) -> list[Choice]:
        """What can be picked."""
        document, texts = self.context.document, self.context.texts
        found: list[Choice] = []
        for kind in self.field.refs:
            listed = fitting(document, self.field, BY_NAME[kind], self.record_id, self.context.selection.journey)
            made = choices_of(self.context, listed)
            if not issubclass(BY_NAME[kind], Ordered):
                made.sort(key=lambda choice: texts.sort_key(choice.name))
            found += made
        if Channel.__name__ in self.field.refs:
            found += channels_to_make(self.context)
        return [choice for choice in found if choice.id is None or choice.id != self.record_id]

    @property
    def creates(self) -> bool:
        return bool(self._new)

    def prepared(self, draft: Draft) -> Any:
        """The value, with the record made whose name was typed."""
        if self._new:
            self._value = self.joined(MAKERS[self.maker](draft, self._new))
            self._new = ""
        return self._value

    def joined(self, record_id: Id) -> Any:
        """The value with one more record."""
        raise NotImplementedError

    def name_new(self, name: str) -> None:
        """Refer to a record that does not exist yet."""
        self._new = name
        self.finished.emit()


class ReferenceEditor(_Referring):
    """One record, chosen from a list that opens below."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self.opener = elided_button("", "select")
        self.opener.setAccessibleName(self.name)
        self.opener.clicked.connect(lambda *_: self.open_picker())
        self.opener.setIcon(context.theme.icon("arrow_down"))
        self.opener.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.opener.setIconSize(QSize(12, 12))
        self.setFocusProxy(self.opener)
        column(self, self.opener)

    def open_picker(self) -> Picker:
        """Show what can be picked."""
        picker = Picker(
            self.context,
            self.opener,
            self.choices(),
            name=self.name,
            can_make=bool(self.maker),
            can_clear=self.field.nullable,
        )
        picker.picked.connect(self._take)
        picker.named.connect(self.name_new)
        picker.open_below(picker.line)
        return picker

    def joined(self, record_id: Id) -> Any:
        return record_id

    def _take(self, value: Id | None) -> None:
        self._value = value
        self.finished.emit()

    def _display(self, value: Any) -> None:
        self._value = value
        record = self.context.document.find(value)
        name = choice_of(self.context, record).name if record is not None else ""
        self.opener.setText(name or NOT_GIVEN)
        set_tooltip(self.opener, name)
        self.opener.setAccessibleName(f"{self.name}: {name or NOT_GIVEN}")


class ReferencesEditor(_Referring):
    """Several records, each a chip that can be taken away; "+" opens the list of the rest."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__(context, field)
        self.row = FlowBox(gap=4)
        self.row.setAccessibleName(self.name)
        column(self, self.row)
        self.adder = self._adder()

    def chips(self) -> list[QPushButton]:
        """The chips of the records referred to."""
        items = [self.row.flow.itemAt(i) for i in range(self.row.flow.count() - 1)]
        return [w for item in items if item and isinstance(w := item.widget(), QPushButton)]

    def open_picker(self) -> Picker:
        """Show what can be added."""
        rest = [choice for choice in self.choices() if choice.id not in (self._value or ())]
        picker = Picker(self.context, self.adder, rest, name=self.name, can_make=bool(self.maker))
        picker.picked.connect(self._add)
        picker.named.connect(self.name_new)
        picker.open_below(picker.line)
        return picker

    def joined(self, record_id: Id) -> Any:
        return self._value if record_id in self._value else (*self._value, record_id)

    def _add(self, record_id: Id | None) -> None:
        if record_id is not None and record_id not in self._value:
            self._value = (*self._value, record_id)
            self.finished.emit()

    def _remove(self, record_id: Id, *_: bool) -> None:
        self._value = tuple(i for i in self._value if i != record_id)
        self.finished.emit()

    def _adder(self) -> QPushButton:
        text = self.context.tr("+ Add")
        return button(text, self.open_picker, "add", name=self.context.tr("Add to {field}", field=self.name))

    def _display(self, value: Any) -> None:
        self._value = tuple(value or ())
        focused = self.adder.hasFocus()
        self.row.flow.clear()
        for record_id in self._value:
            record = self.context.document.find(record_id)
            name = choice_of(self.context, record).name if record is not None else NOT_GIVEN
            chip = elided_button(name, "tag", ending="  ×")
            chip.clicked.connect(partial(self._remove, record_id))
            chip.setProperty("on", "true")
            if isinstance(record, Channel):
                chip.setIcon(self.context.theme.icon(icon_of(record), Role.ACCENT))
                chip.setIconSize(QSize(14, 14))
            chip.setAccessibleName(self.context.tr("Remove {name}", name=name))
            set_tooltip(chip, self.context.tr("Remove {name}", name=name))
            self.row.flow.addWidget(chip)
        self.adder = self._adder()
        self.row.flow.addWidget(self.adder)
        if focused:
            self.adder.setFocus()
        self.row.updateGeometry()
