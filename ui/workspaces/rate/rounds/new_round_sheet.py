"""Small sheets to begin a round and to add a person."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cxstudio.edits import add_participant, set_fields, start_round
from cxstudio.model import Id, Journey, Participant, Persona, Round
from cxstudio.model.kinds import RoundKind, View
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import field_of
from cxstudio.wording.fields.typed_values import BadInput
from cxstudio.wording.figures.round_names import next_name
from ui.context.context import Context
from ui.forms.choice_editors import NOT_GIVEN, CalmCombo
from ui.forms.editor_factory import editor_for
from ui.forms.field_editor import FieldEditor
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.popup_sheet import Overlay
from ui.widgets.segmented_choice import Segments

SCALES = (5, 7, 10)
_WIDTH = 380


class Sheet(Overlay):
    """Fields one below the other, what does not fit, and the button that does it."""

    def __init__(self, context: Context, anchor: QWidget, title: str, done: str) -> None:
        super().__init__(anchor)
        self.context = context
        self.setFixedWidth(_WIDTH)
        self.box = column(self, label(title, "name"), spacing=6)
        self.box.setContentsMargins(18, 16, 18, 16)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.do = button(done, self.finish, "primary")
        self.editors: dict[str, FieldEditor] = {}

    def field(self, kind: type[Any], name: str, value: Any) -> FieldEditor:
        """An editor for a field of a record that is not there yet."""
        field = field_of(kind, name)
        made = self.editors[name] = editor_for(self.context, field)
        made.show_value(value)
        set_tooltip(made, self.context.tr(field.help))
        self.named(self.context.tr(field.label), made)
        return made

    def named(self, name: str, *parts: QWidget) -> None:
        """A name and what is below it."""
        caption = label(name, "field")
        caption.setBuddy(parts[0])
        self.box.addWidget(caption)
        caption.setHidden(getattr(parts[0], "has_label", False))
        for part in parts:
            self.box.addWidget(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        else:
            super().keyPressEvent(event)

    def close_with(self, buttons: QHBoxLayout) -> None:
        """Put the buttons below everything."""
        self.box.addWidget(self.error)
        self.box.addSpacing(6)
        self.box.addLayout(buttons)

    def finish(self) -> None:
        """Do it, or say what does not fit."""
        try:
            values = {name: editor.read() for name, editor in self.editors.items()}
        except BadInput as problem:
            self.error.setText(str(problem))
            self.error.show()
            self.adjustSize()
            return
        self.dismiss()
        self.keep(values)

    def keep(self, values: dict[str, Any]) -> None:
        """Write what was entered."""
        raise NotImplementedError


class NewRound(Sheet):
    """Everything that cannot be changed in mid-round is asked before it begins."""

    command = "rate.new_round"

    def __init__(self, context: Context, anchor: QWidget, journey: Id) -> None:
        super().__init__(context, anchor, context.tr("New round"), context.tr("Start the round"))
        self._journey = journey
        about = context.document.get(Journey, journey)
        self.field(Round, "title", next_name(context.document, journey, context.texts))
        self.field(Round, "kind", RoundKind.DISCUSSION)
        self.field(Round, "view", View.EMPLOYEES)
        self.persona = CalmCombo()
        self.persona.setAccessibleName(context.tr("Persona"))
        self.persona.addItem(NOT_GIVEN, None)
        for persona in context.document.all(Persona):
            self.persona.addItem(persona.name, persona.id)
        self.persona.setCurrentIndex(max(0, self.persona.findData(about.personas[0] if about.personas else None)))
        self.named(context.tr("Persona"), self.persona)
        self.field(Round, "day", date.today())
        self.scale = Segments(tuple((n, f"1–{n}") for n in SCALES), context.tr("Points of the scale"))
        wanted = context.document.project.scale
        self.scale.set_value(wanted if wanted in SCALES else 7)
        holder = QWidget()
        row(holder, self.scale, -1)
        self.named(context.tr("Scale"), holder)
        self.field(Round, "minimum_group", 5)
        self.field(Round, "single_answers", False)
        note = label(
            context.tr("A round keeps its scale. Rounds on different scales are not compared."), "small", wrap=True
        )
        self.box.addWidget(note)
        self.close_with(row(None, -1, button(context.tr("Cancel"), self.dismiss), self.do))
        title = self.editors["title"].focusProxy()
        if isinstance(title, QLineEdit):
            title.selectAll()

    def keep(self, values: dict[str, Any]) -> None:
        scale = self.scale.value if isinstance(self.scale.value, int) else 7
        values |= {"persona": self.persona.currentData(), "scale": scale}
        with self.context.session.transaction(N_("Start a round")) as draft:
            started = start_round(draft, self._journey, **values)
            set_fields(draft, Journey, self._journey, shown_round=started)


class NewPerson(Sheet):
    """One more voice: with a name or without, with a role or without."""

    command = "rate.new_person"

    def __init__(self, context: Context, anchor: QWidget) -> None:
        super().__init__(context, anchor, context.tr("New person"), context.tr("Add and rate"))
        self.first = self.field(Participant, "name", "")
        self.field(Participant, "role", "")
        self.field(Participant, "group", "")
        note = label(
            context.tr("Everything may stay empty. The person is then counted, not named."), "small", wrap=True
        )
        self.box.addWidget(note)
        self.close_with(row(None, -1, button(context.tr("Cancel"), self.dismiss), self.do))

    def keep(self, values: dict[str, Any]) -> None:
        with self.context.session.transaction(N_("Add a person")) as draft:
            added = add_participant(draft, **values)
        self.context.selection.clear()  # a new person begins at the top, not where the one before ended
        self.context.selection.set_voice(added)
