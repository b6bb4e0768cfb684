"""The box under the sliders: delta and verdict, need, and why the touchpoint is critical."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame

from cxstudio.analysis.statistics.figure_values import RoundFigures, TouchpointFigures, Verdict
from cxstudio.model import Id
from cxstudio.wording.figures.critical_reasons import capital, group_sentence, reason_words
from cxstudio.wording.figures.figure_sentences import camps_words, disappointed_words, figure_sign, judged_words
from cxstudio.wording.figures.rank_stability import standing_sentences
from ui.context.context import Context
from ui.widgets.basics import button, column, label, restyle, row
from ui.widgets.why_sheet import LARGE, Explanation

TONES = {Verdict.DISAPPOINTING: "disappointing", Verdict.DELIGHTING: "delighting"}

_AT_ONCE = 60
"""Touchpoints up to which the firmness of a rank is said at once."""


class VerdictBox(QFrame):
    """What the figures say about one touchpoint, in words."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._of: tuple[RoundFigures, TouchpointFigures] | None = None
        self.setProperty("kind", "verdict")
        self._behind = False
        """Whether the firmness of the rank is still to be said."""
        context.bridge.settled.connect(self._settled)
        self.delta = label("", "strong")
        self.need = label("", "small")
        self.text = label("", "plain", wrap=True)
        self.standing = label("", "plain", wrap=True)
        self.why = button(context.tr("Why?"), self.explain, "link")
        box = column(self, spacing=4)
        box.setContentsMargins(12, 8, 8, 4)
        box.addLayout(row(None, self.delta, -1, self.need, 4, spacing=4))
        box.addWidget(self.text)
        box.addWidget(self.standing)
        box.addLayout(row(None, -1, self.why))

    def show_figures(self, figures: RoundFigures | None, touchpoint: Id) -> None:
        """Show what a round says; hidden where it says nothing, and for targets, which are not judged."""
        mine = figures.of(touchpoint) if figures else None
        self.setVisible(mine is not None and mine.delta is not None and not mine.target)
        if figures is None or mine is None or mine.delta is None or mine.target:
            self._of = None
            return
        self._of = (figures, mine)
        texts = self.context.texts
        tone = TONES.get(mine.verdict, "")
        verdict = judged_words(mine, texts)
        delta = texts.tr("Delta {delta} · {verdict}", delta=texts.signed(mine.delta.mean), verdict=verdict)
        self.delta.setText(f"{figure_sign(mine)} {delta}".strip())
        self.need.setText("" if mine.need is None else texts.tr("Need {need}", need=texts.number(mine.need)))
        self.text.setText(self._sentences(figures, mine))
        self.text.setVisible(bool(self.text.text()))
        if _AT_ONCE < len(figures.touchpoints) <= LARGE:
            self._behind = True
            self.context.bridge.pause.begin()
        else:
            self._stand()
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            for part in (self, self.delta, self.need, self.text):
                restyle(part)

    def explain(self) -> Explanation | None:
        """Open what the figures mean and where they come from."""
        if self._of is None:
            return None
        made = Explanation(self.context, self.why, *self._of)
        made.open_below(at=self.mapToGlobal(QPoint(-made.width() - 24, 0)))
        return made

    def _settled(self) -> None:
        if self._behind:
            self._stand()

    def _stand(self) -> None:
        """Say how firm the rank is; in a long journey when nothing has come for a moment."""
        self._behind = False
        self.standing.setText("" if self._of is None else self._standing(*self._of))
        self.standing.setVisible(bool(self.standing.text()))

    def _standing(self, figures: RoundFigures, mine: TouchpointFigures) -> str:
        """Both stabilities of the rank; left out where working them out would be felt."""
        if len(figures.touchpoints) > LARGE:
            return ""
        return " ".join(standing_sentences(figures, mine.touchpoint, self.context.texts))

    def _sentences(self, figures: RoundFigures, mine: TouchpointFigures) -> str:
        texts = self.context.texts
        parts = []
        found = figures.criticality.get(mine.touchpoint)
        if found is not None:
            reasons = reason_words(self.context.document, figures, found, texts)
            if reasons and (found.critical or found.proposed):
                said = capital(reasons) + "."
                why = texts.tr("Why critical: {reasons}", reasons=said)
                parts.append(why if found.critical else texts.tr("Reasons of the rule: {reasons}", reasons=said))
            parts += [s for s in [group_sentence(found, texts)] if s]
        if mine.uncertain:
            parts.append(texts.tr("Uncertain: the interval includes the threshold."))
        if some := disappointed_words(mine, texts):
            parts.append(capital(some) + ".")
        if mine.camps is not None:
            parts.append(camps_words(mine.camps, texts))
        if mine.disagreeing:
            parts.append(texts.tr("The answers are far apart."))
        if mine.ceiling:
            parts.append(texts.tr("Delighting is hardly possible here: the expectation is near the top."))
        return " ".join(parts)
