"""What the system asks of a program it is about to end: nothing that was done may be lost."""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


class Ending(QObject):
    """Lives as long as the application; signals of the system become calls within Qt's loop."""

    def __init__(self, application: QApplication, secure: Callable[[], object], leave: Callable[[], object]) -> None:
        """`secure` is called at a log-out, `leave` when the process is told to end."""
        super().__init__(application)
        self._leave = leave
        application.commitDataRequest.connect(lambda _: secure())
        if sys.platform != "win32":  # there the window is told, as at a log-out
            self._heed_signals()

    def _heed_signals(self) -> None:
        self._ours, self._systems = socket.socketpair()
        self._ours.setblocking(False)
        self._systems.setblocking(False)
        signal.set_wakeup_fd(self._systems.fileno(), warn_on_full_buffer=False)
        for name in _SIGNALS:
            signal.signal(getattr(signal, name), lambda *_: None)  # Python only passes it on, through the socket
        notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._told)

    def _told(self) -> None:
        self._ours.recv(16)
        self._leave()
