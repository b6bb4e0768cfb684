"""Saving: either the old or the new file is there, whole, and one clear sentence when it did not work."""

import errno
import hashlib
import os
import resource
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cxstudio.files import ChangedOnDisk, NotSaved, load, save
from cxstudio.files import atomic as atomic_module
from cxstudio.files.atomic import save_bytes
from cxstudio.model import Document, Journey, Note
from cxstudio.wording.error_sentences import sentence
from cxstudio.wording.texts import texts

OLD = Document([Journey(id="j", title="old")])
NEW = Document([Journey(id="j", title="new"), *(Note(id=f"n{i}", text=os.urandom(40).hex()) for i in range(4000))])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "projekt.cxs"
    save(path, OLD)
    return path


def untouched(path: Path) -> bool:
    return load(path).content.document == OLD and [p.name for p in path.parent.iterdir()] == [path.name]


def refused(path: Path, **kwargs: Any) -> str:
    with pytest.raises(NotSaved) as caught:
        save(path, NEW, **kwargs)
    said = sentence(caught.value, texts("de"))
    assert "projekt" in said and "{" not in said and said != sentence(caught.value, texts("en"))
    return said


def test_what_is_saved_is_read_again(path: Path) -> None:
    digest = save(path, NEW)
    assert digest == hashlib.sha256(path.read_bytes()).hexdigest() == load(path).digest
    assert load(path).content.document == NEW


def test_a_full_disk(path: Path) -> None:
    """For real: the process may not write files of more than 20 kB."""
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "from cxstudio.files.atomic import save_bytes\n"
        "from cxstudio.files import NotSaved\n"
        "try: save_bytes(Path(sys.argv[1]), b'x' * 50_000)\n"
        "except NotSaved as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    assert "was not saved: the disk takes no file of this size" in done.stdout
    assert untouched(path)
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 20_000


@pytest.mark.parametrize(("name", "after"), [("write", 0), ("write", 2), ("fsync", 0)])
def test_a_disk_that_fills_up(path: Path, monkeypatch: pytest.MonkeyPatch, name: str, after: int) -> None:
    real: Callable[..., Any] = getattr(os, name)
    calls = 0

    def short(handle: int, *args: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls > after:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(handle, *(a[:1000] for a in args))

    monkeypatch.setattr(atomic_module.os, name, short)
    said = refused(path)
    monkeypatch.undo()
    assert "Der Datenträger ist voll" in said and untouched(path)


def test_a_disk_that_gives_back_something_else(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = atomic_module.digest_of
    monkeypatch.setattr(atomic_module, "digest_of", lambda p: "0" * 64 if p.name.startswith(".") else real(p))
    assert "Beim Prüfen stimmten" in refused(path)
    monkeypatch.undo()
    assert untouched(path)


def test_no_permission(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.geteuid() == 0:  # root may everything: say what the system would say to others

        def deny(*_: object) -> int:
            raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(atomic_module.os, "open", deny)
    else:
        path.parent.chmod(0o500)
    said = refused(path)
    monkeypatch.undo()
    path.parent.chmod(0o700)
    assert "Ihnen fehlt dort die Schreibberechtigung" in said and untouched(path)


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "projekt.cxs").mkdir()
    assert "Ordner dieses Namens" in refused(tmp_path / "projekt.cxs")
    assert not list((tmp_path / "projekt.cxs").iterdir())


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    assert "Den Ordner gibt es nicht." in refused(tmp_path / "gone" / "projekt.cxs")
    assert not list(tmp_path.iterdir())


def test_a_name_the_system_cannot_hold(tmp_path: Path) -> None:
    refused(tmp_path / ("projekt" + "x" * 300 + ".cxs"))
    assert not list(tmp_path.iterdir())


def test_somebody_elses_change_is_not_overwritten(path: Path) -> None:
    expected = load(path).digest
    save(path, Document([Journey(id="j", title="theirs")]))
    with pytest.raises(ChangedOnDisk):
        save(path, NEW, expected=expected)
    assert load(path).content.document.get(Journey, "j").title == "theirs"
    save(path, NEW)
    assert load(path).content.document == NEW


def test_a_file_that_was_removed_is_written_again(path: Path) -> None:
    expected = load(path).digest
    path.unlink()
    save(path, NEW, expected=expected)
    assert load(path).content.document == NEW


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.cxs"
    link.symlink_to(path)
    save(link, NEW)
    assert link.is_symlink() and load(path).content.document == NEW
    assert [p.name for p in folder.iterdir()] == ["link.cxs"]


def test_permissions_stay(path: Path) -> None:
    path.chmod(0o640)
    save(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_remains_of_a_killed_save_are_swept_up(path: Path) -> None:
    stem = atomic_module.TEMP_MARK + hashlib.sha256(path.name.encode()).hexdigest()[:8]
    old, fresh = path.with_name(stem + "-aaaa"), path.with_name(stem + "-bbbb")
    other = path.with_name(atomic_module.TEMP_MARK + "00000000-cccc")
    for left in (old, fresh, other):
        left.write_bytes(b"half")
    os.utime(old, (0, 0))
    os.utime(other, (0, 0))
    save(path, NEW)
    assert not old.exists() and fresh.exists() and other.exists()


def test_bytes_are_flushed_before_the_file_is_put_in_place(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order that makes a power cut harmless, watched on the real calls."""
    order: list[str] = []
    real_sync, real_replace = os.fsync, Path.replace

    def sync(handle: int) -> None:
        order.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")
        real_sync(handle)

    def replace(source: Path, target: Path) -> Path:
        order.append("replace")
        return real_replace(source, target)

    monkeypatch.setattr(atomic_module.os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", replace)
    save_bytes(path, b"x")
    assert order == ["file", "replace", "folder"]
