"""Killed without warning: what was typed and dropped is there when the program starts again."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

from cxstudio.files.journal import NOTE_NAME
from cxstudio.model import Picture, Touchpoint
from cxstudio.session import Folders
from cxstudio.session.log import CRASH_FILE, LARGEST_CRASH, open_crash_log, without_quotations
from cxstudio.session.settings import Settings
from ui.main_window.application import first_window
from ui.startup.exception_boundary import Boundary

HOUSE = Path(__file__).resolve().parents[3]

KILLED = """
import os, signal, sys
from pathlib import Path
from PIL import Image
from PySide6.QtGui import QImage
from cxstudio.edits import set_fields
from cxstudio.model import Touchpoint
from cxstudio.session import Folders
from cxstudio.session.settings import Settings
from ui.main_window.application import application, first_window
from ui.forms.picture_intake import Found
from ui.workspaces.journey.map.picture_drops import Pinning

place = Path(sys.argv[1])
app = application()
folders = Folders.below(place / "person")
window = first_window(folders, Settings(folders), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
if len(sys.argv) == 2:
    window.project.sample()
window.show()
app.processEvents()
touchpoint = window.context.document.journey_touchpoints(window.context.selection.journey)[3]
with window.context.session.transaction("Rename") as draft:
    set_fields(draft, Touchpoint, touchpoint.id, name="Kurz vor dem Absturz")
picture = place / "foto.png"
Image.new("RGB", (60, 40), "orange").save(picture)
pinning = Pinning(window.context, window)
pinning.take(touchpoint.id, [Found("foto", path=picture)])
while pinning.busy:
    app.processEvents()
os.kill(os.getpid(), signal.SIGKILL)
"""


CRASHED = """
import faulthandler, sys
from pathlib import Path
from cxstudio.session import Folders
from ui.startup.exception_boundary import Boundary

Boundary().install(Folders.below(Path(sys.argv[1])))
if len(sys.argv) > 2:
    faulthandler._sigsegv()
"""


def started(*arguments: str) -> int:
    """Starts with the boundary alone, ends or crashes; returns the exit code."""
    return subprocess.run(
        [sys.executable, "-c", CRASHED, *arguments], cwd=HOUSE, check=False, capture_output=True
    ).returncode


def killed(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, *arguments],
        cwd=HOUSE, check=False, capture_output=True, text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr


def test_an_edit_and_a_picture_survive_kill_9(open_window, folders, tmp_path):
    killed(str(tmp_path))
    window = first_window(folders, Settings(folders), None)
    document = window.context.document
    assert "Kurz vor dem Absturz" in [t.name for t in document.all(Touchpoint)]
    picture = document.all(Picture)[0]
    assert window.context.session.assets[picture.asset].startswith((b"\x89PNG", b"\xff\xd8"))
    assert "session.recovered" in window.shell.bars.keys
    window.close()


def test_so_they_do_in_a_project_with_a_file(open_window, folders, tmp_path):
    path = tmp_path / "umzug.cxs"
    first = open_window()
    first.project.sample()
    first.context.session.save_as(path)
    first.close()
    killed(str(tmp_path), str(path))
    window = first_window(folders, Settings(folders), path)
    assert "Kurz vor dem Absturz" in [t.name for t in window.context.document.all(Touchpoint)]
    assert len(window.context.document.all(Picture)) == 1
    assert window.context.session.dirty
    window.context.commands.run("project.save")
    window.context.session.work.finish()
    assert window.shell.bars.keys == ()
    window.close()


def test_where_it_crashed_is_kept_over_starts_within_bounds(folders, tmp_path):
    place, log = tmp_path / "person", Folders.below(tmp_path / "person").log / CRASH_FILE
    assert started(str(place), "crash") != 0
    assert started(str(place)) == 0
    assert started(str(place), "crash") != 0
    told = log.read_text(encoding="utf-8")
    assert told.count("Current thread") == 2 and told.count("CX Studio ") == 3
    assert os.name != "posix" or stat.S_IMODE(log.stat().st_mode) == 0o600
    log.write_text(told * (2 * LARGEST_CRASH // len(told)), encoding="utf-8")
    open_crash_log(Folders.below(place)).close()
    assert LARGEST_CRASH // 3 < log.stat().st_size < LARGEST_CRASH
    assert "Current thread" in log.read_text(encoding="utf-8")


def test_an_error_nobody_expected_puts_what_is_being_typed_on_the_disk(sample_window):
    session, boundary = sample_window.context.session, Boundary()
    boundary.show_with(sample_window.tell_unexpected)
    session.unfinished_note = "Kurz davor"
    error = ZeroDivisionError("halb getippt")
    boundary.caught(type(error), error, None)
    assert "unexpected" in sample_window.shell.bars.keys
    assert (session.protection.journal.folder / NOTE_NAME).read_text(encoding="utf-8") == "Kurz davor"


def test_what_qt_quotes_stays_out_of_the_log():
    assert without_quotations('Cannot open "/home/petra/Umzug.cxs": no "such') == 'Cannot open "…": no "…"'
