"""The outline as a view of the journey."""

from __future__ import annotations

from PySide6.QtCore import QRect

from cxstudio.model import Id, Record, Transition
from ui.context.context import Context
from ui.widgets.basics import column
from ui.workspaces.journey.journey_views import ON_MAP, JourneyView
from ui.workspaces.journey.map_model.map_model import MapModel
from ui.workspaces.journey.outline.outline_tree import OutlineTree


class Outline(JourneyView):
    """The same journey as the map, as a tree that the keyboard and screen readers reach whole."""

    def __init__(self, context: Context, model: MapModel) -> None:
        super().__init__()
        self.tree = OutlineTree(context, model)
        self.edit_text = self.tree.begin_edit
        self.tree.named = self._tell_named
        self.setFocusProxy(self.tree)
        column(self, self.tree, spacing=0)

    @property
    def kinds(self) -> frozenset[type[Record]]:
        return ON_MAP | {Transition}

    def entered(self) -> None:
        """Read what changed while nobody looked."""
        self.tree.read()

    def _tell_named(self, gone: bool) -> None:
        self.named(gone)

    def clear_cell(self) -> bool:
        return self.tree.clear_cell()

    def cell_place(self, record: Id, column: str) -> QRect | None:
        return self.tree.place_of(record, column)

    def take_focus(self) -> None:
        """Give the keyboard to the tree."""
        self.tree.take_focus()
