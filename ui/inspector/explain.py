"""What a figure means, how it came about and where it comes from: behind every "Why?"."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from cxstudio.analysis.results import RoundFigures, TouchpointFigures
from cxstudio.model import Round
from cxstudio.wording.explanations import explain_all
from cxstudio.wording.figures import basis_line
from ui.context import Context
from ui.forms.overlay import Overlay
from ui.widgets.basics import column, label

WIDTH = 380


class Explanation(Overlay):
    """All figures of a touchpoint explained, with its own numbers put in."""

    def __init__(self, context: Context, anchor: QWidget, figures: RoundFigures, mine: TouchpointFigures) -> None:
        super().__init__(anchor)
        self.setFixedWidth(WIDTH)
        sheet = QWidget()
        box = column(sheet, spacing=2)
        box.setContentsMargins(16, 12, 16, 16)
        round_ = context.document.get(Round, mine.round)
        box.addWidget(label(basis_line(context.document, figures, context.texts), "small", wrap=True))
        for part in explain_all(mine, round_, context.texts, figures.options):
            box.addSpacing(8)
            box.addWidget(label(part.title, "strong"))
            for words in (part.definition, part.numbers):
                if words:
                    box.addWidget(label(words, "", wrap=True))
            if part.source:
                box.addWidget(label(part.source, "small", wrap=True))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(sheet)
        column(self, area).setContentsMargins(1, 1, 1, 1)
        needed = box.totalHeightForWidth(WIDTH - 14) + 4
        self.setFixedHeight(min(needed, anchor.window().height() - 16))
        self.setFocusProxy(area)
