"""Words in place of numbers: what each is read as, to be assigned by hand where the program does not know it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout

from cxstudio.exchange.survey.answer_words import AnswerWord, with_word
from cxstudio.exchange.survey.survey_mapping import SurveyMapping
from cxstudio.wording.explanations.kano_explanations import ANSWERS
from ui.context.context import Context
from ui.forms.choice_editors import CalmCombo
from ui.widgets.basics import column, label
from ui.widgets.elided_label import ElidedLabel

_MOST_SHOWN = 24
_WIDTH = 260


class AnswerWords(QFrame):
    """A line per word with how often it was given; those nothing is assigned to come first."""

    def __init__(
        self,
        context: Context,
        words: Sequence[AnswerWord],
        mapping: SurveyMapping,
        remap: Callable[[SurveyMapping], object],
    ) -> None:
        super().__init__()
        self.context, self._mapping, self._remap = context, mapping, remap
        self.boxes: dict[str, QComboBox] = {}
        self.setProperty("kind", "card")
        tr = context.tr
        unknown = sum(word.value is None for word in words)
        said = context.texts.trn(
            "{n} word is not known and left out until it is assigned.",
            "{n} words are not known and left out until they are assigned.",
            unknown,
        )
        note = label(said if unknown else tr("Every word is assigned."), "error" if unknown else "small", wrap=True)
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for at, word in enumerate(words[:_MOST_SHOWN]):
            times = label(context.texts.trn("{n} time", "{n} times", word.times), "small")
            grid.addWidget(ElidedLabel(context.texts.quoted(word.word), ""), at, 0)
            grid.addWidget(times, at, 1)
            grid.addWidget(self._box(word), at, 2)
        box = column(self, label(tr("Words people answered with"), "strong"), note, spacing=6)
        box.setContentsMargins(16, 14, 16, 14)
        box.addLayout(grid)

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
        made.setCurrentIndex(max(0, made.findData(word.value)))
        made.activated.connect(lambda *_: self._assign(word, made))
        self.boxes[word.word] = made
        return made

    def _assign(self, word: AnswerWord, box: QComboBox) -> None:
        value = box.currentData()
        if value != word.value:
            self._remap(with_word(self._mapping, word, value))
