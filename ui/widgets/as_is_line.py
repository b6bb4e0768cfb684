"""That ratings and measures speak of the as-is journey while a to-be journey is in view."""

from __future__ import annotations

from cxstudio.model import Journey
from ui.context.context import Context
from ui.widgets.elided_label import ElidedLabel


class AsIsLine(ElidedLabel):
    """One quiet line; hidden where the journey in view is the one spoken of."""

    def __init__(self, context: Context) -> None:
        super().__init__("", "small")
        self._context = context
        self.setContentsMargins(16, 6, 16, 6)
        self.hide()

    def refresh(self) -> None:
        """Look at the journey in view again."""
        context = self._context
        spoken_of = context.document.find(context.selection.rated_journey)
        other = isinstance(spoken_of, Journey) and spoken_of.id != context.selection.journey
        if isinstance(spoken_of, Journey) and other:
            title = context.texts.quoted(spoken_of.title)
            self.set_text(context.tr("As-is journey {title}: targets are not judged.", title=title))
        self.setVisible(other)
