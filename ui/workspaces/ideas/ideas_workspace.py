"""The workspace Ideas: from a critical touchpoint to questions, ideas, priorities, prototypes and tests."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer

from cxstudio.analysis.journeys.unsorted_notes import unsorted_notes
from cxstudio.catalogue.methods import methods
from cxstudio.model import (
    AgendaBlock,
    Cluster,
    Id,
    Idea,
    Measure,
    Note,
    Prototype,
    Question,
    Record,
    Test,
    VoteRound,
    Workshop,
)
from ui.context.context import Context
from ui.widgets.basics import column
from ui.widgets.lazy_pages import Pages, modules_of
from ui.workspaces.ideas.agenda.agenda_commands import AGENDA as AGENDA_PAGE
from ui.workspaces.ideas.agenda.agenda_page import AgendaPage
from ui.workspaces.ideas.idea_measures import make_measures
from ui.workspaces.ideas.ideas_bar import IdeasBar
from ui.workspaces.ideas.ideas_model import IdeasModel
from ui.workspaces.ideas.ideas_views import (
    AGENDA,
    METHODS,
    MINUTES,
    NOTES,
    PRIORITIES,
    QUESTIONS,
    TRIALS,
    VIEWS,
    VOTE,
    WALL,
)
from ui.workspaces.ideas.notes_page import LISTED, NotesPage
from ui.workspaces.ideas.questions_page import QuestionsPage
from ui.workspaces.ideas.trials_page import TrialsPage
from ui.workspaces.ideas.vote.vote_page import VotePage
from ui.workspaces.ideas.wall.wall_page import WallPage
from ui.workspaces.workspace_base import Status, Workspace

_ALONE = (AGENDA, VOTE, METHODS, MINUTES)
"""Pages with a column of their own where the inspector would stand."""
_SHOWN_ON: dict[type[Record], tuple[str, ...]] = {
    AgendaBlock: (AGENDA,),
    Workshop: (AGENDA,),
    VoteRound: (VOTE,),
    Note: (NOTES,),
    Cluster: (WALL,),
    Idea: (NOTES, WALL, VOTE, PRIORITIES, TRIALS),
}
"""Kind of record → the pages that show it; a question is the same on all of them."""


class IdeasWorkspace(Workspace):
    """Pages below one bar; the question in view is the same on all of them."""

    with_inspector = True

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.model = IdeasModel(context, self)
        self.model.method_planned.connect(self.plan_method)
        self.notes = NotesPage(context, self.model)
        self.notes.sorter.list.currentItemChanged.connect(self._note_chosen)
        self.views = Pages(VIEWS, {NOTES: self.notes}, context, self.model)
        self.bar = IdeasBar(context)
        self.bar.view_chosen.connect(self.show_view)
        column(self, self.bar, self.views, spacing=0).setStretch(1, 1)
        context.ahead.want(modules_of(VIEWS), ready=(methods,))
        context.bridge.changed.connect(self._changed)
        context.selection.changed.connect(self._follow)
        context.selection.ideas_in_view = self._in_view
        document = context.document
        asked, some = bool(document.all(Question)), bool(document.all(Idea))
        hanging = asked or (some and not unsorted_notes(document))
        self._first = (WALL if some else QUESTIONS) if hanging else NOTES
        """The page shown when somebody comes here first."""

    # Pages

    def show_view(self, view: str) -> None:
        """Bring a page into view."""
        self._first = ""
        fresh = self.views.known(view) is None
        page = self.views.show_page(view)
        if fresh and isinstance(page, AgendaPage):
            self.context.commands.serve(AGENDA_PAGE, page)
        self.bar.show_view(view)
        self.with_inspector = view not in _ALONE
        record = self.context.selection.record
        if self.with_inspector and record is not None and view not in _SHOWN_ON.get(type(record), (view,)):
            self.context.selection.clear()  # the inspector shows what the page shows, or nothing
        self.frame_changed.emit()
        self.status_changed.emit()
        self.take_focus()

    @property
    def wall(self) -> WallPage:
        """The wall, brought into view."""
        if self.views.id != WALL:
            self.show_view(WALL)
        page = self.views.page
        assert isinstance(page, WallPage)
        return page

    # What commands do

    def ask(self) -> None:
        """A question about the critical touchpoint selected, or about anything."""
        self.show_view(QUESTIONS)
        page = self.views.page
        assert isinstance(page, QuestionsPage)
        selected = self.context.selection.id
        about = next((t.id for t in page.critical() if t.id == selected), None)
        page.ask(about)

    def begin_silent(self) -> None:
        """Begin to write silently at the question in view; where the group does so already, it goes on."""
        wall = self.wall
        question = self.context.document.find(self.model.question)
        if not (isinstance(question, Question) and question.silent):
            wall.write_silently()

    def plan_method(self, card: str) -> None:
        """A block for a method in the agenda."""
        self.show_view(AGENDA)
        page = self.views.page
        assert isinstance(page, AgendaPage)
        page.add_method(card)

    def add(self) -> None:
        """Type ideas."""
        self.wall.entry.line.setFocus()

    def to_measure(self) -> None:
        """A measure of each selected idea; the last one is shown."""
        make_measures(self.context, [idea.id for idea in self.context.selection.all_of(Idea)])

    def new_vote(self) -> None:
        """The form of a new vote."""
        self.show_view(VOTE)
        page = self.views.page
        assert isinstance(page, VotePage)
        page.prepare()

    def test(self) -> None:
        """A test card for the selected idea."""
        if self.views.id != TRIALS:
            self.show_view(TRIALS)
        page = self.views.page
        assert isinstance(page, TrialsPage)
        page.refresh()
        page.add_test()

    # The frame

    def view_state(self) -> tuple[Any, ...]:
        return self._first or self.views.id, self.model.wanted, self.model.cover_here

    def restore_view_state(self, state: tuple[Any, ...]) -> None:
        view, self.model.wanted, self.model.cover_here = state
        self.model.refresh()
        self.show_view(view)

    def place_for(self, record: Record) -> Id | None:
        document = self.context.document
        if isinstance(record, Note):
            notes = (note.id for f in LISTED for note in f(document))
            return record.id if record.id in notes else None
        if isinstance(record, Measure):
            return next((i for i in record.ideas if i in document), None)
        if isinstance(record, Prototype | Test):
            return record.idea
        if isinstance(record, Idea) and record.merged_into in document:
            return record.merged_into
        kinds = Idea | Question | Cluster | VoteRound | AgendaBlock | Workshop
        return record.id if isinstance(record, kinds) else None

    def entered(self) -> None:
        if self._first:
            self.show_view(self._first)
        self.model.refresh()
        self.status_changed.emit()

    def take_focus(self) -> None:
        page = self.views.page
        if isinstance(page, NotesPage):
            page.sorter.list.begin()
        elif isinstance(page, WallPage):
            page.area.view.setFocus()
        else:
            (getattr(page, "take_focus", None) or page.setFocus)()

    def status(self) -> Status:
        texts, document = self.context.texts, self.context.document
        waiting, ideas = len(unsorted_notes(document)), self.model.ideas
        if self.views.id == NOTES:
            return Status((texts.trn("{n} unsorted note", "{n} unsorted notes", waiting),))
        if self.views.id == AGENDA:
            blocks = len(document.all(AgendaBlock))
            return Status((texts.trn("{n} block", "{n} blocks", blocks),))
        if self.views.id == METHODS:
            count = len(methods().cards)
            return Status((texts.trn("{n} method", "{n} methods", count),))
        if self.views.id == MINUTES:
            return Status()
        left = [texts.trn("{n} idea", "{n} ideas", len(ideas))]
        clusters = len(self.model.wall.clusters)
        if clusters:
            left.append(texts.trn("{n} cluster", "{n} clusters", clusters))
        covered = sum(idea.covered for idea in ideas)
        right = [texts.trn("{n} covered", "{n} covered", covered)] if covered else []
        return Status((" · ".join(left),), tuple(right))

    def _in_view(self) -> tuple[Id | None, Id | None]:
        """What the projector shows of this page: the question, and the vote where that is in view."""
        page = self.views.page
        vote = page.vote if isinstance(page, VotePage) else None
        return self.model.question, vote.id if vote is not None else None

    def _changed(self, *_: object) -> None:
        if self.isVisible() and not self.model.previewing:
            self.model.refresh()
            self.status_changed.emit()
            if self.notes.isVisible() and self.notes.sorter.list.hasFocus():
                self._note_chosen(self.notes.sorter.list.currentItem())

    def _follow(self) -> None:
        """What is selected elsewhere and hangs on another wall brings that wall; a vote brings its page."""
        record = self.context.selection.record
        question = record.id if isinstance(record, Question) else getattr(record, "question", self.model.question)
        if isinstance(record, Idea | Cluster | Question | VoteRound) and question != self.model.question:
            self.model.show_question(question)
        if isinstance(record, VoteRound) and self.isVisible():
            QTimer.singleShot(0, self, lambda: self._show_vote(record.id))
        elif isinstance(record, Idea | Cluster) and self.isVisible() and self.views.id in (NOTES, QUESTIONS, VOTE):
            listed = isinstance(record, Idea) and self.notes.sorter.listed == "ideas" and self.views.id == NOTES
            if not listed:
                QTimer.singleShot(0, self, lambda: self.show_view(WALL))
        elif isinstance(record, AgendaBlock | Workshop) and self.isVisible() and self.views.id != AGENDA:
            QTimer.singleShot(0, self, lambda: self.show_view(AGENDA))
        elif isinstance(record, Question) and self.isVisible() and self.views.id in (NOTES, VOTE):
            QTimer.singleShot(0, self, lambda: self.show_view(QUESTIONS))

    def _show_vote(self, vote: Id) -> None:
        self.show_view(VOTE)
        page = self.views.page
        if isinstance(page, VotePage):
            page.show_vote(vote)

    def _note_chosen(self, item: Any, *_: object) -> None:
        if item is not None:
            self.context.selection.select(str(item.data(Qt.ItemDataRole.UserRole)))
