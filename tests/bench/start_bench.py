"""From process start to the first painted window, against a bare Qt window with an empty view."""

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
    "from ui.app import application, first_window\n"
    "from cxstudio.session import Folders\n"
    "from cxstudio.session.settings import Settings\n"
    "app, folders = application(), Folders.standard()\n"
    "window = first_window(folders, Settings(folders), None)\n"
    "window.resize(1600, 1000)\n"
    "window.show()\n"
    "app.processEvents(); app.processEvents()\n"
    "print(since_start(), flush=True); os._exit(0)\n"
)


def run() -> dict[str, Entry]:
    """Starts both in turns, nine times."""
    bare, ours = [], []
    with tempfile.TemporaryDirectory() as folder:
        home = {f"XDG_{name}_HOME": f"{folder}/{name}" for name in ("CONFIG", "DATA", "CACHE", "STATE")}
        for _ in range(9):
            bare.append(_start(BARE, home))
            ours.append(_start(OURS, home))
    value = statistics.median(ours) / statistics.median(bare)
    return {
        "window on the screen": {"value": value, "limit": 2.0, "n": 9},
        "window on the screen, seconds": plain(statistics.median(ours), 9),
    }


def _start(code: str, home: dict[str, str]) -> float:
    environment = {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    return float(done.stdout.split()[-1])
