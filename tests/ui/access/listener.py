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

QUIET_S, LONGEST_S, DEEPEST = 5.0, 90.0, 40


class Listener:
    """Listens until nothing more is announced, then looks round in the window."""

    def __init__(self) -> None:
        self.announced: list[str] = []
        self.focused: list[list[str]] = []
        self.tree: list[list[Any]] = []
        self._loop = GLib.MainLoop()
        self._begun = self._last = time.monotonic()

    def listen(self) -> None:
        """Returns once it has looked round, or after the longest time."""
        Atspi.set_timeout(8000, 8000)
        pyatspi.Registry.registerEventListener(self._announced, "object:announcement")
        pyatspi.Registry.registerEventListener(self._focused, "object:state-changed:focused")
        GLib.timeout_add(1000, self._look)
        self._loop.run()

    def _announced(self, event: Any) -> None:
        self.announced.append(str(event.any_data))
        self._last = time.monotonic()

    def _focused(self, event: Any) -> None:
        if event.detail1:
            try:
                self.focused.append([event.source.getRoleName(), event.source.name])
            except (GLib.Error, RuntimeError):  # the window is busy
                return

    def _look(self) -> bool:
        now = time.monotonic()
        if self.announced and now - self._last > QUIET_S:
            desktop = pyatspi.Registry.getDesktop(0)
            self.tree = [found for app in desktop if app is not None for found in nodes(app, 0)]
        if self.tree or now - self._begun > LONGEST_S:
            self._loop.quit()
            return False
        return True


def nodes(node: Any, depth: int) -> Iterator[list[Any]]:
    """Depth, role, name and whether it takes the keyboard, of everything shown below a node."""
    for at in range(min(node.childCount, 400) if depth < DEEPEST else 0):
        try:
            child = node.getChildAtIndex(at)
            if child is None:
                continue
            states = child.getState()
            if states.contains(pyatspi.STATE_SHOWING):
                focusable = states.contains(pyatspi.STATE_FOCUSABLE)
                yield [depth, child.getRoleName(), child.name, bool(focusable)]
                yield from nodes(child, depth + 1)
        except (GLib.Error, RuntimeError):  # it has gone meanwhile
            continue


if __name__ == "__main__":
    listener = Listener()
    listener.listen()
    heard = {"announced": listener.announced, "focused": listener.focused, "tree": listener.tree}
    Path(sys.argv[1]).write_text(json.dumps(heard, ensure_ascii=False), encoding="utf-8")
