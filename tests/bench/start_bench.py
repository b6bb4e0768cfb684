"""From process start to the first painted window, against a bare Qt window with an empty view.

Byte code is kept as an installed program keeps it, and both are started once before they are measured.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile

from tests.bench.measure import Entry, plain

CLOCK = (
    "import os, time\n"
    "def since_start():\n"
    "    ticks = int(open('/proc/self/stat').read().rsplit(')', 1)[1].split()[19]) / os.sysconf('SC_CLK_TCK')\n"
    "    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks\n"
)
BARE = CLOCK + (
    "from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QMainWindow\n"
    "app = QApplication([])\n"
    "window = QMainWindow()\n"
    "window.setCentralWidget(QGraphicsView(QGraphicsScene()))\n"
    "window.resize(1600, 1000)\n"
    "window.show()\n"
    "app.processEvents(); app.processEvents()\n"
    "print(since_start(), flush=True); os._exit(0)\n"
)
OURS = CLOCK + (
    "from ui.main_window.application import application, first_window\n"
    "from cxstudio.session import Folders\n"
    "from cxstudio.session.log import start_log\n"
    "from cxstudio.session.settings import Settings\n"
    "from ui.startup.exception_boundary import Boundary\n"
    "app, folders = application(), Folders.standard()\n"
    "start_log(folders)\n"
    "Boundary().install(folders)\n"
    "window = first_window(folders, Settings(folders), None, early=True)\n"
    "window.resize(1600, 1000)\n"
    "window.show()\n"
    "app.processEvents()\n"
    "print(since_start(), flush=True)\n"
)
PAINTED = OURS + "os._exit(0)\n"
READY = OURS + (
    "while window.waiting:\n"
    "    app.processEvents()\n"
    "app.processEvents()\n"
    "print(since_start(), flush=True); os._exit(0)\n"
)


def run() -> dict[str, Entry]:
    """Starts them in turns, nine times."""
    codes = {"bare": BARE, "painted": PAINTED, "ready": READY}
    found: dict[str, list[float]] = {name: [] for name in codes}
    with tempfile.TemporaryDirectory() as folder:
        home = {f"XDG_{name}_HOME": f"{folder}/{name}" for name in ("CONFIG", "DATA", "CACHE", "STATE")}
        home["PYTHONPYCACHEPREFIX"] = f"{folder}/bytecode"
        for turn in range(10):
            for name, code in codes.items():
                taken = _start(code, home)
                if turn:
                    found[name].append(taken)
    bare, painted, ready = (statistics.median(found[name]) for name in codes)
    return {
        "window on the screen": {"value": painted / bare, "limit": 2.0, "n": 9},
        "window on the screen, seconds": plain(painted, 9),
        "everything behind the start page loaded, seconds": plain(ready, 9),
    }


def _start(code: str, home: dict[str, str]) -> float:
    environment = {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    return float(done.stdout.split()[-1])
