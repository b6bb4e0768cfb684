"""The one boundary for exceptions nobody expected: the window lives on and says so."""

from __future__ import annotations

import faulthandler
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from cxstudio.errors import UserError
from cxstudio.session.folders import Folders
from cxstudio.session.log import log, open_crash_log, report, without_quotations

Show = Callable[[UserError | None, str], object]


class Boundary:
    """Catches what slots, paint events, threads and the interpreter let through; `install` once per process."""

    def __init__(self) -> None:
        self._show: Show = lambda *_: None
        self._busy = False

    def install(self, folders: Folders) -> None:
        """From now on nothing falls through."""
        sys.excepthook = self.caught
        sys.unraisablehook = lambda args: self.log(args.exc_value)
        threading.excepthook = lambda args: self.log(args.exc_value)
        qInstallMessageHandler(_qt_message)
        try:
            faulthandler.enable(open_crash_log(folders))
        except OSError:
            if sys.stderr is not None:
                faulthandler.enable()

    def show_with(self, show: Show) -> None:
        """How the window tells people: a UserError, or None and a report that can be copied."""
        self._show = show

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What `sys.excepthook` calls."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if not isinstance(error, UserError):
            self.log(error)
        if self._busy:
            return
        self._busy = True
        try:
            known = error if isinstance(error, UserError) else None
            self._show(known, "" if known else report(error))
        except Exception as second:  # noqa: BLE001 - the last border: it may only log
            self.log(second)
        finally:
            self._busy = False

    def log(self, error: BaseException | None) -> None:
        """Note where something happened that nobody expected."""
        if error is not None:
            log.error("unexpected: %s", report(error))


def _qt_message(kind: QtMsgType, _: object, message: str) -> None:
    message = without_quotations(message)
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        log.error("Qt: %s", message)
    elif kind is QtMsgType.QtWarningMsg:
        log.warning("Qt: %s", message)
