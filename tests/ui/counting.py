"""Counts work: how often functions are entered while something happens, and on which objects."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from types import CodeType, FrameType, TracebackType
from typing import Any

from PySide6.QtCore import QObject

from ui.context.commands import Commands

_WINDOW = str(Path(__file__).resolve().parents[2] / "ui")


class Work:
    """Counts while it is entered: the functions named, and every `refresh` of a part of the window.

    What a function named does with the help of another one counts as one.
    """

    def __init__(self, named: Mapping[str, Callable[..., object]]) -> None:
        self._names: dict[CodeType, str] = {_code(function): name for name, function in named.items()}
        self._held: list[object] = []
        """Keeps what was counted alive: an id stands for one object only."""
        self.times: Counter[str] = Counter()
        """Name → how often."""
        self.on: dict[str, Counter[int]] = {}
        """Name → object → how often."""
        self.refreshes: Counter[tuple[str, int]] = Counter()
        """Kind and object → how often it was refreshed."""

    def __enter__(self) -> Work:
        sys.setprofile(self._look)
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        sys.setprofile(None)

    def again(self) -> dict[str, int]:
        """What was refreshed more than once; commands look once however often they are told to (count conditions)."""
        return {kind: times for (kind, _), times in self.refreshes.items() if times > 1 and kind != Commands.__name__}

    def objects(self, name: str) -> list[Any]:
        """The objects a method was entered on."""
        wanted = self.on.get(name, Counter())
        return list({id(one): one for one in self._held if id(one) in wanted}.values())

    def _look(self, frame: FrameType, event: str, _: object) -> None:
        if event != "call":
            return
        name = self._names.get(frame.f_code)
        if name is not None and (frame.f_back is None or frame.f_back.f_code not in self._names):
            self.times[name] += 1
            self.on.setdefault(name, Counter())[id(self._self(frame))] += 1
        elif name is None and frame.f_code.co_name == "refresh" and frame.f_code.co_filename.startswith(_WINDOW):
            part = self._self(frame)
            if isinstance(part, QObject):
                self.refreshes[type(part).__name__, id(part)] += 1

    def _self(self, frame: FrameType) -> object:
        found = frame.f_locals.get("self")
        self._held.append(found)
        return found


def _code(function: Any) -> CodeType:
    code: CodeType = function.__code__
    return code
