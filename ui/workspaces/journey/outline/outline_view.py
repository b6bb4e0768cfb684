"""The outline as a view of the journey."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxstudio.model import Id
from cxstudio.store import ChangeSet
from ui.context.context import Context
from ui.widgets.basics import column
from ui.workspaces.journey.map_model.map_model import MapModel
from ui.workspaces.journey.outline.outline_tree import OutlineTree


class Outline(QWidget):
    """The same journey as the map, as a tree that the keyboard and screen readers reach whole."""

    def __init__(self, context: Context, model: MapModel) -> None:
        super().__init__()
        self.tree = OutlineTree(context, model)
        self.setFocusProxy(self.tree)
        column(self, self.tree, spacing=0)

    def entered(self) -> None:
        """Read what changed while nobody looked."""
        self.tree.read()

    def take_focus(self) -> None:
        """Give the keyboard to the tree."""
        self.tree.take_focus()

    def begin_edit(self, record: Id, since: ChangeSet | None, created: bool) -> bool:
        """Edit a record's text in its row; False where it has no row or no text."""
        return self.tree.begin_edit(record, since, created)
