"""One question of the rating: name, value, slider, and what the answers are like."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.analysis.statistics.figure_values import Summary, TouchpointFigures
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.figures.figure_sentences import agreement_words
from ui.context.context import Context
from ui.forms.text_boxes import Line
from ui.inspector.answer_slider import RatingSlider
from ui.inspector.voice_choice import Voice, ratings_of
from ui.widgets.basics import button, column, label, row
from ui.widgets.menus import open_at

SKIPPING = N_("Does not want to answer")
TAKE_BACK = N_("Take the answer back")


class FigureRow(QWidget):
    """One question: its name, the value, the slider, and how far apart the answers are."""

    asked = Signal()
    """Somebody wants to know what the figure means."""
    worded = Signal(str)
    """Somebody found a word for the emotion."""

    def __init__(self, context: Context, figure: str) -> None:
        super().__init__()
        self.context, self.figure = context, figure
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
        document, texts = self.context.document, self.context.texts
        low, high = voice.limits(document, self.figure)
        summary: Summary | None = getattr(figures, self.figure) if figures else None
        spread = (summary.lowest, summary.highest) if summary and summary.n > 1 and voice.locked else None
        value = (summary.mean if summary else None) if voice.locked else voice.answer(document, self.figure)
        self.slider.show_answer(low, high, value, spread=spread, locked=voice.locked)
        signed = self.figure == "emotion"
        decimals = 1 if voice.locked else 0
        write = texts.signed if signed else texts.number
        skipped = not voice.locked and voice.skipped(document, self.figure)
        self.value.setText((texts.tr("skipped") if skipped else "–") if value is None else write(value, decimals))
        self.slider.setAccessibleDescription(self.value.text())
        self.under.setText(self._under(voice, figures, summary))
        self.under.setVisible(bool(self.under.text()))

        self.word.setVisible(self.figure == "emotion" and not voice.locked and value is not None)
        if not self.word.hasFocus():
            self._kept_word = voice.word(document)
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
            write = texts.signed if self.figure == "emotion" else texts.number
            ends = [write(summary.lowest, 0), write(summary.highest, 0)]
            same = ends[0] == ends[1]
            parts.append(
                texts.tr("all {value}", value=ends[0])
                if same
                else texts.tr("{low} to {high}", low=ends[0], high=ends[1])
            )
            if self.figure == "experience" and figures is not None and figures.agreement_steps is not None:
                parts.append(agreement_words(figures.agreement_steps, texts))
        if self.figure == "emotion":
            parts += self._words(voice)
        return " · ".join(parts)

    def _words(self, voice: Voice) -> list[str]:
        shown = voice.shown
        ratings = ratings_of(self.context.document, shown.id, voice.touchpoint) if shown else None
        if ratings is None or not voice.locked:
            return []
        return list(dict.fromkeys(w for w in ratings.word.values() if w))[:3]
