"""What an import cannot know for certain: one question after the other, with what is proposed first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from cxstudio.exchange.plan.import_plan import Choice, Doubt, ImportPlan, ImportRequest
from ui.context.context import Context
from ui.theme.fonts import font
from ui.widgets.basics import button, column, label, row, rule
from ui.widgets.elided_label import ShortenedText

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_KEYS = _ENTER | {Qt.Key.Key_Up, Qt.Key.Key_Down}
_MARGIN = 16
_ANSWER_WIDTH, _ENTER_KEY = 270, 20
"""Pixels for the words of an answer, and how much fewer the longest key leaves."""
_ROW_PAD = 11
"""Pixels before the words of a question that can be chosen, with its border."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question somebody decided, and how the source was read before."""

    doubt: Doubt
    choice: Choice
    before: ImportRequest


class ImportDoubts(QFrame):
    """A card with the questions: those answered, the one that is asked now, and the others below it.

    Enter takes the proposal, digits choose another answer, the arrows another question; choosing reads the source anew
    through `decide`.
    """

    def __init__(
        self,
        context: Context,
        plan: ImportPlan,
        decide: Callable[[Doubt, Choice], object],
        *,
        answered: Sequence[Answered] = (),
        reopen: Callable[[ImportRequest], object] = lambda _: None,
        accept_all: Callable[[], object] = lambda: None,
        asked: str = "",
    ) -> None:
        super().__init__()
        self.context, self._plan, self._decide = context, plan, decide
        self._answered, self._reopen, self._accept_all = answered, reopen, accept_all
        self.choices: dict[str, tuple[QPushButton, ...]] = {}
        """The question that is asked now → its answers, what is proposed first."""
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._box = column(self, spacing=0)
        self._show(next((at for at, doubt in enumerate(plan.doubts) if doubt.id == asked), 0))

    @property
    def asked(self) -> str:
        """Id of the question that is asked now; empty where all are answered."""
        return self._plan.doubts[self._now].id if self._plan.doubts else ""

    def take_keyboard(self) -> None:
        """Let Enter take the proposal."""
        first = next(iter(self.choices.values()), ())
        (first[0] if first else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys an answer would keep to itself belong to all of them."""
        ours = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _KEYS
        if ours and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, doubts = Qt.Key(event.key()), self._plan.doubts
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _ENTER and control:
            self._accept_all()
        elif key in _ENTER and doubts:
            self._take(self._focused())
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and doubts and key - Qt.Key.Key_1 < len(doubts[self._now].choices):
            self._take(key - Qt.Key.Key_1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and len(doubts) > 1:
            self._show((self._now + (1 if key == Qt.Key.Key_Down else -1)) % len(doubts))
            self.take_keyboard()
        else:
            super().keyPressEvent(event)

    def _focused(self) -> int:
        """Which answer has the keyboard; the proposal where none has."""
        answers = self.choices.get(self.asked, ())
        return next((at for at, answer in enumerate(answers) if answer.hasFocus()), 0)

    def _take(self, at: int) -> None:
        doubt = self._plan.doubts[self._now]
        self._decide(doubt, doubt.choices[at])

    def _show(self, now: int) -> None:
        """Show the questions with one of them to be answered."""
        self._now, self.choices = now, {}
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._box.addWidget(self._head())
        for done in self._answered:
            self._box.addWidget(rule())
            self._box.addWidget(self._done(done))
        for at, doubt in enumerate(self._plan.doubts):
            self._box.addWidget(rule())
            self._box.addWidget(self._now_asked(at, doubt) if at == now else self._later(at, doubt))
        if len(self._plan.doubts) > 1:
            foot = QWidget()
            accept = button(self.context.tr("Accept all proposals"), self._accept_all)
            line = row(foot, accept, label(self.context.tr("Ctrl+Enter"), "key"), -1)
            line.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
            self._box.addWidget(rule())
            self._box.addWidget(foot)
        self._box.addStretch(1)

    def _head(self) -> QWidget:
        made, total = QWidget(), len(self._answered) + len(self._plan.doubts)
        title = self.context.texts.trn("{n} question first", "{n} questions first", total)
        done = self.context.tr("{done} of {total} answered", done=len(self._answered), total=total)
        line = row(made, label(title, "strong"), -1, label(done, "small"))
        line.setContentsMargins(_MARGIN, 14, _MARGIN, 12)
        return made

    def _done(self, done: Answered) -> QWidget:
        made, texts = QWidget(), self.context.texts
        said = label(done.choice.label.said(texts), "small", wrap=True)
        question = label(done.doubt.question.said(texts), wrap=True)
        change = button(self.context.tr("Change the answer"), lambda: self._reopen(done.before), "link")
        change.setAccessibleName(f"{change.text()}: {question.text()}")
        words = QWidget()
        column(words, question, said, spacing=2)
        line = row(made, label("✓", "strong"), words, change, spacing=10)
        line.setStretchFactor(words, 1)
        line.setContentsMargins(_MARGIN, 10, _MARGIN, 10)
        return made

    def _now_asked(self, at: int, doubt: Doubt) -> QWidget:
        made, texts = QWidget(), self.context.texts
        where = ShortenedText(texts)
        where.tell(doubt.where.said(texts), doubt.where.said_whole(texts))
        question = label(doubt.question.said(texts), "strong", wrap=True)
        answers = []
        for number, choice in enumerate(doubt.choices):
            said = choice.label.said(texts)
            shown = said if number else texts.tr("{answer} (proposed)", answer=said)
            answer = button(
                _broken(shown, number == 0), partial(self._decide, doubt, choice), "" if number else "primary"
            )
            answer.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            answer.setAccessibleName(f"{doubt.said(texts)} {shown}")
            answer.installEventFilter(self)
            answers.append(answer)
        self.choices[doubt.id] = tuple(answers)
        keys = [self.context.tr("Enter"), *(str(number) for number in range(2, len(answers) + 1))]
        lines = []
        for answer, key in zip(answers, keys, strict=True):
            line = QWidget()
            row(line, answer, label(key, "key")).setStretchFactor(answer, 1)
            lines.append(line)
        body = column(made, question, where, 4, *lines, spacing=6)
        body.setContentsMargins(_MARGIN, 12, _MARGIN, 14)
        made.setProperty("kind", "tinted")
        made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        return made

    def _later(self, at: int, doubt: Doubt) -> QWidget:
        made, texts = QWidget(), self.context.texts
        asked = button(doubt.question.said(texts), partial(self._ask, at), "row")
        asked.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        asked.setAccessibleName(doubt.said(texts))
        proposal = texts.tr("Proposed: {answer}", answer=doubt.choices[0].label.said(texts))
        told = label(proposal, "small", wrap=True)
        told.setContentsMargins(_ROW_PAD, 0, 0, 0)
        body = column(made, asked, told, spacing=0)
        body.setContentsMargins(_MARGIN - _ROW_PAD, 6, _MARGIN, 10)
        return made

    def _ask(self, at: int) -> None:
        self._show(at)
        self.take_keyboard()


def _broken(text: str, proposed: bool) -> str:
    """The text in lines that fit into an answer."""
    metrics = QFontMetrics(font(13, "semibold"))
    lines, room = [""], _ANSWER_WIDTH - (_ENTER_KEY if proposed else 0)
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and metrics.horizontalAdvance(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)
