"""While something is presented the screen stays on: asked for once, let go at the end, and told where it is refused.

And photos are seen on it.
"""

from __future__ import annotations

import ctypes
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from cxstudio.catalogue.samples import sample
from cxstudio.edits import add_picture, reset_run
from cxstudio.session import Folders, Session
from cxstudio.session.log import log
from tests.screens.agenda_states import BERLIN, FixedClock
from tests.ui.conftest import OpenWindow
from ui.context.messages import Notice
from ui.main_window.main_window import MainWindow
from ui.presentation import screen_awake
from ui.presentation.screen_awake import BusAwake, MacAwake, NoScreen, Refused, WindowsAwake, awake

ROOT = Path(__file__).resolve().parents[3]


class Fake:
    """A system that agrees, or gives a reason why not."""

    def __init__(self, refusal: str = "") -> None:
        self.said: list[str] = []
        self._refusal = refusal

    def hold(self, refused: Refused) -> None:
        self.said.append("hold")
        if self._refusal:
            refused(self._refusal)

    def release(self) -> None:
        self.said.append("release")


@pytest.fixture
def systems(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[Fake]]:
    made: list[Fake] = []

    def with_refusal(refusal: str) -> list[Fake]:
        def make() -> Fake:
            made.append(Fake(refusal))
            return made[-1]

        monkeypatch.setattr(screen_awake, "awake", make)
        return made

    return with_refusal


def open_sample(open_window: OpenWindow) -> tuple[MainWindow, list[Notice]]:
    window = open_window()
    window.project.sample()
    posted: list[Notice] = []
    window.context.messages.posted.connect(posted.append)
    return window, posted


def test_the_screen_is_held_from_the_beginning_to_the_end(
    open_window: OpenWindow, systems: Callable[[str], list[Fake]]
) -> None:
    made = systems("")
    window, posted = open_sample(open_window)
    for _ in range(2):
        window.context.commands.run("frame.present")
        assert made[-1].said[-1] == "hold"
        window.context.commands.run("present.black")
        assert made[-1].said[-1] == "hold", "a black screen is still a presentation"
        window.shell.presentation.end()
        assert made[-1].said[-1] == "release"
    assert made[-1].said == ["hold", "release"] * 2 and posted == []


def test_the_screen_is_held_while_a_workshop_runs_without_a_projector(
    open_window: OpenWindow, systems: Callable[[str], list[Fake]]
) -> None:
    made = systems("")
    window, posted = open_sample(open_window)
    run, clock = window.context.run, FixedClock(datetime(2026, 3, 12, 9, tzinfo=BERLIN))
    run.clock = clock
    with window.context.session.transaction("Not held yet") as draft:
        reset_run(draft, "workshop1")
    run.begin("workshop1")
    held = made[-1].said
    assert held == ["hold"]
    window.context.commands.run("frame.present")
    window.shell.presentation.end()
    assert held == ["hold"], "the timer still runs"
    run.pause()
    assert held == ["hold", "release"]
    run.pause()
    clock.moment += timedelta(minutes=70)
    run.tick()
    assert held[-1] == "hold", "over its time, people still look at it"
    clock.moment += timedelta(minutes=10)
    run.tick()
    assert held[-1] == "release", "nobody has ended it"
    run.next()
    assert held[-1] == "hold"
    run.end()
    assert held[-1] == "release" and posted == []


def test_a_window_made_anew_and_a_window_closed_let_go(
    open_window: OpenWindow, systems: Callable[[str], list[Fake]]
) -> None:
    made = systems("")
    window, _ = open_sample(open_window)
    window.context.commands.run("frame.present")
    before = made[-1]
    window.context.commands.run("look.palette")
    QApplication.processEvents()
    after = made[-1]
    assert after is not before and after.said == ["hold"]
    window.close()
    assert after.said == ["hold", "release"]
    for _ in range(3):
        QApplication.sendPostedEvents(None, 52)
        QApplication.processEvents()
    assert before.said[0] == "hold" and before.said[-1] == "release"


def test_a_refusal_is_logged_and_told_once_and_the_presentation_goes_on(
    open_window: OpenWindow, systems: Callable[[str], list[Fake]], caplog: pytest.LogCaptureFixture
) -> None:
    systems("no service")
    window, posted = open_sample(open_window)
    log.addHandler(caplog.handler)
    try:
        for _ in range(2):
            window.context.commands.run("frame.present")
            assert window.shell.presentation.on
            window.shell.presentation.end()
    finally:
        log.removeHandler(caplog.handler)
    assert len(posted) == 1 and "screen may turn off" in posted[0].text
    assert "no service" in caplog.text


# Each system by itself


class Kernel:
    def __init__(self, answer: int = 1) -> None:
        self.flags: list[int] = []
        self._answer = answer

    def SetThreadExecutionState(self, flags: ctypes.c_uint) -> int:
        self.flags.append(flags.value)
        return self._answer


