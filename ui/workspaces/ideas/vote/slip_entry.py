"""One slip after the other, covered: by a person at the keyboard, or typed in from paper like a pile of sheets."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from cxstudio.layout.boards.vote_board import letter
from cxstudio.model import Id, VoteRound
from cxstudio.model.kinds import VoteKind
from ui.context.context import Context
from ui.widgets.basics import button, column, label, row

_ANSWERS = {"2": 2, "1": 1, "0": 0, "+": 2, "~": 1, "-": 0, "−": 0}
"""Behind a letter: yes, yes with changes, no."""


class BadSlip(Exception):
    """What was typed is no slip; says which part of it."""


def read_slip(typed: str, vote: VoteRound) -> dict[Id, int]:
    """Letters as points ("AAC" or "A A C"); of a rating each letter with its answer ("A2 B0"). Raises BadSlip."""
    letters = {letter(n): idea for n, idea in enumerate(vote.ideas)}
    words = typed.upper().replace(",", " ").split()
    if vote.kind is VoteKind.RATING:
        answers: dict[Id, int] = {}
        for word in words:
            name, answer = word[:-1], word[-1:]
            if name not in letters or answer not in _ANSWERS:
                raise BadSlip(word)
            answers[letters[name]] = _ANSWERS[answer]
        return answers
    if len(words) == 1 and words[0] not in letters:
        words = list(words[0])
    unknown = next((word for word in words if word not in letters), None)
    if unknown is not None:
        raise BadSlip(unknown)
    return dict(Counter(letters[word] for word in words))


class SlipEntry(QFrame):
    """A covered line; Enter hands the slip in."""

    handed_in = Signal(object, str)
    """Idea → points, and the code a person chose."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setProperty("kind", "card")
        self.vote: VoteRound | None = None
        tr = context.tr
        self.heading = label("", "strong", wrap=True)
        self.left = label("", "small")
        self.hint = label("", "small", wrap=True)
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(tr("Slip"))
        self.line.textChanged.connect(self._count)
        self.line.returnPressed.connect(self._hand_in)
        self.show_it = button(tr("Show briefly"), kind="link")
        self.show_it.setCheckable(True)
        self.show_it.toggled.connect(self._echo)
        self.code = QLineEdit()
        self.code.setEchoMode(QLineEdit.EchoMode.Password)
        self.code.setPlaceholderText(tr("Code of your own (optional)"))
        self.code.setAccessibleName(tr("Code of your own (optional)"))
        self.code.returnPressed.connect(self._hand_in)
        self.error = label("", "error", wrap=True)
        self.take = button(tr("Hand in"), self._hand_in, "primary")
        box = column(self, spacing=8)
        head = row(None, self.heading, self.left)
        head.setStretch(0, 1)
        box.addLayout(head)
        for part in (self.hint, self.line, self.code, self.error):
            box.addWidget(part)
        box.addLayout(row(None, self.take, self.show_it, -1))
        box.setContentsMargins(14, 12, 14, 12)
        self.error.hide()

    def show_vote(self, vote: VoteRound) -> None:
        """Take slips for this vote."""
        tr = self.context.tr
        another = self.vote is None or self.vote.id != vote.id
        self.vote = vote
        self.heading.setText(tr("Type slip {n}", n=vote.cast + 1))
        if vote.kind is VoteKind.RATING:
            said = tr(
                "Each letter with 2 for yes, 1 for yes with changes, 0 for no: A2 B0 C1. "
                "To abstain, leave the letter out."
            )
        else:
            said = tr("A letter gives its idea one point: AAC gives A two points and C one. Enter hands in.")
        self.hint.setText(said)
        open_ = not self.context.session.read_only and vote.cast < vote.eligible
        for part in (self.line, self.code, self.take):
            part.setEnabled(open_)
        if another:
            self.done()
        self._count()

    def done(self) -> None:
        """The slip is in: the line is empty for the next person, and covered."""
        self.line.clear()
        self.code.clear()
        self.show_it.setChecked(False)
        self.refuse("")

    def refuse(self, why: str) -> None:
        """Say why a slip is not taken; what was typed stays."""
        self.error.setText(why)
        self.error.setVisible(bool(why))

    def _echo(self, on: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        self.show_it.setText(self.context.tr("Cover again") if on else self.context.tr("Show briefly"))

    def _count(self, *_: object) -> None:
        vote, tr = self.vote, self.context.tr
        if vote is None or vote.kind is VoteKind.RATING:
            self.left.setText("")
            return
        try:
            spent = sum(read_slip(self.line.text(), vote).values())
        except BadSlip:
            spent = 0
        self.left.setText(tr("{n} of {most} left", n=max(vote.points_each - spent, 0), most=vote.points_each))

    def _hand_in(self) -> None:
        vote = self.vote
        if vote is None:
            return
        try:
            slip = read_slip(self.line.text(), vote)
        except BadSlip as bad:
            self.refuse(self.context.tr("There is no idea “{letter}” on the slip. Please check what you typed.",
                                        letter=str(bad)))  # fmt: skip
            return
        self.handed_in.emit(slip, self.code.text())
