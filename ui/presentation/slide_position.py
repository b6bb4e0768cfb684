"""Where a presentation stands: its steps, which one is shown, whether the screen is black."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.layout.slides import Step, StepKind, another_stage, found_again, lay_out_slide, step_of, walk
from cxstudio.model import Document, Id, Journey, Stage, Touchpoint, VoteRound, Workshop
from ui.context.context import Context

_LATER_MS = 40
"""So long changes are gathered before the steps are worked out anew."""


class Show(QObject):
    """Goes through the steps of one journey. Changes of the document never move it, what is shown is always current."""

    changed = Signal()
    """Another step, black or not, or the step shown looks different."""
    over = Signal()
    """There is nothing to show any more."""

    def __init__(self, context: Context, journey: Id, most: int, start: Id | None, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self.journey, self._most = context, journey, most
        self.steps = walk(context.document, journey, most)
        self.at = step_of(self.steps, start)
        self._black = False
        self.board: tuple[Id | None, Id | None] | None = None
        """Question and vote (or None for its wall) shown in place of the step."""
        self.agenda: Id | None = None
        """The workshop whose agenda and timer are shown in place of the step."""
        self._known: tuple[Document, RoundFigures | None, Step, float, float, DisplayList] | None = None
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self.catch_up)
        for signal in (context.bridge.changed, context.bridge.figured):
            signal.connect(self._wait)
        context.run.ticked.connect(self._tick)

    @property
    def step(self) -> Step:
        """The step shown."""
        return self.steps[self.at]

    @property
    def place(self) -> tuple[int, int]:
        """Its number from 1, and how many there are."""
        return self.at + 1, len(self.steps)

    @property
    def black(self) -> bool:
        """Whether nothing is shown."""
        return self._black

    def set_black(self, black: bool) -> None:
        """Show nothing, or the step again."""
        if black != self._black:
            self._black = black
            self.changed.emit()

    def set_most(self, most: int) -> None:
        """Show so many cards at most (another screen)."""
        if most != self._most:
            self._most = most
            self.catch_up()

    def show_board(self, question: Id | None, vote: Id | None) -> None:
        """Show the wall of a question, or a vote; what is covered stays covered."""
        self._black, self.board, self.agenda = False, (question, vote), None
        self.changed.emit()

    def show_agenda(self, workshop: Id) -> None:
        """Show the agenda of a workshop, while it runs its task and timer."""
        self._black, self.board, self.agenda = False, None, workshop
        self.changed.emit()

    @property
    def beside(self) -> bool:
        """Whether something else than a step of the journey is shown."""
        return self.board is not None or self.agenda is not None

    def go(self, way: int) -> None:
        """Some steps on (positive) or back; stays at the ends."""
        self._stand(self.at + way)

    def stage(self, way: int) -> None:
        """To the next stage (1), or to the beginning of this one, then of the one before (−1)."""
        self._stand(another_stage(self.steps, self.at, way))

    def first(self) -> None:
        """To the whole journey."""
        self._stand(0)

    def last(self) -> None:
        """To the last stage."""
        begins = [i for i, s in enumerate(self.steps) if s.kind is StepKind.STAGE and s.page == 0]
        self._stand(begins[-1] if begins else 0)

    def out(self) -> None:
        """From a touchpoint to its stage, from a stage to the whole journey."""
        here = self.step
        if here.kind is StepKind.TOUCHPOINT:
            self._stand(next(i for i in range(self.at, -1, -1) if self.steps[i].kind is StepKind.STAGE))
        else:
            self._stand(0)

    def show_record(self, record: Id | None) -> bool:
        """Go to a touchpoint or stage; False where it is not part of the journey."""
        at = step_of(self.steps, record)
        here = self.steps[at]
        if record is None or record not in (here.touchpoint, here.stage):
            return False
        self._stand(at)
        return True

    def go_on(self, steps: Sequence[Step], at: int, black: bool) -> None:
        """Show what was shown before the window was made anew."""
        self._stand(found_again(steps, at, self.steps))
        self.set_black(black)

    def slide(self, width: float, height: float) -> DisplayList:
        """What the step looks like on a screen of that size, as the document is now."""
        if self.board is not None:
            return self._board_slide(height / width)
        workshop = self._context.document.find(self.agenda)
        if isinstance(workshop, Workshop):
            return self._agenda_slide(workshop, height / width)
        document, figures = self._context.document, self._context.bridge.shown_figures(self.journey)
        known = self._known
        if known is not None and (
            known[0] is document and known[1] is figures and known[2:5] == (self.step, width, height)
        ):
            return known[5]
        made = lay_out_slide(document, self.journey, figures, self._context.texts, self.step, width, height)
        self._known = (document, figures, self.step, width, height, made)
        return made

    def _board_slide(self, shape: float) -> DisplayList:
        from cxstudio.layout.boards.ideas_slide import lay_out_ideas_slide  # not every presentation shows ideas

        question, vote = self.board or (None, None)
        found = self._context.document.find(vote)
        shown = found if isinstance(found, VoteRound) else None
        return lay_out_ideas_slide(self._context.document, question, shown, self._context.texts, shape)

    def _agenda_slide(self, workshop: Workshop, shape: float) -> DisplayList:
        from cxstudio.layout.boards.agenda_slide import lay_out_agenda_slide

        run, shown = self._context.run, self._context.run.workshop
        standing = run.standing if shown is not None and shown.id == workshop.id else None
        return lay_out_agenda_slide(
            self._context.document, workshop, standing, self._context.texts, shape, run.clock.zone
        )

    def _tick(self) -> None:
        if self.agenda is not None:
            self.changed.emit()

    def title(self) -> str:
        """What is shown, in words: stage and touchpoint."""
        document, tr, step = self._context.document, self._context.tr, self.step
        if self.board is not None:
            return tr("Idea wall") if self.board[1] is None else tr("Vote")
        if self.agenda is not None:
            return tr("Agenda and timer")
        if step.kind is StepKind.OVERVIEW:
            return tr("Whole journey")
        stage, touchpoint = document.find(step.stage), document.find(step.touchpoint)
        said = [" ".join(r.name[:300].split()) for r in (stage, touchpoint) if isinstance(r, Stage | Touchpoint)]
        return " · ".join(part or tr("Untitled") for part in said)

    def _wait(self) -> None:
        """Follow when nothing has come for a moment."""
        self._later.start()

    def catch_up(self) -> None:
        """Take over what the document is now; the step stays, or the nearest that is left."""
        self._later.stop()
        document = self._context.document
        if not isinstance(document.find(self.journey), Journey):
            self.over.emit()
            return
        before, at = self.steps, self.at
        self.steps = walk(document, self.journey, self._most)
        self.at = found_again(before, at, self.steps)
        self.changed.emit()

    def _stand(self, at: int) -> None:
        self._black, self.board, self.agenda = False, None, None
        self.at = min(max(at, 0), len(self.steps) - 1)
        self.changed.emit()
