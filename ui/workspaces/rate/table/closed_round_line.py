"""That the round in view is closed and takes nothing, and the way to open it again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxstudio.edits.rating.closed import is_closed
from cxstudio.model import Id
from ui.context.context import Context
from ui.widgets.basics import button, label, row


class ClosedLine(QWidget):
    """Hidden while the round is open."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.text = label(context.tr("This round is closed and takes no answers."), "small", wrap=True)
        self.reopen = button(context.tr("Reopen"), lambda: context.commands.run("rate.reopen_round"), "link")
        self.reopen.setAccessibleName(context.tr("Reopen this round"))
        self.reopen.setEnabled(not context.session.read_only)
        row(self, self.text, self.reopen, spacing=12).setStretch(0, 1)
        self.hide()

    def show_round(self, round_id: Id | None) -> None:
        """Say so where a round is closed."""
        self.setVisible(is_closed(self.context.document, round_id))
