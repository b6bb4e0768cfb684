"""What counts is fixed before anybody votes: the form of a new vote."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from cxstudio.analysis.votes.points_vote import HARDLY_SECRET
from cxstudio.analysis.votes.vote_results import MERGE_FROM
from cxstudio.analysis.workshops.planned_times import people_of
from cxstudio.edits import Rule
from cxstudio.model import Participant, Workshop
from cxstudio.model.kinds import Tie, VoteKind
from ui.context.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.segmented_choice import Segments
from ui.workspaces.ideas.ideas_model import IdeasModel

_HIGHEST = 999
_USUAL_PEOPLE = 5


class RuleForm(QWidget):
    """Kind, points, people and rule; `wanted` when the group has fixed it."""

    wanted = Signal()

    def __init__(self, context: Context, model: IdeasModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        tr = context.tr
        self.title = QLineEdit()
        self.title.setPlaceholderText(tr("What is voted on?"))
        self.title.setAccessibleName(tr("What is voted on?"))
        self.kind = Segments(((VoteKind.POINTS, tr("Points")), (VoteKind.RATING, tr("Rate each idea"))), tr("Kind"))
        self.kind.set_value(VoteKind.POINTS)
        self.kind.chosen.connect(lambda *_: self.refresh())
        self._proposed = self._known_people()
        self.people = _number(tr("People voting"), self._proposed)
        self.points = _number(tr("Points per person"), 5)
        self.places = _number(tr("Ideas chosen at most"), 3)
        self.least = _number(tr("Points at least"), 2)
        self.share = _number(tr("Share of yes"), 75)
        self.tie = Segments(
            ((Tie.ALL_IN, tr("all of them")), (Tie.RUN_OFF, tr("run-off")), (Tie.DECIDED, tr("a person"))), tr("Tie")
        )
        self.tie.set_value(Tie.RUN_OFF)
        self.tie.chosen.connect(lambda *_: self.refresh())
        self.tie_by = QLineEdit()
        self.tie_by.setPlaceholderText(tr("Who decides, for example the client"))
        self.tie_by.setAccessibleName(tr("Who decides a tie"))
        self.tie_by.textChanged.connect(lambda *_: self.refresh())
        self.by = QLineEdit(tr("the whole group"))
        self.by.setAccessibleName(tr("Fixed by"))
        self.note = label("", "small", wrap=True)
        self.similar = button(tr("Find similar ideas"), lambda: context.commands.run("ideas.similar"), "link")
        self.begin = button(tr("Fix the rule and vote"), self.wanted.emit, "primary")
        self._for_points = _lines((tr("Points per person"), self.points), (tr("Ideas chosen at most"), self.places),
                                  (tr("each with points of at least"), self.least))  # fmt: skip
        self._ties = QWidget()
        column(self._ties, label(tr("Tie for the last place"), "field"), self.tie, self.tie_by, spacing=4)
        self._for_rating = _lines((tr("Per cent who say yes"), self.share))
        box = column(self, label(tr("New vote: first the rule"), "caption"), self.title, self.kind, spacing=10)
        for part in (_lines((tr("People voting"), self.people)), self._for_points, self._ties, self._for_rating,
                     _lines((tr("Fixed by"), self.by)), self.note, self.similar):  # fmt: skip
            box.addWidget(part)
        box.addLayout(row(None, self.begin, -1))
        box.addStretch(1)
        for line in (self.people, self.points):
            line.textChanged.connect(lambda *_: self.refresh())
        model.changed.connect(self.refresh)
        self.refresh()

    @property
    def vote_kind(self) -> VoteKind:
        """By points, or by rating each idea."""
        return VoteKind(str(self.kind.value))

    def rule(self) -> Rule:
        """The rule as it stands in the form, fixed now."""
        now = datetime.now().strftime("%Y-%m-%d %H:%M")
        share = min(max(value(self.share), 1), 100)
        return Rule(max(value(self.places), 1), max(value(self.least), 1), share, Tie(str(self.tie.value)),
                    self.by.text().strip(), now, self.tie_by.text().strip())  # fmt: skip

    def refresh(self, *_: object) -> None:
        """Offer what belongs to the kind, and say what is to be known before."""
        self._propose_people()
        points, tr = self.vote_kind is VoteKind.POINTS, self.context.tr
        self._for_points.setVisible(points)
        self._ties.setVisible(points)
        self._for_rating.setVisible(not points)
        decided = self.tie.value == Tie.DECIDED
        self.tie_by.setVisible(decided)
        n = sum(not idea.covered for idea in self.model.ideas)
        many = n > MERGE_FROM
        notes = []
        if many:
            notes.append(
                tr("{number} ideas are many to choose from. Can some be merged? You may also go on.", number=n)
            )
        if 0 < value(self.people) < HARDLY_SECRET:
            notes.append(tr("With fewer than five people a vote is hardly secret."))
        self.note.setText(" ".join(notes))
        self.note.setVisible(bool(notes))
        self.similar.setVisible(many)
        writable = not self.context.session.read_only
        self.begin.setEnabled(writable and n > 0 and value(self.people) > 0 and self._tie_is_clear)

    @property
    def _tie_is_clear(self) -> bool:
        """Whether it is said who decides a tie, where somebody does."""
        somebody = self.vote_kind is VoteKind.POINTS and self.tie.value == Tie.DECIDED
        return not somebody or bool(self.tie_by.text().strip())

    def view_state(self) -> tuple[object, ...]:
        """What is entered."""
        lines = (self.people, self.points, self.places, self.least, self.share, self.title, self.by, self.tie_by)
        return (*(line.text() for line in lines), self.kind.value, self.tie.value)

    def restore_view_state(self, state: tuple[object, ...]) -> None:
        """Enter it again."""
        lines = (self.people, self.points, self.places, self.least, self.share, self.title, self.by, self.tie_by)
        for line, text in zip(lines, state[:-2], strict=True):
            line.setText(str(text))
        self.kind.set_value(state[-2])
        self.tie.set_value(state[-1])
        self.refresh()

    def _known_people(self) -> int:
        """Those in the room: of the workshop that runs, else of the last one, else all participants."""
        every = self.context.document.all(Workshop)
        workshop = self.context.run.workshop or (every[-1] if every else None)
        here = people_of(workshop) if workshop is not None else 0
        return here or len(self.context.document.all(Participant)) or _USUAL_PEOPLE

    def _propose_people(self) -> None:
        """Follow the workshop for as long as nobody typed another number."""
        known = self._known_people()
        if known != self._proposed and value(self.people) == self._proposed:
            self.people.setText(str(known))
        self._proposed = known


def value(line: QLineEdit) -> int:
    """The number in a line; 0 where there is none."""
    return int(line.text()) if line.text().isdigit() else 0


def _number(name: str, usual: int) -> QLineEdit:
    made = QLineEdit(str(usual))
    made.setValidator(QIntValidator(0, _HIGHEST, made))
    made.setAccessibleName(name)
    made.setFixedWidth(64)
    return made


def _lines(*rows: tuple[str, QWidget]) -> QWidget:
    made = QWidget()
    box = column(made, spacing=6)
    for name, field in rows:
        line = row(None, label(name, wrap=True), field, spacing=8)
        line.setStretch(0, 1)
        box.addLayout(line)
    return made
