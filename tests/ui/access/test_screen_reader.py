"""The window under a screen reader: a second program hears what is done by keys and walks the tree of the window."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.access.heard_window import LOOKED_AT, STEPS

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
_BOTH = """
"$1" "$2" "$4" "$6" & listening=$!
sleep 2
"$3" -m tests.ui.access.heard_window "$5" "$6"
wait $listening
"""
SAID = (
    "Hotline, Become aware, 2 of 3", "Digits now set: Experience", "Expectation: 6", "Experience: 6",
    "Hotline: critical", "Hotline: stardust", "Undone: Mark as stardust", "Note saved", "Invoice: Experience 5",
    "The round is closed.", "The report is ready.", "“report.pdf” is ready.",
    "Hotline, Become aware, 2 of 3, expectation 6.0, experience 6.0, delta 0.0, okay, critical",
)  # fmt: skip
"""What has to be announced while the job is done."""


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
    arguments = [SYSTEM_PYTHON, str(HERE / "listener.py"), sys.executable, str(out), str(tmp_path / "person"),
                 str(tmp_path / "look")]  # fmt: skip
    done = subprocess.run(
        [*both, *arguments], cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=300, check=False
    )
    assert out.exists(), done.stderr
    steps = [line.removeprefix("step ") for line in done.stdout.splitlines() if line.startswith("step ")]
    assert steps == [name for name, _ in STEPS], done.stderr
    heard = json.loads(out.read_text(encoding="utf-8"))
    print("\n".join(heard["announced"]))
    said = "\n".join(heard["announced"])
    assert [words for words in SAID if words not in said] == [], heard["announced"]
    assert (tmp_path / "person" / "report.pdf").stat().st_size > 10_000
    trees = heard["trees"]
    assert set(trees) == LOOKED_AT
    for step, tree in trees.items():
        assert len(tree) > 40, step
        nameless = [node for node in tree if node[3] and not node[2].strip() and node[1] not in ("filler", "panel")]
        assert nameless == [], step
        assert sum(node[1] == "radio button" and node[4] for node in tree) >= 1, f"{step}: where one is"
    roles = {node[1] for tree in trees.values() for node in tree}
    assert {"push button", "label", "heading", "canvas", "table", "radio button"} <= roles, roles
    on_map = [node[2] for node in trees["go back to the map"]]
    assert any(name.startswith("Hotline") and "critical" in name for name in on_map), on_map
