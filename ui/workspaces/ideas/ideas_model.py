"""Which question the workspace shows, and its wall as it is or would be while somebody drags."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal

from cxstudio.edits import ideas_on
from cxstudio.layout.boards.wall_items import Wall, voting_now, wall_of
from cxstudio.model import Document, Id, Idea, Question, Touchpoint, VoteRound
from cxstudio.model.kinds import QuestionKind
from cxstudio.wording import N_
from ui.boards.preview_model import PreviewModel

COVERED: Final = N_("This idea is covered. Reveal the ideas first.")


def wall_questions(document: Document) -> tuple[Question, ...]:
    """Questions ideas hang below; points of view are none."""
    return tuple(q for q in document.all(Question) if q.kind is QuestionKind.HOW_MIGHT_WE)


class IdeasModel(PreviewModel):
    """The question in view is shared by wall, vote, priorities and tests."""

    method_planned = Signal(str)
    """Somebody wants a block of the agenda for a method card."""
    wanted: Id | None = None
    """The question somebody chose; another one is shown where it is gone."""
    _wall: Wall | None = None
    _before: Wall | None = None
    """The wall drawn last: its notes are taken over where nothing in them changed."""
    cover_here = False
    """Whether what was written silently is covered on this screen, too."""

    @property
    def question(self) -> Id | None:
        """The question in view; None for ideas without one."""
        found = self.document.find(self.wanted)
        if isinstance(found, Question):
            return found.id
        questions = wall_questions(self.document)
        if not questions or (self.wanted == "" and ideas_on(self.document, None)):
            return None
        return questions[0].id

    @property
    def asked(self) -> Question | None:
        """The question in view as a record."""
        found = self.document.find(self.question)
        return found if isinstance(found, Question) else None

    @property
    def ideas(self) -> tuple[Idea, ...]:
        """Ideas of the question in view."""
        return ideas_on(self.document, self.question)

    @property
    def vote(self) -> VoteRound | None:
        """The vote under way."""
        return voting_now(self.document, self.question)

    @property
    def wall(self) -> Wall:
        """What hangs there, kept until something changes."""
        if self._wall is None:
            self._wall = self._before = wall_of(self.document, self.question, self.context.texts,
                                                show_covered=not self.cover_here, before=self._before)  # fmt: skip
        return self._wall

    def forget(self) -> None:
        self._wall = None

    def show_question(self, question: Id | None) -> None:
        """Show another question, or (None) the ideas without one."""
        self.wanted = question if question is not None else ""
        self.refresh()

    def cover(self, on: bool) -> None:
        """Cover what was written silently on this screen, or show it."""
        self.cover_here = on
        self.refresh()

    def delta_of(self, touchpoint: Touchpoint) -> float | None:
        """The delta of a touchpoint in the round it is judged by."""
        figures = self.context.bridge.measured_figures(self.context.document.journey_of(touchpoint).id)
        mine = figures.of(touchpoint.id) if figures is not None else None
        return mine.delta.mean if mine is not None and mine.delta is not None else None

    def tone(self, touchpoint: Touchpoint) -> str:
        """How a touchpoint's chip looks."""
        delta = self.delta_of(touchpoint)
        return "critical" if delta is not None and delta < 0 else ""

    def short_figure(self, touchpoint: Touchpoint) -> str:
        """A touchpoint with its delta: "▼ Hotline −3.6"."""
        delta = self.delta_of(touchpoint)
        sign = "" if delta is None else "▼ " if delta < 0 else "▲ "
        said = touchpoint.name.split(":", maxsplit=1)[0].strip()[:28] or self.context.tr("Untitled")
        return f"{sign}{said}" + ("" if delta is None else " " + self.context.texts.signed(delta))
