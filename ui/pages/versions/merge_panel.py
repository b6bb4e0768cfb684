"""Another copy beside the project: what fits by itself, and each conflict to be decided, before anything changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cxstudio.errors import UserError
from cxstudio.merging.conflicts import Place, Side
from cxstudio.session.versions.kept import ReadVersion
from cxstudio.session.versions.merging import Comparison, Merged, merged
from cxstudio.steps import in_thread
from cxstudio.store import Change
from cxstudio.wording.findings.merge_sentences import conflict_lines, summary
from ui.background.awaited import Awaited
from ui.context.context import Context
from ui.context.last_step import undo_last, while_done
from ui.context.messages import Notice, Tone
from ui.pages.versions.change_times import ChangeTimes
from ui.pages.versions.conflict_card import ConflictCard
from ui.widgets.basics import button, card, column, label, row, rule

_RECORDS_AT_ONCE = 1_000
"""Records of a project that is merged in a moment."""
_AT_ONCE = 25
"""Conflicts made at once; more when they are asked for."""


class MergePanel(QWidget):
    """Shows a comparison; only "Merge" changes anything, as one step."""

    finished = Signal()
    """Merged, or given up."""

    def __init__(self, context: Context, comparison: Comparison, again: Callable[[], object],
                 decisions: dict[Place, Side], versions: Sequence[ReadVersion] = ()) -> None:  # fmt: skip
        """`again` compares anew, where the project changed meanwhile; `decisions` are those made already.

        `versions` are those kept on this machine, oldest first.
        """
        super().__init__()
        tr = context.tr
        self._context, self._again = context, again
        self.comparison = comparison
        self.decisions = dict(decisions)
        self._versions = versions
        self.cards: list[ConflictCard] = []
        self._conflicts = comparison.merge.conflicts
        self._working: Awaited[Merged] | None = None
        cancel = button(tr("Cancel"), self.finished.emit, "ghost")
        head = row(None, label(tr("Merge two copies"), "title"), -1, cancel)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._more = button(tr("Show more"), self.show_more, "link")
        self.later = button(tr("Decide the rest later"), self._take_open)
        self.take = button("", self.merge, "primary")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        inner = QWidget()
        box = column(inner, spacing=12)
        box.setContentsMargins(24, 20, 24, 20)
        box.addLayout(head)
        box.addWidget(label(self._subtitle(), "muted", wrap=True))
        for sentence in self._sentences():
            box.addWidget(label(sentence, "", wrap=True))
        box.addWidget(self._summary())
        if len(self._conflicts) > 1:
            box.addLayout(self._for_all())
        box.addLayout(self._list)
        box.addWidget(self._more, alignment=Qt.AlignmentFlag.AlignLeft)
        if self._conflicts:
            box.addLayout(self._keys())
        box.addStretch(1)
        scroll.setWidget(inner)
        self._scroll = scroll
        foot = QWidget()
        note = label(tr("One step: undo takes everything back. The other file stays as it is."), "muted", wrap=True)
        foot_box = row(foot, note, self.later, self.take, spacing=8)
        foot_box.setStretch(0, 1)
        foot_box.setContentsMargins(24, 10, 24, 10)
        column(self, scroll, rule(), foot, spacing=0)
        self.show_more()
        self._count()

    def show_more(self) -> None:
        """Make the cards of the next conflicts."""
        first = len(self.cards)
        times = ChangeTimes(self._context, self.comparison, self._versions)
        for number, conflict in enumerate(self._conflicts[first : first + _AT_ONCE], first + 1):
            lines = conflict_lines(conflict, self.comparison.merge.find, self._context.texts)
            made = ConflictCard(self._context, conflict, lines, number, times.heads(conflict))
            made.set_side(self.decisions.get(conflict.place))
            made.decided.connect(lambda _, each=made: self._decided(each))
            made.left.connect(lambda step, each=made: self.go_on(each, step))
            self.cards.append(made)
            self._list.addWidget(made)
        rest = len(self._conflicts) - len(self.cards)
        self._more.setVisible(rest > 0)
        self._more.setText(self._context.texts.trn("Show {n} more", "Show {n} more", min(rest, _AT_ONCE)))

    def decide_all(self, side: Side) -> None:
        """Decide everything that is still open this way."""
        for conflict in self._conflicts:
            self.decisions.setdefault(conflict.place, side)
        for each in self.cards:
            each.set_side(self.decisions.get(each.conflict.place))
        self._count()

    @property
    def open_conflicts(self) -> int:
        """Conflicts nobody has decided yet."""
        return len(self._conflicts) - len(self.decisions)

    def merge(self) -> None:
        """Merge, once everything is decided."""
        if not self.open_conflicts:
            self._take_open()

    def take_focus(self) -> None:
        """Give the keyboard to the first conflict, else to what merges."""
        if self.cards:
            self.cards[0].take_focus()
        else:
            self.take.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self, here: ConflictCard, step: int) -> None:
        """Give the keyboard to another conflict; more are made where the last one is left."""
        place = self.cards.index(here) + step
        if place == len(self.cards) and not self._more.isHidden():
            self.show_more()
        there = self.cards[max(0, min(place, len(self.cards) - 1))]
        there.take_focus()
        self._scroll.ensureWidgetVisible(there)

    # Underneath

    def _take_open(self) -> None:
        """Work out what comes of it, beside the window where that takes a moment, and merge."""
        comparison, known = self.comparison, frozenset(self._context.session.assets)
        if len(comparison.merge.here) <= _RECORDS_AT_ONCE:
            self._take(None)
        elif self._working is None or self._working.over:
            for each in (self.take, self.later):
                each.setEnabled(False)
            ready = in_thread(merged, comparison.there, comparison.merge, dict(self.decisions), known)
            self._working = Awaited(self, ready, self._take)

    def _take(self, ready: Merged | None) -> None:
        self._count()
        self.later.setEnabled(True)
        context, comparison = self._context, self.comparison
        left = self.open_conflicts
        try:
            missing = context.session.merge(comparison.there, comparison.merge, self.decisions, ready)
        except UserError as error:
            context.messages.error(error, "merge")
            if comparison.merge.here is not context.document:
                self._again()
            return
        context.messages.worked("merge")
        n = len(comparison.merge.changes(self.decisions))
        tr, trn = context.tr, context.texts.trn
        said = tr("“{name}” is merged: {what}.", name=comparison.there.name, what=trn("{n} change", "{n} changes", n))
        if left:
            said += " " + trn("{n} conflict stays as it is here. Merge again to decide it.",
                              "{n} conflicts stay as they are here. Merge again to decide them.", left)  # fmt: skip
        if missing:
            said += " " + trn("{n} picture is in neither copy.", "{n} pictures are in neither copy.", len(missing))
        undo = (undo_last(context),) if n else ()
        tone = Tone.WARNING if missing else Tone.GOOD
        context.messages.post(
            Notice("merge", said, tone, undo, passing=not (missing or left), holds=while_done(context))
        )
        self.finished.emit()

    def _decided(self, made: ConflictCard) -> None:
        assert made.side is not None
        self.decisions[made.conflict.place] = made.side
        self._count()

    def _count(self) -> None:
        tr, trn, left = self._context.tr, self._context.texts.trn, self.open_conflicts
        said = trn("Merge: {n} open", "Merge: {n} open", left) if left else tr("Merge copies")
        self.take.setText(said)
        self.take.setAccessibleName(said)
        self.take.setEnabled(not left)
        self.later.setVisible(left > 0)

    def _subtitle(self) -> str:
        tr, comparison = self._context.tr, self.comparison
        said = tr("This project and “{name}”.", name=comparison.there.name)
        ancestor = comparison.ancestor
        if ancestor is None:
            return said + " " + tr("No common version was found, so every difference has to be decided.")
        times = ChangeTimes(self._context, comparison, self._versions)
        if times.common is None:
            return said + " " + tr("Compared with the version both come from.")
        when = times.moment(times.common)
        return said + " " + tr("Compared with the version both come from, {when}.", when=when)

    def _sentences(self) -> list[str]:
        """What else has to be known before."""
        trn, comparison, found = self._context.texts.trn, self.comparison, []
        if comparison.merge.erased:
            found.append(trn("{n} person deleted for good in one of the copies does not come back.",
                             "{n} people deleted for good in one of the copies do not come back.",
                             len(comparison.merge.erased)))  # fmt: skip
        if comparison.problems:
            found.append(trn("{n} thing in the other copy cannot be read and stays there.",
                             "{n} things in the other copy cannot be read and stay there.",
                             comparison.problems))  # fmt: skip
        return found

    def _summary(self) -> QFrame:
        tr, merge = self._context.tr, self.comparison.merge
        conflicts = len(self._conflicts)
        asks = tr("Somebody has to decide here.") if conflicts else tr("Nothing has to be decided.")
        parts = [
            self._part(len(_slots(merge.only_here)), tr("Changed here only"), self._told(merge.only_here), fits=True),
            self._part(
                len(_slots(merge.only_there)), tr("Changed there only"), self._told(merge.only_there), fits=True
            ),
            self._part(conflicts, tr("On both sides"), asks, fits=not conflicts),
        ]
        made = card(margin=16)
        box = made.layout()
        assert box is not None
        line = QWidget()
        inner = row(line, spacing=24)
        for part in parts:
            inner.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        box.addWidget(line)
        return made

    def _part(self, n: int, heading: str, told: str, *, fits: bool) -> QWidget:
        made = QWidget()
        head = row(None, label(self._context.texts.number(n), "title"), label(heading, "strong"), -1, spacing=8)
        if fits:
            head.addWidget(label("✓ " + self._context.tr("fits"), "chip", tone="delighting"))
        box = column(made, spacing=4)
        box.addLayout(head)
        box.addWidget(label(told, "muted", wrap=True))
        return made

    def _told(self, changes: tuple[Change, ...]) -> str:
        return summary(changes, self._context.texts) or self._context.tr("Nothing")

    def _for_all(self) -> QVBoxLayout:
        tr = self._context.tr
        here = button(tr("All open ones from here"), partial(self.decide_all, Side.HERE), "link")
        there = button(tr("All open ones from there"), partial(self.decide_all, Side.THERE), "link")
        box = column(None)
        box.addLayout(row(None, here, there, -1, spacing=4))
        return box

    def _keys(self) -> QVBoxLayout:
        tr = self._context.tr
        line = row(None, label("←", "key"), label("→", "key"), label(tr("choose a side"), "small"), 12,
                   label("B", "key"), label(tr("both, where possible"), "small"), 12,
                   label("↓", "key"), label(tr("next conflict"), "small"), -1, spacing=6)  # fmt: skip
        box = column(None)
        box.addLayout(line)
        return box


def _slots(changes: tuple[Change, ...]) -> set[tuple[str, str | None, str | None]]:
    return {change.slot for change in changes}
