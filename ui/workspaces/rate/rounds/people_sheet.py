"""Everybody who rates: names, roles and groups in place, one more, one fewer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from cxstudio.edits import add_participant, answers_of, forget_person, remove_records, set_fields
from cxstudio.model import Id, Participant
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import field_of
from ui.context.context import Context
from ui.forms.record_row import tool
from ui.forms.text_boxes import Line
from ui.widgets.basics import button, column, label, row
from ui.widgets.popup_sheet import Overlay
from ui.widgets.vertical_scroll_area import VerticalScrollArea

_WIDTH = 600
_HEIGHT, _LEAST_HEIGHT, _AROUND = 420, 70, 170
"""Pixels the list has at most and at least, and what else stands in the window's height."""
_FIELDS: Final = ("name", "role", "group")
CHANGE: Final = N_("Change {field}")
ADD: Final = N_("Add a person")
REMOVE: Final = N_("Remove a person with all answers")
FORGET: Final = N_("Delete personal details")


class PeopleSheet(Overlay):
    """One line per person; every change is one step that can be undone."""

    command = "rate.people"

    def __init__(self, context: Context, anchor: QWidget) -> None:
        super().__init__(anchor)
        self.context = context
        self.rows: dict[Id, PersonRow] = {}
        self.setFixedWidth(_WIDTH)
        tr = context.tr
        self.setAccessibleName(tr("People who rate"))
        self._list = column(None, spacing=4)
        inside = QWidget()
        box = column(inside, spacing=4)
        box.addLayout(self._list)
        box.addStretch(1)
        self.area = VerticalScrollArea(inside, by_keys=True)
        self.nobody = label(tr("Nobody yet. People may stay without a name: they are counted, not named."), "muted",
                            wrap=True)  # fmt: skip
        self.adder = button(tr("+ Person"), self.add, "add")
        self.adder.setEnabled(not context.session.read_only)
        heads = [label(tr(field_of(Participant, name).label), "field") for name in _FIELDS]
        self._heads = QWidget()
        top = row(self._heads, 28, *heads, 132, spacing=6)
        for head in heads:
            top.setStretch(top.indexOf(head), 1)
        note = label(tr("Groups under the round’s minimum are not broken down."), "small", wrap=True)
        whole = column(self, label(tr("Participants"), "name"), self._heads, self.nobody, self.area, note, spacing=6)
        whole.setContentsMargins(18, 16, 18, 16)
        whole.addLayout(row(None, self.adder, -1, button(tr("Close"), self.dismiss, "primary")))
        context.bridge.changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Make the lines fit the document, keeping those that stay."""
        people = self.context.document.all(Participant)
        for gone in [i for i in self.rows if i not in self.context.document]:
            line = self.rows.pop(gone)
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        for at, person in enumerate(people):
            line = self.rows.get(person.id) or self._row(person.id)
            self.rows[person.id] = line
            if self._list.indexOf(line) != at:
                self._list.insertWidget(at, line)
            line.refresh(at + 1)
        self.nobody.setVisible(not people)
        self._heads.setVisible(bool(people))
        self.fit()

    def fit(self) -> None:
        """As high as the lines need, up to a limit."""
        inside = self.area.widget()
        assert inside is not None
        inside.adjustSize()
        most = max(_LEAST_HEIGHT, min(_HEIGHT, self._window.height() - _AROUND))
        self.area.setFixedHeight(min(most, inside.sizeHint().height() + 2) if self.rows else 0)
        self.adjustSize()

    def _row(self, person: Id) -> PersonRow:
        made = PersonRow(self.context, person)
        made.grown.connect(self.fit)
        return made

    def add(self) -> None:
        """One more person; the cursor waits for a name."""
        with self.context.session.transaction(ADD) as draft:
            added = add_participant(draft)
        self.rows[added].boxes["name"].setFocus()
        self.area.ensureWidgetVisible(self.rows[added])

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(Participant) and self.isVisible():
            self.refresh()


class PersonRow(QWidget):
    """Number, three boxes, how many answers, and what removing means."""

    grown = Signal()
    """It needs more room, or less."""

    def __init__(self, context: Context, person: Id) -> None:
        super().__init__()
        self.context, self.person = context, person
        tr = context.tr
        self.number = label("", "small")
        self.number.setFixedWidth(22)
        self.boxes = {name: Line() for name in _FIELDS}
        for name, box in self.boxes.items():
            box.setMinimumWidth(60)
            box.returnPressed.connect(lambda n=name: self._write(n))
            box.left.connect(lambda n=name: self._write(n))
            box.escaped.connect(self.show_record)
        self.answers = label("", "small")
        self.answers.setFixedWidth(92)
        self.answers.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.remover = tool(context, "close", tr("Remove"), self.ask)
        line = row(None, self.number, *self.boxes.values(), self.answers, self.remover, spacing=6)
        for box in self.boxes.values():
            line.setStretch(line.indexOf(box), 1)
        self.question = QWidget()
        self.said = label("", "small", wrap=True)
        self.keep = button(tr("Keep the answers"), self.forget)
        self.drop = button(tr("Remove with the answers"), self.remove)
        self.ways = QWidget()
        offered = column(self.ways, spacing=4)
        offered.addLayout(row(None, self.keep, self.drop, button(tr("Cancel"), self._calm, "ghost"), -1))
        self.for_good = button(tr("Delete for good …"), self.ask_for_good, "link")
        offered.addLayout(row(None, self.for_good, -1))
        self.last = QWidget()
        self.erase = button(tr("Delete for good"), self.erase_person)
        row(self.last, self.erase, button(tr("Cancel"), self._calm, "ghost"), -1)
        asked = column(self.question, self.said, self.ways, self.last, spacing=4)
        asked.setContentsMargins(28, 2, 34, 8)
        self.question.hide()
        box_ = column(self, spacing=0)
        box_.addLayout(line)
        box_.addWidget(self.question)
        self.setEnabled(not context.session.read_only)

    def refresh(self, number: int) -> None:
        """Show the person as they stand."""
        self.number.setText(self.context.texts.number(number))
        self._call(self.context.texts.number(number))
        n = answers_of(self.context.document, self.person)
        self.answers.setText(self.context.texts.trn("{n} answer", "{n} answers", n) if n else "–")
        self.show_record()

    def _call(self, number: str) -> None:
        """Whose boxes and button these are, for those who hear them one by one."""
        tr = self.context.tr
        person = tr("Person {number}", number=number)
        for name, box in self.boxes.items():
            said = tr(field_of(Participant, name).label)
            box.setAccessibleName(f"{said}: {person}")
        remove = tr("Remove")
        self.remover.setAccessibleName(f"{remove}: {person}")

    def show_record(self) -> None:
        """Show name, role and group."""
        person = self.context.document.get(Participant, self.person)
        for name, box in self.boxes.items():
            if not (box.hasFocus() and box.isModified()):
                box.put(getattr(person, name))

    def ask(self) -> None:
        """Remove at once of whom nothing is known; else say first what happens to it."""
        n = answers_of(self.context.document, self.person)
        if not n and not any(box.text() for box in self.boxes.values()):
            self.remove()
            return
        texts = self.context.texts
        answered = texts.trn(
            "{n} answer belongs to this person. Without it, means and ranks change.",
            "{n} answers belong to this person. Without them, means and ranks change.",
            n,
        )
        self.said.setText(answered if n else texts.tr("This person has not answered. Undo brings them back."))
        self.drop.setText(texts.tr("Remove with the answers") if n else texts.tr("Remove"))
        self.keep.setVisible(bool(n))
        self._show_question(self.keep if n else self.drop)

    def ask_for_good(self) -> None:
        """Say what it takes to delete somebody so that nothing of them is left."""
        tr = self.context.tr
        whole = tr(
            "Deletes the person and all their answers also from the history, the earlier versions and the unsaved "
            "work of this project. This cannot be undone. Files you passed on stay as they are."
        )
        saves = tr("The project is saved.") if self.context.session.path is not None else ""
        self.said.setText(f"{whole} {saves}".rstrip())
        self._show_question(self.erase)

    def _show_question(self, first: QWidget) -> None:
        self.ways.setVisible(first is not self.erase)
        self.last.setVisible(first is self.erase)
        self.question.show()
        self.grown.emit()
        first.setFocus()

    def _calm(self) -> None:
        self.question.hide()
        self.grown.emit()

    def forget(self) -> None:
        """Take the name, keep the answers."""
        self._calm()
        with self.context.session.transaction(FORGET) as draft:
            forget_person(draft, self.person)

    def remove(self) -> None:
        """Remove the person and every answer they gave."""
        with self.context.session.transaction(REMOVE) as draft:
            remove_records(draft, [self.person])

    def erase_person(self) -> None:
        """Delete the person wherever this program has written of them; said only once it is done."""
        self._calm()
        context, number = self.context, self.number.text()

        def done() -> None:
            context.messages.say(context.tr("Person {number} is deleted for good.", number=number))

        context.on_disk(context.session.saver.erase_person(self.person), done)

    def _write(self, name: str) -> None:
        person = self.context.document.find(self.person)
        text = self.boxes[name].text().strip()
        if isinstance(person, Participant) and text != getattr(person, name):
            with self.context.session.transaction(CHANGE, field=field_of(Participant, name).label) as draft:
                set_fields(draft, Participant, self.person, **{name: text})
