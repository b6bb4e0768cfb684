"""The line above the grid: the question digits answer now, with the ends of its scale, and how typing goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.edits.rating.voices import Rater
from cxstudio.model import Document, Id, Participant, Touchpoint
from cxstudio.model.kinds import RoundState
from cxstudio.model.rounds import is_counted
from cxstudio.wording.figures.figure_sentences import basis_line, short_basis
from cxstudio.wording.figures.rating_questions import question
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, label, row
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.segmented_choice import Segments
from ui.workspaces.rate.table.answer_entry import Entry
from ui.workspaces.rate.table.answer_table_model import RatingTable
from ui.workspaces.rate.table.emotion_faces import FaceRow
from ui.workspaces.rate.table.round_in_view import is_full

_BETWEEN = 12


class QuestionLine(QWidget):
    """Says what is asked; where nobody's answers are in view, what the grid shows instead."""

    quick_wanted = Signal(bool)
    across_wanted = Signal(bool)

    def __init__(self, context: Context, table: RatingTable, entry: Entry) -> None:
        super().__init__()
        self.context, self._table, self._entry = context, table, entry
        self._long = self._short = ""
        """Question or basis of the means, and what of it stands there where room is short."""
        self.setObjectName("question")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        self.setFixedHeight(42)
        tr = context.tr
        self.figure = label("", "accent")
        self.text = ElidedLabel("", "")
        self.ends = ElidedLabel("", "small")
        self.add_person = button(tr("+ Person"), lambda: context.commands.run("rate.new_person"), "add")
        self.quick = button(tr("Quick rating"), kind="chip", name=tr("Ask the one quick question instead"))
        self.quick.setCheckable(True)
        set_tooltip(self.quick, tr("One question instead of two: measured against the expectation"))
        self.quick.clicked.connect(self.quick_wanted)
        self.way = Segments(((False, "↓"), (True, "→")), tr("After a number"))
        set_tooltip(self.way, tr("After a number go on to the next touchpoint or to the next question"))
        self.way.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.way.chosen.connect(lambda across: self.across_wanted.emit(bool(across)))
        self.why = button(tr("Why?"), lambda: context.commands.run("rate.why_round"), "link")
        self.why.setAccessibleName(tr("Why? Figures of the round"))
        self.reopen = button(tr("Reopen"), lambda: context.commands.run("rate.reopen_round"), "link")
        self.reopen.setAccessibleName(tr("Reopen this round"))
        self.faces = FaceRow(context)
        self.faces.felt.connect(self._feel)
        self.faces.worded.connect(self._say)
        parts = (
            self.figure,
            self.text,
            self.why,
            self.ends,
            self.faces,
            self.reopen,
            self.add_person,
            -1,
            self.quick,
            self.way,
        )
        self._parts = tuple(part for part in parts if isinstance(part, QWidget))
        box = row(self, *parts, spacing=_BETWEEN)
        box.setContentsMargins(12, 0, 12, 0)
        context.selection.changed.connect(self.show_answer)

    def show_question(self, now: Rater, figures: RoundFigures | None, figure: str, quick: bool, across: bool) -> None:
        """Show the question of the active column; for means, whose they are."""
        document, texts = self.context.document, self.context.texts
        asked = question(figure, document, now.round, texts)
        writable = not self.context.session.read_only
        entering, own = now.open and writable, now.own is not None
        nobody = not own and figures is not None and not figures.n and not people(document)
        self.figure.setText(asked.name if own else texts.tr("Means of all answers"))
        told = figures is not None and now.round is not None and not own
        self._long = basis_line(document, figures, texts) if told and figures is not None else asked.text if own else ""
        self._short = (
            short_basis(now.round, figures.n, texts, figures) if told and figures and now.round else self._long
        )
        feeling = entering and own and figure == "emotion"
        closed = now.round is not None and now.round.state is RoundState.CLOSED
        self.ends.set_text(texts.tr("Round closed") if closed else asked.ends if own else self._hint(now))
        self.ends.setVisible(bool(self.ends.text()) and not feeling)
        self.faces.setVisible(feeling)
        self.why.setVisible(not own and figures is not None)
        self.reopen.setVisible(closed and writable)
        self.show_answer()
        self.add_person.setVisible(nobody and writable)
        self.quick.setVisible(entering and not is_full(document, now.round))
        self.quick.setChecked(quick)
        self.way.setVisible(entering)
        self.way.set_value(across)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Whose means these are, in full where there is room for it beside everything else."""
        beside = [part for part in self._parts if part is not self.text and not part.isHidden()]
        room = self.width() - sum(part.sizeHint().width() + _BETWEEN for part in beside) - 2 * _BETWEEN
        wide = self.text.fontMetrics().horizontalAdvance(self._long)
        self.text.set_text(self._long if wide <= room else self._short)
        set_tooltip(self.text, self._long)
        self.text.setAccessibleName(self._long)

    def show_answer(self) -> None:
        """Let the faces show what the voice has answered at the selected touchpoint."""
        touchpoint = self._touchpoint
        if touchpoint is not None and not self.faces.isHidden():
            line = self._table.line(touchpoint)
            self.faces.show_answer(line.answer("emotion").value, line.words[0] if line.words else "")
        self.faces.setEnabled(touchpoint is not None)

    @property
    def _touchpoint(self) -> Id | None:
        chosen = self.context.selection.of(Touchpoint)
        return chosen.id if chosen is not None and self._table.row_of(chosen.id) >= 0 else None

    def _feel(self, step: int) -> None:
        touchpoint = self._touchpoint
        if touchpoint is not None:
            self._entry.give(touchpoint, "emotion", step)
            self.show_answer()

    def _say(self, word: str) -> None:
        touchpoint = self._touchpoint
        if touchpoint is not None:
            self._entry.say(touchpoint, word)

    def _hint(self, now: Rater) -> str:
        """How means become answers to write; nothing where that cannot be."""
        tr, document = self.context.tr, self.context.document
        counted = now.round is not None and is_counted(document, now.round.id)
        if counted or self.context.session.read_only:
            return ""
        if not people(document):
            return tr("Nobody rates in this round yet. Add the first person.")
        return tr("To rate, choose a person.")


def people(document: Document) -> bool:
    """Whether there is anybody to rate as."""
    return bool(document.all(Participant))
