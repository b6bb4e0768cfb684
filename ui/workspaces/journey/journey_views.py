"""What a view of the journey can be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from cxstudio.model import BackstageStep, Document, Id, Journey, Measure, Note, Picture, Record, Stage, Touchpoint
from cxstudio.model.placement import journeys_of, touchpoint_of
from cxstudio.store import ChangeSet
from ui.canvas.zooming import Zooming
from ui.workspaces.workspace_base import Status

MAP: Final = "map"
COMPARE: Final = "compare"
"""Stands with as-is and to-be in the bar, not with the views."""


ON_MAP: Final[frozenset[type[Record]]] = frozenset({Journey, Stage, Touchpoint, Note, BackstageStep, Picture, Measure})
"""Kinds of records that can be selected on the map."""


class ViewEdits(Protocol):
    """Who edits in a view what means something else there than on the map."""

    def new_touchpoint(self) -> None: ...

    def rename(self) -> None: ...

    def remove(self) -> None: ...


class JourneyView(QWidget):
    """A view beside the map. Commands of the map are carried out by the map where the view has nobody of its own."""

    status_changed = Signal()
    """What stands in the status line differs."""
    zooming: Zooming | None = None
    edits: ViewEdits | None = None
    edit_text: Callable[[Id, ChangeSet | None, bool], bool] | None = None
    """Edits a record's text where this view shows it, as `Editor.begin`; None where the map's editor does."""

    named: Callable[[bool], object] = staticmethod(lambda gone: None)
    """Called once what was made to be named is named, or gone again (True)."""

    def clear_cell(self) -> bool:
        """Delete what stands in the cell with the keyboard; False where what is selected is meant."""
        return False

    def entered(self) -> None:
        """Called each time the view comes into sight."""

    @property
    def kinds(self) -> frozenset[type[Record]]:
        """Kinds of records it shows."""
        return ON_MAP

    def journeys(self) -> tuple[Id, ...] | None:
        """The journeys it shows, None for the one in view."""
        return None

    def cell_place(self, record: Id, column: str) -> QRect | None:
        """Where a field of a record stands on the screen; None where it does not stand anywhere."""
        return None

    def take_focus(self) -> None:
        """Give the keyboard to the part people work in first."""
        self.setFocus()

    def status(self) -> Status | None:
        """What the status line says; None for the same as on the map."""
        return None


def place_in(view: JourneyView | None, document: Document, record: Record) -> Id | None:
    """What stands for a record in a view (None: the map): itself where its kind is shown, else its touchpoint."""
    kinds = ON_MAP if view is None else view.kinds
    if type(record) in kinds and journeys_of(document, record):
        return record.id
    home = document.find(touchpoint_of(record))
    return home.id if isinstance(home, Touchpoint) and Touchpoint in kinds else None
