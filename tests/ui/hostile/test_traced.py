"""The window and every command under a system-call tracer, with a project from strangers.

No connection but the display's, no program started but our own workers, no file a project names ever looked at.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from cxstudio.cli.main import main
from cxstudio.cli.table import BY_NAME
from cxstudio.files import save
from cxstudio.files.container import pack, unpack
from tests.hostile.pictures import EPS, SVG, all_hostile, encoded, good
from tests.hostile.projects_with_pictures import with_pictures
from tests.hostile.texts import MARKUP, SYNTAX, poisoned

ROOT = Path(__file__).resolve().parents[3]
TRACER = shutil.which("strace")
OURS = re.compile(r'"-c", "from multiprocessing\.(spawn import spawn_main|resource_tracker import main)')
"""Our workers, and the helper the interpreter starts for them."""


@cache
def _may_trace() -> bool:
    """Whether this machine has a tracer and lets it work."""
    if TRACER is None:
        return False
    done = subprocess.run([TRACER, "-f", "-o", os.devnull, sys.executable, "-c", ""], check=False, capture_output=True)
    return done.returncode == 0


pytestmark = pytest.mark.skipif(not _may_trace(), reason="no system-call tracer here (package strace)")


def traced(place: Path, *arguments: str) -> list[str]:
    """Run Python with these arguments under the tracer; the calls that matter, one a line."""
    out = place / f"trace{len(list(place.glob('trace*')))}.txt"
    calls = "trace=%network,execve,execveat,open,openat,creat"
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "DBUS_SESSION_BUS_ADDRESS": ""}
    command = [str(TRACER), "-f", "-qq", "--seccomp-bpf", "-s", "400", "-e", calls, "-o", str(out), sys.executable]
    done = subprocess.run([*command, *arguments], cwd=ROOT, check=False, capture_output=True, text=True, env=env)
    assert done.returncode in {0, 1}, done.stderr
    assert not re.search("Traceback|went wrong|unexpected", done.stderr), done.stderr
    return out.read_text(encoding="utf-8", errors="replace").splitlines()


def trouble(calls: list[str], secret: Path, place: Path) -> list[str]:
    """Calls that reach out: connections, foreign programs, files a project named, files written elsewhere."""
    found, started = [], False
    for call in calls:
        if re.search(r"\b(socket|connect|bind|listen|sendto)\(", call):
            found.append(call)
        if re.search(r"\bexecve(at)?\(", call) and not OURS.search(call):  # what is "resumed" stood there already
            found += [call] if started else []
            started = True
        if str(secret) in call and "execve" not in call:
            found.append(call)
        written = re.search(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]+)", [^)]*(O_WRONLY|O_RDWR|O_CREAT)', call)
        if written and not written[1].startswith((str(place), "/dev/", "/proc/self/", "/dev/shm/")):
            found += [] if "__pycache__" in written[1] or written[1][:5] == "/tmp/" else [call]
    return found


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file beside the project that texts and drawings in it name."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.png").write_bytes(good()["png"])
    return folder / "secret.png"


def stranger(secret: Path) -> bytes:
    """A project that names a file in pictures and in every text, and is not written as we write."""
    named = str(secret).encode()
    pictures = {
        **all_hostile(),
        **good(),
        "svg": SVG.replace(b"file:///etc/hostname", b"file://" + named),
        "eps": EPS.replace(b"/etc/hostname", named),
    }
    text = MARKUP.replace("/nowhere/pixel.png", str(secret)) + f'<img src="{secret}">' + SYNTAX
    package = unpack(with_pictures(pictures, poisoned(text)), "fremd.cxs")
    return pack(replace(package, project=package.project.replace(b'"records":{', b'"records": {')))


@pytest.mark.torture  # the map of its report, with names of any length, takes minutes under the tracer
def test_the_window_reaches_nothing(tmp_path: Path, secret: Path) -> None:
    project, picture = tmp_path / "fremd.cxs", tmp_path / "foto.gif"
    project.write_bytes(stranger(secret))
    from PIL import Image

    picture.write_bytes(encoded(Image.new("RGB", (80, 60), "teal"), "GIF"))
    arguments = (str(project), str(tmp_path / "person"), str(picture))
    calls = traced(tmp_path, "-m", "tests.ui.hostile.traced_window", *arguments)
    assert trouble(calls, secret, tmp_path) == []
    # the project, which is not as we write it, the report, and the picture that was converted
    assert sum("spawn_main" in call for call in calls) >= 3


@pytest.mark.torture
@pytest.mark.parametrize("command", sorted(set(BY_NAME) - {"demo"}))
def test_no_command_reaches_anything(command: str, tmp_path: Path, secret: Path) -> None:
    project = tmp_path / "fremd.cxs"
    project.write_bytes(stranger(secret))
    other = tmp_path / "anderes.cxs"
    save(other, poisoned("another text"))
    (tmp_path / "liste.csv").write_text(f"Touchpoint;Phase\n{MARKUP};=cmd|'/C x'!A0\n", encoding="utf-8")
    (tmp_path / "mapping.json").write_text(json.dumps({"columns": []}), encoding="utf-8")
    ways = {
        "new": [(str(tmp_path / "neu.cxs"), "--template", str(project))],
        "import": [(str(tmp_path / "liste.csv"), "-o", str(tmp_path / "aus.cxs")), (str(project), "--dry-run")],
        "figures": [(str(project),), (str(project), "--json")],
        "report": [(str(project), "-o", str(tmp_path / "r.pdf"))],
        "sheet": [(str(project), "-o", str(tmp_path / "s.pdf"))],
        "plan": [(str(project), "-o", str(tmp_path / f"p.{e}")) for e in ("xlsx", "csv")],
        "export": [(str(project), "-o", str(tmp_path / f"m.{e}")) for e in ("svg", "png", "pdf", "mmd")],
        "check": [(str(project),)],
        "agenda": [(str(project), "-o", str(tmp_path / f"a.{e}")) for e in ("pdf", "ics")],
        "minutes": [(str(project), "-o", str(tmp_path / "m.pdf"))],
        "flow": [(str(project), "-o", str(tmp_path / f"f.{e}")) for e in ("svg", "png", "pdf")],
        "slides": [(str(project), "-o", str(tmp_path / "s.pptx"))],
        "wall": [("journey", "-o", str(tmp_path / "w.pdf"))],
        "merge": [(str(project), str(other), "--prefer", "here", "-o", str(tmp_path / "both.cxs"))],
        "verify": [(str(tmp_path / "r.pdf"), str(project))],
    }[command]
    if command == "verify":
        assert main(["report", str(project), "-o", str(tmp_path / "r.pdf")]) == 0
    for arguments in ways:
        calls = traced(tmp_path, "-m", "ui", command, *arguments)
        assert calls
        assert trouble(calls, secret, tmp_path) == []
