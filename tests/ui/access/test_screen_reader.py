"""The window under a screen reader: a second program hears what is done by keys and walks the tree of the window."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.access.heard_window import STEPS

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
_BOTH = """
"$1" "$2" "$4" & listening=$!
sleep 2
"$3" -m tests.ui.access.heard_window "$5" "$4"
wait $listening
"""


def _missing() -> str:
    """What is not installed here, "" where all of it is."""
    for program in ("xvfb-run", "dbus-run-session", SYSTEM_PYTHON):
        if shutil.which(program) is None:
            return f"{program} is not installed"
    known = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return "" if known.returncode == 0 else "pyatspi is not installed"


@pytest.mark.torture
def test_a_screen_reader_hears_the_whole_job_done_by_keys(tmp_path: Path) -> None:
    if why := _missing():
        pytest.skip(why)
    out = tmp_path / "heard.json"
    surroundings = {
        **os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "PYTHONPATH": str(ROOT)
    }  # fmt: skip
    both = ["xvfb-run", "-a", "dbus-run-session", "--", "sh", "-c", _BOTH, "sh"]
    arguments = [SYSTEM_PYTHON, str(HERE / "listener.py"), sys.executable, str(out), str(tmp_path / "person")]
    done = subprocess.run(
        [*both, *arguments], cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=240, check=False
    )
    assert out.exists(), done.stderr
    steps = [line.removeprefix("step ") for line in done.stdout.splitlines() if line.startswith("step ")]
    assert steps == [name for name, _ in STEPS]
    heard = json.loads(out.read_text(encoding="utf-8"))
    said = "\n".join(heard["announced"])
    for words in (", delta ", ": critical", ": stardust", "Undone: ", "Note saved"):
        assert words in said, (words, heard["announced"])
    tree = heard["tree"]
    assert len(tree) > 40
    nameless = [node for node in tree if node[3] and not node[2].strip() and node[1] not in ("filler", "panel")]
    assert nameless == []
    roles = {node[1] for node in tree}
    print("\n".join(heard["announced"]))
    assert {"push button", "label", "heading"} <= roles, roles
