"""The page of the empathy map: the line to type in, the map, and the touchpoints its notes are dragged to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.edits import add_empathy_notes, move_empathy_notes, pin_notes, remove_records, set_fields
from cxstudio.layout.boards.empathy_items import FIELD_NAMES, became
from cxstudio.model import Id, Note, Persona, Touchpoint
from cxstudio.model.empathy_fields import EMPATHY_FIELDS, PINNED_KINDS, USUALLY
from cxstudio.model.kinds import Evidence, NoteKind
from cxstudio.render.picture_files.board_files import PersonaOrder
from cxstudio.store import ChangeSet
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.fields.journey_names import journey_name
from cxstudio.wording.figures.critical_reasons import capital
from ui.context.context import Context
from ui.context.record_workspace import show_record
from ui.forms.bound_field import BoundField
from ui.forms.text_editors import OneLineText
from ui.theme.plain_texts import set_tooltip, submenu
from ui.widgets.basics import button, column, label, row
from ui.widgets.fitting.turning_box import own_row
from ui.widgets.menus import chooser, entry, open_at, open_below
from ui.widgets.pasting_line import ListLine
from ui.workspaces.understand.board_menu import board_menu
from ui.workspaces.understand.empathy.empathy_view import EmpathyArea
from ui.workspaces.understand.empathy.pin_targets import Aim, TargetList
from ui.workspaces.understand.understand_model import UnderstandModel

PIN_TEXTS = {
    NoteKind.HURDLE: N_("Make a hurdle of a touchpoint"),
    NoteKind.OPPORTUNITY: N_("Make an opportunity of a touchpoint"),
    NoteKind.QUOTE: N_("Make a quote of a touchpoint"),
}
_SIDE, _ROOMY = 244, 860


class EmpathyPage(QWidget):
    """What commands of the empathy map do."""

    def __init__(self, context: Context, model: UnderstandModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        self.field = EMPATHY_FIELDS[0]
        self.pin_kind: NoteKind | None = None
        """What a note becomes at the touchpoint chosen next with the keyboard."""
        self.area = EmpathyArea(context, model)
        view = self.area.view
        view.target = self._target
        view.pinned.connect(self.pin)
        view.adding.connect(self.begin)
        view.pasting.connect(self.paste)
        view.menu_wanted.connect(self.menu)
        self.line = ListLine(
            context.tr("New note"), context.tr("Type a note, press Enter, type the next one; or paste a list"), self.add
        )
        self.line.setEnabled(not context.session.read_only)
        self.fields = chooser(context.tr("Field of the next notes"), self._field_menu)
        self.situation = BoundField(context, Persona, "situation", labelled=False, make=OneLineText)
        self.targets = TargetList(context)
        self.targets.chosen.connect(self._pin_here)
        self.journeys = chooser(context.tr("Journey"), self._journey_menu)
        self.toggle = button(context.tr("Touchpoints"), self._toggle, "chip")
        self.toggle.setCheckable(True)
        self.toggle.setChecked(True)
        set_tooltip(self.toggle, context.tr("Show touchpoints beside the map"))
        self._asked: bool | None = None
        """Whether somebody wants the touchpoints beside the map; None: where there is room."""
        self._lay_out()
        self.choose(self.field)
        context.bridge.changed.connect(self._changed)
        context.selection.changed.connect(self._say_journey)
        model.changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        tr = self.context.tr
        head = QWidget()
        self.export = button(tr("Export") + "  ▾", name=tr("Export the empathy map"))
        self.export.clicked.connect(lambda: open_below(self._export_menu(), self.export))
        typed = row(None, self.fields, self.line, self.toggle, self.export, spacing=8)
        typed.setStretch(1, 1)
        above = column(head, spacing=8)
        above.setContentsMargins(16, 12, 16, 8)
        above.addLayout(typed)
        own_row(self.line, typed, above, head, 580)
        who = row(None, label(tr("Situation"), "field"), self.situation, spacing=8)
        who.setStretch(1, 1)
        above.addLayout(who)
        middle = QWidget()
        board = QWidget()
        column(board, self.area, spacing=0).setContentsMargins(16, 4, 8, 12)
        column(middle, head, board, spacing=0).setStretch(1, 1)
        self.side = QWidget()
        self.side.setObjectName("side")
        self.side.setFixedWidth(_SIDE)
        hint = tr("Drag a note onto a touchpoint. There it becomes a hurdle, an opportunity or a quote.")
        self.side.setProperty("ground", "surface")
        self.side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        heading = label(tr("Touchpoints"), "caption")
        beside = column(self.side, heading, self.journeys, label(hint, "small", wrap=True), self.targets, spacing=8)
        beside.setContentsMargins(12, 16, 8, 12)
        beside.setStretch(3, 1)
        row(self, middle, self.side, spacing=0).setStretch(0, 1)

    @property
    def chosen(self) -> tuple[Id, ...]:
        """Notes of the map that are selected."""
        return tuple(i for i in self.area.view.shown.order if i in self.context.selection.ids)

    def choose(self, field: NoteKind) -> None:
        """Say in which field the next notes stand."""
        self.field = field
        self.fields.setText(self.context.tr(FIELD_NAMES[field]) + "  ▾")

    def begin(self, field: NoteKind) -> None:
        """Type notes of a field."""
        self.choose(field)
        self.line.setFocus()

    def add(self, texts: list[str]) -> bool:
        """Notes in the field that is chosen; False where nobody is chosen or nothing may be changed."""
        persona = self.model.persona
        if persona is None or self.context.session.read_only:
            return False
        with self.context.session.transaction(N_("Add notes to the empathy map")) as draft:
            made = add_empathy_notes(draft, persona, self.field, texts)
        if made:
            self.context.selection.select(made[-1])
            self.context.messages.say(self.context.texts.trn("{n} note added.", "{n} notes added.", len(made)))
        return True

    def paste(self) -> None:
        """Lines of the clipboard become notes."""
        self.line.paste_cells()

    def pin(self, notes: tuple[Id, ...], touchpoint: Id, kind: NoteKind) -> None:
        """Make something of a touchpoint of notes, linked with them."""
        if not notes or self.context.session.read_only:
            return
        before = len(self.context.document.all(Note))
        with self.context.session.transaction(PIN_TEXTS[kind]) as draft:
            pin_notes(draft, notes, kind, touchpoint)
        document, tr = self.context.document, self.context.tr
        name = document.get(Touchpoint, touchpoint).name
        what = capital(tr(choice_label(kind)))
        said = (
            tr("{what} at {touchpoint}. It stays linked to the note.", what=what, touchpoint=name)
            if len(document.all(Note)) > before
            else tr("It is there already: {what} at {touchpoint}.", what=what, touchpoint=name)
        )
        self.context.messages.say(said)

    def begin_pin(self, kind: NoteKind | None = None) -> None:
        """Let a touchpoint be chosen with the keyboard; without a kind the usual one of the field is made."""
        if not self.chosen:
            self.context.messages.say(self.context.tr("Select a note of the map first."))
            return
        self.pin_kind = kind
        self._asked = True
        self._fit()
        if self.targets.current is None:
            self.targets.setCurrentRow(min(1, self.targets.count() - 1))
        self.targets.setFocus()
        self.context.messages.say(self.context.tr("Choose the touchpoint and press Enter."))

    def delete(self) -> None:
        """Remove the selected notes; undo brings them back, what they became stays."""
        notes = self.chosen
        if notes and not self.context.session.read_only:
            with self.context.session.transaction(N_("Remove notes of the empathy map")) as draft:
                remove_records(draft, notes)
            texts = self.context.texts
            gone = texts.trn("{n} note removed.", "{n} notes removed.", len(notes))
            self.context.messages.say(gone + " " + texts.tr("Undo brings it back."))

    def menu(self, where: QPointF) -> None:
        """What can be done with the selected notes."""
        menu, context, tr = QMenu(self), self.context, self.context.tr
        if self.chosen and not context.session.read_only:
            for kind in PINNED_KINDS:
                menu.addAction(context.commands.action(f"understand.pin_{kind.value}"))
            self._linked(menu)
            menu.addSeparator()
            fields = submenu(menu, tr("Field"))
            for field in EMPATHY_FIELDS:
                entry(fields, tr(FIELD_NAMES[field]), partial(self._send, field))
            known = submenu(menu, tr("Evidence"))
            for evidence in Evidence:
                entry(known, capital(tr(choice_label(evidence))), partial(self._evidence, evidence))
            menu.addAction(context.commands.action("understand.empathy_delete"))
            menu.addSeparator()
        menu.addAction(context.commands.action("understand.empathy_add"))
        open_at(menu, where.toPoint())

    def take_focus(self) -> None:
        """The keyboard goes to the map, to the line where it is empty."""
        (self.area.view if self.area.view.shown.slips else self.line).setFocus()

    def view_state(self) -> tuple[str, str, Id | None, bool | None]:
        """What is typed, for which field, beside which journey."""
        return self.line.text(), self.field.value, self.model.journey_wanted, self._asked

    def restore_view_state(self, state: tuple[str, str, Id | None, bool | None]) -> None:
        """Go on typing."""
        self.line.setText(state[0])
        self.choose(NoteKind(state[1]))
        self.model.journey_wanted, self._asked = state[2:]
        self._show()

    # Parts

    def _send(self, field: NoteKind) -> None:
        notes = self.chosen
        last = [n.note for f in self.model.empathy.fields if f.kind is field for n in f.notes if n.note not in notes]
        self.area.view.change(
            N_("Move notes of the empathy map"),
            lambda draft: move_empathy_notes(draft, notes, field, last[-1] if last else None),
        )

    def _evidence(self, evidence: Evidence) -> None:
        notes = self.chosen
        with self.context.session.transaction(N_("Say how we know")) as draft:
            for note in notes:
                set_fields(draft, Note, note, evidence=evidence)

    def _linked(self, menu: QMenu) -> None:
        document = self.context.document
        for note in self.chosen:
            for made in document.having(Note, "came_from", note):
                words = became(document, made, self.context.texts).removeprefix("→ ")
                if words:
                    entry(menu, self.context.tr("Show: {what}", what=words), partial(self._go, made))

    def _go(self, made: Note) -> None:
        if made.about is not None:
            show_record(self.context, made.about)

    def _pin_here(self, touchpoint: Id) -> None:
        notes = self.chosen
        field = self.model.empathy.field_of(notes[0]) if notes else None
        kind = self.pin_kind or USUALLY.get(field or NoteKind.SEES, NoteKind.QUOTE)
        if not notes:
            self.context.messages.say(self.context.tr("Select a note of the map first."))
        self.pin(notes, touchpoint, kind)
        self.pin_kind = None
        if notes:
            self.area.view.setFocus()

    def _target(self, place: QPointF | None) -> Aim | None:
        if place is None or not self.side.isVisible():
            return self.targets.aim(None)
        here: QPoint = self.targets.viewport().mapFromGlobal(place.toPoint())
        return self.targets.aim(here if self.targets.viewport().rect().contains(here) else None)

    def _toggle(self) -> None:
        self._asked = self.toggle.isChecked()
        self._fit()

    def _fit(self) -> None:
        shown = self._asked if self._asked is not None else self.width() >= _ROOMY
        self.side.setVisible(shown)
        self.toggle.setChecked(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _field_menu(self) -> QMenu:
        menu = QMenu(self)
        for field in EMPATHY_FIELDS:
            chosen = field is self.field
            entry(menu, self.context.tr(FIELD_NAMES[field]), partial(self.begin, field), chosen=chosen)
        return menu

    def _journey_menu(self) -> QMenu:
        menu, here = QMenu(self), self.model.journey
        for journey in self.model.journeys:
            entry(menu, journey_name(journey, self.context.texts), partial(self._show_journey, journey.id),
                  chosen=here is not None and journey.id == here.id)  # fmt: skip
        return menu

    def _export_menu(self) -> QMenu:
        return board_menu(self, self.context, "empathy", PersonaOrder(self.model.persona))

    def _show_journey(self, journey: Id) -> None:
        self.model.journey_wanted = journey
        self._show()

    def _say_journey(self) -> None:
        if self.isVisible() and not self.model.previewing:
            self._show_targets()

    def _show(self) -> None:
        if self.model.previewing:
            return
        self.situation.show_record(self.model.persona)
        self._show_targets()

    def _show_targets(self) -> None:
        journey = self.model.journey
        self.targets.show_journey(journey)
        name = journey_name(journey, self.context.texts) if journey is not None else self.context.tr("No journey yet.")
        self.journeys.setText(name + "  ▾")
        self.journeys.setVisible(len(self.model.journeys) > 1 or journey is None)

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(Persona):
            self.situation.follow(changes)
