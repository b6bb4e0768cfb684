"""Which class stands behind which name; each is imported when first shown."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtWidgets import QWidget

from ui.context.context import Context
from ui.workspaces.workspace_base import Workspace

_CLASSES = {
    "understand": "UnderstandWorkspace",
    "journey": "JourneyWorkspace",
    "rate": "RateWorkspace",
    "ideas": "IdeasWorkspace",
    "measures": "MeasuresWorkspace",
    "control": "ControlWorkspace",
    "report": "ReportWorkspace",
}


def workspace(name: str, context: Context) -> Workspace:
    """A fresh workspace. Raises KeyError for a name that is not one of the seven."""
    made = getattr(import_module(f"ui.workspaces.{name}.{name}_workspace"), _CLASSES[name])(context)
    assert isinstance(made, Workspace)
    return made


def make_inspector(context: Context) -> QWidget:
    """The inspector of the selected record."""
    made = import_module("ui.inspector").Inspector(context)
    assert isinstance(made, QWidget)
    return made
