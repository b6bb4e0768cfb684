"""Windows as files meet it, on another system.

What is open is not replaced, renamed or removed, folders are not opened, names are narrower and paths shorter, and
there are neither modes nor numbers of users.
"""

import errno
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace
from typing import Any
from unittest import mock

LONGEST_PATH = 259
HOME = "C:/Users/Petra/AppData/Local"
"""As long as what usually lies before a folder of ours there."""
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\x00-\x1f]|[ .]$')
_MISSING = ("fchmod", "fchown", "getuid", "geteuid")
_TWO, _ONE = ("replace", "rename"), ("unlink", "remove", "mkdir", "rmdir")


class Windows:
    """Calls on files below `root`; `busy` says whether another program holds the next one."""

    def __init__(self, root: Path, busy: Callable[[], bool]) -> None:
        self._root, self._busy = root, busy
        self._real: dict[str, Callable[..., Any]] = {name: getattr(os, name) for name in ("open", *_TWO, *_ONE)}

    def open(self, path: Any, flags: int, *rest: Any, **more: Any) -> Any:
        for place in self._below(path):
            _named(place, self._root)
            if place.is_dir():
                raise PermissionError(errno.EACCES, "Permission denied", str(place))
        return self._real["open"](path, flags, *rest, **more)

    def two(self, name: str) -> Callable[..., None]:
        """A call with a source and a target."""

        def call(source: Any, target: Any, **more: Any) -> None:
            places = self._below(source, target)
            for place in places:
                _named(place, self._root)
            self._let_go(places)
            if places and name == "rename" and places[-1].exists():
                raise FileExistsError(errno.EEXIST, "File exists", str(places[-1]))
            self._real[name](source, target, **more)

        return call

    def one(self, name: str) -> Callable[..., None]:
        """A call on one file or folder."""

        def call(path: Any, *rest: Any, **more: Any) -> None:
            places = self._below(path)
            for place in places:
                _named(place, self._root)
            if name in {"unlink", "remove"}:
                self._let_go(places)
            self._real[name](path, *rest, **more)

        return call

    def _below(self, *paths: Any) -> list[Path]:
        places = [Path(os.fsdecode(path)) for path in paths if not isinstance(path, int)]
        return [place for place in places if place.is_relative_to(self._root)]

    def _let_go(self, places: list[Path]) -> None:
        held = _open_now()
        if places and (self._busy() or any(str(place) in held for place in places)):
            raise PermissionError(errno.EACCES, "The process cannot access the file", str(places[0]))


@contextmanager
def windows(root: Path, busy: Callable[[], bool] = lambda: False) -> Iterator[None]:
    """While this lasts, files below `root` are as they are there."""
    there = Windows(root, busy)
    calls = {name: there.two(name) for name in _TWO} | {name: there.one(name) for name in _ONE}
    calls |= {"open": there.open} | {name: _missing(name) for name in _MISSING}
    seen = SimpleNamespace(**{**vars(sys), "platform": "win32"})
    ours = [module for name, module in sys.modules.items() if name.startswith("cxstudio.")]
    with ExitStack() as stack:
        for name, call in calls.items():
            stack.enter_context(mock.patch.object(os, name, call))
        for module in ours:
            if getattr(module, "sys", None) is sys:
                stack.enter_context(mock.patch.object(module, "sys", seen))
        yield


def _open_now() -> set[str]:
    """Every file this process has open."""
    found = set()
    for handle in Path("/proc/self/fd").iterdir():
        with suppress(OSError):  # closed meanwhile
            found.add(str(handle.readlink()))
    return found


def _named(place: Path, root: Path) -> None:
    """Raises what a name that is none, or too long, raises there."""
    inside = place.relative_to(root)
    if len(f"{HOME}/{inside}") > LONGEST_PATH:
        raise FileNotFoundError(errno.ENOENT, "The system cannot find the path specified", str(place))
    for part in inside.parts:
        if _NOT_IN_NAMES.search(part) or PureWindowsPath(part).is_reserved():
            raise OSError(errno.EINVAL, "The filename syntax is incorrect", str(place))


def _missing(name: str) -> Callable[..., Any]:
    def call(*_: Any, **__: Any) -> Any:
        raise AttributeError(f"module 'os' has no attribute {name!r}")

    return call
