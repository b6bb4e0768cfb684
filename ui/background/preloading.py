"""Imports what pages need before anybody opens them: between two frames, one file at a time."""

from __future__ import annotations

import dis
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from importlib import import_module
from importlib.abc import InspectLoader
from importlib.util import find_spec
from types import CodeType, FunctionType
from typing import Final

from PySide6.QtCore import QObject, QTimer

from cxstudio.steps import Steps, in_thread
from ui.background.task_runner import TaskRunner

OURS: Final = ("cxstudio", "ui")
SOON_MS: Final = 1500
"""After the last wish; by then what was asked for is painted, also where opening it took a while."""


def load_in_steps(modules: Iterable[str]) -> Steps[None]:
    """Import modules of the program with whatever they need of it, one file a step, those needed by others first."""
    seen = set(sys.modules)
    for module in modules:
        yield from _load(module, seen)


def load_beside(module: str) -> Steps[None]:
    """Import a large package of somebody else, which comes in one piece, in a thread; yields until it is there.

    Raises what the import raises.
    """
    if module in sys.modules:
        return
    yield from in_thread(import_module, module)


def late_imports(function: Callable[..., object]) -> tuple[str, ...]:
    """Modules of the program a function imports when it is called."""
    assert isinstance(function, FunctionType)
    return tuple(name for name in _imports(function.__code__) if _is_ours(name))


def _load(module: str, seen: set[str]) -> Steps[None]:
    if module in seen:
        return
    seen.add(module)
    package, _, _ = module.rpartition(".")
    if package:
        yield from _load(package, seen)
    spec = find_spec(module)
    if spec is None:
        return  # what a package is asked for need not be a file
    code = spec.loader.get_code(module) if isinstance(spec.loader, InspectLoader) else None
    for needed in _imports(code) if code is not None else ():
        if _is_ours(needed):
            yield from _load(needed, seen)
    import_module(module)
    yield


def _imports(code: CodeType) -> Iterator[str]:
    """Names a code imports by itself, also those of submodules a package is asked for."""
    names: object = None
    for step in dis.get_instructions(code):
        if step.opname == "LOAD_CONST":
            names = step.argval
        elif step.opname == "IMPORT_NAME":
            yield step.argval
            module = sys.modules.get(step.argval)
            if names and hasattr(module, "__path__"):
                assert isinstance(names, tuple)
                yield from (f"{step.argval}.{name}" for name in names if not hasattr(module, name))


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] in OURS


class Preloading(QObject):
    """One for a window: begins when nothing more has been wished for a moment, and goes on behind all other work."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._modules: list[str] = []
        self._packages: list[str] = []
        self._calls: list[Callable[[], object]] = []
        self.work: TaskRunner[None] = TaskRunner(self)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._begin)

    def want(
        self, modules: Iterable[str], packages: Iterable[str] = (), ready: Iterable[Callable[[], object]] = ()
    ) -> None:
        """Modules of the program, packages of others that are large, and what is made once, at once or in steps."""
        self._modules += [name for name in modules if name not in self._modules]
        self._packages += [name for name in packages if name not in self._packages]
        self._calls += [call for call in ready if call not in self._calls]
        self._soon.start()

    @property
    def done(self) -> bool:
        """Whether everything wished for is there."""
        return not self._soon.isActive() and not self.work.busy

    def _begin(self) -> None:
        wanted = tuple(self._modules), tuple(self._packages), tuple(self._calls)
        self.work.run_steps(_all(*wanted), lambda _: None)


def _all(modules: Iterable[str], packages: Iterable[str], calls: Iterable[Callable[[], object]]) -> Steps[None]:
    yield from load_in_steps(modules)
    for call in calls:
        yield
        made = call()
        if isinstance(made, Generator):
            yield from made
    for package in packages:
        yield from load_beside(package)
