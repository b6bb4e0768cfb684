"""What a figure means, how it came about and where it comes from: behind every "Why?"."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget

from cxstudio.analysis.results import RoundFigures, TouchpointFigures
from cxstudio.model import Round
from cxstudio.wording.explanations import explain_all
from cxstudio.wording.figures import basis_line
from ui.context import Context
from ui.widgets.basics import column, label


class Explanation(QFrame):
    """A small sheet that closes when one clicks elsewhere."""

    def __init__(self, context: Context, figures: RoundFigures, mine: TouchpointFigures) -> None:
        super().__init__(None, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "overlay")
        self.setFixedWidth(380)
        box = column(self, spacing=4)
        box.setContentsMargins(16, 12, 16, 16)
        round_ = context.document.get(Round, mine.round)
        box.addWidget(label(basis_line(context.document, figures, context.texts), "small", wrap=True))
        for part in explain_all(mine, round_, context.texts):
            box.addSpacing(8)
            box.addWidget(label(part.title, "strong"))
            for words in (part.definition, part.numbers):
                if words:
                    box.addWidget(label(words, "", wrap=True))
            if part.source:
                box.addWidget(label(part.source, "small", wrap=True))

    def open_below(self, widget: QWidget) -> None:
        """Show it under a widget, inside the screen."""
        self.adjustSize()
        area = widget.screen().availableGeometry()
        place = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height() + 4))
        place.setY(max(area.top(), min(place.y(), area.bottom() - self.height())))
        place.setX(max(area.left(), min(place.x(), area.right() - self.width())))
        self.move(place)
        self.show()
