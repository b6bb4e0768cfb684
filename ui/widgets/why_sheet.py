"""What a figure means, how it came about and where it comes from: behind every "Why?"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from cxstudio.analysis.round.employees_against_customers import view_of
from cxstudio.analysis.statistics.figure_values import RoundFigures, TouchpointFigures
from cxstudio.analysis.statistics.opportunity_score import opportunity
from cxstudio.model import Round
from cxstudio.wording.explanations.change_explanations import explain_opportunity, explain_seen, explain_stability
from cxstudio.wording.explanations.touchpoint_explanations import Explained, explain_all
from cxstudio.wording.figures.figure_sentences import basis_line
from ui.context.context import Context
from ui.widgets.basics import column, label
from ui.widgets.popup_sheet import Overlay
from ui.widgets.vertical_scroll_area import VerticalScrollArea

WIDTH = 380
_FRAME = 28
"""Pixels left above and below, so that the window's top bar stays in view."""
LARGE = 600
"""Touchpoints above which it is not worked out at once whether ranks hold without each person."""


class WhySheet(Overlay):
    """Figures explained one below the other: definition, their numbers, source. Scrolls where the window is low."""

    def __init__(self, anchor: QWidget, parts: Sequence[Explained], basis: str = "") -> None:
        super().__init__(anchor)
        self.parts = tuple(parts)
        self.setFixedWidth(WIDTH)
        sheet = QWidget()
        box = column(sheet, spacing=2)
        box.setContentsMargins(16, 12, 16, 16)
        if basis:
            box.addWidget(label(basis, "small", wrap=True))
        for at, part in enumerate(self.parts):
            if at or basis:
                box.addSpacing(8)
            box.addWidget(label(part.title, "strong"))
            for words in (part.definition, part.numbers):
                if words:
                    box.addWidget(label(words, "", wrap=True))
            if part.source:
                box.addWidget(label(part.source, "small", wrap=True))
        area = VerticalScrollArea(sheet, by_keys=True)
        column(self, area).setContentsMargins(1, 1, 1, 1)
        needed = box.totalHeightForWidth(WIDTH - 14) + 4
        self.setFixedHeight(min(needed, anchor.window().height() - 2 * _FRAME))
        self.setFocusProxy(area)


class Explanation(WhySheet):
    """All figures of a touchpoint explained, with its own numbers put in."""

    def __init__(self, context: Context, anchor: QWidget, figures: RoundFigures, mine: TouchpointFigures) -> None:
        document, texts = context.document, context.texts
        parts = explain_all(mine, document.get(Round, mine.round), texts, figures.options)
        if figures.rank(mine.touchpoint) is not None and len(figures.touchpoints) <= LARGE:
            parts.append(explain_stability(figures, mine.touchpoint, texts))
        round_ = document.get(Round, mine.round)
        if opportunity(mine, round_.scale) is not None:
            parts.append(explain_opportunity(mine, round_, texts))
        compared = view_of(document, figures, mine.touchpoint)
        if compared is not None:
            parts += [explain_seen(document, one, compared, texts) for one in compared.touchpoints]
        super().__init__(anchor, parts, basis_line(document, figures, texts))
