"""Ahead or behind; running late, what to shorten so that the end holds, taken with one click."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from cxstudio.analysis.workshops.run_standing import RunStanding
from cxstudio.analysis.workshops.shortening import Shortening, propose_shortening
from cxstudio.catalogue.agendas import shortest_minutes
from cxstudio.model import Id
from cxstudio.wording.findings.agenda_sentences import (
    behind_text,
    end_text,
    minutes_text,
    missing_text,
    moment_text,
    task_lines,
)
from ui.context.context import Context
from ui.theme.plain_texts import PlainCheckBox
from ui.widgets.basics import button, card, column, label, row


class LateCard(QWidget):
    """Read once a second; the boxes are made anew only when the proposal is another one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.proposal: Shortening | None = None
        self.without: set[Id] = set()
        self._standing: RunStanding | None = None
        tr = context.tr
        self.behind, self.end = label("", "name", wrap=True), label("", "muted", wrap=True)
        self._lines = column(None, spacing=6)
        self.heading = label("", "strong", wrap=True)
        self.gained, self.missing = label("", "strong", wrap=True), label("", "error", wrap=True)
        self.take = button(tr("Apply"), self.apply, "primary", name=tr("Shorten so that the end holds"))
        inner = QWidget()
        box = column(inner, self.heading, spacing=8)
        box.addLayout(self._lines)
        box.addWidget(self.gained)
        box.addWidget(self.missing)
        box.addLayout(row(None, self.take, -1))
        self.offer: QFrame = card(inner, margin=14)
        about = tr("What is still to come and has time to spare can be shortened. Fixed blocks and breaks stay.")
        self.about = label(about, "small", wrap=True)
        self.after = label("", "strong", wrap=True)
        self.goal, self.material = label("", "muted", wrap=True), label("", wrap=True)
        self._next = QWidget()
        column(self._next, label(tr("Next"), "caption"), self.after, self.goal, self.material, spacing=4)
        column(self, self.behind, self.end, self.offer, self.about, 8, self._next, spacing=8)
        self._boxes: list[QWidget] = []
        self.boxes: dict[Id, PlainCheckBox] = {}
        self._said: object = None

    def show_standing(self, standing: RunStanding) -> None:
        """How it is now."""
        texts, zone = self.context.texts, self.context.run.clock.zone
        self._standing = standing
        self.behind.setText(behind_text(standing, texts))
        self.end.setText(end_text(standing, texts, zone))
        full = propose_shortening(standing, shortest_minutes())
        known = {cut.block for cut in full.cuts}
        self.without &= {b.block.id for b in standing.to_come}
        self.proposal = propose_shortening(standing, shortest_minutes(), self.without)
        self.offer.setVisible(bool(full.needed))
        self.about.setVisible(bool(full.needed))
        said = (self.proposal, tuple(sorted(self.without)), known)
        if said != self._said:
            self._said = said
            self._fill(full)
        self._tell_next(standing)

    def apply(self) -> None:
        """Take the proposal; one step to undo."""
        if self.proposal is not None and self.proposal.cuts:
            minutes = {cut.block: cut.after for cut in self.proposal.cuts}
            self.without.clear()
            self.context.run.agree(minutes)

    def _fill(self, full: Shortening) -> None:
        texts, tr, standing, proposal = self.context.texts, self.context.tr, self._standing, self.proposal
        assert standing is not None and proposal is not None
        had_focus = next((b for b, box in self.boxes.items() if box.hasFocus()), None)
        for old in self._boxes:
            old.hide()
            old.deleteLater()
        self._boxes, self.boxes = [], {}
        end = moment_text(standing.planned_end, self.context.run.clock.zone)
        self.heading.setText(tr("Proposal, so that {end} holds", end=end))
        cuts = {cut.block: cut for cut in proposal.cuts}
        offered = {cut.block: cut for cut in full.cuts} | cuts
        for block in (b.block for b in standing.to_come):
            if block.id not in offered and block.id not in self.without:
                continue
            cut, usual = cuts.get(block.id), offered.get(block.id)
            before = (cut or usual).before if cut or usual else block.minutes  # type: ignore[union-attr]
            line = PlainCheckBox(block.title or tr("Untitled"))
            line.setChecked(block.id not in self.without)
            line.setEnabled(not self.context.session.read_only)
            line.toggled.connect(lambda on, b=block.id: self._toggle(b, on))
            change = f"{before} → {cut.after}" if cut is not None else tr("stays {n}", n=before)
            line.setAccessibleDescription(change)
            whole = QWidget()
            row(whole, line, -1, label(change, "muted"))
            self._lines.addWidget(whole)
            self._boxes.append(whole)
            self.boxes[block.id] = line
        if had_focus in self.boxes:
            self.boxes[had_focus].setFocus()
        self.gained.setText(tr("Gained: {minutes}", minutes=minutes_text(proposal.gained, texts)))
        self.missing.setText(missing_text(proposal, texts))
        self.missing.setVisible(bool(proposal.missing))
        self.take.setEnabled(bool(proposal.cuts) and not self.context.session.read_only)

    def _toggle(self, block: Id, on: bool) -> None:
        (self.without.discard if on else self.without.add)(block)
        if self._standing is not None:
            self.show_standing(self._standing)

    def _tell_next(self, standing: RunStanding) -> None:
        following = standing.following
        self._next.setVisible(following is not None)
        if following is None:
            return
        start = moment_text(following.start, self.context.run.clock.zone)
        title = following.block.title or self.context.tr("Untitled")
        self.after.setText(f"{start}  {title}")
        first, _ = task_lines(following.block, self.context.texts)
        self.goal.setText("" if first == title else first)
        self.goal.setVisible(bool(self.goal.text()))
        material = ", ".join(line for line in following.block.material.splitlines() if line.strip())
        self.material.setText(self.context.tr("Material: {material}", material=material) if material else "")
        self.material.setVisible(bool(material))
