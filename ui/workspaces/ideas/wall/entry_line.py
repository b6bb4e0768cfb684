"""Typing ideas one after the other: type, Enter, next; a pasted list becomes one idea a line."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget

from cxstudio.edits import add_ideas
from cxstudio.errors import UserError
from cxstudio.layout.boards.idea_wall import GROUNDS
from cxstudio.model import Id, Participant
from cxstudio.model.kinds import NoteColour
from cxstudio.wording import N_
from cxstudio.wording.error_sentences import sentence
from cxstudio.wording.fields.field_table import choice_label
from ui.context.context import Context
from ui.theme.heard_roles import hear_as
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, row
from ui.widgets.menus import chooser, entry
from ui.widgets.pasting_line import ListLine
from ui.workspaces.ideas.ideas_model import IdeasModel

_ADD = N_("Add ideas")


class EntryLine(QWidget):
    """The line, the colour of the next note, and who wrote it."""

    def __init__(self, context: Context, model: IdeasModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        self.author: Id | None = None
        self.colour = NoteColour.YELLOW
        self.line = ListLine(
            context.tr("New idea"),
            context.tr("Type an idea, press Enter, type the next one; or paste a list"),
            self.add,
        )
        self.line.setEnabled(not context.session.read_only)
        self.people = chooser(context.tr("Who wrote the next ideas"), self._people)
        self._colours = QButtonGroup(self)
        self.colours: dict[NoteColour, QPushButton] = {}
        box = row(self, self.line, spacing=6)
        box.setStretch(0, 1)
        for colour in NoteColour:
            swatch = self._swatch(colour)
            self.colours[colour] = swatch
            self._colours.addButton(swatch)
            box.addWidget(swatch)
        box.addWidget(self.people)
        self.choose(NoteColour.YELLOW)
        self.write_as(None)

    def choose(self, colour: NoteColour) -> None:
        """Give the next ideas a colour."""
        self.colour = colour
        self.colours[colour].setChecked(True)

    def write_as(self, author: Id | None) -> None:
        """Say who wrote the next ideas; None for nobody in particular."""
        self.author = author
        person = self.context.document.find(author)
        name = _name(person) if isinstance(person, Participant) else self.context.tr("Without a name")
        self.people.setText(name + "  ▾")

    def add(self, texts: list[str]) -> bool:
        """Put these ideas on the wall in view; what cannot be added stays in the line."""
        context = self.context
        author = self.author if self.author in context.document else None
        try:
            with context.session.transaction(_ADD) as draft:
                made = add_ideas(draft, self.model.question, texts, self.colour, author)
        except UserError as error:
            context.messages.say(sentence(error, context.texts))
            return False
        if made:
            context.selection.select(made[-1])
            context.messages.say(context.texts.trn("{n} idea added.", "{n} ideas added.", len(made)))
        return True

    def view_state(self) -> tuple[str, str, Id | None]:
        """What is typed, in which colour, by whom."""
        return self.line.text(), self.colour.value, self.author

    def restore_view_state(self, state: tuple[str, str, Id | None]) -> None:
        """Go on typing."""
        self.line.setText(state[0])
        self.choose(NoteColour(state[1]))
        self.write_as(state[2] if state[2] in self.context.document else None)

    def _swatch(self, colour: NoteColour) -> QPushButton:
        name = self.context.tr("Next idea in {colour}", colour=self.context.tr(choice_label(colour)))
        made = button("", partial(self.choose, colour), "swatch", name=name)
        made.setCheckable(True)
        hear_as(made, "choice")
        ground = QPixmap(16, 16)
        ground.fill(self.context.theme.colour(GROUNDS[colour]))
        made.setIcon(QIcon(ground))
        made.setIconSize(QSize(16, 16))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_tooltip(made, name)
        return made

    def _people(self) -> QMenu:
        menu = QMenu(self)
        entry(menu, self.context.tr("Without a name"), partial(self.write_as, None), chosen=self.author is None)
        for person in self.context.document.all(Participant):
            if _name(person):
                entry(menu, _name(person), partial(self.write_as, person.id), chosen=person.id == self.author)
        return menu


def _name(person: Participant) -> str:
    return person.name or person.role
