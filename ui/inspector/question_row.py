"""One question of the rating: name, value, slider, and what the answers are like."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.analysis.statistics.figure_values import Summary, TouchpointFigures
from cxstudio.edits.rating.voices import Rater
from cxstudio.model import GROUP_VOICE, TouchpointRatings
from cxstudio.model.questions import BY_NAME
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.figures.figure_sentences import agreement_words, written_value
from cxstudio.wording.figures.promise_sentences import answer_word
from ui.context.context import Context
from ui.context.rating import TAKE_BACK
from ui.forms.text_boxes import Line
from ui.inspector.answer_slider import RatingSlider
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.menus import entry, open_at

SKIPPING = N_("Does not want to answer")


class FigureRow(QWidget):
    """One question: its name, the value, the slider, and how far apart the answers are."""

    asked = Signal()
    """Somebody wants to know what the figure means."""
    worded = Signal(str)
    """Somebody found a word for the emotion."""

    def __init__(self, context: Context, figure: str) -> None:
        super().__init__()
        self.context, self.figure = context, figure
        self._has_word = bool(BY_NAME[figure].word)
        self._kept_word = ""
        name = context.tr(figure_label(figure))
        self.value = label("", "strong")
        self.slider = RatingSlider(context.theme, name)
        self.under = label("", "small")
        box = column(self, spacing=0)
        why = context.tr("Why?")
        self.name = button(name, self.asked.emit, "plainlink", name=f"{name}: {why}")
        set_tooltip(self.name, why)
        self.name.setCursor(Qt.CursorShape.WhatsThisCursor)
        box.addLayout(row(None, self.name, -1, self.value))
        box.addWidget(self.slider)
        box.addWidget(self.under)
        self.word = Line()
        self.word.setProperty("kind", "plain")
        self.word.setPlaceholderText(context.tr("A word for it, for example annoyed"))
        self.word.setAccessibleName(context.tr("Word for the emotion"))
        self.word.hide()
        box.addWidget(self.word)
        for signal in (self.word.returnPressed, self.word.left):
            signal.connect(self._worded)
        self.word.escaped.connect(lambda: self.word.put(self._kept_word))
        self.slider.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.slider.customContextMenuRequested.connect(lambda at: open_at(self.menu(), self.slider.mapToGlobal(at)))

    def show_voice(self, who: Rater, ratings: TouchpointRatings | None, figures: TouchpointFigures | None) -> None:
        """Show the voice's answer, or the mean where there are several and nothing can be moved."""
        texts, answer, locked = self.context.texts, who.answer(ratings, self.figure), not who.open
        low, high = who.limits(self.figure)
        summary: Summary | None = getattr(figures, self.figure) if figures else None
        spread = (summary.lowest, summary.highest) if summary and summary.n > 1 and locked else None
        value = (summary.mean if summary else None) if locked else answer.value
        self.slider.show_answer(low, high, value, spread=spread, locked=locked)
        skipped = texts.tr("skipped") if answer.skipped and not locked else "–"
        decimals = 1 if locked else 0
        written = skipped if value is None else written_value(self.figure, value, texts, decimals)
        named = "" if value is None else answer_word(self.figure, value, texts)
        self.value.setText(named or written)
        self.slider.setAccessibleDescription(self.value.text())
        words = ratings.word if ratings is not None and self._has_word else {}
        parts = self._spread(figures, summary) if locked or who.own != GROUP_VOICE else []
        parts += list(dict.fromkeys(word for word in words.values() if word))[:3] if locked else []
        self.under.setText(" · ".join(parts))
        self.under.setVisible(bool(parts))
        self.word.setVisible(self._has_word and not locked and value is not None)
        if not self.word.hasFocus():
            self._kept_word = "" if locked else words.get(who.own or "", "")
            self.word.put(self._kept_word)

    def menu(self) -> QMenu:
        """What else can be said than a number."""
        menu = QMenu(self)
        for text, signal in ((SKIPPING, self.slider.skipped), (TAKE_BACK, self.slider.cleared)):
            action = entry(menu, self.context.tr(text))
            action.setEnabled(not self.slider.locked)
            action.triggered.connect(lambda _=False, s=signal: s.emit())
        return menu

    def _worded(self) -> None:
        word = self.word.text().strip()
        if word != self._kept_word:
            self._kept_word = word
            self.worded.emit(word)

    def _spread(self, figures: TouchpointFigures | None, summary: Summary | None) -> list[str]:
        """How far apart the answers are."""
        if summary is None or summary.n < 2:
            return []
        texts = self.context.texts
        low, high = (
            answer_word(self.figure, end, texts) or written_value(self.figure, end, texts, 0)
            for end in (summary.lowest, summary.highest)
        )
        parts = [texts.tr("all {value}", value=low) if low == high else texts.tr("{low} to {high}", low=low, high=high)]
        if self.figure == "experience" and figures is not None and figures.agreement_steps is not None:
            parts.append(agreement_words(figures.agreement_steps, texts))
        return parts
