"""The page of the idea wall: the question above, the line to type in, then the wall."""

from __future__ import annotations

from functools import partial
from random import Random

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.edits import (
    colour_ideas,
    group_ideas,
    join_cluster,
    merge_ideas,
    part_ideas,
    place_ideas,
    remove_records,
    write_silently,
)
from cxstudio.layout.boards.tidy_wall import tidy_spots
from cxstudio.model import Cluster, Id
from cxstudio.model.kinds import NoteColour
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import choice_label
from ui.context.context import Context
from ui.forms.picture_data import is_picture
from ui.theme.plain_texts import submenu
from ui.widgets.basics import column
from ui.widgets.menus import entry, open_at
from ui.workspaces.ideas.ideas_model import IdeasModel
from ui.workspaces.ideas.question_header import QuestionHeader
from ui.workspaces.ideas.wall.entry_line import EntryLine
from ui.workspaces.ideas.wall.note_pictures import NotePictures
from ui.workspaces.ideas.wall.silent_bar import SilentBar
from ui.workspaces.ideas.wall.similar_bar import MERGE, SimilarBar
from ui.workspaces.ideas.wall.wall_view import WallArea


class WallPage(QWidget):
    """What commands of the wall do."""

    def __init__(self, context: Context, model: IdeasModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        self.header = QuestionHeader(context, model)
        self.entry = EntryLine(context, model)
        self.silent = SilentBar(context, model)
        self.similar = SimilarBar(context, model)
        self.area = WallArea(context, model)
        self.area.view.menu_wanted.connect(self.menu)
        self.area.view.lassoed.connect(self.group_lassoed)
        self.pictures = NotePictures(context, model, self)
        self.area.view.pictures_dropped.connect(self.pictures.take)
        self.area.view.pasting.connect(self.paste)
        head = QWidget()
        above = column(head, self.header, self.entry, self.silent, self.similar, spacing=8)
        above.setContentsMargins(16, 12, 16, 8)
        column(self, head, self.area, spacing=0).setStretch(1, 1)
        self.silent.refresh()

    @property
    def chosen(self) -> tuple[Id, ...]:
        """Ideas that are selected and hang on this wall; those of a cluster that is selected."""
        here = {idea.id: idea for idea in self.model.ideas}
        clusters = {cluster.id for cluster in self.context.selection.all_of(Cluster)}
        found = [i for i in self.context.selection.ids if i in here]
        return tuple(dict.fromkeys([*found, *(i.id for i in here.values() if i.cluster in clusters)]))

    def group(self) -> None:
        """A cluster around what is selected; its name is typed next."""
        ideas = self.chosen
        if not ideas:
            self.context.messages.say(self.context.tr("Select the ideas first: drag a frame around them."))
            return
        self._group(ideas)

    def paste(self) -> None:
        """A picture in the clipboard goes on the note selected, else on a new one; lines become ideas."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None or self.context.session.read_only:
            return
        if is_picture(data):
            self.pictures.take(data, self._one_chosen)
        else:
            self.entry.line.paste_cells()

    @property
    def _one_chosen(self) -> Id | None:
        """The idea that is selected, where there is one alone."""
        return self.chosen[0] if len(self.chosen) == 1 else None

    def lasso(self) -> None:
        """The next drag draws a lasso; what lies inside becomes a cluster."""
        if self.model.ideas:
            self.area.view.draw_lasso(True)
            self.context.messages.say(self.context.tr("Draw a line around the ideas that belong together."))

    def group_lassoed(self, ideas: tuple[Id, ...]) -> None:
        """A cluster around what a lasso caught."""
        if not ideas:
            self.context.messages.say(self.context.tr("No idea lies inside the line. Nothing was changed."))
            return
        self._group(ideas)

    def _group(self, ideas: tuple[Id, ...]) -> None:
        with self.context.session.transaction(N_("Group ideas")) as draft:
            made = group_ideas(draft, ideas, self.context.tr("New cluster"))
        self.context.selection.select(made)
        self.area.view.setFocus()
        self.area.view.name_cluster(made)

    def ungroup(self) -> None:
        """Take what is selected out of its cluster."""
        ideas = self.chosen
        if ideas:
            with self.context.session.transaction(N_("Ungroup ideas")) as draft:
                join_cluster(draft, ideas, None)

    def tidy(self) -> None:
        """Put all notes in rows, clusters first."""
        self._arrange(N_("Tidy the wall"), self.area.view.shown.order)

    def shuffle(self) -> None:
        """Put all notes in a random order, so that the first one has no advantage."""
        order = list(self.area.view.shown.order)
        Random().shuffle(order)
        self._arrange(N_("Shuffle the ideas"), order)

    def merge(self) -> None:
        """Merge what is selected into the idea selected first."""
        ideas = self.chosen
        if len(ideas) < 2:
            self.similar.begin()
            return
        with self.context.session.transaction(MERGE) as draft:
            merge_ideas(draft, ideas[0], ideas[1:])
        self.context.selection.select(ideas[0])

    def part(self) -> None:
        """Put back what was merged into the selected ideas."""
        with self.context.session.transaction(N_("Separate merged ideas")) as draft:
            for idea in self.chosen:
                part_ideas(draft, idea)

    def write_silently(self) -> None:
        """Begin a silent phase, or end it and reveal everything."""
        asked = self.model.asked
        if asked is None:
            self.context.messages.say(self.context.tr("A silent phase needs a question. Ask one first."))
        elif asked.silent:
            self.silent.end()
        else:
            with self.context.session.transaction(N_("Begin a silent phase")) as draft:
                write_silently(draft, asked.id, True)
            self.entry.line.setFocus()

    def delete(self) -> None:
        """Remove the selected ideas; undo brings them back."""
        ideas = self.chosen
        if ideas:
            with self.context.session.transaction(N_("Remove ideas")) as draft:
                remove_records(draft, ideas)
            texts = self.context.texts
            gone = texts.trn("{n} idea removed.", "{n} ideas removed.", len(ideas))
            self.context.messages.say(gone + " " + texts.tr("Undo brings it back."))

    def colour(self, colour: NoteColour) -> None:
        """Give the selected ideas a colour."""
        ideas = self.chosen
        with self.context.session.transaction(N_("Change the colour")) as draft:
            colour_ideas(draft, ideas, colour)

    def menu(self, where: QPointF) -> None:
        """What can be done with the selected ideas."""
        menu, commands = QMenu(self), self.context.commands
        if self.chosen and not self.context.session.read_only:
            colours = submenu(menu, self.context.tr("Colour"))
            for colour in NoteColour:
                entry(colours, self.context.tr(choice_label(colour)), partial(self.colour, colour))
            names = ("group", "ungroup", "merge", "part", "measure", "test", "delete")
            menu.addActions([commands.action(f"ideas.{name}") for name in names])
            menu.addSeparator()
        menu.addActions([commands.action(f"ideas.{name}") for name in ("add", "tidy", "shuffle", "similar")])
        open_at(menu, where.toPoint())

    def _arrange(self, label: str, order: tuple[Id, ...] | list[Id]) -> None:
        spots = tidy_spots(self.model.wall, order, self.area.view.window_rect.width())
        if spots:
            with self.context.session.transaction(label) as draft:
                place_ideas(draft, list(spots), list(spots.values()))
