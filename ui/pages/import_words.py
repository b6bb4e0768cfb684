"""Words in place of numbers: what each is read as, to be assigned by hand where the program does not know it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QWidget

from cxstudio.exchange.survey.answer_words import NO_ANSWER, AnswerWord, with_word
from cxstudio.exchange.survey.survey_mapping import SurveyMapping
from cxstudio.exchange.tables.table import short
from cxstudio.wording.explanations.kano_explanations import ANSWERS
from ui.context.context import Context
from ui.forms.choice_editors import CalmCombo
from ui.widgets.basics import column, label, row
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.fitting.turning_box import turn

_MOST_SHOWN = 40
_WIDTH = 260
_LONGEST_NAME = 40


class AnswerWords(QFrame):
    """A line per word with how often it was given; those nothing is assigned to come first, no answers last."""

    def __init__(
        self,
        context: Context,
        words: Sequence[AnswerWord],
        mapping: SurveyMapping,
        remap: Callable[[SurveyMapping], object],
        column_chosen: int | None = None,
    ) -> None:
        super().__init__()
        self.context, self._mapping, self._remap = context, mapping, remap
        self._words = words
        self.chosen = column_chosen if any(word.column == column_chosen for word in words) else None
        """Number of the column whose words are shown; None for those of all columns."""
        self.boxes: dict[str, QComboBox] = {}
        self.setProperty("kind", "card")
        tr = context.tr
        unknown = sum(word.value is None and not word.silent and word.column is None for word in words)
        said = context.texts.trn(
            "{n} word is not known and left out until it is assigned.",
            "{n} words are not known and left out until they are assigned.",
            unknown,
        )
        note = label(said if unknown else tr("Every word is assigned."), "error" if unknown else "small", wrap=True)
        head = row(None, label(tr("Words people answered with"), "strong"), -1, self._columns())
        turn(head, self, 560)
        self._list = QWidget()
        box = column(self, spacing=6)
        box.setContentsMargins(16, 14, 16, 14)
        box.addLayout(head)
        box.addWidget(note)
        box.addWidget(self._list)
        self._fill()

    def _columns(self) -> QComboBox:
        """Which column's words are shown and changed."""
        made = CalmCombo()
        made.setFixedWidth(_WIDTH)
        made.setAccessibleName(self.context.tr("Words of the column"))
        made.addItem(self.context.tr("All columns"), None)
        names = {use.number: use.touchpoint or use.name for use in self._mapping.columns}
        for number in sorted({word.column for word in self._words if word.column is not None}):
            made.addItem(short(names.get(number, "") or str(number), _LONGEST_NAME), number)
        made.setCurrentIndex(max(0, made.findData(self.chosen)))
        made.activated.connect(lambda *_: self._choose(made.currentData()))
        made.setVisible(made.count() > 2)
        return made

    def _choose(self, chosen: int | None) -> None:
        self.chosen = chosen
        self._fill()

    def _fill(self) -> None:
        """Show the words of the chosen column, or of all."""
        made, self.boxes = QWidget(), {}
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        shown = [word for word in self._words if word.column == self.chosen][:_MOST_SHOWN]
        for at, word in enumerate(shown):
            times = label(self.context.texts.trn("{n} time", "{n} times", word.times), "small")
            grid.addWidget(ElidedLabel(self.context.texts.quoted(word.word), ""), at, 0)
            grid.addWidget(times, at, 1)
            grid.addWidget(self._box(word), at, 2)
        body = self.layout()
        assert body is not None
        body.replaceWidget(self._list, made)
        self._list.hide()
        self._list.deleteLater()
        self._list = made

    def _box(self, word: AnswerWord) -> QComboBox:
        tr, made = self.context.tr, CalmCombo()
        made.setFixedWidth(_WIDTH)
        made.setAccessibleName(tr("“{word}” means", word=word.word))
        made.addItem(tr("leave out"), None)
        if word.kano:
            for value, text in enumerate(ANSWERS, 1):
                made.addItem(f"{value} · {tr(text)}", value)
        else:
            top = max(self._mapping.scale, word.value or 0)
            for value in range(min(0, word.value or 0), top + 1):
                made.addItem(str(value), value)
        made.addItem(tr("no answer"), NO_ANSWER)
        made.setCurrentIndex(max(0, made.findData(NO_ANSWER if word.silent else word.value)))
        made.activated.connect(lambda *_: self._assign(word, made))
        self.boxes[word.word] = made
        return made

    def _assign(self, word: AnswerWord, box: QComboBox) -> None:
        value = box.currentData()
        if value != (NO_ANSWER if word.silent else word.value):
            self._remap(with_word(self._mapping, word, value))
