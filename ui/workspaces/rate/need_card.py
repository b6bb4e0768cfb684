"""Need for action, largest first: the few touchpoints to look at, why, and how the figure comes about."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QWidget

from cxstudio.analysis.options import options_of
from cxstudio.analysis.results import Reason, RoundFigures
from cxstudio.look.roles import Role
from cxstudio.model import Id, Round, Touchpoint
from cxstudio.wording.adjusted import need_formula
from cxstudio.wording.explanations import Explained, explain
from cxstudio.wording.fields import choice_label
from cxstudio.wording.figures import basis_line, delta_words
from cxstudio.wording.reasons import capital, reason_phrases
from cxstudio.wording.round_explanations import explain_round
from ui.context import Context
from ui.forms.overlay import Overlay
from ui.widgets.basics import button, column, label, row
from ui.workspaces.measures.delegate import two_lines

MOST = 5
_LARGE = 600
"""Touchpoints above which it is not worked out at once whether ranks hold without each person."""
_WIDTH = 400
_INDENT, _AROUND = 26, 66
"""Pixels left of the words, and left and right of them together."""


class NeedCard(QFrame):
    """Up to five rows; a click selects the touchpoint everywhere."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.figures: RoundFigures | None = None
        self.rows: list[NeedRow] = []
        self.setProperty("kind", "card")
        self.title = label(context.tr("Need for action, largest first"), "strong")
        self.nothing = label("", "muted", wrap=True)
        self.formula = label("", "small", wrap=True)
        self.why = button(context.tr("Why?"), self.explain, "link", name=context.tr("Why is the order as it is?"))
        self._list = column(None, spacing=0)
        box = column(self, self.title, spacing=8)
        box.setContentsMargins(14, 12, 14, 8)
        box.addLayout(self._list)
        box.addWidget(self.nothing)
        foot = row(None, self.formula, self.why, spacing=4)
        foot.setStretch(0, 1)
        box.addLayout(foot)

    def show_figures(self, figures: RoundFigures | None) -> None:
        """Show a round."""
        self.figures = figures
        top = [t for t in figures.ranking if t in self.context.document][:MOST] if figures is not None else []
        while len(self.rows) < len(top):
            self.rows.append(NeedRow(self.context, len(self.rows) + 1))
            self._list.addWidget(self.rows[-1])
        for at, line in enumerate(self.rows):
            line.setVisible(at < len(top))
            if figures is not None and at < len(top):
                line.show_touchpoint(figures, top[at])
        self.nothing.setVisible(not top)
        self.nothing.setText(self._instead(figures))
        self.formula.setText(self._formula(figures))
        self.why.setVisible(figures is not None)

    def explain(self) -> Overlay | None:
        """Open how the order comes about, with the numbers of the first touchpoint put in."""
        if self.figures is None:
            return None
        made = WhyNeed(self.context, self.why, self.figures)
        made.open_below(at=self.mapToGlobal(QPoint(-_WIDTH - 12, 0)))
        return made

    def _instead(self, figures: RoundFigures | None) -> str:
        tr = self.context.tr
        if figures is None or not any(f.delta is not None for f in figures.touchpoints):
            return tr("Cannot be told yet: importance, expectation and experience are needed.")
        return tr("Nothing falls short of what was expected.")

    def _formula(self, figures: RoundFigures | None) -> str:
        if figures is not None and figures.ranked_by_gap:
            return self.context.tr("Nobody was asked for importance, so the shortfall alone decides.")
        return need_formula(options_of(self.context.document), self.context.texts)


