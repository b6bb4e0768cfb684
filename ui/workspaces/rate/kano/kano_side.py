"""Beside and above the Kano table: the touchpoint selected, and taking over what all answers say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxstudio.analysis.statistics.kano_figures import REQUIREMENT_OF, KanoFigures
from cxstudio.edits.rating.kano import from_survey, take_over_requirements
from cxstudio.model import Id, Touchpoint
from cxstudio.model.kinds import RequirementKind
from cxstudio.wording import N_
from cxstudio.wording.explanations.kano_explanations import (
    coefficient,
    explain_kano,
    kano_counts,
    kano_legend,
    kano_sentence,
)
from cxstudio.wording.fields.field_table import choice_label
from ui.context.context import Context
from ui.widgets.basics import button, card, column, label, row
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.widgets.why_sheet import WIDTH, WhySheet
from ui.workspaces.rate.kano.kano_matrix import KanoMatrix
from ui.workspaces.rate.table.closed_round_line import ClosedLine

TAKE_OVER: Final = N_("Apply requirements from Kano answers")
SIDE = 452


class KanoBar(QWidget):
    """Which touchpoints are listed, and one button for all; it asks once more before it changes anything."""

    everything = Signal(bool)
    confirmed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._n = 0
        self.setObjectName("question")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "surface")
        self.setFixedHeight(46)
        tr = context.tr
        self.text = label("", "small", wrap=True)
        self.all = button(tr("All touchpoints"), kind="chip", name=tr("List touchpoints without answers too"))
        self.all.setCheckable(True)
        self.all.clicked.connect(self.everything)
        self.take = button("", self._ask)
        self.question = label("", "")
        self.yes = button(tr("Apply"), self._confirm, "primary")
        self.no = button(tr("Cancel"), self._calm, "ghost")
        box = row(self, self.text, self.question, self.yes, self.no, -1, self.all, self.take)
        box.setStretch(0, 1)
        box.setContentsMargins(12, 0, 12, 0)
        self._calm()

    def show_state(self, found: Mapping[Id, KanoFigures], everything: bool, count: int) -> None:
        """Say how many can be taken over."""
        kinds = to_take_over(self.context, found)
        if len(kinds) != self._n:
            self._calm()
        self._n = len(kinds)
        self.take.setVisible(self._n > 0 and self.question.isHidden())
        overwritten = sum(self.context.document.get(Touchpoint, t).requirement is not None for t in kinds)
        texts = self.context.texts
        self.text.setText(
            texts.trn(
                "Kano answers at {answered} of {n} touchpoint",
                "Kano answers at {answered} of {n} touchpoints",
                count,
                answered=texts.number(len(found)),
            )
        )
        self.take.setText(texts.trn("Apply {n} kind …", "Apply {n} kinds …", self._n))
        self.take.setEnabled(self._n > 0 and not self.context.session.read_only)
        asked = texts.trn("Set the requirement of {n} touchpoint?", "Set the requirement of {n} touchpoints?", self._n)
        if overwritten:
            asked += " " + texts.trn("{n} was set otherwise before.", "{n} were set otherwise before.", overwritten)
        self.question.setText(asked)
        self.all.setChecked(everything)
        self.take.setMinimumWidth(self.take.sizeHint().width())

    def _ask(self) -> None:
        for part in (self.text, self.all, self.take):
            part.hide()
        for part in (self.question, self.yes, self.no):
            part.show()
        self.yes.setFocus()

    def _confirm(self) -> None:
        self._calm()
        self.confirmed.emit()

    def _calm(self) -> None:
        for part in (self.question, self.yes, self.no):
            part.hide()
        for part in (self.text, self.all):
            part.show()
        self.take.setVisible(self._n > 0)


class KanoSide(VerticalScrollArea):
    """What the selected touchpoint is to those asked, the pairs of answers, and one button to take it over."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._found: KanoFigures | None = None
        self._touchpoint: Id | None = None
        tr = context.tr
        self.name = label("", "strong", wrap=True)
        self.said = label("", "", wrap=True)
        self.counts = label("", "small", wrap=True)
        self.take = button("", self.take_over, "primary")
        self.why = button(tr("Why?"), self.explain, "link", name=tr("Why this kind?"))
        self.hint = label("", "small", wrap=True)
        self.matrix = KanoMatrix(context)
        self.first = card(self.name, self.said, self.counts, margin=14)
        box = self.first.layout()
        assert isinstance(box, QVBoxLayout)
        box.addLayout(row(None, self.take, -1, self.why))
        self.closed = ClosedLine(context)
        self.legend = label(kano_legend(context.texts), "small", wrap=True)
        parts = (self.closed, self.matrix, self.legend, self.hint)
        self.second = card(label(tr("Pairs of answers"), "strong"), *parts, margin=14)
        self.nothing = label(tr("Select a touchpoint to see or enter its answers."), "muted", wrap=True)
        inner = QWidget()
        inner.setProperty("ground", "ground")
        column(inner, self.nothing, self.first, self.second, -1, spacing=14).setContentsMargins(16, 16, 16, 16)
        self.setObjectName("rate_side")
        self.setWidget(inner)
        self.setFixedWidth(SIDE)

    def show_touchpoint(self, round_id: Id | None, touchpoint: Id | None, found: Mapping[Id, KanoFigures]) -> None:
        """Show one touchpoint of a round."""
        document, texts = self.context.document, self.context.texts
        record = document.find(touchpoint)
        known = isinstance(record, Touchpoint) and round_id is not None
        self.nothing.setVisible(not known)
        self.first.setVisible(known)
        self.second.setVisible(known)
        if not isinstance(record, Touchpoint) or round_id is None:
            return
        self._touchpoint, self._found = record.id, found.get(record.id)
        self.name.setText(record.name)
        mine = self._found
        nothing = texts.tr("No result: nobody answered both questions.")
        self.said.setText(nothing if mine is None else kano_sentence(mine, texts))
        self.counts.setText("" if mine is None else f"{kano_counts(mine)} · n = {texts.number(mine.n)}\n" + texts.tr(
            "better {better}, worse {worse}",
            better=coefficient(mine.better, texts), worse=coefficient(mine.worse, texts)))  # fmt: skip
        self.counts.setVisible(mine is not None)
        self.why.setVisible(mine is not None)
        wanted = self._wanted
        self.take.setVisible(wanted is not None)
        self.take.setEnabled(record.requirement is not wanted and not self.context.session.read_only)
        if wanted is not None:
            name = texts.tr(choice_label(wanted))
            taken = record.requirement is wanted
            self.take.setText(
                texts.tr("Applied: {kind}", kind=name) if taken else texts.tr("Apply as {kind}", kind=name)
            )
        self.matrix.show_place(round_id, record.id)
        self.closed.show_round(round_id)
        by_hand = not from_survey(document, round_id, record.id)
        self.hint.setText(
            texts.tr("How many people gave each pair? Tab goes on; the letter is the kind it stands for.")
            if by_hand
            else texts.tr("These answers come from a survey and are not edited by hand.")
        )

    @property
    def _wanted(self) -> RequirementKind | None:
        return None if self._found is None else REQUIREMENT_OF.get(self._found.kind)

    def take_over(self) -> None:
        """Make the touchpoint the requirement its answers say."""
        wanted = self._wanted
        if wanted is not None and self._touchpoint is not None:
            with self.context.session.transaction(TAKE_OVER) as draft:
                take_over_requirements(draft, {self._touchpoint: wanted})

    def explain(self) -> WhySheet | None:
        """Open how the kind comes about, with this touchpoint's counts."""
        if self._found is None:
            return None
        made = WhySheet(self.why, [explain_kano(self._found, self.context.texts)])
        made.open_below(at=self.mapToGlobal(QPoint(-WIDTH - 12, 16)))
        return made


def to_take_over(context: Context, found: Mapping[Id, KanoFigures]) -> dict[Id, RequirementKind]:
    """Touchpoints whose requirement would change."""
    wanted = {t: REQUIREMENT_OF[one.kind] for t, one in found.items() if one.kind in REQUIREMENT_OF}
    return {t: kind for t, kind in wanted.items() if context.document.get(Touchpoint, t).requirement is not kind}