def test_windows_is_told_that_the_thread_needs_the_screen() -> None:
    kernel, refused = Kernel(), []
    held = WindowsAwake(kernel)
    held.release()
    held.hold(refused.append)
    held.release()
    held.release()
    assert kernel.flags == [0x80000003, 0x80000000] and not refused
    WindowsAwake(Kernel(0)).hold(refused.append)
    assert refused == ["SetThreadExecutionState was refused"]


class Core:
    def __init__(self) -> None:
        self.texts: list[bytes] = []
        self.let_go = 0

    def CFStringCreateWithCString(self, _: object, text: bytes, encoding: int) -> int:
        assert encoding == 0x08000100
        self.texts.append(text)
        return len(self.texts)

    def CFRelease(self, _: int) -> None:
        self.let_go += 1


class Power:
    def __init__(self, code: int = 0) -> None:
        self.released: list[int] = []
        self._code = code

    def IOPMAssertionCreateWithName(self, kind: int, level: int, name: int, made: object) -> int:
        assert (kind, level, name) == (1, 255, 2)
        made._obj.value = 77  # type: ignore[attr-defined]
        return self._code

    def IOPMAssertionRelease(self, assertion: int) -> None:
        self.released.append(assertion)


def test_macos_is_asked_for_an_assertion_that_is_taken_back() -> None:
    core, power, refused = Core(), Power(), []
    held = MacAwake(core, power)
    held.hold(refused.append)
    assert core.texts[0] == b"PreventUserIdleDisplaySleep" and core.let_go == 2
    held.release()
    held.release()
    assert power.released == [77] and not refused
    denied = MacAwake(Core(), Power(5))
    denied.hold(refused.append)
    denied.release()
    assert refused == ["IOPMAssertionCreateWithName: 5"]


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the system's own libraries are there")
def test_a_system_without_its_libraries_refuses() -> None:
    refused: list[str] = []
    for held in (WindowsAwake(), MacAwake()):
        held.hold(refused.append)
        held.release()
    assert [line.split(":")[0] for line in refused] == ["SetThreadExecutionState", "IOKit"]


def test_without_a_session_bus_none_is_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    refused: list[str] = []
    for address, runtime in (("", str(tmp_path)), (None, str(tmp_path)), (None, None)):
        for name, value in (("DBUS_SESSION_BUS_ADDRESS", address), ("XDG_RUNTIME_DIR", runtime)):
            monkeypatch.delenv(name, raising=False) if value is None else monkeypatch.setenv(name, value)
        held = BusAwake()
        held.hold(refused.append)
        held.release()
    assert refused == ["there is no session bus"] * 3


def test_windows_drawn_into_memory_hold_nothing(qapp: object) -> None:
    assert isinstance(awake(), NoScreen) or QApplication.platformName() not in {"offscreen", "minimal"}


BUS = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusVirtualObject
from ui.presentation.screen_awake import SERVICES, BusAwake

application = QCoreApplication([])
asked = []

class Desktop(QDBusVirtualObject):
    def introspect(self, path):
        return ""

    def handleMessage(self, message, connection):
        asked.append((message.member(), *message.arguments(), message.service()))
        connection.send(message.createReply([7]))
        return True

desktop = Desktop()
bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "desktop")
if sys.argv[1] != "none":
    service = SERVICES[int(sys.argv[1])]
    assert bus.registerVirtualObject(service.path, desktop) and bus.registerService(service.name)
held = BusAwake()
held.hold(lambda why: print("refused", why))

def there():
    return bool(asked) and bus.interface().isServiceRegistered(asked[0][-1]).value()

def middle():
    print(*(line[:3] for line in asked), there())
    held.release()

QTimer.singleShot(1000, middle)
QTimer.singleShot(1600, lambda: (print(there()), application.quit()))
application.exec()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no session bus can be started here")
@pytest.mark.parametrize("service", ["0", "1", "none"])
def test_a_real_session_bus_is_asked_and_let_go(service: str) -> None:
    command = ["dbus-run-session", "--", sys.executable, "-c", BUS, service]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, env=env)
    said = done.stdout.splitlines()
    if service == "none":
        assert said[0].startswith("refused org.freedesktop.PowerManagement"), done.stderr
    else:
        assert said == ["('Inhibit', 'CX Studio', 'Presentation') True", "False"], done.stderr


def test_a_photo_is_painted_on_the_slide_and_read_aloud(open_window: OpenWindow, folders: Folders) -> None:
    session = Session.new(folders, sample("lindenfurt", "en").document)
    data = io.BytesIO()
    Image.new("RGB", (60, 40), (200, 30, 160)).save(data, "PNG")
    with session.transaction("photo") as draft:
        add_picture(draft, "t08", session.assets.put(data.getvalue()), "The desk at night")
    window = open_window(session)
    window.context.commands.run("frame.present")
    projector, show = window.shell.presentation.projector, window.shell.presentation.show_
    assert projector is not None and show is not None and show.show_record("t08")
    QApplication.processEvents()
    assert "The desk at night" in projector.accessibleDescription()
    seen = projector.grab().toImage()
    colours = {seen.pixelColor(x, y).name() for x in range(0, seen.width(), 9) for y in range(0, seen.height(), 9)}
    assert "#c81ea0" in colours
