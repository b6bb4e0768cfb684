"""The main pages of the window, one after the other: what a quick look at every size and language needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from cxstudio.model import Journey
from ui.main_window.main_window import MainWindow
from ui.workspaces.workspace_table import BY_NAME

RATE_TABS: Final = ("shortlist", "kano", "journey", "pictures", "flow", "views", "table")


def main_states(window: MainWindow, shoot: Callable[[str], str], kind: str) -> Iterator[str]:
    """Every workspace of the project in view, a touchpoint selected, the outline, and the tabs of Rate."""
    run, context = window.context.commands.run, window.context
    for name in BY_NAME:
        if name != "report":  # its preview is set by a process of its own
            run(f"go.{name}")
            yield shoot(f"{kind}-{name}")
    run("go.journey")
    touchpoints = context.document.journey_touchpoints(context.document.all(Journey)[0].id)
    context.selection.select(touchpoints[7].id)
    yield shoot(f"{kind}-journey-selected")
    run("frame.inspector")
    yield shoot(f"{kind}-journey-inspector")
    run("frame.inspector")
    run("journey.show_outline")
    yield shoot(f"{kind}-outline")
    run("journey.show_map")
    for tab in RATE_TABS:
        run(f"rate.show_{tab}")
        yield shoot(f"{kind}-rate-{tab}")
    run("go.journey")
