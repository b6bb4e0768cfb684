"""Rating in the inspector: a slider per figure, always for the voice named above them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.analysis.results import Summary, TouchpointFigures
from cxstudio.edits import add_participant
from cxstudio.model import GROUP_VOICE, Id, Participant, Touchpoint
from cxstudio.wording import N_
from cxstudio.wording.fields import figure_label
from cxstudio.wording.figures import agreement_words, view_words
from ui.context import Context
from ui.inspector.slider import RatingSlider
from ui.inspector.voices import Voice, ratings_of, voice_for
from ui.widgets.basics import button, column, label, row
from ui.workspaces.journey.voice import Refusal, open_group_round, refusal_sentence, voice_name

FIGURES = ("expectation", "experience", "emotion", "importance")
RATE = N_("Rate {figure}")
TAKE_BACK = N_("Take the answer back")


class FigureRow(QWidget):
    """One question: its name, the value, the slider, and how far apart the answers are."""

    def __init__(self, context: Context, figure: str) -> None:
        super().__init__()
        self.context, self.figure = context, figure
        name = context.tr(figure_label(figure))
        self.value = label("", "strong")
        self.slider = RatingSlider(context.theme, name)
        self.under = label("", "small")
        box = column(self, spacing=0)
        box.addLayout(row(None, label(name), -1, self.value))
        box.addWidget(self.slider)
        box.addWidget(self.under)

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
        self.value.setText("–" if value is None else write(value, decimals))
        self.slider.setAccessibleDescription(self.value.text())
        self.under.setText(self._under(voice, figures, summary))
        self.under.setVisible(bool(self.under.text()))

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
        if ratings is None:
            return []
        words = ratings.word.values() if isinstance(voice.place, Refusal) else [ratings.word.get(voice.place.voice, "")]
        return list(dict.fromkeys(w for w in words if w))[:3]


class RatingPanel(QWidget):
    """The sliders of one touchpoint, and as whom one rates."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.touchpoint: Id | None = None
        self.head = button("", self.open_voices, "eyebrow", name=context.tr("Rate as"))
        self.basis = label("", "small")
        self.rows = {figure: FigureRow(context, figure) for figure in FIGURES}
        self.offer = button(context.tr("Enter group value"), self.enter_group_value, "add")
        box = column(self, spacing=8)
        box.addLayout(row(None, self.head, -1, self.basis))
        for figure, line in self.rows.items():
            box.addWidget(line)
            line.slider.rated.connect(lambda value, f=figure: self._rate(f, value))
            line.slider.cleared.connect(lambda f=figure: self._rate(f, None))
            line.slider.refused.connect(self._refused)
        box.addLayout(row(None, self.offer, -1))
        context.selection.voice_changed.connect(self.refresh)

    def show_record(self, touchpoint: Id | None) -> None:
        """Rate this touchpoint."""
        self.touchpoint = touchpoint
        self.refresh()

    def refresh(self) -> None:
        """Show the answers as they stand."""
        record = self.context.document.find(self.touchpoint)
        if not isinstance(record, Touchpoint):
            return
        voice = voice_for(self.context, record)
        all_figures = self.context.bridge.figures(voice.shown.id if voice.shown else None)
        figures = all_figures.of(record.id) if all_figures else None
        self._name_voice(voice)
        self._name_basis(voice, figures)
        for line in self.rows.values():
            line.show_voice(voice, figures)
            line.slider.setEnabled(not self.context.session.read_only)
        self.offer.setVisible(voice.locked and not self.context.session.read_only)

    def _name_voice(self, voice: Voice) -> None:
        tr = self.context.tr
        if voice.personal:
            name = voice_name(self.context.document, self.context.selection.voice, self.context.texts)
            text = tr("Rating of {name}", name=name)
        else:
            text = tr("Group value") if voice.one_voice and voice.shown else tr("Rating of the group")
        self.head.setText(f"{text.upper()} ▾")
        self.head.setAccessibleName(f"{tr('Rate as')}: {text}")

    def _name_basis(self, voice: Voice, figures: TouchpointFigures | None) -> None:
        parts = []
        if voice.shown is not None:
            parts.append(view_words(voice.shown.view, self.context.texts))
        if figures is not None and not voice.one_voice:
            parts.append(f"n = {self.context.texts.number(figures.n)}")
        self.basis.setText(" · ".join(parts))

    def open_voices(self) -> None:
        """Choose as whom to rate."""
        self.voices_menu().popup(self.head.mapToGlobal(QPoint(0, self.head.height() + 2)))

    def voices_menu(self) -> QMenu:
        """Everybody one can rate as."""
        context, selection = self.context, self.context.selection
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = [(GROUP_VOICE, context.tr("Group"))]
        people = context.document.all(Participant)
        names += [(p.id, voice_name(context.document, p.id, context.texts)) for p in people]
        for voice, name in names:
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(voice == selection.voice)
            action.triggered.connect(lambda _=False, v=voice: selection.set_voice(v))
        if not context.session.read_only:
            menu.addSeparator()
            menu.addAction(context.tr("+ Person")).triggered.connect(self.add_person)
        return menu

    def add_person(self) -> None:
        """One more participant, who rates from now on."""
        with self.context.session.transaction(N_("Add a person")) as draft:
            added = add_participant(draft)
        self.context.selection.set_voice(added)

    def enter_group_value(self) -> None:
        """Show the group's own round from now on: one value instead of many answers."""
        record = self.context.document.find(self.touchpoint)
        if not isinstance(record, Touchpoint):
            return
        voice = voice_for(self.context, record)
        self.context.selection.set_voice(GROUP_VOICE)
        with self.context.session.transaction(N_("Enter a group value")) as draft:
            open_group_round(draft, voice.journey, voice.shown)

    def _refused(self) -> None:
        record = self.context.document.find(self.touchpoint)
        if isinstance(record, Touchpoint):
            place = voice_for(self.context, record).place
            if isinstance(place, Refusal):
                self.context.messages.say(refusal_sentence(place, self.context.texts))
                self.offer.setFocus()

    def _rate(self, figure: str, value: int | None) -> None:
        record = self.context.document.find(self.touchpoint)
        if not isinstance(record, Touchpoint):
            return
        voice = voice_for(self.context, record)
        if voice.locked:
            return
        step = RATE if value is not None else TAKE_BACK
        with self.context.session.transaction(step, figure=figure_label(figure)) as draft:
            voice.give(draft, figure, value)
        self.refresh()
