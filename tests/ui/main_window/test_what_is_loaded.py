"""The ground the window stands on: what is loaded when, references Qt must not lose, long work beside the window."""

import json
import os
import subprocess
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from cxstudio.plain_text import file_name
from cxstudio.session.tasks import StepTask
from ui.dialogs import file_choosers as choosers
from ui.workspaces.report import report_workspace
from ui.workspaces.report.report_workspace import ReportWorkspace

HOUSE = Path(__file__).resolve().parents[3]
LATE = ("reportlab", "networkx", "openpyxl", "xlsxwriter", "pypdfium2", "fontTools", "uharfbuzz", "qtawesome", "scipy")
LATER = ("pydantic", "pydantic_core", "babel", "PIL", "cxstudio.model", "cxstudio.analysis", "cxstudio.session.session")
"""Loaded once the start page is painted."""
WORKSPACE = "ui.workspaces.journey.journey_workspace"
"""Loaded when a project is shown."""

START = """
import json, sys
from pathlib import Path
from ui.main_window.application import application, first_window
from cxstudio.session import Folders
from cxstudio.session.settings import Settings
app = application()
folders = Folders.below(Path(sys.argv[1]))
window = first_window(folders, Settings(folders), None, early=True)
window.show()
app.processEvents()
print(json.dumps(list(sys.modules)))
while window.waiting:
    app.processEvents()
app.processEvents()
print(json.dumps(list(sys.modules)))
window.close()
"""


def test_the_window_is_painted_before_anything_heavy_is_loaded(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", START, str(tmp_path)],
        capture_output=True, text=True, cwd=HOUSE, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    painted, ready = (json.loads(line) for line in done.stdout.strip().splitlines()[-2:])
    assert [name for name in LATER if find_spec(name) is None] == []
    assert [name for name in (*LATE, *LATER) if name in painted] == []
    assert [name for name in (*LATE, "babel", "PIL") if name in ready] == []
    assert find_spec(WORKSPACE) is not None
    assert WORKSPACE not in ready
    later = [
        name for name in painted[painted.index("PySide6") :] if not name.startswith(("ui.", "PySide6", "shiboken"))
    ]
    assert len(later) < 20  # Qt reads the source of each


class Bell(QObject):
    rung = Signal(bool, object)


def test_qt_loses_no_reference_to_true_and_none(sample_window, qapp):
    bell, heard = Bell(), []
    bell.rung.connect(lambda yes, nothing: heard.append((yes, nothing)))
    before = (sys.getrefcount(True), sys.getrefcount(None))
    for _ in range(50):
        bell.rung.emit(True, None)
    sample_window.repaint()
    qapp.processEvents()
    after = (sys.getrefcount(True), sys.getrefcount(None))
    assert after[0] >= before[0] - 5
    assert after[1] >= before[1] - 5
    assert len(heard) == 50


def test_a_plan_is_made_beside_the_window_and_written(sample_window, tmp_path, monkeypatch, qtbot):
    window, path = sample_window, tmp_path / "plan.csv"
    monkeypatch.setattr(choosers, "name_to_save", lambda *_: path)
    before = window.shell.pages.geometry()
    window.context.commands.run("export.plan_csv")
    assert window.context.tasks.busy
    assert window.shell.status._cancel.isVisible()
    qtbot.waitUntil(lambda: "export" in window.shell.bars.keys, timeout=60_000)
    assert path.read_bytes()
    assert not window.shell.status._cancel.isVisible()
    assert window.shell.bars.isHidden()
    assert window.shell.pages.geometry() == before


def test_another_ending_is_refused_in_a_bar(sample_window, tmp_path, monkeypatch):
    window, path = sample_window, tmp_path / "plan.pdf"
    monkeypatch.setattr(choosers, "name_to_save", lambda *_: path)
    window.context.commands.run("export.plan_csv")
    assert "error.export" in window.shell.bars.keys
    assert not window.context.tasks.busy
    assert not path.exists()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Umzug: wer? wann? „so“", "Umzug- wer- wann- „so“.pdf"),
        ('a/b\\c*"<d>|', "a-b-c-d.pdf"),
        ("End...", "End.pdf"),
        ("??", "CX Studio.pdf"),
    ],
)
def test_proposed_names_can_be_written_on_every_system(title, name):
    assert file_name(title, ".pdf") == name


def test_long_work_can_be_cancelled_and_writes_nothing(sample_window, tmp_path, monkeypatch):
    window, path = sample_window, tmp_path / "report.pdf"
    monkeypatch.setattr(choosers, "name_to_save", lambda *_: path)
    window.context.commands.run("export.report")
    window.shell.status._cancel.click()
    assert not window.context.tasks.busy
    assert not path.exists()


def test_a_folder_that_refuses_is_said_in_a_bar(sample_window, tmp_path, monkeypatch, qtbot):
    window, path = sample_window, tmp_path / "no such folder" / "plan.csv"
    monkeypatch.setattr(choosers, "name_to_save", lambda *_: path)
    window.context.commands.run("export.plan_csv")
    qtbot.waitUntil(lambda: "error.export" in window.shell.bars.keys, timeout=60_000)


def test_the_preview_of_the_report_is_the_report(sample_window, qtbot):
    window = sample_window
    window.context.commands.run("go.report")
    page = window.shell.view.current
    assert isinstance(page, ReportWorkspace)
    qtbot.waitUntil(lambda: not page.busy, timeout=120_000)
    assert page.preview.count >= 5
    assert not page.preview._pages[0].pixmap().isNull()


class Stepped(StepTask):
    """A report whose first page is there at once, and the others once somebody lets them come."""

    may_end = False

    def __init__(self, make, *arguments):
        self._work = partial(make, *arguments, early=lambda made: setattr(self, "early", made))
        super().__init__(self._waiting())

    def _waiting(self):
        made = self._work()
        while not Stepped.may_end:
            yield
        return made


def test_the_first_page_is_seen_while_the_others_are_still_to_come(sample_window, qtbot, monkeypatch):
    monkeypatch.setattr(report_workspace, "EarlyTask", Stepped)
    monkeypatch.setattr(Stepped, "may_end", False)
    window = sample_window
    window.context.commands.run("go.report")
    page = window.shell.view.current
    qtbot.waitUntil(lambda: page.preview.count == 1 and not page.preview.drawing, timeout=60_000)
    assert page.busy and page.preview.isVisible()
    assert page.status().left == ()
    monkeypatch.setattr(Stepped, "may_end", True)
    qtbot.waitUntil(lambda: not page.busy, timeout=60_000)
    assert page.preview.count >= 5
    assert len(page.status().left) == 1
    assert not any(one.pixmap().isNull() for one in page.preview._pages)
    page.refresh()
    qtbot.waitUntil(lambda: not page.busy, timeout=60_000)
    assert page.preview.count >= 5


@pytest.mark.display
def test_the_window_opens_on_a_real_display(sample_window, qapp, qtbot):
    qtbot.waitExposed(sample_window)
    for name in ("journey", "rate", "report"):
        sample_window.context.commands.run(f"go.{name}")
        qapp.processEvents()
    assert sample_window.isVisible()
