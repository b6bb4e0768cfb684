"""The block in view: its form; of the one that runs what the room works on, until its form is wanted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxstudio.analysis.workshops.run_standing import RunStanding
from cxstudio.model import Id
from ui.context.context import Context
from ui.widgets.basics import column
from ui.workspaces.ideas.agenda.block_card import BlockCard
from ui.workspaces.ideas.agenda.run_card import shown
from ui.workspaces.ideas.agenda.run_details import RunDetails


class BlockPane(QWidget):
    """Shows one of the two."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.block_card, self.details = BlockCard(context), RunDetails(context, self._edit)
        self._running: Id | None = None
        self._edited: Id | None = None
        """The running block whose form is wanted."""
        column(self, self.details, self.block_card, spacing=12)

    def show_block(self, block: Id | None, standing: RunStanding | None) -> None:
        """Show another block, as the workshop stands."""
        current = standing.current if standing is not None else None
        runs = current is not None and current.block.id == block and self._edited != block
        self._running = block if runs else None
        shown(self.details, runs)
        if current is not None and runs:
            self.details.show_block(current.block)
        self.block_card.show_block(None if runs else block)

    def _edit(self) -> None:
        self._edited = self._running
        shown(self.details, False)
        self.block_card.show_block(self._edited)
        self.block_card.heading.fields["title"].editor.setFocus()
