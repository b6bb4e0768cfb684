"""Rating in the inspector: a slider per figure, always for the voice named above them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.analysis.statistics.figure_values import TouchpointFigures
from cxstudio.edits import add_participant
from cxstudio.model import GROUP_VOICE, Id, Participant, Touchpoint
from cxstudio.wording import N_
from cxstudio.wording.explanations.touchpoint_explanations import define, explain
from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.figures.figure_sentences import basis_line, view_words
from ui.context.context import Context
from ui.inspector.question_row import TAKE_BACK, FigureRow
from ui.inspector.start_round import start_new_round
from ui.inspector.voice_choice import Voice, voice_for
from ui.rating.voices import Refusal, is_target, open_group_round, refusal_sentence, voice_name
from ui.widgets.basics import button, column, label, row
from ui.widgets.menus import entry, open_below
from ui.widgets.why_sheet import WhySheet

FIGURES = ("expectation", "experience", "emotion", "importance")
RATE = N_("Rate {figure}")
SKIP = N_("Skip {figure}")


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
            line.slider.skipped.connect(lambda f=figure: self._rate(f, None))
            line.slider.cleared.connect(lambda f=figure: self._take_back(f))
            line.slider.refused.connect(self._refused)
            line.worded.connect(self._say)
            line.asked.connect(lambda f=figure: self.explain(f))
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
            group = tr("Group value") if voice.one_voice and voice.shown else tr("Rating of the group")
            text = tr("Target values") if is_target(voice.shown) else group
        self.head.setText(f"{text.upper()} ▾")
        self.head.setAccessibleName(tr("Rate as") + f": {text}")

    def _name_basis(self, voice: Voice, figures: TouchpointFigures | None) -> None:
        parts = []
        if voice.shown is not None and not is_target(voice.shown):
            parts.append(view_words(voice.shown.view, self.context.texts))
        if figures is not None and not voice.one_voice:
            parts.append(f"n = {self.context.texts.number(figures.n)}")
        self.basis.setText(" · ".join(parts))

    def open_voices(self) -> None:
        """Choose as whom to rate."""
        open_below(self.voices_menu(), self.head)

    def voices_menu(self) -> QMenu:
        """Everybody one can rate as."""
        context, selection = self.context, self.context.selection
        menu = QMenu(self)
        names = [(GROUP_VOICE, context.tr("Group"))]
        people = context.document.all(Participant)
        names += [(p.id, voice_name(context.document, p.id, context.texts)) for p in people]
        for voice, name in names:
            entry(menu, name, partial(selection.set_voice, voice), chosen=voice == selection.voice)
        if not context.session.read_only:
            menu.addSeparator()
            menu.addAction(context.tr("+ Person")).triggered.connect(self.add_person)
            menu.addAction(context.tr("+ Round")).triggered.connect(self.start_round)
        return menu

    def add_person(self) -> None:
        """One more participant, who rates from now on."""
        with self.context.session.transaction(N_("Add a person")) as draft:
            added = add_participant(draft)
        self.context.selection.set_voice(added)

    def start_round(self) -> None:
        """A new round in which people rate one by one."""
        if self.context.selection.journey is not None:
            start_new_round(self.context, self.context.selection.journey)

    def enter_group_value(self) -> None:
        """Show the group's own round from now on: one value instead of many answers."""
        record = self.context.document.find(self.touchpoint)
        if not isinstance(record, Touchpoint):
            return
        voice = voice_for(self.context, record)
        self.context.selection.set_voice(GROUP_VOICE)
        with self.context.session.transaction(N_("Enter a group value")) as draft:
            open_group_round(draft, voice.journey, voice.shown)

    def explain(self, figure: str) -> WhySheet | None:
        """Open what one figure means, with this touchpoint's numbers where there are some."""
        record, context = self.context.document.find(self.touchpoint), self.context
        if not isinstance(record, Touchpoint):
            return None
        voice = voice_for(context, record)
        figures = context.bridge.figures(voice.shown.id) if voice.shown is not None else None
        mine = figures.of(record.id) if figures is not None else None
        if figures is None or voice.shown is None:
            return None
        options = figures.options
        parts = [define(figure, voice.shown, context.texts, options)]
        if mine is not None:
            parts = [explain(figure, mine, voice.shown, context.texts, options)]
        made = WhySheet(self.rows[figure].name, parts, basis_line(context.document, figures, context.texts))
        made.open_below(at=self.mapToGlobal(QPoint(-made.width() - 24, self.rows[figure].y())))
        return made

    def _refused(self) -> None:
        record = self.context.document.find(self.touchpoint)
        if isinstance(record, Touchpoint):
            place = voice_for(self.context, record).place
            if isinstance(place, Refusal):
                self.context.messages.say(refusal_sentence(place, self.context.texts))
                self.offer.setFocus()

    def _rate(self, figure: str, value: int | None) -> None:
        voice = self._open_voice()
        if voice is not None:
            step = RATE if value is not None else SKIP
            with self.context.session.transaction(step, figure=figure_label(figure)) as draft:
                voice.give(draft, figure, value)
            self.refresh()

    def _take_back(self, figure: str) -> None:
        voice = self._open_voice()
        if voice is not None:
            with self.context.session.transaction(TAKE_BACK) as draft:
                voice.take_back(draft, figure)
            self.refresh()

    def _say(self, word: str) -> None:
        voice = self._open_voice()
        if voice is not None:
            with self.context.session.transaction(N_("Name the emotion")) as draft:
                voice.say(draft, word)
            self.refresh()

    def _open_voice(self) -> Voice | None:
        """The voice that rates here, None where nothing can be moved."""
        record = self.context.document.find(self.touchpoint)
        voice = voice_for(self.context, record) if isinstance(record, Touchpoint) else None
        return None if voice is None or voice.locked else voice
