"""One figure about the whole journey: its value, the answers behind it, change, groups, and values from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QFrame

from cxstudio.analysis.change.loyalty_change import JourneyFigureChange
from cxstudio.analysis.journey_figures.benchmark_values import Compared
from cxstudio.analysis.journey_figures.nps_csat_ces import JourneyFigure
from cxstudio.analysis.statistics.touchpoint_figures import is_survey
from cxstudio.edits.rating.closed import is_closed
from cxstudio.edits.rating.journey_figures import may_enter_figure
from cxstudio.look.roles import Role
from cxstudio.model import Id, Round
from cxstudio.model.kinds import FigureKind
from cxstudio.wording.explanations.change_explanations import explain_benchmark, explain_journey_figure
from cxstudio.wording.figures.loyalty_sentences import (
    benchmark_words,
    figure_change_words,
    figure_name,
    figure_value,
    figure_words,
)
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, column, label, row
from ui.widgets.why_sheet import WhySheet
from ui.workspaces.rate.journey_figures.answer_bar import AnswerBars, AxisBar, Bar
from ui.workspaces.rate.journey_figures.count_sheet import CountSheet

Groups = Mapping[str, JourneyFigure | None]


class FigureCard(QFrame):
    """Everything about one figure in one round."""

    def __init__(self, context: Context, figure: FigureKind) -> None:
        super().__init__()
        self.context, self.figure = context, figure
        self._round: Id | None = None
        self.found: JourneyFigure | None = None
        self._compared: tuple[Compared, ...] = ()
        self.setProperty("kind", "card")
        name = figure_name(figure, context.texts)
        self.value = label("", "title")
        self.said = label("", "small", wrap=True)
        self.bars = AnswerBars(context.theme)
        self.axis = AxisBar(context.theme)
        self.change = label("", "", wrap=True)
        self.groups = label("", "small", wrap=True)
        self.others = label("", "small", wrap=True)
        enter, why = context.tr("Enter counts"), context.tr("Why?")
        self.enter = button(enter, self.open_counts, name=f"{enter}: {name}")
        self.why = button(why, self.explain, "link", name=f"{why} {name}")
        box = column(self, spacing=6)
        box.setContentsMargins(16, 12, 16, 10)
        box.addLayout(row(None, label(name, "strong"), -1, self.value))
        for part in (self.said, self.bars, self.axis, self.change, self.groups, self.others):
            box.addWidget(part)
        box.addStretch(1)
        box.addLayout(row(None, self.enter, -1, self.why))

    def show_figure(
        self,
        round_id: Id,
        found: JourneyFigure | None,
        change: JourneyFigureChange | None,
        groups: Groups,
        compared: Sequence[Compared],
    ) -> None:
        """Show what a round says; without answers only how to enter them."""
        texts = self.context.texts
        self._round, self.found, self._compared = round_id, found, tuple(compared)
        self.value.setText("–" if found is None else figure_value(found, texts))
        said = texts.tr("Not asked yet.") if found is None else self._words(found)
        self.said.setText(said)
        self.bars.setVisible(found is not None)
        if found is not None:
            self.bars.show_bars(_bars(found), said)
        self._show_axis()
        self.change.setText("" if change is None else figure_change_words(change, texts))
        self.groups.setText("\n".join(_group_words(self.context, name, one) for name, one in groups.items()))
        as_counts = found is not None and found.as_counts
        self.others.setText("\n".join(benchmark_words(one, texts, as_counts=as_counts) for one in compared))
        for part in (self.change, self.groups, self.others):
            part.setVisible(bool(part.text()))
        by_hand = may_enter_figure(self.context.document, round_id, self.figure)
        why_not = texts.tr("These counts were recorded per group and are not edited by hand.")
        if is_closed(self.context.document, round_id):
            why_not = texts.tr("This round is closed and takes no answers.")
        self.enter.setText(texts.tr("Enter counts") if found is None else texts.tr("Change counts"))
        self.enter.setEnabled(by_hand and not self.context.session.read_only)
        set_tooltip(self.enter, "" if by_hand else why_not)
        self.why.setVisible(found is not None)

    def _words(self, found: JourneyFigure) -> str:
        return figure_words(found, self.context.texts, survey=self._of_a_survey)

    @property
    def _of_a_survey(self) -> bool:
        round_ = self.context.document.find(self._round)
        return isinstance(round_, Round) and is_survey(round_)

    def open_counts(self) -> CountSheet | None:
        """Enter how many people gave each answer."""
        if self._round is None:
            return None
        sheet = CountSheet(self.context, self.enter, self._round, self.figure)
        sheet.open_below(sheet.first)
        return sheet

    def explain(self) -> WhySheet | None:
        """Open what the figure means and what it is compared with."""
        if self.found is None:
            return None
        texts = self.context.texts
        parts = [explain_journey_figure(self.found, texts, survey=self._of_a_survey)]
        parts += [explain_benchmark(one, texts) for one in self._compared]
        made = WhySheet(self.why, parts)
        made.open_below()
        return made

    def _show_axis(self) -> None:
        drawable = [one for one in self._compared if one.drawable]
        found = self.found
        told = found is not None and (not found.as_counts or found.figure is FigureKind.CES)
        self.axis.setVisible(bool(drawable) and told)
        if found is None or not told:
            return
        low, high = _ends(found)
        texts = self.context.texts
        ends = (texts.share(low), texts.share(high)) if high == 1 else (texts.number(low), texts.number(high))
        self.axis.show_values(
            (found.value - low) / (high - low),
            [(one.value - low) / (high - low) for one in drawable],
            ends,
            "; ".join(benchmark_words(one, texts) for one in drawable),
        )


def _ends(found: JourneyFigure) -> tuple[float, float]:
    """The axis of a figure's value."""
    if found.is_nps:
        return -100.0, 100.0
    if found.figure is FigureKind.CES:
        return float(found.lowest), float(found.highest)
    return 0.0, 1.0


def _bars(found: JourneyFigure) -> list[Bar]:
    """A bar per answer of the scale; the good end and the bad end as the figure counts them."""
    counts = dict(found.answers.counts)
    values = list(range(found.lowest, found.highest + 1))
    good = _from_top(values, counts, found.favourable)
    bad = _from_top(values[::-1], counts, found.unfavourable)
    plain = found.figure is FigureKind.CES
    return [
        Bar(
            str(value),
            counts.get(value, 0),
            Role.OKAY
            if plain
            else Role.DELIGHTING
            if value in good
            else Role.DISAPPOINTING
            if value in bad
            else Role.OKAY,
        )
        for value in values
    ]


def _from_top(values: list[int], counts: Mapping[int, int], wanted: int) -> set[int]:
    """Answers from one end that together are as many as the figure counts there."""
    found: set[int] = set()
    for value in reversed(values):
        if wanted <= 0:
            break
        found.add(value)
        wanted -= counts.get(value, 0)
    return found


def _group_words(context: Context, name: str, found: JourneyFigure | None) -> str:
    texts = context.texts
    said = texts.tr("too few answers to show") if found is None else figure_words(found, texts)
    who = name or texts.tr("without a group")
    return f"{who}: {said}"
