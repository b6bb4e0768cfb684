"""That ratings and measures speak of the as-is journey while a to-be journey is in view."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxstudio.model import Journey
from ui.context.context import Context
from ui.widgets.basics import row
from ui.widgets.elided_label import ElidedLabel


class AsIsLine(QWidget):
    """One quiet line; hidden where the journey in view is the one spoken of."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.said = ElidedLabel("", "small")
        row(self, self.said, spacing=0).setContentsMargins(16, 8, 16, 8)
        self.hide()

    def refresh(self) -> None:
        """Look at the journey in view again."""
        context = self._context
        spoken_of = context.document.find(context.selection.rated_journey)
        other = isinstance(spoken_of, Journey) and spoken_of.id != context.selection.journey
        if isinstance(spoken_of, Journey) and other:
            title = context.texts.quoted(spoken_of.title)
            self.said.set_text(context.tr("As-is journey {title}: targets are not judged.", title=title))
        self.setVisible(other)
