"""The block that runs: its timer, where a 6-3-5 stands, and what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from cxstudio.analysis.workshops.block_needs import PassingNeed, block_need, pass_now
from cxstudio.analysis.workshops.run_standing import RunStanding
from cxstudio.look.roles import Role
from cxstudio.model import Workshop
from cxstudio.wording.findings.agenda_sentences import moment_text, task_lines, timer_text
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.fitting.turning_box import turn, watch
from ui.widgets.fitting.wrapping_row import FlowBox
from ui.workspaces.ideas.agenda.timer_ring import TimerRing


class RunCard(QFrame):
    """Shown while the workshop runs."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setProperty("kind", "card")
        tr, run = context.tr, context.run
        self.title, self.span = label("", "name", wrap=True), label("", "muted")
        self.ring = TimerRing(context)
        self.passing = label("", "accent", wrap=True)
        self.task = label("", "strong", wrap=True)
        self.rest = label("", "muted", wrap=True)
        self.signal = label("", "error", wrap=True)
        self.pause = self._act(tr("Pause"), run.pause)
        self.more = self._act(tr("+5 min"), run.more, tr("5 minutes more for the block"))
        self.back = self._act("", run.back, tr("Back to the block before"), "ghost")
        self.back.setIcon(context.theme.icon("arrow_left", Role.INK))
        set_tooltip(self.back, tr("Back to the block before"))
        self.skip = self._act(tr("Leave out"), run.skip, tr("Leave out what is left of the block"))
        self.next = self._act(tr("Next block"), run.next, kind="primary")
        words = column(None, self.passing, self.task, self.rest, self.signal, spacing=8)
        words.addStretch(1)
        middle = row(None, self.ring, spacing=20)
        middle.addLayout(words, 1)
        turn(middle, self, 330)
        acts = FlowBox(6)
        for part in (self.next, self.pause, self.more, self.skip):
            acts.flow.addWidget(part)
        box = column(self, spacing=12)
        head = row(None, self.back, self.title, self.span)
        head.setStretch(1, 1)
        box.addLayout(head)
        watch(self, 360, self.span.setVisible)  # the line of the block says it as well
        box.addLayout(middle)
        box.addWidget(acts)
        box.setContentsMargins(16, 16, 16, 16)

    def show_standing(self, workshop: Workshop, standing: RunStanding) -> None:
        """How it is now."""
        tr, current = self.context.tr, standing.current
        if current is None:
            return
        zone, block = self.context.run.clock.zone, current.block
        self.title.setText(block.title or tr("Untitled"))
        span = {"from": moment_text(current.start, zone), "until": moment_text(current.end, zone)}
        self.span.setText(tr("{start} to {end}", start=span["from"], end=span["until"]))
        self.ring.show_standing(standing)
        first, rest = task_lines(block, self.context.texts)
        self.task.setText("" if first == self.title.text() else first)
        self.rest.setText("\n".join(rest))
        self.passing.setText(self._pass(workshop, standing))
        for part in (self.task, self.rest, self.passing):
            part.setVisible(bool(part.text()))
        self.pause.setText(tr("Continue") if standing.paused else tr("Pause"))
        self.pause.setAccessibleName(self.pause.text())
        self.next.setText(tr("Next block") if standing.following is not None else tr("End the workshop"))
        self.next.setAccessibleName(self.next.text())
        self.signal.setVisible(standing.signal is not None)
        self.signal.setText(self._signal(standing))

    def _signal(self, standing: RunStanding) -> str:
        tr = self.context.tr
        if standing.left <= 0:
            return tr("The time is up.")
        return tr("{time} left", time=timer_text(standing.left)) if standing.signal is not None else ""

    def _pass(self, workshop: Workshop, standing: RunStanding) -> str:
        assert standing.current is not None
        need = block_need(self.context.document, workshop, standing.current.block)
        if not isinstance(need, PassingNeed):
            return ""
        found = pass_now(need, standing.length, standing.elapsed)
        if found is None:
            return self.context.tr("Reading out")
        return self.context.tr("Pass {n} of {all}, pass on in {time}", n=found.number, all=found.passes,
                               time=timer_text(found.left))  # fmt: skip

    def _act(self, text: str, act: Callable[[], object], name: str = "", kind: str = "") -> QPushButton:
        made = button(text, act, kind, name=name or text)
        made.setEnabled(not self.context.session.read_only)
        return made


def shown(part: QWidget, on: bool) -> None:
    """Show a part or not, only where that differs: nothing flickers once a second."""
    if part.isHidden() == on:
        part.setVisible(on)
