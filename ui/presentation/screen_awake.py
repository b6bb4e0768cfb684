"""Keeps the screen on while something is presented. Qt has no call for it, so each system is asked in its own way.

None of them may hold up a slide: where a system refuses, the presentation goes on and `refused` says so.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher

Refused = Callable[[str], None]
"""Told once why the screen cannot be kept on; in English, for the log."""
_WHO: Final = "CX Studio"
_WHY: Final = "Presentation"
_WITHOUT_SCREEN: Final = ("offscreen", "minimal")


class Awake(Protocol):
    """One way to keep the screen on."""

    def hold(self, refused: Refused) -> None:
        """From now on."""

    def release(self) -> None:
        """No longer; nothing where it was not held."""


def awake() -> Awake:
    """The way of this system."""
    if QGuiApplication.platformName() in _WITHOUT_SCREEN:
        return NoScreen()
    if sys.platform == "win32":
        return WindowsAwake()
    return MacAwake() if sys.platform == "darwin" else BusAwake()


class NoScreen:
    """Windows that are only drawn into memory: nothing there turns off."""

    def hold(self, refused: Refused) -> None:
        pass

    def release(self) -> None:
        pass


class WindowsAwake:
    """The thread says that it needs the screen; Windows forgets it when the thread ends."""

    CONTINUOUS, SYSTEM, DISPLAY = 0x80000000, 0x1, 0x2

    def __init__(self, kernel: Any = None) -> None:
        self._kernel = kernel
        self._held = False

    def hold(self, refused: Refused) -> None:
        self._held = self._say(self.CONTINUOUS | self.SYSTEM | self.DISPLAY, refused)

    def release(self) -> None:
        if self._held:
            self._held = False
            self._say(self.CONTINUOUS, lambda _: None)

    def _say(self, flags: int, refused: Refused) -> bool:
        try:
            kernel = self._kernel or ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
            done = bool(kernel.SetThreadExecutionState(ctypes.c_uint(flags)))
        except (OSError, AttributeError) as error:
            refused(f"SetThreadExecutionState: {error}")
            return False
        if not done:
            refused("SetThreadExecutionState was refused")
        return done


class MacAwake:
    """An assertion of the power management; macOS drops it when the program ends."""

    TYPE: Final = b"PreventUserIdleDisplaySleep"
    _ON, _UTF8 = 255, 0x08000100
    _FRAMEWORKS: Final = "/System/Library/Frameworks/{name}.framework/{name}"

    def __init__(self, core: Any = None, power: Any = None) -> None:
        self._libraries = (core, power) if core is not None else None
        self._assertion: int | None = None

    def hold(self, refused: Refused) -> None:
        try:
            core, power = self._libraries or self._loaded()
        except (OSError, AttributeError) as error:
            refused(f"IOKit: {error}")
            return
        kind, name = (core.CFStringCreateWithCString(None, said, self._UTF8) for said in (self.TYPE, _WHY.encode()))
        made = ctypes.c_uint32(0)
        code = power.IOPMAssertionCreateWithName(kind, self._ON, name, ctypes.byref(made))
        for said in (kind, name):
            core.CFRelease(said)
        if code:
            refused(f"IOPMAssertionCreateWithName: {code}")
        else:
            self._assertion = made.value

    def release(self) -> None:
        if self._assertion is not None:
            _, power = self._libraries or self._loaded()
            power.IOPMAssertionRelease(self._assertion)
            self._assertion = None

    def _loaded(self) -> tuple[Any, Any]:
        core, power = (ctypes.CDLL(self._FRAMEWORKS.format(name=name)) for name in ("CoreFoundation", "IOKit"))
        core.CFStringCreateWithCString.restype = ctypes.c_void_p
        core.CFStringCreateWithCString.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32)
        core.CFRelease.argtypes = (ctypes.c_void_p,)
        power.IOPMAssertionCreateWithName.argtypes = (
            ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p, ctypes.POINTER(ctypes.c_uint32),
        )  # fmt: skip
        power.IOPMAssertionRelease.argtypes = (ctypes.c_uint32,)
        self._libraries = (core, power)
        return self._libraries


class Service(NamedTuple):
    """Who is asked on the session bus."""

    name: str
    path: str
    interface: str


SERVICES: Final = (
    Service("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    Service(
        "org.freedesktop.PowerManagement",
        "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit",
    ),
)
"""GNOME, KDE and most others answer to the first, Xfce to the second."""
_ANSWER_MS: Final = 4_000


class BusAwake(QObject):
    """The session bus of a Linux desktop, asked without waiting. A connection of its own holds the screen: when that is
    closed, or the program ends, every service lets go.
    """

    def __init__(self) -> None:
        super().__init__()
        self._connection = f"cxstudio-presentation-{id(self)}"
        self._bus: QDBusConnection | None = None

    def hold(self, refused: Refused) -> None:
        if self._bus is not None:
            return
        if not _has_session_bus():
            refused("there is no session bus")
            return
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError as error:
            refused(f"QtDBus: {error}")
            return
        self._bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, self._connection)
        self._ask(self._bus, 0, refused, "")

    def release(self) -> None:
        if self._bus is not None:
            bus, self._bus = self._bus, None
            bus.disconnectFromBus(self._connection)

    def _ask(self, bus: QDBusConnection, place: int, refused: Refused, why: str) -> None:
        """Ask one service, and when it says no the next."""
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        if place == len(SERVICES):
            refused(why)
            return
        service = SERVICES[place]
        message = QDBusMessage.createMethodCall(service.name, service.path, service.interface, "Inhibit")
        message.setArguments([_WHO, _WHY])
        message.setAutoStartService(False)
        watcher = QDBusPendingCallWatcher(bus.asyncCall(message, _ANSWER_MS), self)

        def answered(found: QDBusPendingCallWatcher) -> None:
            reply = found.reply()
            found.deleteLater()
            if self._bus is bus and reply.type() != QDBusMessage.MessageType.ReplyMessage:
                self._ask(bus, place + 1, refused, f"{service.name}: {reply.errorName()}")

        watcher.finished.connect(answered)


def _has_session_bus() -> bool:
    """Whether there is one already: asked for where there is none, one would be started."""
    if "DBUS_SESSION_BUS_ADDRESS" in os.environ:
        return bool(os.environ["DBUS_SESSION_BUS_ADDRESS"])
    return (Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent")) / "bus").exists()
