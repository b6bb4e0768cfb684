"""What is opened next is imported before: file by file while nobody does anything, a large package in a thread."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.background.preloading import OURS, late_imports, load_beside, load_in_steps
from ui.workspaces.workspace_table import WORKSPACES

HOUSE = Path(__file__).resolve().parents[3]
AT_ONCE = 14
"""Files of the program one step may load: those of the largest package that names them itself."""

OPEN_EVERYTHING = """
import json, sys
from pathlib import Path
from time import sleep
from ui.background import preloading
from ui.main_window.application import application
from ui.main_window.main_window import MainWindow
from cxstudio.session import Folders
from cxstudio.session.settings import Settings
app = application()
folders = Folders.below(Path(sys.argv[1]))
window = MainWindow(folders, Settings(folders))
window.show()
window.project.sample()
context = window.context
loaded, steps = preloading.load_in_steps, []

def ours():
    return len([name for name in sys.modules if name.partition(".")[0] in preloading.OURS])

def counted(modules):
    before = ours()
    for step in loaded(modules):
        steps.append(ours() - before)
        before = ours()
        yield step

preloading.load_in_steps = counted
while not context.ahead.done:
    app.processEvents()
before = set(sys.modules)
known = sys.modules["cxstudio.catalogue.touchpoints"].built_in.cache_info().currsize
for command in ("journey.show_flow", "journey.show_outline", "journey.show_compare", "journey.panel_notes",
                "journey.panel_catalogue", "go.rate", "go.measures", "go.understand", "go.ideas", "go.control"):
    context.commands.run(command)
    app.processEvents()
print(json.dumps([sorted(set(sys.modules) - before), steps, known]))
window.close()
"""


def test_what_is_opened_next_is_there_already(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", OPEN_EVERYTHING, str(tmp_path)],
        capture_output=True, text=True, cwd=HOUSE, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    late, steps, known = json.loads(done.stdout.strip().splitlines()[-1])
    assert [name for name in late if name.partition(".")[0] in (*OURS, "networkx")] == []
    assert len(steps) > 60 and known == 1
    assert max(steps) <= AT_ONCE


def test_what_a_workspace_needs_is_read_from_what_makes_it():
    found = {row.name: late_imports(row.make) for row in WORKSPACES}
    assert found["rate"] == ("ui.workspaces.rate.rate_workspace",)
    assert all(found.values())


def test_files_stand_after_what_they_need(tmp_path, monkeypatch):
    package = tmp_path / "ui_parts"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "leaf.py").write_text("VALUE = 1")
    (package / "middle.py").write_text("from ui_parts import leaf\nVALUE = leaf.VALUE + 1")
    (package / "top.py").write_text("from ui_parts.middle import VALUE\nimport ui_parts.leaf")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr("ui.background.preloading.OURS", ("ui_parts",))
    order = []
    for _ in load_in_steps(["ui_parts.top", "ui_parts.leaf"]):
        order += [name for name in sys.modules if name.startswith("ui_parts") and name not in order]
    assert order == ["ui_parts", "ui_parts.leaf", "ui_parts.middle", "ui_parts.top"]


def test_what_cannot_be_imported_says_so():
    with pytest.raises(ModuleNotFoundError, match="no_such_package"):
        list(load_beside("no_such_package"))
