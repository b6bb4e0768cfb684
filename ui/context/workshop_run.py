"""The workshop that runs: its timer, what is done with it from anywhere, and the signals when time runs low."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from cxstudio.analysis.workshops.planned_times import agenda_of
from cxstudio.analysis.workshops.run_standing import RunStanding, is_running, run_standing
from cxstudio.edits import (
    agree_minutes,
    begin_workshop,
    end_workshop,
    extend_block,
    next_block,
    pause_workshop,
    previous_block,
    resume_workshop,
    run_now,
    shift_run,
    skip_block,
)
from cxstudio.model import Document, Id, Workshop
from cxstudio.session.settings import TIMER_SOUND, Settings
from cxstudio.store import Draft
from cxstudio.wording import N_, Texts
from cxstudio.wording.findings.agenda_sentences import signal_text
from ui.context.clock import Clock
from ui.context.command import Command, Receiver
from ui.context.session_state import SessionState

GROUP: Final = N_("Agenda")
_EVERY_MS: Final = 1000
_SET_ANEW: Final = 20.0
"""Seconds by which the computer's time may differ before what was written down moves along."""
MORE: Final = 5
"""Minutes added by one key."""


class WorkshopRun(QObject):
    """Reads the document; the time that passes is told once a second, while something runs."""

    ticked = Signal()
    """Time has passed, or something about the workshop is different."""
    signalled = Signal(str)
    """Time runs low: the sentence for the room."""

    def __init__(self, state: SessionState, texts: Texts, settings: Settings, clock: Clock) -> None:
        super().__init__(state.bridge)
        self._state, self._texts, self._settings, self.clock = state, texts, settings, clock
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._told: tuple[Id, float] | None = None
        self._known: Document | None = None
        state.bridge.changed.connect(self._follow)
        self._follow()

    @property
    def workshop(self) -> Workshop | None:
        """The workshop that runs, the last one begun."""
        running = [w for w in self._state.document.all(Workshop) if is_running(w)]
        return max(running, key=lambda w: w.began, default=None)

    @property
    def standing(self) -> RunStanding | None:
        """How it stands at this moment; None where none runs."""
        workshop = self.workshop
        if workshop is None:
            return None
        blocks = agenda_of(self._state.document, workshop.id)
        return run_standing(workshop, blocks, self.clock.now(), self.clock.zone)

    def tick(self) -> None:
        """Look at the time."""
        self._mind_the_clock()
        self._signal()
        self.ticked.emit()

    def begin(self, workshop: Id) -> None:
        """Begin, or go on after the end; another one that runs ends."""
        now = self.clock.now()

        def edit(draft: Draft) -> None:
            for other in self._state.document.all(Workshop):
                if is_running(other) and other.id != workshop:
                    end_workshop(draft, other.id, now)
            begin_workshop(draft, workshop, now)

        self._step(N_("Begin the workshop"), edit)

    def run_method(self, fields: Mapping[str, Any]) -> None:
        """Time a method nobody planned: as the next block of what runs, else by itself; another workshop stays."""
        workshop, now = self.workshop, self.clock.now()
        running = workshop.id if workshop is not None else None
        self._step(
            N_("Start the timer"), lambda draft: run_now(draft, running, fields, now.astimezone(self.clock.zone))
        )

    def next(self) -> None:
        """The next block."""
        self._timed(N_("Next block"), next_block)

    def back(self) -> None:
        """The block before goes on."""
        self._timed(N_("Back to the block before"), previous_block)

    def pause(self) -> None:
        """Pause, or go on."""
        workshop = self.workshop
        if workshop is not None and workshop.paused:
            self._timed(N_("Continue the workshop"), resume_workshop)
        else:
            self._timed(N_("Pause the workshop"), pause_workshop)

    def end(self) -> None:
        """End it now."""
        self._timed(N_("End the workshop"), end_workshop)

    def more(self, minutes: int = MORE) -> None:
        """Minutes more for the block that runs."""
        standing = self.standing
        if standing is not None and standing.current is not None:
            block = standing.current.block.id
            self._step(N_("More time for the block"), lambda draft: extend_block(draft, block, minutes))

    def skip(self) -> None:
        """Leave out what is left of the block that runs."""
        standing = self.standing
        if standing is not None and standing.current is not None:
            block, now = standing.current.block.id, self.clock.now()
            self._step(N_("Leave out the block"), lambda draft: skip_block(draft, block, now))

    def agree(self, minutes: dict[Id, int]) -> None:
        """Take a proposal: several blocks get shorter in one step."""
        self._step(N_("Shorten so that the end holds"), lambda draft: agree_minutes(draft, minutes))

    def _timed(self, label: str, edit: Callable[[Draft, Id, datetime], object]) -> None:
        workshop, now = self.workshop, self.clock.now()
        if workshop is not None:
            self._step(label, lambda draft: edit(draft, workshop.id, now))

    def _step(self, label: str, edit: Callable[[Draft], object]) -> None:
        if not self._state.session.read_only:
            with self._state.session.transaction(label) as draft:
                edit(draft)

    def _follow(self, *_: Any) -> None:
        """The document is another one: run the timer only while there is something to time."""
        workshop = self.workshop
        wanted = workshop is not None
        if wanted != self._timer.isActive():
            self._timer.start() if wanted else self._timer.stop()
        if not wanted:
            self._told = None
        self.ticked.emit()

    def _signal(self) -> None:
        standing = self.standing
        if standing is None or standing.current is None or standing.paused:
            return
        block, level = standing.current.block.id, standing.signal
        told = self._told[1] if self._told is not None and self._told[0] == block else None
        if level is None:
            self._told = None
        elif told is None or level < told:
            self._told = block, level
            if self._settings[TIMER_SOUND]:
                QApplication.beep()
            self.signalled.emit(signal_text(standing, self._texts))

    def _mind_the_clock(self) -> None:
        """Where the computer's time was set anew, moments written down move along."""
        jump, workshop = self.clock.jump(), self.workshop
        if abs(jump) <= _SET_ANEW:
            return
        self.clock.settle()
        if workshop is not None:
            self._step(N_("The computer’s time was set anew"), lambda draft: shift_run(draft, workshop.id, jump))


def _runs(state: SessionState) -> bool:
    return not state.session.read_only and any(is_running(w) for w in state.document.all(Workshop))


RUN: Final[Receiver[WorkshopRun]] = Receiver()
COMMANDS: Final[tuple[Command, ...]] = (
    Command("run.next", N_("Next block"), GROUP, "", "arrow_right", N_("agenda timer workshop go on"),
            _runs, run=RUN.does(lambda run: run.next())),
    Command("run.back", N_("Back to the block before"), GROUP, "", "arrow_left", N_("agenda timer"),
            _runs, run=RUN.does(lambda run: run.back())),
    Command("run.pause", N_("Pause the workshop or continue"), GROUP, "", "calendar", N_("agenda timer stop"),
            _runs, run=RUN.does(lambda run: run.pause())),
    Command("run.more", N_("5 minutes more for the block"), GROUP, "", "plus", N_("agenda timer extend longer"),
            _runs, run=RUN.does(lambda run: run.more())),
    Command("run.skip", N_("Leave out the block"), GROUP, "", "close", N_("agenda timer skip"), _runs,
            run=RUN.does(lambda run: run.skip())),
    Command("run.end", N_("End the workshop"), GROUP, "", "close", N_("agenda timer stop finish"), _runs,
            run=RUN.does(lambda run: run.end())),
)  # fmt: skip
"""They can be given from anywhere while a workshop runs."""
