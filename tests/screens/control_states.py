"""States of the workspace Follow-up worth a picture: every tab with two rounds, and before there is a second one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ui.main_window.main_window import MainWindow
from ui.workspaces.control.control_tabs import TABS


def control_states(window: MainWindow, shoot: Callable[[str], str], kind: str) -> Iterator[str]:
    """Every tab, for whatever project is in view."""
    run = window.context.commands.run
    run("go.control")
    for tab in TABS:
        run(f"control.show_{tab.id}")
        yield shoot(f"{kind}-control-{tab.id}")
