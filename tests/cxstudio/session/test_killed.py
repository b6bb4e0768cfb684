"""`kill -9` at any moment: the file is whole, and no step that was made is lost."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from cxstudio.files import load
from cxstudio.model import Document, Journey, Picture, Stage, Touchpoint
from cxstudio.session import Folders, NoticeKind, Session

VICTIM = Path(__file__).with_name("victim.py")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    session = Session.new(
        Folders.below(tmp_path / "own"),
        Document(
            [
                Journey(id="j", title="J"),
                Stage(id="s", journey="j", name="S"),
                Touchpoint(id="t", stage="s", name="0"),
            ]
        ),
    )
    session.save_as(tmp_path / "projekt.cxs")
    session.close()
    return tmp_path / "projekt.cxs"


def victim(what: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(VICTIM), what, str(path), str(path.parent / "own")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_an_edit_and_a_picture_are_both_there_again(path: Path) -> None:
    with victim("edit", path) as process:
        assert process.stdout is not None
        asset = process.stdout.readline().strip()
        process.kill()
    assert load(path).content.document.get(Touchpoint, "t").name == "0"
    session = Session.open(path, Folders.below(path.parent / "own"))
    assert session.document.get(Touchpoint, "t").name == "edited before the end"
    assert session.document.get(Picture, "p").asset == asset and session.assets[asset]
    assert [n.kind for n in session.notices] == [NoticeKind.RECOVERED] and session.dirty
    session.save()
    session.close()
    loaded = load(path)
    assert loaded.content.document.get(Picture, "p").asset == asset and asset in loaded.assets


def kill_while_saving(path: Path, wait: float) -> None:
    with victim("save", path) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            process.wait(wait)
        except subprocess.TimeoutExpired:
            process.kill()
        whole = process.stdout.read().rpartition("\n")[0]  # the last line may be torn
        said = [line.split() for line in whole.splitlines()]
    edited = max((int(n) for what, n in said if what == "edited"), default=0)
    saved = max((int(n) for what, n in said if what == "saved"), default=0)
    in_file = int(load(path).content.document.get(Touchpoint, "t").name)
    assert in_file >= saved
    session = Session.open(path, Folders.below(path.parent / "own"))
    assert not any(n.kind is NoticeKind.RECOVERY_KEPT for n in session.notices)
    assert int(session.document.get(Touchpoint, "t").name) >= max(edited, in_file)
    session.save()
    session.close()


def test_killed_a_few_times_while_saving(path: Path) -> None:
    for _ in range(3):
        kill_while_saving(path, random.uniform(0.0, 0.2))


@pytest.mark.torture
def test_killed_many_times_while_saving(path: Path) -> None:
    for _ in range(200):
        kill_while_saving(path, random.uniform(0.0, 0.4))
    assert len(list(path.parent.glob(".cxs-part-*"))) <= 200
