"""Points of view and how-might-we questions, made from critical touchpoints with their figures attached."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.edits import ask, ideas_on, remove_records
from cxstudio.model import Id, Journey, Persona, Question, Touchpoint
from cxstudio.model.kinds import QuestionKind
from cxstudio.wording import N_
from cxstudio.wording.findings.idea_sentences import first_question, question_words
from ui.context.context import Context
from ui.context.record_workspace import show_record
from ui.forms.form import Form
from ui.forms.text_boxes import GrowingText
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.fitting.wrapping_row import FlowBox
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.ideas.ideas_model import IdeasModel

ASK = N_("Ask a question")
_SIDE = 300
_MOST = 12
"""So many critical touchpoints are listed."""


class QuestionCard(QFrame):
    """One question or point of view, to be written where it stands."""

    def __init__(self, context: Context, model: IdeasModel, question: Question) -> None:
        super().__init__()
        self.context, self.model, self.question = context, model, question.id
        self.setProperty("kind", "card")
        tr = context.tr
        view = question.kind is QuestionKind.POINT_OF_VIEW
        kind = label(tr("Point of view") if view else tr("How-might-we question"), "caption")
        remove = button(tr("Remove"), partial(self._remove), "link")
        self.chips = FlowBox(6)
        for touchpoint in (context.document.find(t) for t in question.touchpoints):
            if isinstance(touchpoint, Touchpoint):
                chip = button(model.short_figure(touchpoint), partial(show_record, context, touchpoint.id), "tag")
                chip.setProperty("tone", model.tone(touchpoint))
                chip.setAccessibleName(tr("Show the touchpoint {name}", name=touchpoint.name))
                set_tooltip(chip, touchpoint.name)
                self.chips.flow.addWidget(chip)
        self.form = Form(context, Question, ("text", "need", "insight") if view else ("text",))
        self.form.show_record(question.id)
        self.form.setEnabled(not context.session.read_only)
        self.sentence = label("", "strong", wrap=True)
        if view:
            onward = button(tr("+ Question from it"), partial(self._from_view), "add")
        else:
            n = len(ideas_on(context.document, question.id))
            said = context.texts.trn("{n} idea", "{n} ideas", n)
            onward = button(tr("To the wall") + f" · {said}", partial(self._wall))
        remove.setEnabled(not context.session.read_only)
        box = column(self, spacing=8)
        box.setContentsMargins(16, 12, 16, 12)
        box.addLayout(row(None, kind, -1, remove))
        for part in (self.chips, self.form, self.sentence):
            box.addWidget(part)
        box.addLayout(row(None, onward, -1))
        self.chips.setVisible(bool(question.touchpoints))
        self.refresh()

    def refresh(self) -> None:
        """Say a point of view as one sentence."""
        found = self.context.document.find(self.question)
        view = isinstance(found, Question) and found.kind is QuestionKind.POINT_OF_VIEW
        self.sentence.setVisible(view)
        if isinstance(found, Question) and view:
            self.sentence.setText(question_words(found, self.context.document, self.context.texts))

    def _remove(self) -> None:
        with self.context.session.transaction(N_("Remove the question")) as draft:
            remove_records(draft, [self.question])

    def _wall(self) -> None:
        self.model.show_question(self.question)
        self.context.commands.run("ideas.add")

    def _from_view(self) -> None:
        view = self.context.document.get(Question, self.question)
        need = view.need.strip().rstrip(".") or "…"
        who = view.text or self.context.tr("the customers")
        text = self.context.tr("How might we give {who} {need}?", who=who, need=need)
        with self.context.session.transaction(ASK) as draft:
            made = ask(draft, text, touchpoints=view.touchpoints, persona=view.persona, from_view=view.id)
        self.context.selection.select(made)


class QuestionsPage(QWidget):
    """Critical touchpoints to the left, what was asked about them to the right."""

    def __init__(self, context: Context, model: IdeasModel) -> None:
        super().__init__()
        self.context, self.model = context, model
        self._said: tuple[object, ...] | None = None
        self.cards: dict[Id, QuestionCard] = {}
        self._side = QWidget()
        beside = VerticalScrollArea(self._side)
        beside.setFixedWidth(_SIDE)
        self._critical = column(self._side, spacing=6)
        self._critical.setContentsMargins(16, 16, 8, 16)
        inner = QWidget()
        inner.setProperty("ground", "ground")
        self._list = column(inner, spacing=12)
        self._list.setContentsMargins(8, 16, 16, 16)
        row(self, beside, VerticalScrollArea(inner), spacing=0).setStretch(1, 1)
        self._parts: list[QWidget] = []
        model.changed.connect(self.refresh)
        context.bridge.figured.connect(self.refresh)
        self.refresh()

    def critical(self) -> list[Touchpoint]:
        """Critical touchpoints of the journey in view."""
        journey = self.context.selection.rated_journey
        figures = self.context.bridge.measured_figures(journey)
        if journey is None or figures is None:
            return []
        return [t for t in self.context.document.journey_touchpoints(journey) if is_critical(figures, t)]

    def ask(self, touchpoint: Id | None = None, *, view: bool = False) -> Id:
        """A question about a touchpoint, or a point of view; its figures stay attached. Returns its id."""
        context = self.context
        found = context.document.find(touchpoint)
        persona = self._persona(found if isinstance(found, Touchpoint) else None)
        who, about = (persona.name if persona is not None else ""), () if touchpoint is None else (touchpoint,)
        kind = QuestionKind.POINT_OF_VIEW if view else QuestionKind.HOW_MIGHT_WE
        text = who or context.tr("A customer")
        if not view:
            text = context.tr("How might we …?")
            if isinstance(found, Touchpoint):
                text = first_question(found, who, context.texts)
        with context.session.transaction(ASK) as draft:
            made = ask(draft, text, kind, about, persona.id if persona is not None else None)
        if not view:
            self.model.show_question(made)
        card = self.cards.get(made)
        if card is not None:
            field = card.form.fields["need" if view else "text"]
            field.editor.setFocus()
            box = QApplication.focusWidget()
            if isinstance(box, GrowingText):
                box.moveCursor(QTextCursor.MoveOperation.End)  # what was proposed is gone on with
                cursor, gap = box.textCursor(), box.toPlainText().find("…")
                if gap >= 0:  # typed over, so that the question goes on behind its first words
                    cursor.setPosition(gap, QTextCursor.MoveMode.KeepAnchor)
                    box.setTextCursor(cursor)
        return made

    def refresh(self, *_: object) -> None:
        """Show what there is now; cards somebody writes in stay."""
        document = self.context.document
        critical = self.critical()
        questions = sorted(document.all(Question), key=lambda q: (q.kind is QuestionKind.HOW_MIGHT_WE, q.order))
        figures = tuple((t.id, self.model.short_figure(t)) for t in critical)
        counts = tuple((q.id, q.kind, q.touchpoints, len(ideas_on(document, q.id))) for q in questions)
        if (figures, counts) != self._said:
            self._said = figures, counts
            self._make(critical, questions)
        for card in self.cards.values():
            card.refresh()

    def _make(self, critical: list[Touchpoint], questions: list[Question]) -> None:
        tr = self.context.tr
        for old in self._parts:
            old.hide()
            old.deleteLater()
        self._parts, self.cards = [], {}
        heading = label(tr("Critical touchpoints"), "caption")
        said = tr("What is critical becomes a question; its figures stay attached.")
        if not critical:
            said = tr("No touchpoint is critical so far. A question can be asked about anything.")
        self._put(self._critical, heading, label(said, "small", wrap=True))
        for touchpoint in critical[:_MOST]:
            self._put(self._critical, self._offer(touchpoint))
        free = QWidget()
        row(free, self._act(tr("+ Question"), partial(self.ask)),
            self._act(tr("+ Point of view"), partial(self.ask, view=True)), -1)  # fmt: skip
        rest = QWidget()
        self._put(self._critical, label(tr("Without a touchpoint"), "caption"), free, rest)
        self._critical.setStretchFactor(rest, 1)
        for question in questions:
            self.cards[question.id] = QuestionCard(self.context, self.model, question)
            self._put(self._list, self.cards[question.id])
        if not questions:
            words = tr("No question yet. Choose a critical touchpoint on the left, or ask freely.")
            self._put(self._list, label(words, "muted", wrap=True))
        end = QWidget()
        self._put(self._list, end)
        self._list.setStretchFactor(end, 1)

    def _put(self, box: object, *parts: QWidget) -> None:
        for part in parts:
            box.addWidget(part)  # type: ignore[attr-defined]
            self._parts.append(part)

    def _offer(self, touchpoint: Touchpoint) -> QWidget:
        made = QFrame()
        made.setProperty("kind", "card")
        tr = self.context.tr
        name = ElidedLabel(self.model.short_figure(touchpoint), "strong")
        set_tooltip(name, touchpoint.name)
        question = self._act(tr("+ Question"), partial(self.ask, touchpoint.id))
        view = self._act(tr("+ Point of view"), partial(self.ask, touchpoint.id, view=True))
        question.setAccessibleName(tr("Question about {touchpoint}", touchpoint=touchpoint.name))
        view.setAccessibleName(tr("Point of view for {touchpoint}", touchpoint=touchpoint.name))
        box = column(made, name, spacing=2)
        box.setContentsMargins(12, 8, 12, 6)
        box.addLayout(row(None, question, view, -1, spacing=4))
        return made

    def _act(self, text: str, act: partial[Id]) -> QWidget:
        made = button(text, act, "link")
        made.setEnabled(not self.context.session.read_only)
        return made

    def _persona(self, touchpoint: Touchpoint | None) -> Persona | None:
        document = self.context.document
        journey = document.journey_of(touchpoint) if touchpoint is not None else None
        if journey is None:
            found = document.find(self.context.selection.journey)
            journey = found if isinstance(found, Journey) else None
        persona = document.find(next(iter(journey.personas), None)) if journey is not None else None
        return persona if isinstance(persona, Persona) else None
