"""What a screen reader meets: every announcement, and the tree of the window. Run by the system's own Python.

It imports nothing of the studio: it knows the window only by what the system tells of it.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
import pyatspi  # noqa: E402 - the version is asked for first
from gi.repository import Atspi, GLib  # noqa: E402

LONGEST_S, DEEPEST = 260.0, 40


class Listener:
    """Listens until the window ends, and looks round in it whenever it asks for that."""

    def __init__(self, look: Path) -> None:
        """`look`: where the window writes after which step to look round; empty when it ends."""
        self.announced: list[str] = []
        self.focused: list[list[str]] = []
        self.trees: dict[str, list[list[Any]]] = {}
        self._file, self._loop, self._begun = look, GLib.MainLoop(), time.monotonic()

    def listen(self) -> None:
        """Returns once the window has ended, or after the longest time."""
        Atspi.set_timeout(8000, 8000)
        pyatspi.Registry.registerEventListener(self._announced, "object:announcement")
        pyatspi.Registry.registerEventListener(self._focused, "object:state-changed:focused")
        GLib.timeout_add(200, self._look)
        self._loop.run()

    def _announced(self, event: Any) -> None:
        self.announced.append(str(event.any_data))

    def _focused(self, event: Any) -> None:
        if event.detail1:
            try:
                self.focused.append([event.source.getRoleName(), event.source.name])
            except (GLib.Error, RuntimeError):  # the window is busy
                return

    def _look(self) -> bool:
        step = self._file.read_text(encoding="utf-8") if self._file.exists() else None
        if step:
            desktop = pyatspi.Registry.getDesktop(0)
            self.trees[step] = [found for app in desktop if app is not None for found in nodes(app, 0)]
            self._file.unlink()
        if step == "" or time.monotonic() - self._begun > LONGEST_S:
            self._loop.quit()
            return False
        return True


def nodes(node: Any, depth: int) -> Iterator[list[Any]]:
    """Depth, role, name, whether it takes the keyboard and is chosen, of everything shown below a node."""
    for at in range(min(node.childCount, 400) if depth < DEEPEST else 0):
        try:
            child = node.getChildAtIndex(at)
            if child is None:
                continue
            states = child.getState()
            if states.contains(pyatspi.STATE_SHOWING):
                told = (bool(states.contains(one)) for one in (pyatspi.STATE_FOCUSABLE, pyatspi.STATE_CHECKED))
                yield [depth, child.getRoleName(), child.name, *told]
                yield from nodes(child, depth + 1)
        except (GLib.Error, RuntimeError):  # it has gone meanwhile
            continue


if __name__ == "__main__":
    listener = Listener(Path(sys.argv[2]))
    listener.listen()
    heard = {"announced": listener.announced, "focused": listener.focused, "trees": listener.trees}
    Path(sys.argv[1]).write_text(json.dumps(heard, ensure_ascii=False), encoding="utf-8")
