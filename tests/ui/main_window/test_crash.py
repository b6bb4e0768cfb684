"""Killed without warning: what was typed and dropped is there when the program starts again."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from cxstudio.model import Picture, Touchpoint
from cxstudio.session.settings import Settings
from ui.main_window.application import first_window

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
Pinning(window.context, window).take(touchpoint.id, [Found("foto", path=picture)])
os.kill(os.getpid(), signal.SIGKILL)
"""


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
    assert window.shell.bars.keys == ()
    window.close()
