"""The journey workspace: the map with its tools. Its commands are read without it being loaded."""

from __future__ import annotations

from typing import Any


def __getattr__(name: str) -> Any:
    if name == "JourneyWorkspace":
        from ui.workspaces.journey.journey_workspace import JourneyWorkspace

        return JourneyWorkspace
    raise AttributeError(name)
