"""Rating in the inspector: a slider per figure, always for the voice named above them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.analysis.statistics.figure_values import TouchpointFigures
from cxstudio.edits import add_participant
from cxstudio.edits.rating.voices import Allowed, Rater, Refusal
from cxstudio.model import GROUP_VOICE, Id, Participant, Touchpoint
from cxstudio.model.questions import FIGURES, FULL, PROMISED
from cxstudio.wording import N_
from cxstudio.wording.explanations.touchpoint_explanations import define, explain
from cxstudio.wording.figures.figure_sentences import basis_line, view_words
from cxstudio.wording.figures.voice_sentences import is_target, refusal_sentence, voice_name
from ui.context import rating
from ui.context.context import Context
from ui.inspector.question_row import FigureRow
from ui.inspector.start_round import start_new_round
from ui.widgets.basics import button, column, label, row
from ui.widgets.menus import entry, open_below
from ui.widgets.why_sheet import WhySheet


class RatingPanel(QWidget):
    """The sliders of one touchpoint, and as whom one rates."""

    def __init__(self, context: Context, figures: Sequence[str] = (*FULL, PROMISED)) -> None:
        """`figures`: the questions asked."""
        super().__init__()
        self.context = context
        self.touchpoint: Id | None = None
        self.head = button("", self.open_voices, "eyebrow", name=context.tr("Rate as"))
        self.basis = label("", "small")
        self.rows = {figure: FigureRow(context, figure) for figure in FIGURES if figure in figures}
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
        who, writable = rating.rater_at(self.context, record), not self.context.session.read_only
        all_figures = self.context.bridge.figures(who.round.id if who.round else None)
        figures = all_figures.of(record.id) if all_figures else None
        self._name_voice(who)
        self._name_basis(who, figures)
        ratings = who.ratings(self.context.document, record.id)
        if PROMISED in self.rows:
            self.rows[PROMISED].setVisible(bool(record.promise.strip()) or bool(figures and figures.promise))
        for line in self.rows.values():
            line.show_voice(who, ratings, figures)
            line.slider.setEnabled(writable)
        self.offer.setVisible(writable and not who.open)

    def _name_voice(self, who: Rater) -> None:
        tr, shown = self.context.tr, who.round
        if who.open and who.own != GROUP_VOICE:
            name = voice_name(self.context.document, self.context.selection.voice, self.context.texts)
            text = tr("Rating of {name}", name=name)
        else:
            group = tr("Group value") if who.one_voice and shown else tr("Rating of the group")
            text = tr("Target values") if is_target(shown) else group
        self.head.setText(f"{text.upper()} ▾")
        self.head.setAccessibleName(tr("Rate as") + f": {text}")

    def _name_basis(self, who: Rater, figures: TouchpointFigures | None) -> None:
        parts, shown = [], who.round
        if shown is not None and not is_target(shown):
            parts.append(view_words(shown.view, self.context.texts))
        if figures is not None and not who.one_voice:
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
            entry(menu, context.tr("+ Person"), self.add_person)
            entry(menu, context.tr("+ Round"), self.start_round)
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
        now = rating.rater_at(self.context, record)
        rating.enter_group_value(self.context, now.journey, now.round)

    def explain(self, figure: str) -> WhySheet | None:
        """Open what one figure means, with this touchpoint's numbers where there are some."""
        record, context = self.context.document.find(self.touchpoint), self.context
        if not isinstance(record, Touchpoint):
            return None
        shown = rating.rater_at(context, record).round
        figures = context.bridge.figures(shown.id) if shown is not None else None
        mine = figures.of(record.id) if figures is not None else None
        if figures is None or shown is None:
            return None
        options = figures.options
        parts = [define(figure, shown, context.texts, options)]
        if mine is not None:
            parts = [explain(figure, mine, shown, context.texts, options)]
        made = WhySheet(self.rows[figure].name, parts, basis_line(context.document, figures, context.texts))
        made.open_below(at=self.mapToGlobal(QPoint(-made.width() - 24, self.rows[figure].y())))
        return made

    def _refused(self) -> None:
        place = self._place()
        if isinstance(place, Refusal):
            self.context.messages.say(refusal_sentence(place, self.context.texts))
            self.offer.setFocus()

    def _rate(self, figure: str, value: int | None) -> None:
        self._write(lambda place: rating.give(self.context, [place], figure, value))

    def _take_back(self, figure: str) -> None:
        self._write(lambda place: rating.take_back(self.context, [place], figure))

    def _say(self, word: str) -> None:
        self._write(lambda place: rating.say_word(self.context, place, word))

    def _write(self, write: Callable[[Allowed], object]) -> None:
        """Write where the voice may; nothing where nothing can be moved."""
        place, before = self._place(), self.context.document
        if isinstance(place, Allowed):
            write(place)
            if self.context.document is before:
                self.refresh()  # the answer there was: the slider goes back to it

    def _place(self) -> Allowed | Refusal | None:
        record = self.context.document.find(self.touchpoint)
        if not isinstance(record, Touchpoint):
            return None
        return rating.rater_at(self.context, record).may_answer(self.context.document, record.id)