class NeedRow(QAbstractButton):
    """Rank, name, reasons over up to two lines, and the need at the right."""

    def __init__(self, context: Context, rank: int) -> None:
        super().__init__()
        self.context, self.rank = context, rank
        self._touchpoint: Id | None = None
        self.name, self.reasons, self.need = "", "", ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._select)

    def show_touchpoint(self, figures: RoundFigures, touchpoint: Id) -> None:
        """Show one touchpoint of the ranking."""
        texts = self.context.texts
        self._touchpoint = touchpoint
        mine = figures.of(touchpoint)
        self.name = self.context.document.get(Touchpoint, touchpoint).name
        self.reasons = reasons_line(self.context, figures, touchpoint)
        self.need = "" if mine is None or mine.need is None else texts.number(mine.need)
        if not self.need and mine is not None and mine.delta is not None:
            self.need = texts.signed(mine.delta.mean)
        self.setToolTip(f"{self.name}\n{self.reasons}" if self.reasons else self.name)
        said = (self.name, texts.tr("Need {need}", need=self.need), self.reasons)
        self.setAccessibleName(", ".join(part for part in said if part))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = len(self._lines()) if self.reasons else 0
        self.setFixedHeight(38 + 16 * lines if lines else 40)
        self.update()

    def _lines(self) -> list[str]:
        small = self.context.theme.font(12)
        return two_lines(small, self.reasons, max(60, self.width() - _AROUND)).strip().split("\n")

    def paintEvent(self, _: QPaintEvent) -> None:
        theme, painter = self.context.theme, QPainter(self)
        colour, lines = theme.colour, self._lines() if self.reasons else []
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect().adjusted(0, 1, 0, 0), colour(Role.ACCENT_GROUND))
        painter.fillRect(0, 0, self.width(), 1, colour(Role.FAINT_LINE))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(13, "semibold"))
        painter.setPen(colour(Role.MUTED))
        painter.drawText(self.rect().adjusted(4, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, str(self.rank))
        painter.setPen(colour(Role.DISAPPOINTING_TEXT))
        painter.drawText(self.rect().adjusted(0, 0, -4, 0), middle | Qt.AlignmentFlag.AlignRight, self.need)
        top = QRect(_INDENT, 9, self.width() - _AROUND, 20)
        painter.setPen(colour(Role.INK))
        name = painter.fontMetrics().elidedText(self.name, Qt.TextElideMode.ElideRight, top.width())
        painter.drawText(top, middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(theme.font(12))
        painter.setPen(colour(Role.MUTED))
        for at, text in enumerate(lines):
            painter.drawText(top.translated(0, 18 + 16 * at), middle | Qt.AlignmentFlag.AlignLeft, text)
        painter.end()

    def _select(self) -> None:
        if self._touchpoint is not None:
            self.context.selection.select(self._touchpoint)


def reasons_line(context: Context, figures: RoundFigures, touchpoint: Id) -> str:
    """Why a touchpoint stands where it stands; that its need is large is said by its place."""
    document, texts = context.document, context.texts
    record, mine, found = (
        document.get(Touchpoint, touchpoint),
        figures.of(touchpoint),
        figures.criticality.get(touchpoint),
    )
    phrases = []
    if found is not None:
        telling = tuple(r for r in found.reasons if r.reason not in (Reason.LARGEST_NEED, Reason.LARGEST_GAP))
        phrases = reason_phrases(document, figures, replace(found, reasons=telling), texts)
    if not phrases:
        phrases = [texts.tr(choice_label(record.requirement))] if record.requirement is not None else []
        phrases += [delta_words(mine, texts)] if mine is not None and mine.delta is not None else []
    phrases += _steady(figures, touchpoint, texts.tr("rank holds whoever is left out"))
    return " · ".join([capital(phrases[0]), *phrases[1:]]) if phrases else ""


class WhyNeed(Overlay):
    """The order and the need of the first touchpoint, with their sources."""

    def __init__(self, context: Context, anchor: QWidget, figures: RoundFigures) -> None:
        super().__init__(anchor)
        self.setFixedWidth(_WIDTH)
        document, texts = context.document, context.texts
        box = column(self, label(basis_line(document, figures, texts), "small", wrap=True), spacing=4)
        box.setContentsMargins(18, 14, 18, 16)
        parts: list[Explained] = [explain_round("ranking", document, figures, texts)]
        first = figures.of(figures.ranking[0]) if figures.ranking else None
        if first is not None:
            parts.append(explain("need", first, document.get(Round, figures.round), texts, figures.options))
        parts.append(explain_round("critical", document, figures, texts))
        for part in parts:
            box.addSpacing(6)
            box.addWidget(label(part.title, "strong"))
            for words, kind in ((part.definition, ""), (part.numbers, ""), (part.source, "small")):
                if words:
                    box.addWidget(label(words, kind, wrap=True))
        self.setFixedHeight(box.totalHeightForWidth(_WIDTH))


def _steady(figures: RoundFigures, touchpoint: Id, words: str) -> list[str]:
    """Says so where the rank holds, whichever person is left out."""
    stability = figures.stability.get(touchpoint) if len(figures.touchpoints) <= _LARGE else None
    rank = figures.rank(touchpoint)
    if stability is None or stability.lowest_rank_without_one is None:
        return []
    ranks = {stability.lowest_rank_without_one, stability.highest_rank_without_one}
    return [words] if ranks == {rank} else []
