"""One question of the rating: name, value, slider, and what the answers are like."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.analysis.statistics.figure_values import Summary, TouchpointFigures
from cxstudio.model.questions import BY_NAME
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.figures.figure_sentences import agreement_words, written_value
from ui.context.context import Context
from ui.context.rating import TAKE_BACK
from ui.forms.text_boxes import Line
from ui.inspector.answer_slider import RatingSlider
from ui.inspector.voice_choice import Voice
from ui.widgets.basics import button, column, label, row
from ui.widgets.menus import open_at

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
        self.name.setToolTip(why)
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

    def show_voice(self, voice: Voice, figures: TouchpointFigures | None) -> None:
        """Show this voice's answer, or the mean where there are several."""
        texts, answer = self.context.texts, voice.answer(self.figure)
        low, high = voice.rater.limits(self.figure)
        summary: Summary | None = getattr(figures, self.figure) if figures else None
        spread = (summary.lowest, summary.highest) if summary and summary.n > 1 and voice.locked else None
        value = (summary.mean if summary else None) if voice.locked else answer.value
        self.slider.show_answer(low, high, value, spread=spread, locked=voice.locked)
        skipped = texts.tr("skipped") if answer.skipped and not voice.locked else "–"
        decimals = 1 if voice.locked else 0
        self.value.setText(skipped if value is None else written_value(self.figure, value, texts, decimals))
        self.slider.setAccessibleDescription(self.value.text())
        self.under.setText(self._under(voice, figures, summary))
        self.under.setVisible(bool(self.under.text()))

        self.word.setVisible(self._has_word and not voice.locked and value is not None)
        if not self.word.hasFocus():
            self._kept_word = voice.word
            self.word.put(self._kept_word)

    def menu(self) -> QMenu:
        """What else can be said than a number."""
        menu = QMenu(self)
        for text, signal in ((SKIPPING, self.slider.skipped), (TAKE_BACK, self.slider.cleared)):
            action = menu.addAction(self.context.tr(text))
            action.setEnabled(not self.slider.locked)
            action.triggered.connect(lambda _=False, s=signal: s.emit())
        return menu

    def _worded(self) -> None:
        word = self.word.text().strip()
        if word != self._kept_word:
            self._kept_word = word
            self.worded.emit(word)

    def _under(self, voice: Voice, figures: TouchpointFigures | None, summary: Summary | None) -> str:
        texts, parts = self.context.texts, []
        if summary is not None and summary.n > 1 and (voice.locked or voice.personal):
            ends = [written_value(self.figure, end, texts, 0) for end in (summary.lowest, summary.highest)]
            same = ends[0] == ends[1]
            parts.append(
                texts.tr("all {value}", value=ends[0])
                if same
                else texts.tr("{low} to {high}", low=ends[0], high=ends[1])
            )
            if self.figure == "experience" and figures is not None and figures.agreement_steps is not None:
                parts.append(agreement_words(figures.agreement_steps, texts))
        if self._has_word:
            parts += self._words(voice)
        return " · ".join(parts)

    def _words(self, voice: Voice) -> list[str]:
        if voice.ratings is None or not voice.locked:
            return []
        return list(dict.fromkeys(w for w in voice.ratings.word.values() if w))[:3]
