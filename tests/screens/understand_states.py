"""The pages of the workspace Understand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ui.main_window.main_window import MainWindow
from ui.workspaces.understand.understand_pages import VIEWS


def understand_states(window: MainWindow, shoot: Callable[[str], str], kind: str) -> Iterator[str]:
    """Each page as it is first seen."""
    run = window.context.commands.run
    run("go.understand")
    for page in VIEWS[1:]:
        run(f"understand.show_{page.id}")
        yield shoot(f"{kind}-understand-{page.id}")
    run(f"understand.show_{VIEWS[0].id}")
